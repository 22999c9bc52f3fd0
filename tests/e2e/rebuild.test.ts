// `carnet build` in the process of the test: what a build reuses of the one before it, and what it leaves for the next. Not a
// unit test, since those share a process: Eleventy would use the layouts of one site in the next.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { filesIn } from "../support/built-site.ts";
import { say, type Said } from "../support/command.ts";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";

const FILES = {
  "content/site.yaml": SITE_YAML,
  "content/posts/2026-03-02-a.md": post("A", "Voir [ici](/rien/)."),
  "content/posts/_2026-03-03-b.md": post("B"),
  "content/posts/2026-07-01-c.md": post("C"),
};

/** Builds after a pause that sets modification times apart. */
async function built({ root }: TestSite, ...argv: string[]): Promise<Said> {
  await setTimeout(30);
  const before = process.cwd();
  process.chdir(root);
  try {
    return await say("build", root, "--no-search", ...argv);
  } finally {
    process.chdir(before);
  }
}

/** Builds into `out`, and returns the JSON output and the files there. */
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
    [["--lang", "en"], { out: expect.stringContaining("leads nowhere") as string }],
    [["--url", "https://autre.example"], shows("feed.xml", "https://autre.example/")],
    [["--base-path", "/x/"], shows("index.html", 'href="/x/blog/')],
    [["--drafts"], shows("blog/2026/03/03/b/index.html", "Bonjour.")],
    [["--future"], shows("blog/2026/07/01/c/index.html", "Bonjour.")],
  ])("gives a different result with %j than without", async (argv, expected) => {
    const site = makeSite(FILES);
    expect(await outcome(site)).not.toMatchObject(expected);
    expect(await outcome(site, ...argv)).toMatchObject(expected);
  });

  it("reports every problem again, with the severities of the site", async () => {
    const site = makeSite({
      ...FILES,
      "content/site.yaml": `${SITE_YAML}couleur: bleu\nchecks:\n  missing-image: note\n`,
      "content/posts/2026-03-04-d.md": post("D", "![](/absente.png)"),
      "layouts/post.njk": '{% extends "carnet/post.njk" %}{% block perdu %}x{% endblock %}',
    });
    const [first, again] = [await outcome(site), await outcome(site)];
    for (const part of ["unknown-key", "dead-link", "missing-image", "perdu"])
      expect(first.out).toContain(part);
    expect(first.out).toMatch(/missing-image[^}]*note/);
    expect(again).toEqual(first);
  });

  it("updates the size shown for a replaced file that a page links to, but no date in the Atom feed", async () => {
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

  it("cleans up after an interrupted build, and says so", async () => {
    const site = makeSite({ ...FILES, "._site.carnet-new/index.html": "<p>half" });
    expect((await built(site)).err).toMatch(/^Une construction précédente avait été interrompue : .*\n$/);
    expect(existsSync(join(site.root, "._site.carnet-new"))).toBe(false);
  });

  it("writes the address book, unless it is a preview or has another output", async () => {
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
