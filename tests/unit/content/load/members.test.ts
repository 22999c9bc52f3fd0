// What `people.yaml` says under the names of the site's taxonomies: read, spelt and reported like the terms of posts.
import { describe, expect, it, test } from "vitest";
import type { Content } from "../../../../src/content/types.ts";
import { loadContent } from "../../../../src/content/load.ts";
import { show } from "../../../../src/shown-problems.ts";
import { load, NOW, post, siteRoot, type Files } from "../site-root.ts";

const SITE = "title: T\nurl: https://a.example\n";
const OPEN = `${SITE}taxonomies: { promotion: { label: Promotion } }\n`;
const LISTED = (more = ""): string =>
  `${SITE}taxonomies:\n  promotion: { label: Promotion, terms: { quatre: { label: Promotion 4, aliases: [EIG 4] }, cinq: Promotion 5 }${more} }\n`;

const files = (site: string, people: string, posts: Files = {}): Files => ({
  "content/site.yaml": site,
  "content/people.yaml": people,
  "content/posts/2026-01-01-a.md": post("title: A"),
  ...posts,
});

const shown = ({ members }: Content, lang = "fr"): string[] =>
  members.map(({ person, terms }) => `${person.name}: ${(terms[lang] ?? []).map(String).join(", ")}`);

describe("people of people.yaml", () => {
  it("have one term or several, in the order of the file, whether or not they sign", async () => {
    const people =
      "zoe: { name: Équipe Zoé, promotion: EIG 4 }\nune: { name: Équipe Une, promotion: [EIG 5, EIG 4] }\n" +
      "trois: { name: Équipe Trois, promotion: 6 }\nrien: { name: Équipe Rien, promotion: }\nsans: { name: Équipe Sans }\n";
    const { content, found } = await load(
      files(OPEN, people, { "content/posts/2026-01-02-b.md": post("title: B", "author: Équipe Une") }),
    );
    expect(found).toEqual([]);
    expect(shown(content)).toEqual(["Équipe Zoé: EIG 4", "Équipe Une: EIG 5, EIG 4", "Équipe Trois: 6"]);
    expect(content.people.map(({ name }) => name)).toEqual(["Équipe Une"]);
    const [, une] = content.members;
    expect(une?.terms["fr"]?.map(({ url }) => url)).toEqual(["/promotion/eig-5/", "/promotion/eig-4/"]);
    expect(une?.person).toBe(content.people[0]);
  });

  it("have the terms that posts have, by any of their names, with their words in each language", async () => {
    const site =
      `${SITE}taxonomies:\n  promotion:\n    label: Promotion\n    terms:\n` +
      "      quatre: { label: Promotion 4, aliases: [EIG 4], en: { label: Cohort 4 } }\n";
    const { content, found } = await load(
      files(site, "a: { name: Équipe A, promotion: eig 4 }\nb: { name: Équipe B, promotion: quatre }\n", {
        "content/posts/2026-01-02-b.md": post("title: B", "promotion: EIG 4"),
        "content/posts/en/2026-01-02-c.md": post("title: C"),
      }),
    );
    expect(found).toEqual(["content/people.yaml:1:33 near-duplicate-tag"]);
    expect(shown(content)).toEqual(["Équipe A: Promotion 4", "Équipe B: Promotion 4"]);
    expect(shown(content, "en")).toEqual(["Équipe A: Cohort 4", "Équipe B: Cohort 4"]);
    const [term] = content.posts.find(({ slug }) => slug === "b")?.terms["promotion"] ?? [];
    expect(content.members[0]?.terms["fr"]?.[0]).toBe(term);
  });

  it.each([
    ["team: { label: Équipe }", "« equipe »", "“equipe”"],
    ["team: { label: Team }", "un autre nom à ce classement", "that taxonomy another name"],
  ])("are told that a key of every person names no term: %s", async (taxonomy, fr, en) => {
    const site = `${SITE}taxonomies: { ${taxonomy} }\n`;
    const root = siteRoot(files(site, "a:\n  name: Équipe A\n  team: présente\n"));
    const { problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(show(problems, { lang: "fr" })).toMatchObject([
      { file: "content/people.yaml", line: 3, column: 9, code: "settings", severity: "error" },
    ]);
    const [inFrench, inEnglish] = (["fr", "en"] as const).map((lang) => show(problems, { lang })[0]);
    expect(inFrench?.message).toContain("ne range personne dans le classement « team »");
    expect(inFrench?.hint).toContain(fr);
    expect(inEnglish?.message).toContain("puts nobody into the taxonomy “team”");
    expect(inEnglish?.hint).toContain(en);
  });

  it("are told where a list that lacks their term is", async () => {
    const { problems, found } = await load(files(LISTED(), "a: { name: Équipe A, promotion: EIG 6 }\n"));
    expect(found).toEqual(["content/people.yaml:1:33 unknown-tag"]);
    expect(problems[0]?.message).toBe(
      "« EIG 6 » n’est pas dans content/site.yaml, sous « taxonomies.promotion.terms ».",
    );
  });

  it("settle with the posts how a term is spelt, and the problem names both files", async () => {
    const people =
      "a:\n  name: Équipe A\n  promotion: [EIG 5, Eig 4]\nb:\n  name: Équipe B\n  promotion:\n    - eig 5\n";
    const { problems, content } = await load(
      files(OPEN, people, {
        "content/posts/2026-01-02-b.md": post("title: B", "promotion: EIG 4"),
        "content/posts/2026-01-03-c.md": post("title: C", "promotion: EIG 4"),
        "content/posts/2026-01-04-d.md": post("title: D", "promotion: EIG 5"),
      }),
    );
    expect(shown(content)).toEqual(["Équipe A: EIG 5, EIG 4", "Équipe B: EIG 5"]);
    expect(
      problems.map((one) => `${one.file}:${String(one.line)}:${String(one.column)} ${one.message}`),
    ).toEqual([
      "content/people.yaml:3:22 « Eig 4 » (content/people.yaml) et « EIG 4 » (content/posts/2026-01-02-b.md) sont pris pour un même mot.",
      "content/people.yaml:7:7 « eig 5 » (content/people.yaml) et « EIG 5 » (content/posts/2026-01-04-d.md) sont pris pour un même mot.",
    ]);
  });

  it("say nothing of taxonomies whose name is a key of every person", async () => {
    const site = `${SITE}taxonomies: { role: { label: Rôles }, promotion: { label: Promotion } }\n`;
    const { content, found } = await load(
      files(site, "a: { name: Équipe A, role: appui, promotion: EIG 4 }\n"),
    );
    expect(found).toEqual([]);
    expect(shown(content)).toEqual(["Équipe A: EIG 4"]);
    expect(content.members[0]?.person.role).toBe("appui");
  });

  it("may have a taxonomy named like what every object has", async () => {
    const site = `${SITE}taxonomies: { toString: { label: S }, valueOf: { label: V } }\n`;
    const { content, found } = await load(files(site, "a: { name: Équipe A, toString: Un }\n"));
    expect(found).toEqual([]);
    expect(shown(content)).toEqual(["Équipe A: Un"]);
  });
});

test.each([
  [
    "a term outside the list",
    LISTED(),
    "promotion: Promotoin 5",
    "3:14 warn unknown-tag Vouliez-vous écrire « Promotion 5 » ? Sinon, ajoutez-y la ligne `promotoin-5: Promotoin 5`",
  ],
  [
    "a term outside a closed list",
    LISTED(", closed: true"),
    "promotion: [quatre, Promotion 55]",
    "3:23 error unknown-tag Valeurs permises : Promotion 4, Promotion 5.",
  ],
  [
    "terms joined by semicolons",
    OPEN,
    "promotion: EIG 4; EIG 5 # les deux",
    "3:14 warn joined-tags   promotion: [EIG 4, EIG 5] # les deux",
  ],
  [
    "a term that is not text",
    OPEN,
    "promotion: { EIG: 4 }",
    '3:14 error front-matter   promotion: ["EIG: 4"]',
  ],
  [
    "a term that has no address",
    OPEN,
    "promotion: '#'",
    "3:14 error front-matter Écrivez ce mot en lettres latines.",
  ],
  [
    "a misspelt taxonomy",
    OPEN,
    "promotoin: EIG 4",
    "3:3 warn unknown-key Vouliez-vous écrire « promotion » ?",
  ],
  ["a misspelt key", OPEN, "rle: appui", "3:3 warn unknown-key Vouliez-vous écrire « role » ?"],
])("%s is reported at its place in people.yaml, with what to write", async (_, site, line, told) => {
  const { problems } = await load(files(site, `a:\n  name: Équipe A\n  ${line}\n`));
  const said = problems.map(
    ({ file, line: at, column, severity, code, hint }) =>
      `${file} ${String(at)}:${String(column)} ${severity} ${code} ${hint}`,
  );
  expect(said).toEqual([`content/people.yaml ${told}`]);
});

it("reports a taxonomy that site.yaml does not declare", async () => {
  const { found, content } = await load(files(SITE, "a:\n  name: Équipe A\n  promotion: EIG 4\n"));
  expect(found).toEqual(["content/people.yaml:3:3 unknown-key"]);
  expect(content.members).toEqual([]);
});

it.each(["taxonomies: 4\n", "taxonomies: { promotion: [4] }\n"])(
  "does not blame people.yaml for taxonomies that are refused in site.yaml: %s",
  async (line) => {
    const { found } = await load(files(SITE + line, "a:\n  name: Équipe A\n  promotion: EIG 4\n"));
    expect(found.filter((one) => one.startsWith("content/people.yaml"))).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  },
);
