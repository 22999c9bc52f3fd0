import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadContent } from "../../../../src/content/load.ts";
import { show } from "../../../../src/shown-problems.ts";
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
    [["_config.yml"], "npx carnet import jekyll . ../blog"],
    [["hugo.toml"], "npx carnet import hugo . ../blog"],
    [["eleventy.config.js"], "npx carnet import eleventy . ../blog"],
    [["../content/site.yaml"], "npx carnet build --site .."],
    [["a.md", "../../content/site.yaml"], "npx carnet build --site ../.."],
  ])("without content/ gets advice for %j", async (files, hint) => {
    const root = siteRoot(Object.fromEntries(files.map((file) => [`in/it/${file}`, "x"])));
    if (!files.some((file) => file.startsWith("../../"))) rmSync(join(root, "content"), { recursive: true });
    mkdirSync(join(root, "in/it"), { recursive: true });
    const { problems } = await loadContent({ root: join(root, "in/it"), now: NOW, builtinLayouts: ["post"] });
    const [shown] = show(problems, { lang: "fr" });
    expect(shown).toMatchObject({ code: "no-content" });
    expect(shown?.hint).toContain(hint);
  });
  test.each([
    ["content/site.yml", "mv content/site.yml content/site.yaml"],
    ["site.yaml", "mv site.yaml content/site.yaml"],
    ["hugo.toml", "npx carnet import hugo . ../blog"],
    ["README.md", "title: Le carnet du programme"],
  ])("without site.yaml gets advice for %s", async (file, hint) => {
    const root = siteRoot({ [file]: "title: A\n", "content/posts/2026-02-03-a.md": post("title: A") });
    rmSync(join(root, "content/site.yaml"));
    const { problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    const shown = show(problems, { lang: "fr" }).find(({ code }) => code === "settings");
    expect(shown?.hint).toContain(hint);
  });
  test("without site.yaml is reported, and its posts are checked", async () => {
    const root = siteRoot({ "content/posts/2026-02-30-a.md": post("title: A") });
    rmSync(join(root, "content/site.yaml"));
    const { content, problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(content).toBeUndefined();
    expect(problems.map((one) => one.key)).toEqual(["settings/missing", "bad-date/unreal"]);
  });
  test("without a post gets a warning", async () => {
    expect((await load({})).problems).toMatchObject([{ code: "no-posts", severity: "warn" }]);
  });
});
