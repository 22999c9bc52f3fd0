// Files of `.cache/` that are read whole: accepted exactly as they were written, or ignored.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import {
  readChecked,
  readCheckedJson,
  readCheckedValues,
  writeCheckedJson,
  writeCheckedParts,
  writeCheckedValues,
} from "../../../../src/build/machine/checked-file.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = scratchFolder();
  path = join(folder, "below/a.seal");
});

describe("a checked file", () => {
  it("returns what was written, in parts, as JSON or as values", () => {
    expect(writeCheckedParts(path, ["é", Buffer.from("b")])).toBe(true);
    expect(readChecked(path)?.toString()).toBe("éb");
    expect(writeCheckedJson(path, { a: [1] })).toBe(true);
    expect(readChecked(path)?.toString()).toBe('{"a":[1]}');
    expect(writeCheckedValues(path, [new Map([["a", 1]]), undefined])).toBe(true);
    expect(readCheckedValues(path)).toEqual([new Map([["a", 1]]), undefined]);
  });

  it("returns nothing if another version stores it in another form", () => {
    writeCheckedParts(path, [Buffer.from("a newer form")]);
    expect(readChecked(path)).toBeDefined();
    expect(readCheckedJson(path)).toBeUndefined();
    expect(readCheckedValues(path)).toBeUndefined();
  });

  it("returns nothing for a link or a pipe, which may have no end", () => {
    writeCheckedJson(path, { a: 1 });
    const link = join(folder, "link");
    symlinkSync(path, link);
    expect(readChecked(link)).toBeUndefined();
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    expect(readChecked(pipe)).toBeUndefined();
  });

  it("returns nothing when truncated, longer, changed, in another form or missing", () => {
    writeCheckedJson(path, { a: "long enough" });
    const whole = readFileSync(path);
    const flipped = Buffer.from(whole);
    flipped[50] = (flipped[50] ?? 0) ^ 1;
    for (const bytes of [whole.subarray(0, -1), Buffer.concat([whole, whole]), flipped, Buffer.alloc(0)]) {
      writeFileSync(path, bytes);
      expect(readChecked(path)).toBeUndefined();
      expect(readCheckedValues(path)).toBeUndefined();
    }
    writeFileSync(path, whole);
    expect(readChecked(path)).toBeDefined();
    expect(readCheckedValues(path)).toBeUndefined();
    expect(readChecked(join(folder, "none"))).toBeUndefined();
  });

  it("is not written when its folder cannot be made, and leaves nothing behind", () => {
    writeFileSync(join(folder, "below"), "");
    expect(writeCheckedJson(path, {})).toBe(false);
    expect(readdirSync(folder)).toEqual(["below"]);
  });

  it("removes old leftovers of killed builds, and nothing else", () => {
    writeCheckedJson(path, {});
    const left = `a.seal.${randomUUID()}`;
    const old = [left, "a.seal.bak", "a.seal", `b.seal.${randomUUID()}`];
    const fresh = `a.seal.${randomUUID()}`;
    for (const name of [...old, fresh]) writeFileSync(join(folder, "below", name), "");
    for (const name of old) utimesSync(join(folder, "below", name), 1, 1);
    expect(writeCheckedJson(path, {})).toBe(true);
    expect(readdirSync(join(folder, "below")).sort()).toEqual([...old.slice(1), fresh].sort());
  });
});
