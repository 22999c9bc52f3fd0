import { describe, expect, it } from "vitest";
import { checkLinks } from "../../../src/checks/links.ts";
import type { LinkCheckInput } from "../../../src/checks/types.ts";
import { show } from "../../../src/shown-problems.ts";
import { inputOf, found } from "./link-input.ts";

describe("redirects", () => {
  const place = { file: "content/redirects.yaml", line: 2, column: 1 };

  it("reports a link that goes through one, with the new address", () => {
    const redirects = [
      { from: "/vieux", to: "/a-propos/", place },
      { from: "/archive/", to: "https://autre.example.org/x", place },
    ];
    expect(found(["/vieux#equipe", "/vieux/", "/archive?q=1"], { redirects })).toEqual([
      "redirected-link /a-propos/#equipe",
      "redirected-link /a-propos/",
      "redirected-link https://autre.example.org/x?q=1",
    ]);
  });

  it("checks the anchor on the target page of a redirect", () => {
    const redirects = [{ from: "/vieux", to: "/a-propos/", place }];
    expect(found(["/vieux#équipe", "/vieux#zzzz"], { redirects })).toEqual([
      "dead-anchor/near /a-propos/#equipe",
      "dead-anchor/missing",
    ]);
  });

  it("reports a target with a missing anchor, at the redirect's line", () => {
    const redirects = [{ from: "/vieux", to: "/a-propos/#equip", place }];
    expect(checkLinks(inputOf([], { redirects }))).toMatchObject([
      { ...place, key: "dead-anchor/near", params: { suggestion: "/a-propos/#equipe" } },
    ]);
  });

  it("reports a missing target, at the redirect's line", () => {
    const problems = checkLinks(inputOf([], { redirects: [{ from: "/vieux", to: "/a-propo/", place }] }));
    expect(problems).toMatchObject([
      { ...place, key: "dead-link/redirect", params: { suggestion: "/a-propos/" } },
    ]);
  });

  const redirected = (to: string, changes: Partial<LinkCheckInput> = {}): string[] =>
    found([], { redirects: [{ from: "/vieux", to, place }], ...changes });

  it("accepts a feed that the site will have once it knows its own address", () => {
    expect(redirected("/feed.xml")).toHaveLength(1);
    expect(redirected("/feed.xml", { feedsToCome: new Set(["/feed.xml"]) })).toEqual([]);
  });

  it("reports a target that is not published", () => {
    const withheld = new Map([["/blog/plus-tard/", "draft"]] as const);
    const redirects = [{ from: "/vieux", to: "/blog/plus-tard/", place }];
    expect(show(checkLinks(inputOf([], { redirects, withheld })), { lang: "fr" })).toMatchObject([
      {
        ...place,
        code: "dead-link",
        message:
          "L’ancienne adresse « /vieux » renvoie à « /blog/plus-tard/ », un texte qui n’est pas en ligne : c’est un brouillon.",
        hint: "Publiez ce texte, ou donnez une page en ligne : /vieux: /nouvelle-adresse/",
      },
    ]);
    expect(redirected("https://blog.example.org/blog/plus-tard/", { withheld })).toEqual([
      "dead-link/redirect-withheld",
    ]);
  });

  it.each([
    ["https://blog.example.org/a-propo/", "dead-link/redirect /a-propos/"],
    ["https://blog.example.org/zzzzzzzz/", "dead-link/redirect"],
    ["https://blog.example.org/a-propos/#equip", "dead-anchor/near /a-propos/#equipe"],
  ])("reports a dead target on the site's host: %s", (to, expected) => {
    expect(redirected(to)).toEqual([expected]);
  });

  it("reports a target on the site's host outside the base path", () => {
    const only = { basePath: "/carnet/", homes: [{ host: "blog.example.org", path: "/carnet/" }] };
    expect(redirected("https://blog.example.org/a-propos/", only)).toEqual(["dead-link/redirect /a-propos/"]);
    expect(redirected("https://blog.example.org/", only)).toEqual([]);
  });

  it.each([
    ...["https://blog.example.org/a-propos/#equipe", "https://blog.example.org/defis/x", "/defis/x"],
    "https://autre.example.org/zzzzzzzz/",
  ])("accepts the target %s", (to) => {
    expect(redirected(to)).toEqual([]);
  });

  it("does not report a target that an error keeps out", () => {
    expect(redirected("/blog/bilan/", { refused: new Set(["bilan"]) })).toEqual([]);
  });
});
