import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeWhole, writeWholeSlowly, writeWholeText } from "../../../../src/build/machine/whole-file.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

it("creates the folder of a file, and leaves nothing beside the file", () => {
  const folder = join(scratchFolder(), "a", "b");
  writeWholeText(join(folder, "c.txt"), "texte");
  expect(readFileSync(join(folder, "c.txt"), "utf8")).toBe("texte");
  expect(readdirSync(folder)).toEqual(["c.txt"]);
});

it("keeps the old file whole when writing fails half-way", () => {
  const folder = scratchFolder();
  const file = join(folder, "c.txt");
  writeWholeText(file, "vieux");
  const fail = (aside: string): void => {
    writeFileSync(aside, "neuf, à moitié");
    throw new Error("disk full");
  };
  expect(() => {
    writeWhole(file, fail);
  }).toThrow("disk full");
  expect(readFileSync(file, "utf8")).toBe("vieux");
  expect(readdirSync(folder)).toEqual(["c.txt"]);
});

it("writes a file in several turns, and keeps the old one whole when that fails half-way", async () => {
  const folder = scratchFolder();
  const file = join(folder, "c.txt");
  writeWholeText(file, "vieux");
  const fail = async (aside: string): Promise<void> => {
    writeFileSync(aside, "neuf, à moitié");
    await Promise.reject(new Error("disk full"));
  };
  await writeWholeSlowly(join(folder, "d.txt"), async (aside) => {
    await Promise.resolve();
    writeFileSync(aside, "neuf");
  });
  expect(readFileSync(join(folder, "d.txt"), "utf8")).toBe("neuf");
  await expect(writeWholeSlowly(file, fail)).rejects.toThrow("disk full");
  expect(readFileSync(file, "utf8")).toBe("vieux");
  expect(readdirSync(folder)).toEqual(["c.txt", "d.txt"]);
});

it("reports the disk's error when no folder can be made", () => {
  const file = join(scratchFolder(), "c.txt");
  writeFileSync(file, "");
  expect(() => {
    writeWholeText(join(file, "d.txt"), "texte");
  }).toThrow(/ENOTDIR|EEXIST/);
  expect(existsSync(file)).toBe(true);
});
