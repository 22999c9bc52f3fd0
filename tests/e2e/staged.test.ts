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
  it("reports each fault of a layout once, however many pages have it; with --strict, the old site stays", async () => {
    const faults = {
      "a dead link": ['<a href="/nulle-part/">x</a>', "html-link", "/nulle-part/"],
      "a dead anchor of another page": ['<a href="/blog/#nulle">x</a>', "html-link", "/blog/#nulle"],
      "a picture that is not there": ['<img src="/absente.png" alt="">', "html-link", "/absente.png"],
      "an id that a page has already": ['<p id="page--main">x</p>', "html-id", "page--main"],
      "a program of another site": [
        '<script src="https://ailleurs.example/x.js"></script>',
        "blocked-resource",
        "https://ailleurs.example/x.js",
      ],
    };
    const site = makeSite(FILES);
    expect(await build(site, "--strict")).toEqual([0, []]);
    const before = filesIn(join(site.root, "_site"));
    site.write({
      "layouts/base.njk": FOOT(
        Object.values(faults)
          .map(([html]) => html)
          .join(""),
      ),
      "layouts/post.njk": '{% extends "carnet/post.njk" %}',
    });
    for (const [argv, status, severity] of [
      [["--strict"], 1, "error"],
      [[], 0, "warn"],
    ] as const) {
      const [ended, shown] = await build(site, ...argv);
      expect(ended).toBe(status);
      for (const [name, [, code, words = ""]] of Object.entries(faults)) {
        const found = shown.filter((one) => one.code === code && one.message.includes(words));
        expect(found, name).toHaveLength(1);
        expect(found[0], name).toMatchObject({
          severity,
          file: expect.stringMatching(/^_site\/.*\.html$/) as string,
        });
      }
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
