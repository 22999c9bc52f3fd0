import { beforeEach, expect, it } from "vitest";
import { say } from "../../support/command.ts";
import { makeSite, post, SITE_YAML, type TestSite } from "../../support/site.ts";

let site: TestSite;
beforeEach(() => {
  site = makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-ete.md": post("L’été arrive"),
    "content/posts/2027-03-02-demain.md": post("Demain"),
    "content/posts/_idee.md": post("Une idée"),
    "content/posts/2026-01-05-casse.md": post("Cassé", "x", "date: non\n"),
  });
});
const list = (...words: string[]): ReturnType<typeof say> => say("list", site.root, ...words);

it("lists every text with its state, date, title and file, and writes nothing", async () => {
  const before = site.list(".");
  const { status, out, err } = await list();
  expect(status).toBe(0);
  expect(out).toMatch(/^illisible +2026-01-05 +content\/posts\/2026-01-05-casse\.md$/m);
  expect(out).toMatch(/^brouillon +Une idée {2}content\/posts\/_idee\.md$/m);
  expect(out).toMatch(/^à paraître {2}2027-03-02 {2}Demain /m);
  expect(out).toMatch(/^publié {6}2026-03-02 {2}L’été arrive /m);
  expect(out).toMatch(/\n\n4 textes\n$/);
  expect(err).toContain("carnet check");
  expect(site.list(".")).toEqual(before);
});

it("keeps the texts that contain every word, whatever its accents and capitals", async () => {
  expect((await list("ETE")).out).toMatch(/^publié[^\n]*\n\n1 texte\n$/);
  expect((await list("brouillon", "idee")).out).toContain("_idee.md");
  expect((await list("à paraître")).out).toContain("Demain");
  expect((await list("rien du tout")).out).toContain("Aucun texte");
  expect(JSON.parse((await list("ete", "--format", "json")).out)).toMatchObject([
    { file: "content/posts/2026-03-02-ete.md", state: "published", date: "2026-03-02" },
  ]);
});

it("says why there is nothing to list where there is no site", async () => {
  const { status, out, err } = await say("list", makeSite({ x: "" }).root);
  expect([status, out]).toEqual([1, ""]);
  expect(err).toContain("no-content");
});
