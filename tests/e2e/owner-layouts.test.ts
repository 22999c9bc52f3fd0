// Layouts of the site's own, without code: rendered by Nunjucks alone.
import { describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML } from "../support/site.ts";
import { SITE, built } from "../support/owner-site.ts";

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
});
