import { describe, expect, it } from "vitest";
import { list } from "../../../src/cli/list.ts";
import { parseOptions } from "../../../src/cli/options.ts";
import { say, SILENT, type Said } from "../../support/command.ts";
import { makeSite, SITE_YAML, type Files, type TestSite } from "../../support/site.ts";

const POSTS = "content/posts";

const text = (title: string, ...lines: string[]): string =>
  [
    "---",
    `title: ${title}`,
    "author: Équipe projet",
    "description: Deux mots.",
    ...lines,
    "---",
    "",
    "Bonjour.",
    "",
  ].join("\n");

const SITE: Files = {
  "content/site.yaml": SITE_YAML,
  "content/pages/a-propos.md": text("À propos"),
  [`${POSTS}/2026-05-01-appel.md`]: text("Appel à candidatures", "deadline: 2026-06-15 17:00"),
  [`${POSTS}/2026-04-01-bilan.md`]: text("Bilan", "tags: [Données]"),
  [`${POSTS}/2026-03-01-travaux.md`]: text("Travaux", "expires: 2026-05-01"),
  [`${POSTS}/2026-07-01-rentree.md`]: text("La rentrée", "publishAt: 2026-07-01 18:00"),
  [`${POSTS}/_2026-08-01-idee.md`]: "---\ntitle: Une idée\n---\n",
};

const site = (more: Files = {}): TestSite => makeSite({ ...SITE, ...more });

/** The same in a terminal. */
async function inTerminal(
  root: string,
  { columns, color = false }: { columns: number; color?: boolean },
): Promise<string> {
  const parsed = parseOptions([], {
    cwd: root,
    clock: () => new Date("2026-06-01T12:00:00Z"),
    preview: false,
  });
  if (!parsed.ok) throw new Error("refused");
  let out = "";
  await list(parsed.options, { ...SILENT, columns, color, out: (some) => void (out += some) });
  return out;
}

const titles = ({ out }: Said): unknown[] =>
  (JSON.parse(out) as { title: unknown }[]).map(({ title }) => title);

describe("carnet list", () => {
  it("gives each text a line, with its state, date, title, remarks and address", async () => {
    expect(await say(list, site().root)).toEqual({
      status: 0,
      err: "",
      out: `\
brouillon   2026-08-01  Une idée              sans description                                  /blog/2026/08/01/idee/
à paraître  2026-07-01  La rentrée            à 18:00 · Équipe projet                           /blog/2026/07/01/rentree/
publié      2026-05-01  Appel à candidatures  ouvert jusqu’au 2026-06-15 17:00 · Équipe projet  /blog/2026/05/01/appel/
publié      2026-04-01  Bilan                 Équipe projet                                     /blog/2026/04/01/bilan/
expiré      2026-03-01  Travaux               depuis le 2026-05-01 · Équipe projet              /blog/2026/03/01/travaux/

publié                  À propos                                                                /a-propos/

6 textes : 1 brouillon, 1 à paraître, 3 publiés, 1 expiré.
`,
    });
  });

  it("says the same in English, and what will be removed", async () => {
    const { root } = site({ [`${POSTS}/2026-03-01-travaux.md`]: text("Works", "expires: 2026-07-01 08:30") });
    const { out } = await say(list, root, "--lang", "en");
    expect(out).toContain("scheduled  2026-07-01  La rentrée            at 18:00 · Équipe projet");
    expect(out).toContain("open until 2026-06-15 17:00 · ");
    expect(out).toContain("removed on 2026-07-01 08:30 · ");
    expect(out).toMatch(/\n6 texts: 1 draft, 1 scheduled, 4 published\.\n$/);
  });

  it("fits the lines into a terminal of 80 columns, without addresses", async () => {
    const long = text("Un titre assez long pour ne pas tenir sur une ligne de terminal");
    const out = await inTerminal(site({ [`${POSTS}/2026-05-02-long.md`]: long }).root, { columns: 80 });
    const lines = out.split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(out).toContain("publié      2026-05-02  Un titre assez long pour…   Équipe projet\n");
    expect(out).toContain("ouvert jusqu’au 2026-06-15…");
    expect(out).not.toContain("/blog/");
  });

  it("cuts nothing in a wide terminal, or in a pipe", async () => {
    const title = "Un titre assez long pour ne pas tenir sur une ligne de quatre-vingts colonnes";
    const { root } = site({ [`${POSTS}/2026-05-02-long.md`]: text(title) });
    const whole = `  ${title}  Équipe projet  `;
    expect(await inTerminal(root, { columns: 200 })).toContain(whole);
    expect((await say(list, root)).out).toContain(whole);
  });

  it("colours the state of what waits, only where colours are shown", async () => {
    const { root } = site();
    const colored = await inTerminal(root, { columns: 200, color: true });
    expect(colored).toContain("\u001B[33mbrouillon\u001B[0m   2026");
    expect(colored).toContain("\npublié      2026");
    expect(await inTerminal(root, { columns: 200 })).not.toContain("\u001B");
  });

  it.each<[string[], string[]]>([
    [["brouillon"], ["Une idée"]],
    [["brouillons"], ["Une idée"]],
    [["draft"], ["Une idée"]],
    [["à", "paraître"], ["La rentrée"]],
    [["pages"], ["À propos"]],
    [["donnees"], ["Bilan"]],
    [["equipe projet", "RENTREE"], ["La rentrée"]],
    [["ouvert"], ["Appel à candidatures"]],
    [["sans", "description"], ["Une idée"]],
    [["content/posts/2026-04-01-bilan.md"], ["Bilan"]],
    [["/blog/2026/04/01/bilan/"], ["Bilan"]],
    [["ilan"], []],
    [["bilan", "brouillon"], []],
    [["+", "bilan"], ["Bilan"]],
  ])("lists what answers to %j", async (words, found) => {
    expect(titles(await say(list, site().root, "--format", "json", ...words))).toEqual(found);
  });

  it("takes a state for the state, not for a word of a title", async () => {
    const { root } = site({ [`${POSTS}/2026-05-02-b.md`]: text("Brouillons et dates") });
    expect(titles(await say(list, root, "--format", "json", "brouillons"))).toEqual(["Une idée"]);
    expect(titles(await say(list, root, "--format", "json", "brouillons et"))).toEqual([
      "Brouillons et dates",
    ]);
  });

  it("takes the code of a language of the site for the language, not for a missing translation", async () => {
    const { root } = site({ [`${POSTS}/en/2026-04-02-review.md`]: text("Review", "translationOf: bilan") });
    const found = async (...words: string[]): Promise<unknown[]> =>
      titles(await say(list, root, "--format", "json", ...words));
    expect(await found("EN")).toEqual(["Review"]);
    expect(await found("fr")).not.toContain("Review");
    expect(await found("sans traduction : en")).toContain("Travaux");
    // Where it is no language of the site, it is a word like any other.
    const other = site({ [`${POSTS}/2026-05-02-b.md`]: text("Un été en ville") });
    expect(titles(await say(list, other.root, "--format", "json", "en"))).toContain("Un été en ville");
  });

  it("finds posts by their terms, and calls by their being closed", async () => {
    const yaml = "taxonomies: { promotion: { label: Promotions, terms: { eig4: EIG 4 } } }\n";
    const { root } = site({
      "content/site.yaml": SITE_YAML + yaml,
      [`${POSTS}/2026-04-03-un.md`]: text("Un", "promotion: eig4"),
      [`${POSTS}/2026-04-04-deux.md`]: text("Deux", "promotion: EIG 4"),
      [`${POSTS}/2026-03-04-ancien.md`]: text("Ancien appel", "deadline: 2026-03-20"),
    });
    expect(titles(await say(list, root, "--format", "json", "EIG 4"))).toEqual(["Deux", "Un"]);
    expect(titles(await say(list, root, "--format", "json", "clos"))).toEqual(["Ancien appel"]);
    expect((await say(list, root, "2026-04-03-un")).out).toContain("\nclassement   EIG 4\n");
  });

  it("says all of a text if the words leave no other", async () => {
    const more = text(
      "Bilan",
      "lang-ref: b",
      "tags: [Données]",
      "updated: 2026-05-02",
      "deadline: 2026-05-20",
    );
    const { root } = site({
      [`${POSTS}/2026-04-01-bilan.md`]: more,
      [`${POSTS}/en/2026-04-02-review.md`]: text("Review", "lang-ref: b"),
    });
    expect((await say(list, root, "2026-04-01-bilan")).out).toBe(`\
titre        Bilan
fichier      content/posts/2026-04-01-bilan.md
état         publié
adresse      https://blog.example.org/blog/2026/04/01/bilan/
date         2026-04-01
révision     2026-05-02
date limite  clos depuis le 2026-05-20
signature    Équipe projet
mots-clés    Données
langue       fr
traductions  content/posts/en/2026-04-02-review.md (en)
description  Deux mots.
`);
    expect((await say(list, root, "rentree")).out).toContain("\ndate         2026-07-01 18:00\n");
    expect((await say(list, root, "_2026-08-01-idee")).out).toContain("\ndescription  sans description\n");
  });

  it("says which translations are missing once there are several languages", async () => {
    const english = { [`${POSTS}/en/2026-04-02-review.md`]: text("Review", "translationOf: bilan") };
    expect((await say(list, site().root)).out).not.toContain("sans traduction");
    const { out } = await say(list, site(english).root);
    expect(out).toContain("Bilan                 Équipe projet  ");
    expect(out).toContain("Équipe projet · en  ");
    expect(out).toContain(
      "Travaux               depuis le 2026-05-01 · Équipe projet · sans traduction : en  ",
    );
  });

  it("lists a text with an error by its file, and says how to know more", async () => {
    const { root } = site({ [`${POSTS}/2026-05-03-casse.md`]: "---\ntitle: Bilan\n@\n---\n" });
    const said = await say(list, root);
    expect(said.status).toBe(0);
    expect(said.out).toMatch(/^illisible +2026-05-03 {2}content\/posts\/2026-05-03-casse\.md\n/);
    expect(said.err).toBe(
      "carnet : un texte a une erreur, et seul son nom de fichier est connu. Pour savoir laquelle : carnet check\n",
    );
    expect((await say(list, root, "bilan")).err).toBe("");
    expect((await say(list, root, "casse")).out).toBe(
      "fichier  content/posts/2026-05-03-casse.md\nétat     illisible\ndate     2026-05-03\n",
    );
  });

  it("warns that a refused setting makes addresses uncertain", async () => {
    const { root } = site({ "content/site.yaml": `${SITE_YAML}permalink: 12\n` });
    const said = await say(list, root);
    expect(said.status).toBe(0);
    expect(said.err).toMatch(/^carnet : un réglage est refusé .* carnet check\n$/);
  });

  it("says so when nothing answers, and when there is no text", async () => {
    expect(await say(list, site().root, "zorglub")).toMatchObject({
      ...{ status: 0, err: "" },
      out: expect.stringMatching(/^Aucun texte ne correspond à « zorglub »/) as string,
    });
    expect(await say(list, site().root, "zorglub", "--format", "json")).toMatchObject({ out: "[]\n" });
    const { root } = makeSite({ "content/site.yaml": SITE_YAML });
    expect((await say(list, root)).out).toMatch(/^Il n’y a pas encore de texte\..* carnet new /);
  });

  it("lets no title turn the line around", async () => {
    const { root } = site({ [`${POSTS}/2026-05-02-b.md`]: text("A\u202eB") });
    for (const format of ["text", "json"]) {
      const { out } = await say(list, root, "--format", format);
      expect(out).not.toContain("\u202e");
      expect(out).toContain(String.raw`A\u202eB`);
    }
  });

  it("writes nothing", async () => {
    const blog = site();
    const before = blog.list(".");
    await say(list, blog.root);
    expect(blog.list(".")).toEqual(before);
  });

  it("fails with the reason, on the other stream, where there is no site to list", async () => {
    const { root } = site({ "content/site.yaml": "title: A\n@\n" });
    const said = await say(list, root, "--format", "json");
    expect(said).toMatchObject({ status: 1, out: "" });
    expect(said.err).toContain("content/site.yaml:2:");
  });
});
