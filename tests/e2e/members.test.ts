// The people of a term, as the command builds their pages: kept by editing people.yaml alone.
import { expect, it } from "vitest";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";

const PEOPLE = "content/people.yaml";
const FOUR = "promotion/quatre/index.html";
const DONNEES = "donnees: { name: Équipe Données, role: analyse, promotion: [quatre, cinq] }\n";
const SITE = {
  "content/site.yaml": `${SITE_YAML}taxonomies: { promotion: { label: Promotion } }\n`,
  [PEOPLE]: `${DONNEES}design: { name: Cellule Design, photo: /img/design.svg, promotion: quatre }\n`,
  "content/posts/2021-03-02-premier.md": post("Premier", "Bonjour.").replace(
    /^author:.*$/m,
    "author: Cellule Design",
  ),
  "public/img/design.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="80" height="80"/></svg>',
};

function build(site: TestSite, ...args: string[]): string {
  const { status, stdout, stderr } = site.carnet(["build", "--no-search", ...args]);
  expect(status, stdout + stderr).toBe(0);
  return stdout + stderr;
}

/** Names and links of the people on a page. */
const shown = (html: string): string[] =>
  Array.from(html.matchAll(/<p class="author-name">(.*?)<\/p>/g), ([, name = ""]) => name);

it("a cohort is shown, followed through edits of people.yaml, and the same as in a clean build", () => {
  const site = makeSite(SITE);
  build(site);
  const design = '<a href="/auteurs/design/">Cellule Design</a>';
  expect(shown(site.read(`_site/${FOUR}`))).toEqual(["Équipe Données", design]);
  expect(site.read("_site/auteurs/design/index.html")).toContain('<a href="/promotion/quatre/">quatre</a>');
  expect(site.list("_site/promotion/quatre")).toEqual(["index.html"]);

  // Only the body of a text: the people are those that the last build stored.
  site.write({
    "content/posts/2021-03-02-premier.md": site
      .read("content/posts/2021-03-02-premier.md")
      .replace("Bonjour.", "Bonsoir."),
  });
  build(site);
  expect(shown(site.read(`_site/${FOUR}`))).toEqual(["Équipe Données", design]);

  site.write({
    [PEOPLE]: `appui: { name: Pôle Appui, promotion: quatre }\n${DONNEES.replace("[quatre, cinq]", "cinq")}design: { name: Cellule Design }\n`,
  });
  build(site);
  expect(shown(site.read(`_site/${FOUR}`))).toEqual(["Pôle Appui"]);
  expect(site.read("_site/auteurs/design/index.html")).not.toMatch(/promotion\/(?:quatre|cinq)/);
  build(site, "--no-cache", "--output", "_nouveau");
  for (const file of [
    FOUR,
    "promotion/cinq/index.html",
    "promotion/index.html",
    "auteurs/design/index.html",
    "sitemap.xml",
  ])
    expect(site.read(`_site/${file}`), file).toBe(site.read(`_nouveau/${file}`));

  site.write({ [PEOPLE]: DONNEES.replace("[quatre, cinq]", "cinq") });
  expect(build(site)).toMatch(/vanished-url[^]*\/promotion\/quatre\//);
});

it("a layout of the owner's receives the people of a term, with all that people.yaml says of them", () => {
  const site = makeSite({
    ...SITE,
    [PEOPLE]:
      "a: { name: Équipe A, until: 2020, promotion: quatre }\nb: { name: Équipe B, promotion: quatre }\n",
    "layouts/tag.njk":
      '{% extends "carnet/tag.njk" %}{% block members %}{% for one in members %}[{{ one.id }} {{ one.until or "là" }}]{% endfor %}{% endblock %}',
  });
  build(site);
  expect(site.read(`_site/${FOUR}`)).toContain("[a 2020][b là]");
});
