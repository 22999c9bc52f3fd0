import { describe, expect, it } from "vitest";
import { checkLinks } from "../../../src/checks/links.ts";
import type { LinkCheckInput } from "../../../src/checks/types.ts";
import { show } from "../../../src/shown-problems.ts";
import { inputOf, found } from "./link-input.ts";

it("reports a person’s missing portrait as a missing image", () => {
  const place = { file: "content/people.yaml", line: 3, column: 10 };
  const lineWith = (href: string): string => `photo: ${href}`;
  const portrait = (href: string): object[] =>
    show(
      checkLinks(
        inputOf([], {
          answers: new Map([["/img/jo.png", undefined]]),
          settingLinks: [{ href, text: "", place, lineWith, picture: true }],
        }),
      ),
      { lang: "fr" },
    );
  expect(portrait("/img/jo.png")).toEqual([]);
  expect(portrait("/img/joe.png")).toMatchObject([{ code: "missing-image", hint: "photo: /img/jo.png" }]);
  for (const [written, path] of [
    ["jo.png", "/img/jo.png"],
    ["https://example.org/people/jo.jpg?s=80", "/img/jo.jpg"],
    ["//example.org/jo", "/img/photo.jpg"],
    ["C:\\Users\\equipe\\jo.jpg", "/img/jo.jpg"],
  ] as const)
    expect(portrait(written)).toMatchObject([
      {
        code: "missing-image",
        message: `\`${written}\` n’est pas le chemin d’un fichier de \`public/\` : cette personne n’a pas de portrait.`,
        hint: `Placez l’image dans \`public/img/\`, et écrivez \`photo: ${path}\``,
      },
    ]);
  expect(portrait("/img/absente.jpg")).toMatchObject([
    {
      code: "missing-image",
      line: 3,
      message: "L’image `/img/absente.jpg` est introuvable : cette personne n’a pas de portrait.",
      hint: "Placez le fichier dans `public/`, sous cette adresse, ou retirez « photo ».",
    },
  ]);
});

describe("links in the settings", () => {
  const place = { file: "content/site.yaml", line: 4, column: 5 };
  it("are checked like links of texts, with only the address suggested", () => {
    const settingLinks = [
      { href: "/a-propos", text: "À propos", place },
      { href: "https://exemple.org/", text: "Ailleurs", place },
    ];
    const shown = show(checkLinks(inputOf([], { settingLinks })), { lang: "en" });
    expect(shown).toMatchObject([{ ...place, code: "dead-link", hint: "Write: /a-propos/" }]);
  });

  const inSettings = (href: string, changes: Partial<LinkCheckInput> = {}): string[] =>
    found([], { settingLinks: [{ href, text: "Un lien", place }], ...changes });

  it.each([
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "file:///c:/x.html",
    " VBScript:x",
  ])("are refused if they run code or read files: %j", (href) => {
    const settingLinks = [{ href, text: "Un lien", place }];
    expect(show(checkLinks(inputOf([], { settingLinks })), { lang: "fr" })).toMatchObject([
      { ...place, code: "settings", severity: "error", hint: "url: https://www.example.org/" },
    ]);
  });

  it.each([
    ["https://u:jeton@gitlab.com/a/b", "url: https://gitlab.com/a/b"],
    ["HTTPS://jeton@exemple.org", "url: HTTPS://exemple.org"],
    ["//u:jeton@exemple.org/#a", "url: //exemple.org/#a"],
  ])("are refused if they contain a secret, which is not repeated: %s", (href, hint) => {
    const settingLinks = [{ href, text: "Un lien", place }];
    const shown = show(checkLinks(inputOf([], { settingLinks })), { lang: "fr" });
    expect(shown).toMatchObject([{ ...place, code: "settings", severity: "error", hint }]);
    expect(JSON.stringify(shown)).not.toContain("jeton@");
  });

  it.each(["https://social.example.org/@moi", "https://exemple.org/?a=b@c", "https://exemple.org#a@b"])(
    "may contain @ after the host: %s",
    (href) => {
      expect(inSettings(href)).toEqual([]);
    },
  );

  it.each([
    ["a-propos/", "dead-link/relative /a-propos/"],
    ["a-propos", "dead-link/relative /a-propos/"],
    ["./a-propos/#equipe", "dead-link/relative /a-propos/#equipe"],
    ["social.example.org/@carnet", "dead-link/relative https://social.example.org/@carnet"],
    ["ana-malivel.fr", "dead-link/relative https://ana-malivel.fr"],
    ["docs/Rapport.pdf", "dead-link/relative /docs/Rapport.pdf"],
    ["rapport.pdf", "dead-link/relative /docs/Rapport.pdf"],
    ["zzzzzzzz.html", "dead-link/relative"],
    ["?q=x", "dead-link/relative /?q=x"],
    ["www.exemple.org", "dead-link/scheme https://www.exemple.org"],
    ["contact@exemple.org", "dead-link/mailto mailto:contact@exemple.org"],
  ])("are reported if they have no scheme and no leading slash: %s", (href, expected) => {
    expect(inSettings(href)).toEqual([expected]);
  });

  it.each(["/carnet/a-propos/#equipe", "carnet/a-propos/#equipe"])(
    "are reported if they include the base path: %s",
    (href) => {
      const homes = [{ host: "blog.example.org", path: "/carnet/" }];
      const key = href.startsWith("/") ? "base-path" : "relative";
      const expected = [`dead-link/${key} /a-propos/#equipe`];
      expect(inSettings(href, { basePath: "/carnet/", homes })).toEqual(expected);
      // As in a preview, which has another base path.
      expect(inSettings(href, { basePath: "/apercu/", homes })).toEqual(expected);
    },
  );

  it.each([
    ...[
      "/",
      "/?q=x",
      "/a-propos/#equipe",
      "#top",
      "//autre.example.org/",
      "https://blog.example.org/carnet/",
    ],
    ...["mailto:a@exemple.org", "tel:+33123456789", "tg://resolve?domain=x", "/defis/x"],
  ])("are accepted if valid: %s", (href) => {
    const homes = [{ host: "blog.example.org", path: "/carnet/" }];
    expect(inSettings(href, { basePath: "/carnet/", homes })).toEqual([]);
  });
});
