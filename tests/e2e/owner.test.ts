import { describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML } from "../support/site.ts";
import { SITE, PAGE, config, built, install } from "../support/owner-site.ts";

describe("an owner's .eleventy.ts", () => {
  it("adds filters, shortcodes, global data and a transform, and imports a local file", () => {
    const site = makeSite({
      ...SITE,
      ...config(
        `config.addFilter("crier", crier);
  config.addFilter("plus_tard", async (text: string) => Promise.resolve(text + " plus tard"));
  config.addShortcode("bouton", (url: string, text: string) => '<a href="' + url + '">' + text + "</a>");
  config.addPairedShortcode("encadre", (body: string, title: string) => "<aside>" + title + " : " + body + "</aside>");
  config.addGlobalData("maison", { nom: "EIG" });
  config.addTransform("signature", function (html) {
    return this.page.inputPath.endsWith(".md") ? html + "<!-- " + this.page.url + " -->" : html;
  });`,
        'import { crier } from "./lib/crier.ts";',
      ),
      "lib/crier.ts": "export const crier = (text: string): string => text.toUpperCase();\n",
      "layouts/post.njk": `{{ title | crier }}
{{ title | plus_tard }}
{% bouton "/x/", "Ici" %}{{ "\\n" }}
{%- encadre "Note" %}{{ title }}{% endencadre %} {{ maison.nom }}`,
    });
    expect(built(site).split("\n")).toEqual([
      "PREMIER",
      "Premier plus tard",
      '<a href="/x/">Ici</a>',
      "<aside>Note : Premier</aside> EIG<!-- /blog/2021/03/02/premier/ -->",
    ]);
  });

  it("adds collections, also from a plugin after Carnet's, and can override that of a tag", () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2021-03-02-a.md": post("A", "x", "tags: [Méthode agile, retenus]\n"),
      "content/posts/2021-03-03-b.md": post("B", "x", "tags: [Méthode agile]\n"),
      "content/posts/en/2021-03-04-c.md": post("C"),
      "content/pages/aide.md": post("Aide").replace(/author: .*\n/, ""),
      ...config(`config.addCollection("tout", (api) => api.getAll());
  config.addCollection("label", (api) => api.getFilteredByTag("Méthode agile"));
  config.addCollection("slug", (api) => api.getFilteredByTag("methode-agile"));
  config.addCollection("glob", (api) => api.getFilteredByGlob("content/posts/*.md"));
  config.addCollection("retenus", () => []);
  config.addPlugin((later: EleventyConfig) => {
    later.addCollection("greffon", (api) => api.getFilteredByGlob("content/posts/en/**/*.md"));
  });`),
      "layouts/home.njk": `{% for name in ["tout", "label", "slug", "glob", "retenus", "greffon", "posts"] -%}
{{ name }}:{% for item in collections[name] %} {{ item.data.title }}{% endfor %}{{ "\\n" }}
{%- endfor %}`,
    });
    expect(built(site, "_site/index.html").trim().split("\n")).toEqual([
      "tout: C B A Aide",
      "label: A B",
      "slug: A B",
      "glob: A B",
      "retenus:",
      "greffon: C",
      "posts: C B A",
    ]);
  });

  it("adds a third-party plugin: eleventy-navigation, over static pages", () => {
    const site = makeSite({
      ...SITE,
      "content/site.yaml": `${SITE_YAML}fields: { eleventyNavigation: { type: object } }\n`,
      "content/pages/aide.md": "---\ntitle: Aide\neleventyNavigation: { key: Aide }\n---\n\nx\n",
      "content/pages/video.md":
        "---\ntitle: Vidéos\neleventyNavigation: { key: Vidéos, parent: Aide }\n---\n\nx\n",
      ...config("config.addPlugin(navigation);", 'import navigation from "@11ty/eleventy-navigation";'),
      "layouts/home.njk": `{{ collections.all | eleventyNavigation | eleventyNavigationToHtml | safe }}
{% for entry in collections.all | eleventyNavigation %}{{ entry.url | url }} {{ entry.children[0].title }}{% endfor %}`,
    });
    install(site, "@11ty/eleventy-navigation");
    expect(built(site, "_site/index.html", ["--base-path", "/b/"])).toBe(
      `<ul><li><a href="/aide/">Aide</a><ul><li><a href="/video/">Vidéos</a></li></ul></li></ul>\n/b/aide/ Vidéos`,
    );
  });

  it("replaces a filter of Carnet's, uses Eleventy's own plugins, and reads files beside it", () => {
    const site = makeSite({
      ...SITE,
      ...config(
        `config.addFilter("longDate", (day: string) => "le " + day);
  config.addGlobalData("devise", readFileSync(join(import.meta.dirname, "devise.txt"), "utf8"));
  config.addPlugin(HtmlBasePlugin, { baseHref: "https://ailleurs.example/" });`,
        `import { HtmlBasePlugin } from "@11ty/eleventy";
import { readFileSync } from "node:fs";
import { join } from "node:path";`,
      ),
      "devise.txt": "Ouvrir",
      "layouts/post.njk": '{{ day | longDate }} {{ devise }} <a href="/x/">x</a>',
    });
    expect(built(site)).toBe('le 2021-03-02 Ouvrir <a href="https://ailleurs.example/x/">x</a>');
  });

  it("has its mistakes reported with their place, and the old site stays", () => {
    const site = makeSite({ ...SITE, ...config("") });
    const before = built(site);
    const wrong: [string, string[]][] = [
      [config("config.addFilter(;")[".eleventy.ts"], [".eleventy.ts:5", 'Unexpected ";"']],
      [config("", "throw new Error('en panne');")[".eleventy.ts"], [".eleventy.ts:2", "en panne"]],
      [
        config("config.addFiltre();")[".eleventy.ts"],
        [".eleventy.ts:5", "config.addFiltre is not a function"],
      ],
      [config("", 'import x from "./absent.ts"; x();')[".eleventy.ts"], [".eleventy.ts:2", "./absent.ts"]],
      [config("", 'import x from "absent"; x();')[".eleventy.ts"], [".eleventy.ts:2:", "package 'absent'"]],
      ["export const answer = 42;\n", [".eleventy.ts", "export default function"]],
      ["export default function () {}\n", [".eleventy.ts", "config.addPlugin(carnet)"]],
    ];
    for (const [text, said] of wrong) {
      site.write({ ".eleventy.ts": text });
      const { status, stdout, stderr } = site.carnet(["build", "--no-search"]);
      expect(status, text).toBe(1);
      for (const words of said) expect(stdout + stderr, text).toContain(words);
      expect(stdout + stderr).not.toMatch(/\n {4}at /);
      expect(site.read(PAGE)).toBe(before);
    }
  });
});
