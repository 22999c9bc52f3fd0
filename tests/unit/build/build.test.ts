// What a build does with a whole site, in this process.
import { appendFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { post, siteRoot } from "../content/site-root.ts";
import { png, realPng } from "../images/samples.ts";
import type { ShownProblem } from "../../../src/shown-problems.ts";
import { Store } from "../../../src/build/store.ts";
import { buildHere, built, filesIn, heldOf } from "../../support/in-process.ts";

const NOW = "2026-03-02T10:00:00Z";
const text = (body: string, ...front: string[]): string => `${post("title: A", ...front)}\n${body}\n`;

async function published(root: string): Promise<Map<string, string>> {
  const { files, told } = await built(root, { now: NOW });
  if (!files) throw new Error(told);
  return files;
}

it("publishes of content/ only what a published text names", async () => {
  const beside = "content/posts/2026-01-01-a";
  const root = siteRoot({
    [`${beside}/index.md`]: text("[Le rapport](rapport.pdf)"),
    "content/posts/2026-01-02-b.md": text("[Autre](2026-01-02-b/autre.csv)", "draft: true"),
    "content/posts/2026-01-02-b/autre.csv": "a;b",
    [`${beside}/rapport.pdf`]: "%PDF-1.4",
    [`${beside}/contrat.pdf`]: "%PDF-1.4",
    [`${beside}/sauvegarde.zip`]: "PK",
  });
  const files = await published(root);
  expect([...files.keys()].filter((file) => file.startsWith("media/"))).toEqual([
    "media/2026-01-01-a/rapport.pdf",
  ]);
});

it.each([true, false])(
  "shows the description of a picture that cannot be decoded (with a cache: %s)",
  async (cache) => {
    const root = siteRoot({
      "content/posts/2026-01-01-a.md": text("![Un pont](/pont.png)"),
      "public/pont.png": png(64, 48),
    });
    const store = new Store(root, { trust: cache, keep: cache });
    const about = (told: string): string[] =>
      (JSON.parse(told) as ShownProblem[]).flatMap(({ code, severity, file }) =>
        code === "broken-image" ? `${severity} ${file}` : [],
      );
    const { told, files } = await built(root, { now: NOW, held: { ...heldOf(root), store } });
    expect(about(told)).toEqual(["warn content/posts/2026-01-01-a.md"]);
    const page = files?.get("blog/2026/01/01/a/index.html") ?? "";
    expect(page).toContain("Un pont");
    expect(page).not.toContain("<img");
  },
);

it("makes again a picture of the cache that another one has replaced", async () => {
  const root = siteRoot({
    "content/posts/2026-01-01-a.md": text("![Un](/un.png)\n\n![Deux](/deux.png)"),
    "public/un.png": await realPng({ width: 40, height: 30 }),
    "public/deux.png": await realPng({ width: 30, height: 40 }),
  });
  const before = await published(root);
  const cache = join(root, ".cache/pictures");
  const [one = "", other = ""] = readdirSync(cache).filter((name) => /(?:un|deux)-.*\.webp$/.test(name));
  renameSync(join(cache, one), join(cache, "aside"));
  renameSync(join(cache, other), join(cache, one));
  renameSync(join(cache, "aside"), join(cache, other));
  await buildHere(root, { now: NOW, basePath: "/ailleurs/" });
  const after = filesIn(join(root, "_site"));
  for (const [file, bytes] of before)
    if (file.startsWith("pictures/")) expect(after.get(file) === bytes, file).toBe(true);
});

it("names the text in which rendering fails", async () => {
  const root = siteRoot({ "content/posts/2026-01-01-a.md": text(">".repeat(50_000)) });
  const { session } = await buildHere(root, { now: NOW }).catch((error: unknown) => {
    expect(String(error)).toContain("content/posts/2026-01-01-a.md");
    return { session: undefined };
  });
  if (session) expect(session.refused).toBe(false);
});

it("renders a layout that reads collections again when any text changes", async () => {
  const a = "content/posts/2026-01-01-a.md";
  const root = siteRoot({
    [a]: text("Un."),
    "content/pages/aide.md": text("Aide.", "layout: note"),
    "layouts/note.njk": "{% for one in collections.posts %}{{ one.content | safe }}{% endfor %}",
  });
  await published(root);
  writeFileSync(join(root, a), text("Neuf."));
  expect((await published(root)).get("aide/index.html")).toContain("Neuf.");
});

it("renders with an owner's code all pages at each build, unless it is declared pure", async () => {
  const rendered = async (options: string): Promise<number[]> => {
    const owner = `import carnet from "carnet";\nexport default (config) => config.addPlugin(carnet, ${options});\n`;
    const root = siteRoot({ "content/posts/2026-01-01-a.md": text("Un."), ".eleventy.ts": owner });
    const pages = async (): Promise<number> =>
      (await buildHere(root, { now: NOW })).published?.changes.pages ?? -1;
    return [await pages(), await pages()];
  };
  const [first, again] = await rendered("{}");
  expect(again).toBe(first);
  expect(await rendered("{ pure: true }")).toEqual([first, 0]);
});

it("says why a page was made again, or was not", async () => {
  const file = "content/posts/2026-01-01-a.md";
  const other = "_site/blog/2026/01/02/b/index.html";
  const root = siteRoot({ [file]: text("Un."), "content/posts/2026-01-02-b.md": text("Deux.") });
  const why = async (explain: string): Promise<unknown> =>
    (await buildHere(root, { now: NOW, explain })).explanation;
  expect(await why("/blog/2026/01/01/a/")).toEqual({ why: "first" });
  expect(await why("/blog/2026/01/01/a/")).toEqual({ why: "same" });
  writeFileSync(join(root, file), text("Neuf."));
  expect(await why(file)).toEqual({ why: "texts", files: [file] });
  appendFileSync(join(root, "content/site.yaml"), "lang: en\n");
  expect(await why("blog/2026/01/02/b/index.html")).toEqual({ why: "all" });
  writeFileSync(join(root, other), "x");
  expect(await why("/blog/2026/01/02/b/")).toEqual({ why: "lost" });
  expect(await why("/rien/")).toEqual({ why: "unknown" });
  writeFileSync(join(root, "content/posts/2026-01-03-c.md"), text("Trois."));
  expect(await why("/blog/2026/01/03/c/")).toEqual({ why: "new" });
});
