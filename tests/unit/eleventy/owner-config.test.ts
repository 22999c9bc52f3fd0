import { readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadOwnerConfig, OwnerCode } from "../../../src/eleventy/owner-config.ts";
import type { EleventyConfig } from "../../../src/eleventy/types.ts";
import { siteRoot } from "../content/site-root.ts";

/** The global data that the configuration adds when called as Eleventy would. */
async function dataOf(root: string, code?: OwnerCode): Promise<Record<string, unknown>> {
  const data: Record<string, unknown> = {};
  const addGlobalData = (name: string, value: unknown): void => {
    data[name] = value;
  };
  await (await loadOwnerConfig(root, code))?.configure({ addGlobalData } as EleventyConfig);
  return data;
}

const stored = (root: string): string[] => readdirSync(join(root, ".cache/config"));

describe("an owner's configuration", () => {
  it("may be missing", async () => {
    expect(await loadOwnerConfig(siteRoot({}))).toBeUndefined();
  });

  it("can be asynchronous TypeScript that imports local files, each of which knows its own path, and packages", async () => {
    const root = siteRoot({
      ".eleventy.ts": `import { sep } from "node:path";
import { HtmlBasePlugin } from "@11ty/eleventy";
import { where } from "./lib/where.mts";
export default async (config: { addGlobalData(name: string, data: unknown): void }): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  config.addGlobalData("known", [sep, typeof HtmlBasePlugin, import.meta.filename as string, where]);
};`,
      "lib/where.mts": "export const where: string = import.meta.dirname;",
    });
    const code = new OwnerCode();
    const known = ["/", "function", join(root, ".eleventy.ts"), join(root, "lib")];
    expect(await dataOf(root, code)).toEqual({ known });
    expect([...code.watched]).toEqual([".eleventy.ts", "lib/where.mts"]);
    expect((await loadOwnerConfig(root))?.files).toEqual([...code.watched]);
    expect(stored(root)).toHaveLength(1);
  });

  it("keeps only its last few compiled versions", async () => {
    const root = siteRoot({});
    for (let i = 0; i < 5; i++) {
      writeFileSync(join(root, ".eleventy.ts"), `export default (c) => c.addGlobalData("n", ${String(i)});`);
      expect(await dataOf(root)).toEqual({ n: i });
    }
    expect(stored(root).length).toBeLessThan(3);
  });

  it("is compiled again when its cached version is damaged, or another's", async () => {
    const root = siteRoot({ ".eleventy.ts": "export default (c) => c.addGlobalData('a', 1);" });
    await loadOwnerConfig(root);
    const [name = ""] = stored(root);
    writeFileSync(join(root, ".cache/config", name), "export default () => { throw new Error('non'); }");
    const code = new OwnerCode();
    code.runAgain();
    expect(await dataOf(root, code)).toEqual({ a: 1 });
    expect(stored(root)).toEqual([name]);
  });

  it("is not stored where a link stands in place of the cache", async () => {
    const elsewhere = siteRoot({});
    const root = siteRoot({ ".eleventy.ts": "export default () => undefined;" });
    symlinkSync(elsewhere, join(root, ".cache"));
    await expect(loadOwnerConfig(root)).rejects.toMatchObject({ code: "ENOTDIR" });
    expect(readdirSync(elsewhere)).toEqual(["content"]);
  });

  it("runs once per process, and once more each time that it is to run again", async () => {
    const root = siteRoot({
      ".eleventy.ts": "const at = performance.now();\nexport default (c) => c.addGlobalData('at', at);",
    });
    const code = new OwnerCode();
    const first = await dataOf(root, code);
    expect(await dataOf(root, code)).toEqual(first);
    code.runAgain();
    const later = await dataOf(root, code);
    expect(later).not.toEqual(first);
    expect(await dataOf(root, code)).toEqual(later);
  });

  // Where an error was thrown is in its stack: tests/e2e/owner.test.ts.
  it.each([
    ["a syntax error", "\nlet x = ;", '.eleventy.ts:2:8: ERROR: Unexpected ";"'],
    ["an error while it loads", "throw new Error('en panne');", "OwnerConfigError: .eleventy.ts: en panne"],
    ["an error when it is called", "export default (c) => c.absent();", "c.absent is not a function"],
    ["a missing file", "import './absent.ts';", '.eleventy.ts:1:7: ERROR: Could not resolve "./absent.ts"'],
    [
      "a missing package",
      "\nimport x from 'absent/x';\nexport default () => x;",
      ".eleventy.ts:2:14: ERROR: [plugin: carnet] Cannot find package 'absent'",
    ],
    ["no function", "export default {};", "`export default function (config) { … }` was expected."],
  ])("reports %s", async (_, text, said) => {
    const failure: unknown = await dataOf(siteRoot({ ".eleventy.ts": text })).catch(
      (error: unknown) => error,
    );
    expect(String(failure)).toMatch(/^OwnerConfigError: \.eleventy\.ts: /);
    expect(String(failure)).toContain(said);
  });

  it("has its files watched also while one has an error", async () => {
    const root = siteRoot({
      ".eleventy.ts": 'import "./lib/a.ts";\nexport default () => undefined;',
      "lib/a.ts": "export const a = ;",
    });
    const code = new OwnerCode();
    await expect(loadOwnerConfig(root, code)).rejects.toThrow("lib/a.ts:1:17: ERROR");
    expect([...code.watched]).toEqual([".eleventy.ts", "lib/a.ts"]);
  });

  it.each(["paquet", "@equipe/paquet", "@equipe/paquet/sous.js"])(
    "has another digest once a package that it imports, or one of its own files, changes (%s)",
    async (name) => {
      const folder = `node_modules/${name.replace("/sous.js", "")}`;
      const version = (number: string): string => JSON.stringify({ name, version: number, main: "sous.js" });
      const root = siteRoot({
        ".eleventy.ts": `import un from "${name}";\nimport "./lib.ts";\nexport default () => un;`,
        "lib.ts": "console.assert(true);",
        [`${folder}/package.json`]: version("1.0.0"),
        [`${folder}/sous.js`]: "module.exports = 1;",
      });
      const digest = async (): Promise<string | undefined> => (await loadOwnerConfig(root))?.digest;
      const digests = [await digest()];
      expect(await digest()).toBe(digests[0]);
      writeFileSync(join(root, folder, "package.json"), version("1.0.1"));
      digests.push(await digest());
      writeFileSync(join(root, "lib.ts"), "console.assert(1);");
      digests.push(await digest());
      expect(new Set(digests).size).toBe(3);
    },
  );
});
