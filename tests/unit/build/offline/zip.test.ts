import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeZip, type Zipped } from "../../../../src/build/offline/zip.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carnet-zip-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
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

it("says that names are in UTF-8 and files are readable, as Unix does", () => {
  const target = join(folder, "a.zip");
  writeZip(target, FILES);
  const bytes = readFileSync(target);
  const found: string[] = [];
  for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 1)) {
    const name = bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const utf8 = (bytes.readUInt16LE(at + 8) & 0x800) !== 0;
    const mode = (bytes.readUInt32LE(at + 38) >>> 16).toString(8);
    found.push(`${name} ${utf8 ? "utf8" : "plain"} host=${String(bytes[at + 5])} ${mode}`);
  }
  expect(found).toEqual([
    "été/index.html utf8 host=3 100644",
    "x.png plain host=3 100644",
    "vide.txt plain host=3 100644",
  ]);
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
