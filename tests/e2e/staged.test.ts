import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";

const FOOT = (html: string): string =>
  `{% extends "carnet/base.njk" %}{% block footer_content %}${html}{% endblock %}`;

/** A site of two posts, built once with Carnet's own layouts. */
function built(): TestSite {
  const files = {
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-premier.md": post("Premier"),
    "content/posts/2026-03-03-second.md": post("Second"),
    // Files in public/ are the owner's, not pages of Carnet's.
    "public/google123.html": "google-site-verification: google123.html",
  };
  return makeBuiltSite(files, ["--strict", "--no-search"]);
}

const published = (site: TestSite): string =>
  site
    .list("_site")
    .map((path) => site.read(`_site/${path}`))
    .join("");

interface Shown {
  file: string;
  code: string;
  severity: string;
  message: string;
}

const problems = (stdout: string): Shown[] => JSON.parse(stdout) as Shown[];

describe("the staged site, verified before it is published", () => {
  it("reports each fault of a layout once, however many pages have it; with --strict, the old site stays", () => {
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
    const site = built();
    const before = published(site);
    site.write({
      "layouts/base.njk": FOOT(
        Object.values(faults)
          .map(([html]) => html)
          .join(""),
      ),
      "layouts/post.njk": '{% extends "carnet/post.njk" %}',
    });
    const strict = site.carnet(["build", "--strict", "--no-search", "--format", "json"]);
    expect(strict.status, strict.stderr).toBe(1);
    const shown = problems(strict.stdout);
    for (const [name, [, code, words = ""]] of Object.entries(faults)) {
      const found = shown.filter((one) => one.code === code && one.message.includes(words));
      expect(found, name).toHaveLength(1);
      expect(found[0]?.severity, name).toBe("error");
      expect(found[0]?.file, name).toMatch(/^_site\/.*\.html$/);
    }
    expect(published(site)).toBe(before);
    const loose = site.carnet(["build", "--no-search"]);
    expect(loose.status).toBe(0);
    for (const [name, [, code]] of Object.entries(faults))
      expect(loose.stdout, name).toContain(`avertissement  ${String(code)}`);
    expect(published(site)).not.toBe(before);
  });

  it("a problem reported in a text is not reported again in its page", () => {
    const site = built();
    site.write({
      "content/posts/2026-03-03-second.md": post(
        "Second",
        "[Le texte](/absent/), ![Une photo](/absente.png)",
      ),
      "content/site.yaml": `${SITE_YAML}nav: [{ label: Absente, url: /absente/ }]\n`,
      "content/redirects.yaml": "/vieux/: /nulle-part/\n",
    });
    const run = site.carnet(["build", "--no-search", "--format", "json"]);
    expect(run.status).toBe(0);
    expect(
      problems(run.stdout)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(["dead-link", "dead-link", "dead-link", "missing-image"]);
  });

  it("a fault of a layout is reported although the first page that has it is of a text with such a problem", () => {
    const site = built();
    site.write({
      "content/posts/2026-03-03-second.md": post("Second", "[Le texte](/absent/)"),
      "layouts/base.njk": FOOT('<a href="/nulle-part/">x</a>'),
    });
    const run = site.carnet(["build", "--no-search", "--format", "json"]);
    expect(problems(run.stdout).map(({ code }) => code)).toEqual(["html-link", "dead-link"]);
  });

  it("a failing layout is reported in one list with the problems found before", () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-premier.md": post("Premier", "x", "tagz: [a]\n"),
      "layouts/post.njk": '{% include "absent.njk" %}',
    });
    const run = site.carnet(["build", "--no-search", "--format", "json"]);
    expect([run.status, problems(run.stdout).map(({ code }) => code)]).toEqual([
      1,
      ["unknown-key", "layout"],
    ]);
    expect(run.stderr).toBe("");
    expect(existsSync(join(site.root, "_site"))).toBe(false);
  });
});
