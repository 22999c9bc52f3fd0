import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EntryFacts } from "../../../src/content/loose-entry.ts";
import { sourceFile } from "../../../src/content/tree.ts";
import { unopened } from "../../../src/content/unopened.ts";
import { siteRoot } from "./site-root.ts";

const POST = "content/posts/2026-01-05-a.md";
const FACTS = { title: "A", draft: false } as EntryFacts;

function entryOf(text: string): { path: string; entry: ReturnType<typeof unopened> } {
  const root = siteRoot({ [POST]: text });
  const source = sourceFile(root, POST);
  if (!source) throw new Error("No such file.");
  return { path: join(root, POST), entry: unopened("post", source, { facts: FACTS, bodyLine: 5 }) };
}

describe("an entry that is not opened", () => {
  it("is what was known of it, and reads its words once something asks for them", () => {
    const { path, entry } = entryOf("---\ntitle: A\n---\n");
    writeFileSync(path, "\ufeff---\ntitle: A\r\ntags: [b]\r\n---\r\nUn\r\n");
    expect(entry).toMatchObject({ kind: "post", title: "A", bodyLine: 5 });
    expect(entry.placeOf("tags")).toMatchObject({ file: POST, line: 3, column: 7 });
    expect(entry.text.body.toString()).toBe("Un\n");
    rmSync(path);
    expect(entry.text.head).toBe("title: A\ntags: [b]\n");
  });

  it("says nothing where its file is gone", () => {
    const { path, entry } = entryOf("---\ntitle: A\n---\nUn\n");
    rmSync(path);
    expect(entry.text.body.toString()).toBe("");
    expect(entry.placeOf("title")).toMatchObject({ file: POST, line: 2 });
  });
});
