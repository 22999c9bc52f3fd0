import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadContent } from "../../../../src/content/load.ts";
import { load, NOW, post, siteRoot } from "../site-root.ts";

describe("a folder that is not yet a site", () => {
  test("without content/ is reported", async () => {
    const root = siteRoot({});
    const { content, problems } = await loadContent({
      root: join(root, "content"),
      now: NOW,
      builtinLayouts: ["post"],
    });
    expect(content).toBeUndefined();
    expect(problems.map((one) => one.key)).toEqual(["no-content"]);
  });
  test.each([
    [["_config.yml"], { empty: false, generator: "jekyll" }],
    [["_posts/2020-01-01-a.md"], { empty: false, generator: "jekyll" }],
    [["hugo.toml"], { empty: false, generator: "hugo" }],
    [["eleventy.config.js"], { empty: false, generator: "eleventy" }],
    [["config.toml", "archetypes/a.md"], { empty: false }],
    [["blog/content/site.yaml", "outils/a.py"], { empty: false, folder: "blog" }],
    [["a/content/site.yaml", "b/content/site.yaml"], { empty: false }],
    [[".git/HEAD"], { empty: true }],
    [["../content/site.yaml"], { empty: true, folder: ".." }],
    [["a.md", "../content/site.yaml", "../../content/site.yaml"], { empty: false, folder: ".." }],
    [["a.md", "../../content/site.yaml"], { empty: false, folder: "../.." }],
    [["_config.yml", "../content/site.yaml"], { empty: false, generator: "jekyll" }],
  ])("without content/ gets advice for %j", async (files, params) => {
    const root = siteRoot(Object.fromEntries(files.map((file) => [`in/it/${file}`, "x"])));
    if (!files.some((file) => file.startsWith("../../"))) rmSync(join(root, "content"), { recursive: true });
    mkdirSync(join(root, "in/it"), { recursive: true });
    const { problems } = await loadContent({ root: join(root, "in/it"), now: NOW, builtinLayouts: ["post"] });
    expect(problems.map((one) => [one.key, one.params])).toEqual([["no-content", params]]);
  });
  test.each([
    ["content/site.yml", { found: "content/site.yml" }],
    ["site.yaml", { found: "site.yaml" }],
    ["config.toml", { generator: "hugo" }],
    ["README.md", {}],
  ])("without site.yaml gets advice for %s", async (file, params) => {
    const root = siteRoot({ [file]: "title: A\n", "content/posts/2026-02-03-a.md": post("title: A") });
    rmSync(join(root, "content/site.yaml"));
    const { problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(problems.find((one) => one.key === "settings/missing")?.params).toEqual(params);
  });
  test("without site.yaml is reported, and its posts are checked", async () => {
    const root = siteRoot({ "content/posts/2026-02-30-a.md": post("title: A") });
    rmSync(join(root, "content/site.yaml"));
    const { content, problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(content).toBeUndefined();
    expect(problems.map((one) => one.key)).toEqual(["settings/missing", "bad-date/file-name"]);
  });
  test.each([
    ["2026-02-30-bilan.md", "2026-02-28-bilan.md"],
    ["26-02-30-bilan.md", "2026-02-28-bilan.md"],
    ["2026-13-01-bilan.md", "2026-03-02-bilan.md"],
    ["05-12-2024-bilan.md", "2024-12-05-bilan.md"],
  ])("gets the nearest day as the fix for a post named %s", async (name, fix) => {
    const { problems } = await load({ [`content/posts/${name}`]: post("title: A") });
    expect(problems).toMatchObject([
      { code: "bad-date", line: 1, column: 1, hint: `Renommez le fichier, par exemple ${fix}` },
    ]);
  });
  test("without a post gets a warning", async () => {
    expect((await load({})).problems).toMatchObject([{ code: "no-posts", severity: "warn" }]);
  });
});
