// Pages of a site with layouts of its own are verified before they are published.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { say } from "../support/command.ts";
import { filesIn } from "../support/in-process.ts";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";
import type { ShownProblem } from "../../src/shown-problems.ts";

const FOOT = (html: string): string =>
  `{% extends "carnet/base.njk" %}{% block footer_content %}${html}{% endblock %}`;
const SECOND = "content/posts/2026-03-03-second.md";
const FILES = {
  "content/site.yaml": SITE_YAML,
  "content/posts/2026-03-02-premier.md": post("Premier"),
  [SECOND]: post("Second"),
  // Files in public/ are the owner's, not pages of Carnet's.
  "public/google123.html": "google-site-verification: google123.html",
};

/** Builds, and returns the exit status and what was found. */
async function build({ root }: TestSite, ...argv: string[]): Promise<[number, ShownProblem[]]> {
  const { status, out, err } = await say("build", root, "--no-search", "--format", "json", ...argv);
  expect(err).toMatch(/^(?:Rien n’a été publié.*\n)?$/);
  return [status, JSON.parse(out) as ShownProblem[]];
}

describe("the staged site, verified before it is published", () => {
  // Each kind of fault: tests/unit/checks/built-pages.test.ts.
  it("reports a fault of a layout once, however many pages have it; with --strict, the old site stays", async () => {
    const site = makeSite(FILES);
    expect(await build(site, "--strict")).toEqual([0, []]);
    const before = filesIn(join(site.root, "_site"));
    site.write({ "layouts/base.njk": FOOT('<a href="/nulle-part/">x</a>') });
    for (const [argv, status, severity] of [
      [["--strict"], 1, "error"],
      [[], 0, "warn"],
    ] as const) {
      const [ended, shown] = await build(site, ...argv);
      expect(ended).toBe(status);
      const file = expect.stringMatching(/^_site\/.*\.html$/) as string;
      expect(shown).toMatchObject([{ severity, code: "html-link", file }]);
      const isSame = filesIn(join(site.root, "_site")).get("index.html") === before.get("index.html");
      expect(isSame).toBe(status === 1);
    }
  });

  it("a problem reported in a text is not reported again in its page, but that of a layout is", async () => {
    const site = makeSite({
      ...FILES,
      [SECOND]: post("Second", "[Le texte](/absent/), ![Une photo](/absente.png)"),
      "content/site.yaml": `${SITE_YAML}nav: [{ label: Absente, url: /absente/ }]\n`,
      "content/redirects.yaml": "/vieux/: /nulle-part/\n",
      "layouts/base.njk": FOOT('<a href="/nulle-part-ailleurs/">x</a>'),
    });
    const [status, found] = await build(site);
    expect(status).toBe(0);
    expect(found.map(({ code }) => code).sort()).toEqual([
      ...["dead-link", "dead-link", "dead-link", "html-link", "missing-image"],
    ]);
  });

  it("a failing layout is reported in one list with the problems found before", async () => {
    const site = makeSite({
      ...FILES,
      [SECOND]: post("Second", "x", "tagz: [a]\n"),
      "layouts/post.njk": '{% include "absent.njk" %}',
    });
    const [status, found] = await build(site);
    expect([status, found.map(({ code }) => code)]).toEqual([1, ["unknown-key", "layout"]]);
    expect(existsSync(join(site.root, "_site"))).toBe(false);
  });
});
