import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import type { SourceText } from "../../../../src/content/types.ts";
import { EntryMemory } from "../../../../src/content/entry.ts";
import { sourceFile } from "../../../../src/content/tree.ts";
import { loadRoot, post, siteRoot } from "../site-root.ts";

const FILE = "content/posts/2026-01-05-a.md";
const BROKEN = "content/posts/2026-01-06-b.md";
const TEXT = post("title: A", "tags: [Eau]");

let root: string;
let memory: EntryMemory;

beforeEach(async () => {
  root = siteRoot({ [FILE]: TEXT, [BROKEN]: post("tags: [Eau]", "@") });
  memory = new EntryMemory();
  await loadRoot(root, { memory });
});

/** The text of a file that is reread, if nothing but its body changed. */
function reread(file: string, text: string | Uint8Array): SourceText | undefined {
  writeFileSync(join(root, file), text);
  const source = sourceFile(root, file);
  return source && memory.reread(source)?.text;
}

it("a body is reread, also with CRLF and a byte-order mark", () => {
  expect(reread(FILE, `${TEXT}Encore.\n`)?.body.toString()).toBe("\nTexte.Encore.\n");
  expect(reread(FILE, `\ufeff${TEXT.replaceAll("\n", "\r\n")}`)?.body.toString()).toBe("\nTexte.");
});

it.each<[string, string, string | Uint8Array]>([
  ["has other front matter", FILE, TEXT.replace("A", "B")],
  ["has another line in its front matter", FILE, TEXT.replace("---\n", "---\n\n")],
  ["is empty, as an editor leaves it for a moment", FILE, ""],
  ["is no longer text", FILE, Buffer.from([0x2d, 0xff])],
  ["was refused before", BROKEN, TEXT],
  ["did not exist before", "content/posts/2026-01-07-c.md", TEXT],
])("a file that %s is not reread", (_, file, text) => {
  expect(reread(file, text)).toBeUndefined();
});

it("a symbolic link is not a source file, since its target is not in the site", () => {
  writeFileSync(join(root, "elsewhere.md"), TEXT);
  rmSync(join(root, FILE));
  symlinkSync(join(root, "elsewhere.md"), join(root, FILE));
  expect(sourceFile(root, FILE)).toBeUndefined();
});
