// `carnet build` in the process of the test: what a build believes of the one before it, and what it leaves to the next. Not among
// the unit tests, which share a process: Eleventy would know the layouts of one site in the next.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { build } from "../../src/cli/build.ts";
import type { Interruption } from "../../src/cli/interrupt.ts";
import { filesIn } from "../support/built-site.ts";
import { say, type Said } from "../support/command.ts";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";

const FILES = {
  "content/site.yaml": SITE_YAML,
  "content/posts/2026-03-02-a.md": post("A", "Voir [ici](/rien/)."),
  "content/posts/_2026-03-03-b.md": post("B"),
  "content/posts/2026-07-01-c.md": post("C"),
};

const NOBODY: Interruption = {
  underWay: () => () => undefined,
  abandon: () => undefined,
  end: () => undefined,
};

/** Builds once what was written last can be told from what is written now. */
async function built({ root }: TestSite, ...argv: string[]): Promise<Said> {
  await setTimeout(30);
  const before = process.cwd();
  process.chdir(root);
  try {
    return await say((options, terminal) => build(options, terminal, NOBODY), root, "--no-search", ...argv);
  } finally {
    process.chdir(before);
  }
}

/** What programs are told, and what stands in `out` then. */
async function outcome(
  site: TestSite,
  ...argv: string[]
): Promise<{ status: number; out: string; files: Record<string, string> }> {
  const { status, out } = await built(site, "--format", "json", "--output", "out", ...argv);
  return { status, out, files: Object.fromEntries(filesIn(join(site.root, "out"))) };
}

const shows = (file: string, part: string): object => ({
  files: { [file]: expect.stringContaining(part) as string },
});

describe("a build of the same sources", () => {
  it.each([
    [["--strict"], { status: 1, out: expect.stringContaining('"error"') as string }],
    [["--lang", "en"], { out: expect.stringContaining("leads to no page of the site") as string }],
    [["--url", "https://autre.example"], shows("feed.xml", "https://autre.example/")],
    [["--base-path", "/x/"], shows("index.html", 'href="/x/blog/')],
    [["--drafts"], shows("blog/2026/03/03/b/index.html", "Bonjour.")],
    [["--future"], shows("blog/2026/07/01/c/index.html", "Bonjour.")],
  ])("is another one where %j is asked for than without", async (argv, expected) => {
    const site = makeSite(FILES);
    expect(await outcome(site)).not.toMatchObject(expected);
    expect(await outcome(site, ...argv)).toMatchObject(expected);
  });

  it("tells again every problem that the first one told, as severe as the site has it", async () => {
    const site = makeSite({
      ...FILES,
      "content/site.yaml": `${SITE_YAML}couleur: bleu\nchecks:\n  vague-link: note\n`,
      "content/posts/2026-03-04-d.md": post("D", "![](/absente.png)"),
      "layouts/post.njk": '{% extends "carnet/post.njk" %}{% block perdu %}x{% endblock %}',
    });
    const [first, again] = [await outcome(site), await outcome(site)];
    for (const part of ["unknown-key", "dead-link", "missing-image", "vague-link", "perdu"])
      expect(first.out).toContain(part);
    expect(first.out).toMatch(/vague-link[^}]*note/);
    expect(again).toEqual(first);
  });

  it("tells what a replaced file weighs now, where a page links to it, and calls no entry of a feed updated", async () => {
    const site = makeSite({
      ...FILES,
      "content/posts/2026-03-04-d.md": post("D", "[Les données](/d.csv)"),
      "public/d.csv": "a;b\n",
    });
    const weigh = (files: Record<string, string>): string[] =>
      ["blog/2026/03/04/d/index.html", "feed.xml", "feed.json"].map(
        (file) => /\(CSV, (\d+)/.exec(files[file] ?? "")?.[1] ?? "",
      );
    const { files: first } = await outcome(site);
    site.write({ "public/d.csv": "a;b;c\n" });
    const { files: then } = await outcome(site);
    expect([weigh(first), weigh(then)]).toEqual([
      ["4", "4", "4"],
      ["6", "6", "6"],
    ]);
    expect(then["feed.xml"]?.replace("(CSV, 6", "(CSV, 4")).toBe(first["feed.xml"]);
    expect(then["blog/2026/03/02/a/index.html"]).toBe(first["blog/2026/03/02/a/index.html"]);
  });

  it("puts right what an interrupted one left, and says so", async () => {
    const site = makeSite({ ...FILES, "._site.carnet-new/index.html": "<p>half" });
    expect((await built(site)).err).toMatch(/^Une construction précédente avait été interrompue : .*\n$/);
    expect(existsSync(join(site.root, "._site.carnet-new"))).toBe(false);
  });

  it("notes in the book what it put online, and nothing of what nobody sees there", async () => {
    const site = makeSite(FILES);
    const book = join(site.root, "content/addresses.txt");
    for (const argv of [["out"], ["_site", "--drafts"], ["_site", "--future"]]) {
      expect(await built(site, "--output", ...argv)).toMatchObject({ status: 0 });
      expect(existsSync(book), argv.join(" ")).toBe(false);
    }
    await built(site);
    expect(existsSync(book)).toBe(true);
  });
});
