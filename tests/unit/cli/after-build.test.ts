import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { afterBuild, nextChangeWords } from "../../../src/cli/after-build.ts";
import { parseOptions } from "../../../src/cli/options.ts";
import { createTerminal } from "../../../src/cli/terminal.ts";
import { planSite } from "../../../src/pages/plan.ts";
import type { Plan } from "../../../src/pages/types.ts";
import { problem, type Problem } from "../../../src/problems.ts";
import { load, loadRoot, post, siteRoot } from "../content/site-root.ts";
import { renderedOf } from "../eleventy/samples.ts";

const DUE = "content/posts/2026-04-01-demain.md";

it("says when to build again, in the site's time zone and in UTC", async () => {
  const zone = { "content/site.yaml": "title: A\ntimeZone: Pacific/Noumea\n" };
  const { content } = await load({ ...zone, [DUE]: post("title: B") });
  const plain = (text = ""): string => text.replace(/\s/g, " ");
  expect(plain(nextChangeWords(content, "fr"))).toBe(
    `Prochaine construction utile : le 1er avril 2026 à 0 h 00 (Pacific/Noumea, 2026-03-31T13:00:00Z), quand ${DUE} paraîtra.`,
  );
  expect(plain(nextChangeWords(content, "en"))).toContain(`2026-03-31T13:00:00Z), when ${DUE} comes out.`);
});

it("names the text whose deadline passes then", async () => {
  const { content } = await load({
    "content/posts/2026-01-05-a.md": post("title: A", "deadline: 2026-04-01"),
  });
  expect(nextChangeWords(content, "fr")).toContain(
    "quand la date limite de content/posts/2026-01-05-a.md sera passée.",
  );
  expect(nextChangeWords(content, "en")).toContain(
    "when the deadline of content/posts/2026-01-05-a.md has passed.",
  );
});

it("says nothing when no text is to appear or to expire", async () => {
  const { content } = await load({ "content/posts/2026-01-05-a.md": post("title: A") });
  expect(nextChangeWords(content, "fr")).toBeUndefined();
});

describe("what a published build leaves for the next one", () => {
  const FILES = {
    "content/posts/2026-01-05-a.md": post("title: A"),
    "layouts/post.njk": "<h1>{{ title }}</h1>",
  };
  const [BOOK, REPLACED] = ["content/addresses.txt", "layouts/replaced.txt"];

  async function planOf(root: string): Promise<Plan> {
    const { content } = await loadRoot(root);
    return planSite(content, { rendered: () => renderedOf(), cover: () => undefined, assets: [] });
  }

  /** What is printed after the build of a plan, and whether the next build may rely on this one. */
  function leave(plan: Plan, argv: readonly string[] = [], told: readonly Problem[] = []): [string, boolean] {
    let said = "";
    const stream = { write: (text: string): boolean => (said += text) !== "" };
    const { root } = plan.content.site;
    const parsed = parseOptions(argv, { cwd: root, clock: () => new Date(0), preview: false });
    if (!parsed.ok) throw new Error("refused");
    const isKept = afterBuild({ plan, told, lang: "en" }, parsed.options, createTerminal(stream, stream, {}));
    return [said, isKept];
  }

  it("is the new addresses and the copied layouts, each reported once", async () => {
    const root = siteRoot(FILES);
    const [said, isKept] = leave(await planOf(root));
    expect(said).toMatch(
      /^content\/addresses\.txt: \d+ addresses added\..*\nlayouts\/replaced\.txt: one file that replaces Carnet’s is .*\n$/,
    );
    expect(isKept).toBe(true);
    expect(readFileSync(join(root, BOOK), "utf8")).toContain("/blog/2026/01/05/a/");
    expect(readFileSync(join(root, REPLACED), "utf8")).toContain("post.njk");
    expect(leave(await planOf(root))).toEqual(["", true]);
  });

  it.each([[["--quiet"]], [["--format", "json"]]])("is not reported with %j", async (argv) => {
    const root = siteRoot(FILES);
    expect(leave(await planOf(root), argv)).toEqual(["", true]);
    expect([BOOK, REPLACED].map((file) => existsSync(join(root, file)))).toEqual([true, true]);
  });

  it.each([[["--drafts"]], [["--future"]], [["--output", "ailleurs"]], [["--drafts", "--output", "_site"]]])(
    "is nothing after a build with %j, which publishes nothing",
    async (argv) => {
      const root = siteRoot(FILES);
      expect(leave(await planOf(root), argv)).toEqual(["", true]);
      expect([BOOK, REPLACED].map((file) => existsSync(join(root, file)))).toEqual([false, false]);
    },
  );

  it("is not the address book if the disk refuses it: the site is published nevertheless", async () => {
    const root = siteRoot({ ...FILES, [`content/.addresses.carnet-${String(process.pid)}/x`]: "in the way" });
    const [said, isKept] = leave(await planOf(root));
    expect(said).toMatch(/^carnet: content\/addresses\.txt could not be written/);
    expect(isKept).toBe(false);
    expect(existsSync(join(root, BOOK))).toBe(false);
    expect(existsSync(join(root, REPLACED))).toBe(true);
  });

  it("is read again by the next build if the address book was edited meanwhile, or had a problem before it was written", async () => {
    const root = siteRoot({ ...FILES, [BOOK]: "/blog/\tblog\tBlog\n" });
    const inBook = problem("no-posts", { file: BOOK, line: 1, column: 1 }, {});
    const elsewhere = problem("no-posts", { file: "content/posts", line: 1, column: 1 }, {});
    const plan = await planOf(root);
    expect(leave(plan, [], [elsewhere, inBook])[1]).toBe(false);
    const written = await planOf(root);
    expect(leave(written, [], [elsewhere, inBook])[1]).toBe(true);
    appendFileSync(join(root, BOOK), "/vieux/chemin/\n");
    expect(leave(written)[1]).toBe(false);
  });
});
