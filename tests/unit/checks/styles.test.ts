import { describe, expect, it } from "vitest";
import { checkLinks } from "../../../src/checks/links.ts";
import type { StyleAddress } from "../../../src/checks/types.ts";
import { show } from "../../../src/shown-problems.ts";

const answers = new Map<string, undefined>([
  ["/img/papier.png", undefined],
  ["/assets/motif.svg", undefined],
  ["/img/%C3%A9t%C3%A9.jpg", undefined],
  ["/a-propos/", undefined],
]);

/** Problems found with an address in a stylesheet: code and fix. */
function told(href: string, changes: { basePath?: string } = {}, more: Partial<StyleAddress> = {}): string[] {
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
    styles: [{ href, place: { file: "layouts/assets/css/a.css", line: 3, column: 7 }, ...more }],
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
  ])("is accepted: %s", (href) => {
    expect(told(href)).toEqual([]);
  });

  it.each([
    ["/img/rien-de-tel.png", 'Placez le fichier dans public/img/ et écrivez `url("/img/rien-de-tel.png")`'],
    [
      "fonts/Marianne.woff2",
      'Placez le fichier dans layouts/assets/fonts/ et écrivez `url("../fonts/Marianne.woff2")`',
    ],
    ["images/", 'Placez le fichier dans public/img/ et écrivez `url("/img/images")`'],
    ["/a-propos/", 'Placez le fichier dans public/img/ et écrivez `url("/img/a-propos")`'],
    ["https://", 'Placez le fichier dans public/img/ et écrivez `url("/img/image.png")`'],
    ["C:\\\\moi\\\\fond.jpg", 'Placez le fichier dans public/img/ et écrivez `url("/img/fond.jpg")`'],
    ["file:///home/moi/fond.jpg", 'Placez le fichier dans public/img/ et écrivez `url("/img/fond.jpg")`'],
    ["/img/papiers.png", 'Écrivez `url("/img/papier.png")`'],
    ["papier.png", 'Écrivez `url("/img/papier.png")`'],
    [
      "https://fonts.example.com/a.woff2?x=1",
      'Enregistrez le fichier dans layouts/assets/fonts/ et écrivez `url("../fonts/a.woff2")`',
    ],
    [
      "//cdn.example.com/fond.png",
      'Enregistrez le fichier dans public/img/ et écrivez `url("/img/fond.png")`',
    ],
    ["data:image/png;base64,AAAA", 'Enregistrez-le dans public/img/ et écrivez `url("/img/image.png")`'],
    ["data:image/svg+xml,<svg/>", 'Enregistrez-le dans public/img/ et écrivez `url("/img/image.svg")`'],
    [
      "data:font/woff2;base64,AAAA",
      'Enregistrez-le dans layouts/assets/fonts/ et écrivez `url("../fonts/police.woff2")`',
    ],
  ])("is reported with a fix: %s", (href, hint) => {
    expect(told(href)).toEqual([`style-address ${hint}`]);
  });

  it("starts at the root of the site, whatever the base path", () => {
    const under = { basePath: "/blog/" };
    expect(told("/img/papier.png", under)).toEqual([]);
    expect(told("../img/papier.png", under)).toEqual([]);
    // Published unchanged, the first would contain the base path twice, and the second would lead out of the site.
    const fix = 'style-address Écrivez `url("/img/papier.png")`';
    expect(told("/blog/img/papier.png", under)).toEqual([fix]);
    expect(told("../../img/papier.png", { basePath: "/le/blog/" })).toEqual([fix]);
  });

  it("is reported with the name of the font that was meant", () => {
    expect(told("fonts/Maison.woff", {}, { meant: "../fonts/maison.woff2" })).toEqual([
      'style-address Écrivez `url("../fonts/maison.woff2")`',
    ]);
  });

  it("is reported with where to put the stylesheet if it is an import that browsers ignore", () => {
    const [hint = ""] = told("https://fonts.example.com/css2?family=A", {}, { isLost: true });
    expect(hint).toMatch(/^style-address Placez cette feuille dans layouts\/assets\/css\//);
  });
});
