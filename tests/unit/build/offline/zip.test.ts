import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeEach, expect, it } from "vitest";
import { writeZip, type Zipped } from "../../../../src/build/offline/zip.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

let folder: string;
beforeEach(() => {
  folder = scratchFolder();
});
const text = (path: string, words: string): Zipped => ({ path, bytes: Buffer.from(words) });
const FILES = [text("été/index.html", "Bonjour ".repeat(100)), text("x.png", "image"), text("vide.txt", "")];

it("contains each file, whole, under its name", async () => {
  const target = join(folder, "un/deux.zip");
  const size = await writeZip(target, FILES);
  const bytes = readFileSync(target);
  expect(bytes).toHaveLength(size);
  const found = Object.entries(unzipSync(bytes)).map(([path, one]) => [path, Buffer.from(one).toString()]);
  expect(found).toEqual(FILES.map(({ path, bytes: own }) => [path, Buffer.from(own).toString()]));
});

it("marks names as UTF-8 and files as readable, as Unix does", async () => {
  const target = join(folder, "a.zip");
  await writeZip(target, FILES);
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

it("has the same bytes in any time zone", async () => {
  const zone = process.env["TZ"];
  const made: string[] = [];
  for (const name of ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"]) {
    process.env["TZ"] = name;
    await writeZip(join(folder, "a.zip"), FILES);
    made.push(readFileSync(join(folder, "a.zip")).toString("hex"));
  }
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
  expect(new Set(made).size).toBe(1);
});

it("keeps the previous archive when a file cannot be read", async () => {
  const target = join(folder, "a.zip");
  writeFileSync(target, "d’avant");
  const failing = function* (): Generator<Zipped> {
    yield text("a", "a");
    throw new Error("disque");
  };
  await expect(writeZip(target, failing())).rejects.toThrow("disque");
  expect(readdirSync(folder)).toEqual(["a.zip"]);
  expect(readFileSync(target, "utf8")).toBe("d’avant");
});

it("fails when a folder has its name", async () => {
  mkdirSync(join(folder, "a.zip"));
  await expect(writeZip(join(folder, "a.zip"), FILES)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(readdirSync(folder)).toEqual(["a.zip"]);
});

it("lets signals be handled between files, and can remove the unfinished archive", async () => {
  const target = join(folder, "a.zip");
  const large = Array.from({ length: 4 }, (_, i) => text(String(i), String(i).repeat(600_000)));
  let undo = (): void => undefined;
  const found: string[][] = [];
  setImmediate(() => {
    found.push(readdirSync(folder));
    undo();
    found.push(readdirSync(folder));
  });
  const writing = writeZip(target, large, (one) => {
    undo = one;
    return () => found.push([]);
  });
  await expect(writing).rejects.toThrow("ENOENT");
  expect(found).toEqual([["a.zip.part"], [], []]);
});
