import { rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceFile } from "../../../../src/content/tree.ts";
import { splitFile } from "../../../../src/content/parse.ts";
import { unopened } from "../../../../src/content/stored-entries.ts";
import type { SourceFile } from "../../../../src/files.ts";
import { siteRoot } from "../site-root.ts";

const POST = "content/posts/2026-01-05-a.md";

function sourceOf(text: string): SourceFile {
  const source = sourceFile(siteRoot({ [POST]: text }), POST);
  if (!source) throw new Error("No such file.");
  return source;
}

describe("an unopened text", () => {
  it("reads its file on demand", () => {
    const source = sourceOf("---\ntitle: A\n---\n");
    const text = unopened(source);
    writeFileSync(source.path, "\ufeff---\ntitle: A\r\ntags: [b]\r\n---\r\nUn\r\n");
    expect(text.body.toString()).toBe("Un\n");
    rmSync(source.path);
    expect(text.head).toBe("title: A\ntags: [b]\n");
  });

  it("is empty if its file is gone", () => {
    const source = sourceOf("---\ntitle: A\n---\nUn\n");
    rmSync(source.path);
    const text = unopened(source);
    expect(text.body.toString()).toBe("");
    expect(text.head).toBe("");
  });
});

describe("the two parts of a file", () => {
  it("are found only if it has front matter", () => {
    expect(splitFile(sourceOf("---\ntitle: A\n---\nUn\n"))).toMatchObject({
      head: "title: A\n",
      bodyLine: 4,
    });
    expect(splitFile(sourceOf("Un\n"))).toBeUndefined();
  });
});
