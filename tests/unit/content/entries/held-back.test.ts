// An unknown key by which an author meant to hold a text back is an error, so that the text is never put online.
import { expect, test } from "vitest";
import { load, post } from "../site-root.ts";

const FILE = "content/posts/2026-01-05-titre.md";

/** `line:column code → hint` of each problem of a text, which must be left out. */
async function said(...lines: string[]): Promise<string[]> {
  const { content, problems } = await load({ [FILE]: post("title: A", ...lines) });
  expect(content.posts).toEqual([]);
  return problems.map(
    ({ line, column, code, hint }) => `${String(line)}:${String(column)} ${code} → ${hint}`,
  );
}

test.each([
  ["Draft: true", "draft: true"],
  ["DRAFT: true", "draft: true"],
  ["drafts: true", "draft: true"],
  ["brouillon: oui", "draft: true"],
  ["brouillon:", "draft: true"],
  ["Brouillon: peut-être", "draft: true"],
  ["status: draft", "draft: true"],
  ["statut: Brouillon", "draft: true"],
  ["publié: non", "published: false"],
  ["publish: false", "published: false"],
  ["Published: false", "published: false"],
  ["visible: false", "published: false"],
  ["shouldBePublished: non", "published: false"],
  ["hidden: true", "draft: true"],
  ["privé: oui", "draft: true"],
  ["publish: 2027-01-01", "publishAt: 2027-01-01"],
  ["publishat: 2027-01-01 09:00", "publishAt: 2027-01-01 09:00"],
  ["publish_at: 1er janvier 2027 à 9h", "publishAt: 2027-01-01 09:00"],
  ["publishDate: 2027-01-01", "publishAt: 2027-01-01"],
  ["date de publication: 2027-01-01", "publishAt: 2027-01-01"],
  ["publishDate: 2026-03-02 18:00", "publishAt: 2026-03-02 18:00"],
  ["publish: 12 mars 2027 vers 9h", "publishAt: AAAA-MM-JJ HH:MM"],
  ["publishDate: bientôt", "publishAt: AAAA-MM-JJ HH:MM"],
  ["embargo: 2027-01-01", "publishAt: 2027-01-01"],
  ["embargo: true", "publishAt: AAAA-MM-JJ HH:MM"],
  ["Date: 2027-01-01", "date: 2027-01-01"],
  ["expire: 2026-02-01", "expires: 2026-02-01"],
  ["expiryDate: 31/12/2026", "expires: 2026-12-31"],
])("%s is refused, with the fix %s", async (line, fix) => {
  expect(await said(line)).toEqual([`3:1 front-matter → ${fix}`]);
});

test.each([
  ["draft:", "draft: true"],
  ["draft: ~", "draft: true"],
  ["published:", "published: false"],
  ["publishAt:", "publishAt: AAAA-MM-JJ HH:MM"],
])("%s without a value is refused: its author had begun to hold back the text", async (line, fix) => {
  expect(await said(line)).toEqual([`3:1 front-matter → ${fix}`]);
});

test("two lines with the same meaning are reported: one is to be kept", async () => {
  const keep = "« draft » est déjà écrit : gardez une seule des deux lignes, sous ce nom.";
  expect(await said("draft: false", "Draft: true")).toEqual([`4:1 front-matter → ${keep}`]);
  expect(await said("Draft: true", "brouillon: oui")).toEqual([
    "3:1 front-matter → draft: true",
    `4:1 front-matter → ${keep}`,
  ]);
});

test.each([
  "Draft: false",
  "publié: oui",
  "publishDate: 2026-01-05",
  "embargo: 2026-01-01",
  "Date: 2025-01-01",
  "embargo: non",
  "scheduled: false",
  "unpublish: false",
])("%s, which would change nothing, gets only the warning of an unknown key", async (line) => {
  const { content, problems } = await load({ [FILE]: post("title: A", line) });
  expect(content.posts).toHaveLength(1);
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["warn unknown-key"]);
});

test.each(["Draft: true", "status: draft", "publish: false"])(
  "a text that is already held back gets only the warning of an unknown key: %s",
  async (line) => {
    const { content, problems } = await load({ [FILE]: post("title: A", "published: false", line) });
    expect(content.withheld).toHaveLength(1);
    expect(problems.map(({ code }) => code)).toEqual(["unknown-key"]);
  },
);

test.each(["expiryDate:", "pubDate:"])("%s without a value is ignored", async (line) => {
  const { content, found } = await load({ [FILE]: post("title: A", line) });
  expect(content.posts).toHaveLength(1);
  expect(found).toEqual([]);
});

test.each([
  "droit: public",
  "public: agents",
  "visible: true",
  "visible: de nuit",
  "hidden: false",
  "private: équipe",
  "experts: [Jeanne, Paul]",
  "express: oui",
  "embauche: oui",
  "inline: false",
  "data: 2030",
  "dates: 12-14 mars 2027",
  "en ligne: https://demo.example.org/",
  "publie: 3 articles",
])("%s is only an unknown key, however similar to a known one", async (line) => {
  const { content, problems } = await load({ [FILE]: post("title: A", line) });
  expect(content.posts).toHaveLength(1);
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["warn unknown-key"]);
});

test.each([
  ["darft: true", "draft: true"],
  ["brouilon: oui", "draft: true"],
  ["publihsed: non", "published: false"],
  ["expirs: 2026-12-31", "expires: 2026-12-31"],
])("%s, a typing mistake, is refused, with the fix %s", async (line, fix) => {
  expect(await said(line)).toEqual([`3:1 front-matter → ${fix}`]);
});

test("a key that the site declares does not hold back a text", async () => {
  const { content } = await load({
    "content/site.yaml": "title: A\nfields: { embargo: { type: date }, status: { type: string } }\n",
    [FILE]: post("title: A", "embargo: 2027-01-01", "status: draft"),
  });
  expect(content.posts).toHaveLength(1);
});
