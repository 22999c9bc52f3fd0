import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { minified, minifyAll } from "../../../../src/build/theme/minified.ts";
import { digestOf } from "../../../../src/build/machine/digest.ts";

const ASSETS = join(import.meta.dirname, "../../../../layouts/assets");

/** The names of the theme's styles and scripts. */
const FILES = readdirSync(ASSETS, { recursive: true, encoding: "utf8" }).filter((name) =>
  /\.(?:css|js)$/.test(name),
);

it.each(FILES)("publishes %s without its comments and blanks", (name) => {
  const text = readFileSync(join(ASSETS, name), "utf8");
  const short = minified(text);
  if (short === text) throw new Error("dist/ is missing or old: npm run compile");
  expect(short.length).toBeLessThan(text.length);
  expect(short).not.toMatch(/^\s*\/[/*]/m);
  expect(short.trimEnd().split("\n").length).toBeLessThan(12);
});

it("keeps a text that was not compiled as it is", () => {
  expect(minified("/* Un */\na { b: c }\n")).toBe("/* Un */\na { b: c }\n");
});

it("recognizes each file by its text, whatever its name", async () => {
  const text = await minifyAll({ "a.css": "A", "css/b.css": "B" }, (name, one) =>
    Promise.resolve(`${name} ${one}`),
  );
  expect(JSON.parse(text)).toEqual({ [digestOf("A")]: "a.css A", [digestOf("B")]: "css/b.css B" });
});
