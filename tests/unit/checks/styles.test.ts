import { describe, expect, it } from "vitest";
import { checkLinks } from "../../../src/checks/links.ts";
import { show } from "../../../src/shown-problems.ts";

const answers = new Map<string, undefined>([
  ["/img/papier.png", undefined],
  ["/assets/motif.svg", undefined],
  ["/img/%C3%A9t%C3%A9.jpg", undefined],
  ["/a-propos/", undefined],
]);

/** What is told of an address in a stylesheet: its code and its fix. */
function told(href: string, changes: { basePath?: string } = {}): string[] {
  const problems = checkLinks({
    ...{
      answers,
      redirects: [],
      settingLinks: [],
      withheld: new Map(),
      alsoServed: ["/defis/"],
      entries: [],
    },
    ...{ homes: [{ host: "blog.example.org", path: "/" }], basePath: "/" },
    styles: [{ href, place: { file: "layouts/assets/css/a.css", line: 3, column: 7 } }],
    ...changes,
  });
  return show(problems, { lang: "fr" }).map(({ file, line, column, code, hint }) => {
    expect([file, line, column]).toEqual(["layouts/assets/css/a.css", 3, 7]);
    return `${code} ${hint}`;
  });
}

describe("an address in a stylesheet", () => {
  it.each([
    "/img/papier.png",
    "../img/papier.png",
    "motif.svg",
    "/img/été.jpg",
    "/img/papier.png?v=2#x",
    "https://blog.example.org/img/papier.png",
    "/defis/fond.png",
    "#filtre",
    "",
  ])("is good where a file answers: %s", (href) => {
    expect(told(href)).toEqual([]);
  });

  it.each([
    ["/img/rien-de-tel.png", 'Placez le fichier dans public/img/ et écrivez `url("/img/rien-de-tel.png")`'],
    [
      "fonts/Marianne.woff2",
      'Placez le fichier dans layouts/assets/fonts/ et écrivez `url("../fonts/Marianne.woff2")`',
    ],
    ["images/", 'Placez le fichier dans public/img/ et écrivez `url("/img/fichier")`'],
    ["https://", 'Placez le fichier dans public/img/ et écrivez `url("/img/fichier")`'],
    ["/img/papiers.png", 'Écrivez `url("/img/papier.png")`'],
    ["papier.png", 'Écrivez `url("/img/papier.png")`'],
    [
      "https://fonts.example.com/a.woff2?x=1",
      'Enregistrez-le dans layouts/assets/fonts/ et écrivez `url("../fonts/a.woff2")`',
    ],
    ["//cdn.example.com/fond.png", 'Enregistrez-le dans public/img/ et écrivez `url("/img/fond.png")`'],
    ["data:image/png;base64,AAAA", 'Enregistrez-le dans public/img/ et écrivez `url("/img/image.svg")`'],
  ])("is told where none does: %s", (href, hint) => {
    expect(told(href)).toEqual([`style-address ${hint}`]);
  });

  it("begins at the site's root, whatever path the site stands under", () => {
    expect(told("/img/papier.png", { basePath: "/blog/" })).toEqual([]);
  });
});
