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
  return { prepared, names: createFingerprints(prepared, "") };
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

it("an entry has the same fingerprint before and after an hour in `date`, which no page shows", async () => {
  const files = { "content/posts/a.md": post("title: A", "date: 2026-03-02 18:00") };
  const nameAt = async (now: Date): Promise<string | undefined> => {
    const { prepared, names } = await named(files, now);
    return prepared.plan.content.posts.map(names.entry)[0];
  };
  const later = new Date("2026-03-02T19:00:00Z");
  expect(await nameAt(later)).toBe(await nameAt(NOW));
});
