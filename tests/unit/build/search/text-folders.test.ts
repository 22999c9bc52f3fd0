import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { Gate } from "../../../../src/build/machine/gate.ts";
import type { IndexedText } from "../../../../src/build/search/documents.ts";
import { makeScratch, removeScratch, type Scratch } from "../../../../src/build/search/scratch.ts";
import { TextFolders } from "../../../../src/build/search/text-folders.ts";

/** On Linux, the folder is in memory, where the newest or the oldest file is listed first. */
const IS_LISTED = existsSync("/dev/shm");

function scratch(): Scratch {
  const path = makeScratch();
  if (path === undefined) throw new Error("no folder");
  onTestFinished(() => {
    removeScratch(path);
  });
  return { path, gate: new Gate() };
}

const textsAt = (...urls: string[]): IndexedText[] => urls.map((url) => ({ url, content: `Texte ${url}` }));

describe("a folder of texts", () => {
  it("has a file for each address, where the system lists them in their order", () => {
    const texts = textsAt("/blog/2026/b/", "/blog/2026/a/", "/blog/2025/c/", "/");
    const folder = new TextFolders(scratch()).put(texts);
    expect(folder !== undefined).toBe(IS_LISTED);
    if (!folder) return;
    for (const { url, content } of texts)
      expect(readFileSync(join(folder.path, url, "index.html"), "utf8")).toBe(content);
  });

  it("is removed once it has been read, and the next one has another name", () => {
    const place = scratch();
    const folders = new TextFolders(place);
    const [first, second] = [folders.put(textsAt("/a/b/", "/c/")), folders.put(textsAt("/a/b/"))];
    expect(first !== undefined).toBe(IS_LISTED);
    if (!first || !second) return;
    expect(second.path).not.toBe(first.path);
    folders.remove(first);
    expect(existsSync(first.path)).toBe(false);
    expect(existsSync(second.path)).toBe(true);
  });

  it.each([
    ["a folder to which the texts return", ["/a/b/", "/c/", "/a/d/"]],
    ["an address without its final slash", ["/a/b.html"]],
    ["an address with an encoded character", ["/caf%C3%A9/"]],
    ["a hidden folder", ["/.well-known/a/"]],
    ["a name that is too long for a file", [`/${"a".repeat(300)}/`]],
    ["the same address twice", ["/a/", "/a/"]],
  ])("is not made for %s, and leaves nothing", (_, urls) => {
    const place = scratch();
    expect(new TextFolders(place).put(textsAt(...urls))).toBeUndefined();
    expect(readdirSync(place.path).filter((name) => name !== "probe")).toEqual([]);
  });

  it("is not made once the gate is shut, or its place is gone", () => {
    const [shut, gone] = [scratch(), scratch()];
    const [inShut, inGone] = [new TextFolders(shut), new TextFolders(gone)];
    shut.gate.shut();
    removeScratch(gone.path);
    expect(inShut.put(textsAt("/a/"))).toBeUndefined();
    expect(inGone.put(textsAt("/a/"))).toBeUndefined();
    expect(readdirSync(shut.path)).toEqual(IS_LISTED ? ["probe"] : readdirSync(shut.path));
    expect(existsSync(gone.path)).toBe(false);
  });
});
