import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, it } from "vitest";

const FOLDER = "docs/screenshots";
/** Largest total size, in bytes, since each clone of the repository contains the files. */
const BUDGET = 3_000_000;

it("the page of screenshots shows every file, each with its own text, within a total size", () => {
  const page = readFileSync("docs/screenshots.md", "utf8");
  const shown = [...page.matchAll(/!\[([^\]]+)\]\(screenshots\/([\w.-]+)\)/g)];
  const files = readdirSync(FOLDER).sort();
  expect(shown.map(([, , file]) => file).sort()).toEqual(files);
  expect(new Set(shown.map(([, alt]) => alt)).size).toBe(files.length);
  expect(files.length).toBeGreaterThanOrEqual(8 * 4);
  const weight = files.reduce((sum, file) => sum + statSync(`${FOLDER}/${file}`).size, 0);
  expect(weight).toBeLessThan(BUDGET);
});

it("the README shows pages as they were last taken", () => {
  const shown = [
    ...readFileSync("README.md", "utf8").matchAll(/!\[[^\]]+\]\(([^()]+\.(?:jpe?g|png|webp))\)/g),
  ];
  const taken = readdirSync(FOLDER).map((file) => `${FOLDER}/${file}`);
  expect(shown.length).toBeGreaterThan(0);
  for (const [, file] of shown) expect(taken).toContain(file);
});
