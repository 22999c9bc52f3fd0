import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { PageFiles } from "../../../src/build/page-files.ts";
import { prepare } from "../../../src/build/prepare.ts";
import { builtinLayouts } from "../../../src/eleventy/builtin-layouts.ts";
import { renderPages } from "../../../src/eleventy/render.ts";
import { NOW, post, siteRoot } from "../content/site-root.ts";

const before = process.cwd();
afterEach(() => {
  process.chdir(before);
});

/** Every file that a rendering writes, with its text. */
async function render(
  root: string,
  output: string,
  pagesARun?: number,
): Promise<{ files: Record<string, string>; steps: number[] }> {
  const { prepared } = await prepare({ root, now: NOW, builtin: builtinLayouts() });
  if (!prepared) throw new Error("The site cannot be built.");
  const steps: number[] = [];
  // Eleventy's paths are relative to where the process stands.
  process.chdir(root);
  await renderPages({
    prepared,
    pages: prepared.plan.pages,
    output: join(root, output),
    files: new PageFiles(join(root, output)),
    onProgress: (done) => steps.push(done),
    ...(pagesARun !== undefined && { pagesARun }),
  });
  const files = readdirSync(join(root, output), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const named = files.map((file): [string, string] => [
    file.slice(join(root, output).length),
    readFileSync(file, "utf8"),
  ]);
  return { files: Object.fromEntries(named), steps };
}

describe("a site rendered in several runs", () => {
  it("is the same as in one, and each run's collections hold every post", async () => {
    const root = siteRoot({
      "layouts/post.njk":
        "{{ title }} : {% for p in collections.posts %}{{ p.data.title }}{% endfor %} {{ collections['Été'].length }}",
      ...Object.fromEntries(
        [1, 2, 3, 4, 5].map((n) => [
          `content/posts/2026-01-0${String(n)}-p.md`,
          post(`title: P${String(n)}`, "tags: [Été]"),
        ]),
      ),
    });
    const whole = await render(root, "whole");
    const parts = await render(root, "parts", 4);
    expect(parts.steps.length).toBeGreaterThan(whole.steps.length);
    expect(parts.files).toEqual(whole.files);
    for (const n of [1, 5])
      expect(parts.files[`/blog/2026/01/0${String(n)}/p/index.html`]).toBe(`P${String(n)} : P5P4P3P2P1 5`);
  });
});
