// Folders of an old site that become taxonomies with files, and people.
import { expect, it } from "vitest";
import { imported } from "./old-blog.ts";

const page = (lines: string, body = "Un texte."): string => `---\n${lines}\n---\n\n${body}\n`;
const PROGRAMME = {
  "config.toml": 'languageCode = "fr"\ntitle = "Programme"\nbaseURL = "https://p.example.org/"\n',
  "content/posts/2020-01-02-un.md": page("title: Un\ndate: 2020-01-02"),
  ...Object.fromEntries(
    ["Phare", "Pont", "Port"].map((title, i) => [
      `content/defis/${title.toLowerCase()}.md`,
      page(`title: ${title}\nwho: Ministère ${String(i)}\npromos: [Promo ${String(i + 1)}]`),
    ]),
  ),
  ...Object.fromEntries(
    [1, 2, 3].map((i) => [`content/promos/p${String(i)}.md`, page(`title: Promo ${String(i)}`, "")]),
  ),
  "content/promos/p2-bis.md": page("title: Promo 2", "Une suite."),
  ...Object.fromEntries(
    ["Ana Roy", "Bob Le Gall", "Cléo Dumas", "Dan d’Ur"].map((title, i) => [
      `content/personnes/${title.split(" ")[0]?.toLowerCase() ?? ""}.md`,
      page(
        `title: ${title}\njob: Designer\nrole: talent\ndefis: [${["Phare", "pont", "Port", "Phare"][i] ?? ""}]\npromos: [Promo 1]\nlinkedin: https://www.linkedin.com/in/${String(i)}`,
      ),
    ]),
  ),
};

it("a folder that others name becomes a taxonomy with files, and texts about people who name them become people", async () => {
  const { site, report, answers } = await imported("hugo", PROGRAMME);
  expect(report).toMatchObject({ builds: true, counts: { terms: 10, posts: 1 }, words: { lost: 0 } });
  expect(report.taxonomies).toEqual([
    { name: "defis", folder: "defis", terms: 3, found: 4, missing: 0 },
    { name: "promos", folder: "promos", terms: 3, found: 7, missing: 0 },
  ]);
  const settings = site.read("new/content/site.yaml");
  expect(settings).toContain("folder: defis");
  expect(settings).toMatch(/index: \{ ?group: promos ?\}/);
  expect(site.read("new/content/people/ana.md")).toMatch(
    /role: Designer\nstatus: talent\n[^]*links:\n? *\{?linkedin: https:\/\/www.linkedin.com\/in\/0/,
  );
  expect(answers.has("/defis/phare")).toBe(true);
});

it("two texts of one term become one, which keeps the words and the addresses of both", async () => {
  const { site, answers } = await imported("hugo", PROGRAMME);
  expect(site.read("new/content/promos/p2.md")).toMatch(
    /redirect_from: \[\/promos\/p2-bis\/\]\n[^]*Une suite\./,
  );
  expect(answers.has("/promos/p2-bis")).toBe(true);
});

it.each([
  [
    "that fewer than four of five names are found in",
    { "content/defis/autre.md": page("title: Autre\npromos: [Ici, Là, Nulle, Rien]") },
  ],
  [
    "that no other folder names",
    { "content/promos/p3.md": page("title: Promo 3\ndefis: [Phare, Pont, Port]") },
  ],
])("a folder %s stays one of pages", async (name, more) => {
  const { "content/promos/p2-bis.md": _, ...others } = PROGRAMME;
  const isOwn = name.startsWith("that no other");
  const files = isOwn
    ? Object.fromEntries(Object.entries(others).filter(([file]) => !/personnes|defis/.test(file)))
    : { ...others, ...more };
  const { report } = await imported("hugo", files);
  expect(report.taxonomies.map((one) => one.name)).not.toContain("promos");
});
