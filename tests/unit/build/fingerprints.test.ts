import { describe, expect, it } from "vitest";
import { createFingerprints, type Fingerprints } from "../../../src/build/fingerprints.ts";
import { prepare, type Prepared } from "../../../src/build/prepare.ts";
import { builtinLayouts } from "../../../src/files.ts";
import { NOW, post, siteRoot, type Files } from "../content/site-root.ts";

const builtin = builtinLayouts();
const POSTS = {
  "content/posts/2026-01-05-a.md": post("title: A", "tags: [Eau]"),
  "content/posts/2026-01-06-b.md": post("title: B"),
  "content/posts/2026-01-07-c.md": post("title: C"),
  "content/posts/2026-01-08-d.md": post("title: D"),
};

async function named(files: Files = POSTS, now = NOW): Promise<{ prepared: Prepared; names: Fingerprints }> {
  const { prepared } = await prepare({ root: siteRoot(files), now, builtin });
  if (!prepared) throw new Error("Not prepared.");
  return { prepared, names: createFingerprints(prepared, builtin.folder, "") };
}

/** The fingerprint of a page of a site with these files. */
async function nameOf(url: string, files: Files): Promise<string> {
  const { prepared, names } = await named(files);
  const page = prepared.plan.pages.find((one) => one.url === url);
  if (!page) throw new Error("No such page.");
  return names.page(page);
}

describe("the fingerprint of a list", () => {
  const nameOfList = (changed: Files = {}): Promise<string> =>
    nameOf("/mots-cles/eau/", { ...POSTS, ...changed });
  const A = "content/posts/2026-01-05-a.md";
  const saved = { [A]: `${post("title: A", "tags: [Eau]")}\nUne phrase de plus.\n` };
  const own = { "layouts/tag.njk": '{% extends "carnet/tag.njk" %}' };

  it("stays when the text of one of its posts is saved", async () => {
    expect(await nameOfList(saved)).toBe(await nameOfList());
  });

  it("is another one then if its layout is the site's own, which may show texts", async () => {
    expect(await nameOfList({ ...own, ...saved })).not.toBe(await nameOfList(own));
  });

  it("is another one when the description of one of its posts changes", async () => {
    const described = { [A]: post("title: A", "tags: [Eau]", "description: Autre.") };
    expect(await nameOfList(described)).not.toBe(await nameOfList());
  });
});

describe("a part of a series", () => {
  const titles: Record<string, string> = { un: "Un", deux: "Deux", trois: "Trois", quatre: "Quatre" };
  /** The first part is not next to the others by date, nor are they among its related posts. */
  const series = (changed: Files): Files => ({
    "content/site.yaml":
      "title: T\nurl: https://a.example\ntaxonomies: { serie: { label: S, ordered: yes } }\n",
    "content/posts/2026-01-01-un.md": post("title: Un", "serie: Journal", "related: [a]"),
    "content/posts/2026-01-05-a.md": post("title: A"),
    ...Object.fromEntries(
      ["deux", "trois", "quatre"].map((slug, i) => [
        `content/posts/2026-02-0${String(i + 1)}-${slug}.md`,
        post(`title: ${titles[slug] ?? ""}`, "serie: Journal"),
      ]),
    ),
    ...changed,
  });
  const nameOfFirst = (changed: Files = {}): Promise<string> =>
    nameOf("/blog/2026/01/01/un/", series(changed));

  it.each([
    ["is added", { "content/posts/2026-02-07-cinq.md": post("title: Cinq", "serie: Journal") }],
    [
      "is withdrawn",
      { "content/posts/2026-02-03-quatre.md": post("title: Quatre", "draft: true", "serie: Journal") },
    ],
    ["has another title", { "content/posts/2026-02-01-deux.md": post("title: Second", "serie: Journal") }],
    [
      "has another address",
      { "content/posts/2026-02-01-deux.md": post("title: Deux", "serie: Journal", "slug: second") },
    ],
  ])("gets a new fingerprint when another part %s", async (_, changed) => {
    expect(await nameOfFirst(changed)).not.toBe(await nameOfFirst());
  });

  it("keeps its fingerprint when the text of another part changes", async () => {
    const changed = {
      "content/posts/2026-02-01-deux.md": `${post("title: Deux", "serie: Journal")}\nUne phrase de plus.\n`,
    };
    expect(await nameOfFirst(changed)).toBe(await nameOfFirst());
  });
});

describe("the page of a term that people have", () => {
  const SITE = "title: T\nurl: https://a.example\ntaxonomies: { promotion: { label: P } }\n";
  const A = "a: { name: Équipe A, promotion: un }\n";
  const B = "b: { name: Équipe B, promotion: deux }\n";
  const nameIn = (url: string, people: string, files: Files = {}): Promise<string> =>
    nameOf(url, { ...POSTS, "content/site.yaml": SITE, "content/people.yaml": people, ...files });

  it.each([
    ["someone is added", `${A}${B}c: { name: Équipe C, promotion: un }\n`],
    ["someone comes from another term", A + B.replace("deux", "[deux, un]")],
    ["someone has another name", A.replace("Équipe A", "Équipe AA") + B],
    ["someone has another role", A.replace("name", "role: appui, name") + B],
    ["the order of people.yaml changes", `c: { name: Équipe C, promotion: un }\n${A}${B}`],
  ])("gets a new fingerprint when %s", async (_, people) => {
    expect(await nameIn("/promotion/un/", people)).not.toBe(await nameIn("/promotion/un/", A + B));
  });

  it("gets a new fingerprint when someone signs their first post", async () => {
    const first = { "content/posts/2026-01-08-d.md": post("title: D", "author: Équipe A") };
    expect(await nameIn("/promotion/un/", A + B, first)).not.toBe(await nameIn("/promotion/un/", A + B));
  });

  it("keeps its fingerprint when the people of another term change", async () => {
    const others = A + B.replace("Équipe B", "Équipe BB");
    expect(await nameIn("/promotion/un/", others)).toBe(await nameIn("/promotion/un/", A + B));
  });
});

it("an entry has the same fingerprint before and after an hour in `date`, which no page shows", async () => {
  const files = { "content/posts/a.md": post("title: A", "date: 2026-03-02 18:00") };
  const nameAt = async (now: Date): Promise<string | undefined> => {
    const { prepared, names } = await named(files, now);
    return prepared.plan.content.posts.map(names.entry)[0];
  };
  const later = new Date("2026-03-02T19:00:00Z");
  expect(await nameAt(later)).toBe(await nameAt(NOW));
});
