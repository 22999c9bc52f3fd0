import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { FileReading } from "../../../src/content/entry.ts";
import { sourceFile } from "../../../src/content/tree.ts";
import { loadRoot, post, siteRoot } from "./site-root.ts";

const FILE = "content/posts/2026-01-05-a.md";

/** The titles of a site, read again with what earlier readings gave, and how many files were read anew. */
function reader(root: string): (now?: string) => Promise<[titles: string[], kept: number]> {
  const known = new Map<string, FileReading>();
  let kept = 0;
  const keep = (key: string, one: FileReading): void => {
    kept++;
    known.set(key, one);
  };
  const readings = { keep, get: (key: string) => structuredClone(known.get(key)) };
  return async (now = "2026-03-02T10:00:00Z") => {
    kept = 0;
    const { content } = await loadRoot(root, { readings, now: new Date(now), drafts: true });
    return [content.posts.map(({ title, day, body }) => [title, day, String(body).trim()].join(", ")), kept];
  };
}

it("front matter is read again only if its file or the settings changed", async () => {
  const root = siteRoot({ [FILE]: post("title: A") });
  const read = reader(root);
  expect(await read()).toEqual([["A, 2026-01-05, Texte."], 1]);
  expect(await read()).toEqual([["A, 2026-01-05, Texte."], 0]);
  writeFileSync(join(root, FILE), post("title: B", "# é"));
  expect(await read()).toEqual([["B, 2026-01-05, Texte."], 1]);
  writeFileSync(join(root, "content/site.yaml"), "title: C\n");
  expect(await read()).toEqual([["B, 2026-01-05, Texte."], 1]);
});

it("on another day, a file that depends on the day is read again", async () => {
  const root = siteRoot({ [FILE]: post("title: A"), "content/posts/b.md": post("title: B", "draft: true") });
  const read = reader(root);
  expect(await read()).toEqual([["B, 2026-03-02, Texte.", "A, 2026-01-05, Texte."], 2]);
  expect(await read("2026-03-03T10:00:00Z")).toEqual([["B, 2026-03-03, Texte.", "A, 2026-01-05, Texte."], 1]);
});

it("a symbolic link is not a source file, since its target is not in the site", () => {
  const root = siteRoot({ [FILE]: post("title: A"), "elsewhere.md": "x" });
  rmSync(join(root, FILE));
  symlinkSync(join(root, "elsewhere.md"), join(root, FILE));
  expect(sourceFile(root, FILE)).toBeUndefined();
});
