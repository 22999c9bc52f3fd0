import { describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML } from "../support/site.ts";
import { SITE, PAGE, built, config } from "../support/owner-site.ts";

describe("a site's own layout", () => {
  it("receives the data that users of Eleventy expect, also under a base path", () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2021-03-02-a.md": post("A", "**Gras**", "tags: [Méthode agile, constructor]\n"),
      "content/posts/2021-03-03-b/index.md": post("B", "x", "tags: [Méthode agile]\nslug: autre\n"),
      "content/posts/21-03-04-c.md": post("C"),
      "content/pages/aide.md": "---\ntitle: Aide\n---\n\nx\n",
      "layouts/post.njk": `{{ page.inputPath }} {{ page.url }} {{ page.fileSlug }} {{ page.filePathStem }} {{ page.date.toISOString() }}
{% for p in collections.posts %}{{ p.inputPath }} {{ p.url }} {{ p.fileSlug }} {{ p.data.page.filePathStem }} {{ p.date.toISOString() }} {{ p.data.title }}
{% endfor %}
{%- for p in collections["methode-agile"] %}{{ p.data.title }}{% endfor %} {% for p in collections["Méthode agile"] %}{{ p.data.title }}{% endfor %} {% for p in collections.all %}{{ p.data.title }}{% endfor %} {% for p in collections.pages %}{{ p.data.title }}{% endfor %}
{%- for p in collections.posts | tagged("constructor") %}{{ p.content | safe }}{% endfor -%}
{{ (collections.posts | getPreviousCollectionItem).data.title }}
{{ "/aide/" | url }} {{ "https://x.example/" | url }} {{ "#haut" | url }}`,
    });
    const lines = built(site, "_site/blog/2021/03/03/autre/index.html", ["--base-path", "/b/"]).split("\n");
    const b = "./content/posts/2021-03-03-b/index.md /blog/2021/03/03/autre/ b";
    expect(lines).toEqual([
      `${b} /content/posts/2021-03-03-b/index 2021-03-02T23:00:00.000Z`,
      "./content/posts/21-03-04-c.md /blog/2021/03/04/c/ 21-03-04-c /content/posts/21-03-04-c 2021-03-03T23:00:00.000Z C",
      `${b} /content/posts/2021-03-03-b/index 2021-03-02T23:00:00.000Z B`,
      "./content/posts/2021-03-02-a.md /blog/2021/03/02/a/ a /content/posts/a 2021-03-01T23:00:00.000Z A",
      "BA BA CBAAide Aide<p><strong>Gras</strong></p>",
      "C",
      "/b/aide/ https://x.example/ #haut",
    ]);
  });

  it("replaces a built-in layout or partial by name, and extends one block by block", () => {
    const site = makeSite({
      ...SITE,
      "layouts/post.njk":
        '{% extends "carnet/post.njk" %}{% block article_header %}{{ super() }}<p>De plus</p>{% endblock %}',
      "layouts/not-found.njk": "Perdu",
      "layouts/partials/footer.njk": "<p>Pied à moi</p>",
    });
    const html = built(site);
    expect(html).toMatch(/<h1>Premier<\/h1>[\s\S]*<p>De plus<\/p>/);
    expect(html).toContain("<p>Pied à moi</p>");
    expect(html).not.toContain('class="site-footer-about"');
    expect(site.read("_site/index.html")).toContain("<p>Pied à moi</p>");
    expect(site.read("_site/404.html")).toBe("Perdu");
  });

  it("can be named in a post's front matter, and name a parent layout in its own", () => {
    const site = makeSite({
      ...SITE,
      "content/posts/2021-03-03-fiche.md": post("Fiche", "Texte.", "layout: fiche\n"),
      "layouts/fiche.njk": "---\nlayout: cadre\ncouleur: vert\n---\n<i>{{ couleur }}</i>{{ content | safe }}",
      "layouts/cadre.njk": "<b>{{ title }} {{ couleur }}</b>{{ content | safe }}",
    });
    expect(built(site, "_site/blog/2021/03/03/fiche/index.html")).toBe(
      "<b>Fiche vert</b><i>vert</i><p>Texte.</p>\n",
    );
    expect(site.read(PAGE)).toContain('<article class="post">');
  });

  it.each([
    ["alone", {}],
    ["with .eleventy.ts", config("")],
  ])("fails with the name of a missing partial, and the old site stays: %s", (_, files) => {
    const site = makeSite({ ...SITE, ...files });
    const before = built(site);
    site.write({ "layouts/post.njk": '<p>\n{% include "partials/absent.njk" %}' });
    const { status, stderr, stdout } = site.carnet(["build", "--no-search"]);
    expect(status).toBe(1);
    for (const words of ["partials/absent.njk", "layouts/post.njk"]) expect(stdout + stderr).toContain(words);
    expect(stdout + stderr).not.toMatch(/\n {4}at /);
    expect(site.read(PAGE)).toBe(before);
    expect(site.list(".").filter((path) => path.includes("carnet-new"))).toEqual([]);
  });
});

it("a home page shows its own text above the latest posts, and follows them", () => {
  const site = makeSite({
    ...SITE,
    "content/pages/index.md": "---\ntitle: Bienvenue\nlayout: accueil\n---\n\nNotre *programme*.\n",
    "layouts/accueil.njk":
      '{% extends "carnet/home.njk" %}\n{% block masthead %}{{ super() }}{{ content | safe }}{% endblock %}',
  });
  const home = built(site, "_site/index.html");
  expect(home).toMatch(/<h1>Bienvenue<\/h1>[^]*<p>Notre <em>programme<\/em>\.<\/p>[^]*Premier/);
  expect(home).not.toContain("breadcrumbs");
  site.write({
    "content/posts/2021-03-02-premier.md": post("Premier changé", "Bonjour."),
    "content/posts/2021-03-03-second.md": post("Second"),
  });
  expect(built(site, "_site/index.html")).toMatch(/Notre <em>[^]*Second[^]*Premier changé/);
});
