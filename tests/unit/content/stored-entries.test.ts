import { rmSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { describe, expect, it } from "vitest";
import { keptEntries, restoreContent } from "../../../src/content/stored-entries.ts";
import { loadContent } from "../../../src/content/load.ts";
import type { Content } from "../../../src/content/types.ts";
import { siteRoot, type Files } from "./site-root.ts";

const NOW = new Date("2026-03-02T10:00:00Z");
const BUILTIN = ["post", "page"];

/**
 * Posts in two languages, with common people and tags, that name each other; four drafts, one
 * unreadable and one with a refused value; a scheduled post.
 */
const FILES: Files = {
  "content/site.yaml":
    "title: Carnet\nurl: https://blog.example.org\ntaxonomies: { promotion: { label: Promotion } }\n" +
    "fields: { defi: { type: string, label: Défi } }\n",
  "content/people.yaml":
    "ada: { name: Ada, role: Cheffe, translations: { en: { role: Head } }, promotion: ['3', '4'] }\n" +
    "cy: { name: Cy, promotion: '4' }\n",
  "content/tags.yaml":
    "design: { label: Design, description: Ce qui se voit, en: { label: Design } }\nusages: {}\n",
  "content/posts/2026-01-05-a.md":
    "---\ntitle: A\nauthor: Ada, EIG et Bo\ntags: [design, usages]\npromotion: '3'\ndefi: x\nlang-ref: a\nimage: /a.png\n" +
    "aliases: /vieux/\ncorrections: [{ date: 2026-01-09, text: Un }]\n---\nUn\n",
  "content/posts/en/2026-01-06-a.md": "---\ntitle: A\nauthor: Ada\ntags: [design]\nlang-ref: a\n---\nOne\n",
  "content/posts/2026-01-07-b.md":
    "---\ntitle: B\nauthor: Ada\ntags: [design]\nrelated: a\nexpires: 2026-05-01\ndeadline: 2026-04-01 17:00\nupdated: 2026-02-01\n---\nDeux\n",
  "content/posts/2026-01-08-c.md": "---\ntitle: C\ntags: [usages]\nauthor: Bo\n---\nTrois\n",
  "content/posts/2026-04-01-d.md": "---\ntitle: D\ntags: [design]\nauthor: Bo\n---\nQuatre\n",
  "content/posts/2026-01-09-e.md": "---\ntitle: E\ndraft: true\ntags: [design]\nauthor: Bo\n---\nCinq\n",
  "content/posts/_f.md": "---\ntitle: F\n@\n---\nRien\n",
  "content/posts/_g.md": "---\ntitle: G : un essai\ntags: [usages]\nauthor: Bo\n---\nRien\n",
  "content/posts/_h.md": "---\ntitle: H\ndate: hier\nauthor: Bo\n---\nRien\n",
  "content/pages/a-propos.md": "---\ntitle: À propos\nupdated: 2026-01-01\n---\nSix\n",
};

async function load(root: string): Promise<Content> {
  const { content } = await loadContent({ root, now: NOW, builtinLayouts: BUILTIN });
  if (!content) throw new Error("No content.");
  return content;
}

/** Entries as another process reads them. */
function kept(content: Content): unknown {
  return deserialize(serialize(keptEntries(content)));
}

function restore(root: string, entries: unknown): Content | undefined {
  const options = { root, now: NOW, builtinLayouts: BUILTIN, remarked: [] };
  return restoreContent({ ...options, entries: () => entries });
}

describe("stored entries", () => {
  it("restore the same content, with the same words and places", async () => {
    const root = siteRoot(FILES);
    const content = await load(root);
    const again = restore(root, kept(content));
    if (!again) throw new Error("Nothing was restored.");
    expect(content.posts).toHaveLength(4);
    expect(content.withheld).toHaveLength(2);
    expect(content.unreadDrafts).toHaveLength(3);
    expect(content.unsound).toHaveLength(1);
    expect(again.withheld).toHaveLength(2);
    expect(again.refused).toEqual([]);
    expect(again.unreadDrafts).toEqual(content.unreadDrafts);
    const shown = ({ posts, pages, withheld, unsound }: Content): unknown[] =>
      [...posts, ...pages, ...withheld, ...unsound].map(({ text, placeOf, ...own }) => ({
        ...own,
        words: [text.head, text.body.toString()],
        places: ["title", "tags", "author"].map((field) => placeOf(field)),
        ...("related" in own && {
          related: own.related.map(({ file }) => file),
          around: [own.previous?.file, own.next?.file],
          terms: JSON.stringify(own.terms),
          printed: String(own.terms["tags"]),
        }),
        previous: undefined,
        next: undefined,
      }));
    expect(shown(again)).toEqual(shown(content));
    const around = ({
      site,
      languages,
      people,
      members,
      redirects,
      files,
      layouts,
      nextChange,
    }: Content): unknown[] => [
      ...[site, languages, people, redirects, files, layouts, nextChange],
      members.map(({ person, terms }) => [person, JSON.stringify(terms)]),
    ];
    expect(content.members).toHaveLength(2);
    expect(around(again)).toEqual(around(content));
    expect(Object.keys(again).sort()).toEqual(Object.keys(content).sort());
  });

  it("restore each person and term once, shared by the posts that show them", async () => {
    const root = siteRoot(FILES);
    const content = await load(root);
    const again = restore(root, kept(content));
    const [b, a] = ["b", "a"].map((slug) =>
      again?.posts.find((post) => post.slug === slug && post.lang === "fr"),
    );
    expect(a?.authors[0]?.person).toBe(b?.authors[0]?.person);
    expect(a?.terms["tags"]?.[0]).toBe(b?.terms["tags"]?.[0]);
    expect(again?.posts).toContain(b?.related[0]);
    expect(again?.people).toEqual(content.people);
    const [ada] = again?.members ?? [];
    expect(ada?.person).toBe(a?.authors[0]?.person);
    expect(ada?.terms["fr"]?.[0]).toBe(a?.terms["promotion"]?.[0]);
  });

  it("are not restored if a file is gone, nothing was stored or front matter changed", async () => {
    const root = siteRoot(FILES);
    const values = kept(await load(root));
    expect(restore(root, undefined)).toBeUndefined();
    rmSync(join(root, "content/posts/2026-01-08-c.md"));
    expect(restore(root, values)).toBeUndefined();
  });
});
