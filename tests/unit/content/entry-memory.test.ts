import { rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EntryMemory } from "../../../src/content/entry.ts";
import { sourceFile } from "../../../src/content/tree.ts";
import { loadRoot, post, siteRoot } from "./site-root.ts";

const FILE = "content/posts/2026-01-05-a.md";

it("a file with the same size and times is not opened again, unless it is known to have been saved", async () => {
  const root = siteRoot({ [FILE]: post("title: A") });
  const memory = new EntryMemory();
  const title = async (): Promise<string | undefined> =>
    (await loadRoot(root, { memory })).content.posts[0]?.title;
  const { atime, mtime, ctimeMs } = statSync(join(root, FILE));
  expect(await title()).toBe("A");
  writeFileSync(join(root, FILE), post("title: B"));
  utimesSync(join(root, FILE), atime, mtime);
  // Where the disk does not show the change either.
  if (statSync(join(root, FILE)).ctimeMs === ctimeMs) expect(await title()).toBe("A");
  memory.forget([FILE]);
  expect(await title()).toBe("B");
});

it("a symbolic link is not a source file, since its target is not in the site", () => {
  const root = siteRoot({ [FILE]: post("title: A"), "elsewhere.md": "x" });
  rmSync(join(root, FILE));
  symlinkSync(join(root, "elsewhere.md"), join(root, FILE));
  expect(sourceFile(root, FILE)).toBeUndefined();
});
