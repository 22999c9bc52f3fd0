import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../../src/package-root.ts";
import { load, post, type LoadedSite } from "../site-root.ts";

const POST = { "content/posts/2026-01-05-titre.md": post("title: A") };
const template = (path: string): string => readFileSync(join(packageRoot, "templates", path), "utf8");

const loaded = (page: string, text: string, ...lines: string[]): Promise<LoadedSite> =>
  load({
    ...POST,
    [`content/pages/${page}`]: text,
    "content/site.yaml": ["title: T", "url: https://blog.example.org", ...lines, ""].join("\n"),
  });

const AUDIENCE = "audience: { matomo: https://stats.example.org/, siteId: 12 }";
const PRIVACY = template("fr/content/pages/confidentialite.md");

describe("a page of the templates", () => {
  it("has a note for each passage to complete, at its place", async () => {
    const { problems } = await loaded("mentions.md", template("fr/content/pages/mentions-legales.md"));
    expect(problems.map(({ line, column, severity, code }) => [line, column, severity, code])).toEqual(
      [11, 15, 19, 23].map((line) => [line, 1, "note", "to-complete"]),
    );
    expect(problems[2]?.message).toContain(
      "« À compléter : nom, adresse postale et téléphone de l’hébergeur ».",
    );
  });

  it("gets fixes for what says that nothing is measured, once the audience is", async () => {
    const { found, problems } = await loaded("confidentialite.md", PRIVACY, AUDIENCE);
    expect(found).toEqual([
      "content/pages/confidentialite.md:3:14 audience",
      "content/pages/confidentialite.md:9:1 audience",
    ]);
    const [above, text] = problems.filter(({ code }) => code === "audience");
    expect(above?.hint).toMatch(/^description: "Ni cookie/);
    expect(text?.hint).toContain("[ce qui est compté, et comment le refuser](/mesure-d-audience/)");
    const lines = PRIVACY.split("\n")
      .with(2, above?.hint ?? "")
      .with(8, text?.hint ?? "");
    expect((await loaded("confidentialite.md", lines.join("\n"), AUDIENCE)).found).toEqual([]);
  });

  it("gets no warning if nothing is measured, in English too", async () => {
    expect((await loaded("confidentialite.md", PRIVACY)).found).toEqual([]);
    const english = template("en/content/pages/privacy.md");
    expect((await loaded("privacy.md", english, "lang: en")).found).toEqual([]);
    const counted = await loaded("privacy.md", english, "lang: en", AUDIENCE);
    expect(counted.found).toHaveLength(2);
    expect(counted.problems.map(({ hint }) => hint).join("\n")).toContain("(/audience/)");
  });
});

describe("a page at the address of the accessibility statement", () => {
  const OWN = template("fr/content/pages/accessibilite.md");
  const warned = async (...lines: string[]): Promise<string[]> =>
    (await loaded("accessibilite.md", OWN, ...lines)).found;

  it("gets a warning that names the file to delete if site.yaml describes a statement", async () => {
    expect(await warned()).toEqual([]);
    expect(await warned("accessibility: { rate: 78 }")).toEqual([
      "content/pages/accessibilite.md:2:8 accessibility",
    ]);
    const { problems } = await loaded("accessibilite.md", OWN, "accessibility: {}");
    expect(problems.find(({ code }) => code === "accessibility")?.hint).toContain(
      "Supprimez content/pages/accessibilite.md.",
    );
  });

  it("gets no warning if the statement has another address", async () => {
    expect(await warned("accessibility: {}", "addresses: { accessibility: /rgaa/ }")).toEqual([]);
  });
});
