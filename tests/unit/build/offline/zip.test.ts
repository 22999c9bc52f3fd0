import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, expect, it } from "vitest";
import { writeZip, type Zipped } from "../../../../src/build/offline/zip.ts";

const folder = mkdtempSync(join(tmpdir(), "zip-"));
afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});

const text = (path: string, words: string): Zipped => ({ path, bytes: Buffer.from(words) });
const FILES = [text("été/index.html", "Bonjour ".repeat(100)), text("x.png", "image"), text("vide.txt", "")];

it("holds each file, whole, under its name", () => {
  const target = join(folder, "un/deux.zip");
  const size = writeZip(target, FILES);
  const bytes = readFileSync(target);
  expect(bytes).toHaveLength(size);
  const found = Object.entries(unzipSync(bytes)).map(([path, one]) => [path, Buffer.from(one).toString()]);
  expect(found).toEqual(FILES.map(({ path, bytes: own }) => [path, Buffer.from(own).toString()]));
});

it("has the same bytes at any hour and in any zone", () => {
  const zone = process.env["TZ"];
  const made = ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"].map((name) => {
    process.env["TZ"] = name;
    writeZip(join(folder, "a.zip"), FILES);
    return readFileSync(join(folder, "a.zip")).toString("hex");
  });
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
  expect(new Set(made).size).toBe(1);
});

it("leaves the one from before where a file cannot be read", () => {
  const target = join(folder, "a.zip");
  writeFileSync(target, "d’avant");
  const failing = function* (): Generator<Zipped> {
    yield text("a", "a");
    throw new Error("disque");
  };
  expect(() => writeZip(target, failing())).toThrow("disque");
  expect(readdirSync(folder)).toEqual(["a.zip"]);
  expect(readFileSync(target, "utf8")).toBe("d’avant");
});

it("fails where a folder has its name", () => {
  mkdirSync(join(folder, "a.zip"));
  expect(() => writeZip(join(folder, "a.zip"), FILES)).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(readdirSync(folder)).toEqual(["a.zip"]);
});
