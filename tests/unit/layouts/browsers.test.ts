// Syntax that Safari 15, Firefox 94 and Chrome 90 do not support (docs/publishing.md, “Browsers”): it would cost them a
// declaration, a whole rule or a whole script. Some of it is allowed after a fallback for these browsers.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, it } from "vitest";

const ASSETS = "layouts/assets";
const files = readdirSync(ASSETS, { recursive: true, encoding: "utf8" });
const named = (extension: string): string[] => files.filter((file) => extname(file) === extension);
const read = (file: string): string =>
  readFileSync(join(ASSETS, file), "utf8")
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/^\s*\/\/.*$/gm, "");

const STYLES: Readonly<Record<string, RegExp>> = {
  "a media query with < or > (Safari 16.4)": /@media[^{]*[<>][^{]*/g,
  "`text-decoration` with a thickness or style (Safari 26.2)": /\btext-decoration: (?!none;|underline;).*/g,
  "`content` with alternative text, without a fallback (Safari 17.4, Firefox 128)":
    /(?<!\bcontent: [^;]*;\s*)\bcontent: [^;]* \/ .*/g,
  "a grid with a ratio, whose rows do not subtract its padding (seen in Chrome 91)":
    /[^{}]*\{[^{}]*\b(?:display: grid;[^{}]*\baspect-ratio|aspect-ratio:[^{}]*\bdisplay: grid)\b[^{}]*/g,
  "`overflow: clip` without a fallback (Safari 16)":
    /(?<!\boverflow-x: hidden;\s*)\boverflow(?:-[xy])?: clip/g,
  "`overflow-wrap: anywhere` without a fallback (Safari 15.4)":
    /(?<!\boverflow-wrap: break-word;\s*)\boverflow-wrap: anywhere/g,
};

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  "a lookbehind in a regular expression (Safari 16.4)": /\(\?<[=!].*/g,
  "`at()` of arrays and strings (Safari 15.4, Chrome 92)": /\.at\(.*/g,
};

describe("syntax that older browsers do not support", () => {
  it.each(Object.entries(STYLES))("is in no stylesheet: %s", (_, pattern) => {
    expect(named(".css").flatMap((file) => read(file).match(pattern) ?? [])).toEqual([]);
  });

  it("is in no list of selectors, which would be lost: `:has()` (Firefox 121, Chrome 105, Safari 15.4)", () => {
    const selectors = named(".css").flatMap((file) => read(file).match(/[^{}]+(?=\{)/g) ?? []);
    // `:is()` ignores selectors that it does not know.
    const bare = selectors.map((one) => one.replace(/:is\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, ":is"));
    expect(bare.length).toBeGreaterThan(300);
    expect(bare.filter((one) => one.includes(":has(") && one.includes(",")).map((one) => one.trim())).toEqual(
      [],
    );
  });

  // Nor in browsers that are older still: there, the link covered the site's title, and texts had no margin.
  it("neither shows the skip link nor moves the page: a logical inset, margin or padding (Safari 14.1, Chrome 87)", () => {
    const rules = read("css/ground.css").match(/^\.(?:skip-link|frame)\b[^{]*\{[^}]*\}/gm) ?? [];
    expect(rules).toHaveLength(3);
    expect(rules.join("\n")).not.toMatch(/\binset-block-start:|\b(?:margin|padding)-(?:inline|block):/);
  });

  it.each(Object.entries(SCRIPTS))("is in no script: %s", (_, pattern) => {
    expect(named(".js").flatMap((file) => read(file).match(pattern) ?? [])).toEqual([]);
  });
});
