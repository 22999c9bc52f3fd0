// A small site with code, layouts and plugins of its owner's, for tests of them.
import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { post, ROOT, SITE_YAML, type TestSite } from "./site.ts";

const HELLO = {
  "content/posts/2021-03-02-premier.md": post("Premier", "Bonjour.", "tags: [Méthode]\n"),
};
export const SITE = { "content/site.yaml": SITE_YAML, ...HELLO };
export const PAGE = "_site/blog/2021/03/02/premier/index.html";

/** An `.eleventy.ts` with these lines after the plugin. */
export function config(lines: string, imports = ""): { ".eleventy.ts": string } {
  return {
    ".eleventy.ts": `import carnet, { type EleventyConfig } from "carnet";
${imports}
export default function (config: EleventyConfig): void {
  config.addPlugin(carnet);
  ${lines}
}
`,
  };
}

/** Builds without search, and returns the text of a page. */
export function built(site: TestSite, page = PAGE, args: readonly string[] = []): string {
  const { status, stdout, stderr } = site.carnet(["build", "--no-search", ...args]);
  expect(status, stdout + stderr).toBe(0);
  return site.read(page);
}

/** Links a package of this repository's `node_modules` into the site's. */
export function install(site: TestSite, name: string, from = join(ROOT, "node_modules", name)): void {
  const to = join(site.root, "node_modules", name);
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(from, to, "dir");
}
