import { readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { MOST_UNUSED } from "../../../src/build/machine/stored-file.ts";
import { compileConfig } from "../../../src/eleventy/compile-config.ts";
import { loadOwnerConfig } from "../../../src/eleventy/owner-config.ts";
import type { EleventyConfig } from "../../../src/eleventy/types.ts";
import { siteRoot, type Files } from "../content/site-root.ts";

/** The global data that the configuration adds when called as Eleventy would. */
async function dataOf(root: string, run?: string): Promise<Record<string, unknown>> {
  const data: Record<string, unknown> = {};
  const config: Pick<EleventyConfig, "addGlobalData"> = {
    addGlobalData: (name, value) => {
      data[name] = value;
    },
  };
  await (await loadOwnerConfig(root, run))?.configure(config as EleventyConfig);
  return data;
}

async function failureOf(files: Files): Promise<string> {
  try {
    await dataOf(siteRoot(files));
  } catch (error) {
    return error instanceof Error ? `${error.name} ${error.message}` : String(error);
  }
  throw new Error("It was accepted.");
}

describe("an owner's configuration", () => {
  it("may be missing", async () => {
    expect(await loadOwnerConfig(siteRoot({}))).toBeUndefined();
  });

  it("can be TypeScript that imports local files, each of which knows its own path", async () => {
    const root = siteRoot({
      ".eleventy.ts": `import { where } from "./lib/where.mts";
export default (config: { addGlobalData(name: string, data: unknown): void }): void => {
  config.addGlobalData("places", [import.meta.filename as string, where]);
};`,
      "lib/where.mts": "export const where: string = import.meta.dirname;",
    });
    expect(await dataOf(root)).toEqual({ places: [join(root, ".eleventy.ts"), join(root, "lib")] });
    expect((await loadOwnerConfig(root))?.files).toEqual(["lib/where.mts", ".eleventy.ts"]);
    expect(readdirSync(join(root, ".cache/config"))).toHaveLength(1);
  });

  it("keeps only its last few compiled versions", async () => {
    const root = siteRoot({});
    for (let i = 0; i <= MOST_UNUSED + 2; i++) {
      writeFileSync(join(root, ".eleventy.ts"), `export default (c) => c.addGlobalData("n", ${String(i)});`);
      expect(await dataOf(root)).toEqual({ n: i });
    }
    const modules = readdirSync(join(root, ".cache/config")).filter((name) => name.endsWith(".mjs"));
    expect(modules).toHaveLength(MOST_UNUSED);
  });

  it.each([
    ["cut short", "export default () => und"],
    ["of another's", "export default () => { throw new Error('non'); }"],
  ])("is compiled again when its cached version is %s", async (_, kept) => {
    const root = siteRoot({ ".eleventy.ts": `export default (c) => c.addGlobalData("a", "${_}");` });
    const folder = join(root, ".cache/config");
    const url = (await compileConfig(join(root, ".eleventy.ts"), root)).url;
    writeFileSync(new URL(url), kept);
    expect(await dataOf(root)).toEqual({ a: _ });
    expect(readdirSync(folder)).toEqual([basename(url)]);
  });

  it.each(["a file", "a link"])("is loaded even if %s is in place of the cache", async (what) => {
    const elsewhere = siteRoot({});
    const root = siteRoot({
      ".eleventy.ts": `import { sep } from "node:path";
import { HtmlBasePlugin } from "@11ty/eleventy";
export default (config) => config.addGlobalData("known", [sep, typeof HtmlBasePlugin]);`,
    });
    if (what === "a file") writeFileSync(join(root, ".cache"), "");
    else symlinkSync(elsewhere, join(root, ".cache"));
    expect(await dataOf(root)).toEqual({ known: ["/", "function"] });
    expect(readdirSync(elsewhere)).toEqual(["content"]);
  });

  it("runs once per process, and once more for each named run", async () => {
    const root = siteRoot({
      ".eleventy.ts":
        "const at = performance.now();\nexport default (config) => config.addGlobalData('at', at);",
    });
    const first = await dataOf(root);
    expect(await dataOf(root)).toEqual(first);
    const later = await dataOf(root, "2");
    expect(later).not.toEqual(first);
    expect(await dataOf(root, "2")).toEqual(later);
  });

  it("is awaited when it is asynchronous", async () => {
    const root = siteRoot({
      ".eleventy.ts": `export default async (config) => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  config.addGlobalData("late", true);
};`,
    });
    expect(await dataOf(root)).toEqual({ late: true });
  });

  it.each([
    ["a syntax error", "\nlet x = ;", '.eleventy.ts:2:8: ERROR: Unexpected ";"'],
    ["an error while it loads", "\n\nthrow new Error('en panne');", ".eleventy.ts:3:6: ERROR: en panne"],
    [
      "an error when it is called",
      "type A = string;\nexport default (config) => {\n  config.absent();\n};",
      ".eleventy.ts:3:9: ERROR: config.absent is not a function",
    ],
    [
      "a file that is missing",
      "import './absent.ts';",
      '.eleventy.ts:1:7: ERROR: Could not resolve "./absent.ts"',
    ],
    [
      "a package that is missing",
      "\nimport x from 'absent/x';\nexport default () => x;",
      ".eleventy.ts:2:14: ERROR: Cannot find package 'absent",
    ],
    [
      "a default export that is not a function",
      "export default {};",
      "`export default function (config) { … }` was expected.",
    ],
  ])("reports where it fails: %s", async (_, text, said) => {
    expect(await failureOf({ ".eleventy.ts": text })).toContain(`OwnerConfigError .eleventy.ts: `);
    expect(await failureOf({ ".eleventy.ts": text })).toContain(said);
  });

  it.each(["paquet", "@equipe/paquet", "@equipe/paquet/sous.js"])(
    "has another digest once a package that it imports changes (%s)",
    async (name) => {
      const folder = `node_modules/${name.replace("/sous.js", "")}`;
      const version = (number: string): string => JSON.stringify({ name, version: number, main: "sous.js" });
      const root = siteRoot({
        ".eleventy.ts": `import un from "${name}";\nexport default () => un;`,
        [`${folder}/package.json`]: version("1.0.0"),
        [`${folder}/sous.js`]: "module.exports = 1;",
      });
      const digest = async (): Promise<string | undefined> => (await loadOwnerConfig(root))?.digest;
      const before = await digest();
      expect(await digest()).toBe(before);
      writeFileSync(join(root, folder, "package.json"), version("1.0.1"));
      expect(await digest()).not.toBe(before);
    },
  );

  it("has another digest once one of its own files changes", async () => {
    const lib = (word: string): string => `export const word = "${word}";\n`;
    const root = siteRoot({
      ".eleventy.ts":
        'import { word } from "./lib.ts";\nexport default (config) => config.addFilter("x", () => word);',
      "lib.ts": lib("un"),
    });
    const digest = async (): Promise<string | undefined> => (await loadOwnerConfig(root))?.digest;
    const before = await digest();
    writeFileSync(join(root, "lib.ts"), lib("deux"));
    expect(await digest()).not.toBe(before);
  });

  it("reports where it fails in a local file that it imports", async () => {
    const said = await failureOf({
      ".eleventy.ts": "import { fail } from './lib/fail.ts';\nexport default () => fail();",
      "lib/fail.ts":
        "type A = string;\n\nexport function fail(): void {\n  throw new Error('non' + import.meta.url);\n}",
    });
    // esbuild has replaced a word of this file first.
    expect(said).toContain("lib/fail.ts:4:8: ERROR: non");
  });
});
