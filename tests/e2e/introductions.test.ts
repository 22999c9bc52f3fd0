// A page that introduces the list of a term, as the command builds it: with an owner's layouts, edited alone, in the report.
import { describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";

const PAGE = "content/pages/promotion/cinq.md";
const OUT = "_site/promotion/cinq/index.html";
const introduction = (body: string): string =>
  `---\ntitle: La cinquième\ndescription: Ce que font ses seize équipes, au fil d’une année de travail.\n---\n\n${body}\n`;
const SITE = {
  "content/site.yaml": `${SITE_YAML}taxonomies: { promotion: { label: Promotion, terms: { cinq: Promotion 5 } } }\nnav: [{ label: La promotion, url: /promotion/cinq/ }]\n`,
  "content/posts/2021-03-02-premier.md": post("Premier"),
  [PAGE]: introduction("Seize équipes."),
};
const FIRST = { "content/posts/2021-03-03-deux.md": post("Deux", "Bonjour.", "promotion: cinq\n") };

function build(site: TestSite, ...args: string[]): string {
  const { status, stdout, stderr } = site.carnet(["build", "--no-search", ...args]);
  expect(status, stdout + stderr).toBe(0);
  return stdout + stderr;
}

it("an introduction exists before the first post, stays above the list, and can be edited alone", () => {
  const site = makeSite(SITE);
  expect(build(site)).not.toContain("dead-link");
  expect(site.read(OUT)).toContain("Seize équipes.");
  site.write(FIRST);
  build(site);
  expect(site.read(OUT)).toContain("Seize équipes.");
  expect(site.read(OUT)).toContain("/blog/2021/03/03/deux/");
  expect(site.list("_site/promotion/cinq")).toEqual(["feed.json", "feed.xml", "index.html"]);
  site.write({ [PAGE]: introduction("Dix-sept équipes.") });
  build(site);
  expect(site.read(OUT)).toContain("Dix-sept équipes.");
  const edited = site.read(OUT);
  build(site, "--no-cache", "--output", "_nouveau");
  expect(site.read("_nouveau/promotion/cinq/index.html")).toBe(edited);
});

describe("an introduction with the owner’s layouts", () => {
  it("has its own block, above the list, in a tag.njk that extends Carnet's", () => {
    const site = makeSite({
      ...SITE,
      ...FIRST,
      "layouts/tag.njk":
        '{% extends "carnet/tag.njk" %}{% block introduction %}<b>ici</b>{{ super() }}{% endblock %}',
    });
    build(site);
    expect(site.read(OUT)).toMatch(/<b>ici<\/b>[^]*Seize équipes\.[^]*\/blog\/2021\/03\/03\/deux\//);
  });

  it("uses the layout that it names, which receives the posts of the list", () => {
    const site = makeSite({
      ...SITE,
      ...FIRST,
      [PAGE]: introduction("Seize équipes.").replace("---\n", "---\nlayout: fiche\n"),
      "layouts/fiche.njk":
        "<!doctype html><html lang=fr><title>{{ title }}</title><h1>{{ term.label }}</h1>{{ content | safe }}{% for one in posts %}{{ one.data.title }}{% endfor %}{{ total }}",
    });
    build(site);
    expect(site.read(OUT)).toMatch(/<h1>Promotion 5<\/h1><p>Seize équipes\.<\/p>\s*Deux1$/);
  });
});

it("an introduction is reported as changed when its text changes, not when its list does", () => {
  const site = makeSite({ ...SITE, ...FIRST });
  build(site, "--output", "_avant");
  site.write({ "content/posts/2021-03-04-trois.md": post("Trois", "Bonjour.", "promotion: cinq\n") });
  build(site);
  const report = (): string => {
    const { status, stdout, stderr } = site.carnet(["report", "--base", "_avant"]);
    expect(status, stderr).toBe(0);
    return stdout;
  };
  expect(report()).not.toContain("La cinquième");
  site.write({ [PAGE]: introduction("Dix-sept équipes.") });
  build(site);
  expect(report()).toContain("La cinquième");
});

it("a draft introduction appears only in a preview", () => {
  const site = makeSite({
    ...SITE,
    ...FIRST,
    [PAGE]: introduction("Seize équipes.").replace("---\n", "---\ndraft: true\n"),
  });
  build(site);
  expect(site.read(OUT)).not.toContain("Seize équipes.");
  build(site, "--drafts");
  expect(site.read("_preview/promotion/cinq/index.html")).toMatch(/class="banner"[^]*Seize équipes\./);
});
