import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { PageFiles } from "../../../src/build/pages/files.ts";
import { prepare } from "../../../src/build/prepare.ts";
import { builtinLayouts } from "../../../src/eleventy/builtin-layouts.ts";
import { KeptModel } from "../../../src/eleventy/kept-model.ts";
import { renderPages } from "../../../src/eleventy/render.ts";
import { NOW, post, siteRoot } from "../content/site-root.ts";
import { filesBelow } from "../../../src/files.ts";

const before = process.cwd();
afterEach(() => {
  process.chdir(before);
});

/** Every file that a rendering writes, with its text. */
async function render(
  root: string,
  output: string,
  pagesARun?: number,
  kept?: KeptModel,
): Promise<{ files: Record<string, string>; steps: number[] }> {
  const { prepared } = await prepare({ root, now: NOW, builtin: builtinLayouts() });
  if (!prepared) throw new Error("The site cannot be built.");
  const steps: number[] = [];
  // Eleventy's paths are relative to the working directory.
  process.chdir(root);
  await renderPages({
    prepared,
    pages: prepared.plan.pages,
    output: join(root, output),
    files: new PageFiles(join(root, output)),
    onProgress: (done) => steps.push(done),
    ...(pagesARun !== undefined && { pagesARun }),
    ...(kept && { kept }),
  });
  const named = filesBelow(join(root, output)).map((file): [string, string] => [
    `/${file}`,
    readFileSync(join(root, output, file), "utf8"),
  ]);
  return { files: Object.fromEntries(named), steps };
}

describe("a site rendered in several runs", () => {
  it("is the same as in one run, and each run's collections contain every post", async () => {
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

it("reads data files that are code again in a process that goes on", async () => {
  const root = siteRoot({
    "content/posts/2026-01-05-un.md": post("title: Un"),
    "_data/mot.mjs": 'export default "avant";\n',
    "_data/autre.cjs": 'module.exports = "un";\n',
    "layouts/post.njk":
      '{% extends "carnet/post.njk" %}{% block article_footer %}<b>{{ mot }} {{ autre }}</b>{% endblock %}\n',
  });
  const kept = new KeptModel();
  const shown = async (output: string): Promise<string | undefined> =>
    /<b>.*?<\/b>/.exec(
      (await render(root, output, undefined, kept)).files["/blog/2026/01/05/un/index.html"] ?? "",
    )?.[0];
  expect(await shown("a")).toBe("<b>avant un</b>");
  writeFileSync(join(root, "_data/mot.mjs"), 'export default "après";\n');
  writeFileSync(join(root, "_data/autre.cjs"), 'module.exports = "deux";\n');
  expect(await shown("b")).toBe("<b>après deux</b>");
});
