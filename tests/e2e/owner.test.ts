import { describe, expect, it } from "vitest";
import type { Files } from "../support/files.ts";
import { makeSite, post, SITE_YAML } from "../support/site.ts";
import { SITE, PAGE, config, built, install } from "../support/owner-site.ts";

describe("an owner's .eleventy.ts", () => {
  it("adds filters, shortcodes, global data, a transform and files, and imports a local file", () => {
    const site = makeSite({
      ...SITE,
      ...config(
        `config.addFilter("crier", crier);
  config.addFilter("plus_tard", async (text: string) => Promise.resolve(text + " plus tard"));
  config.addShortcode("bouton", (url: string, text: string) => '<a href="' + url + '">' + text + "</a>");
  config.addPairedShortcode("encadre", (body: string, title: string) => "<aside>" + title + " : " + body + "</aside>");
  config.addGlobalData("maison", { nom: "EIG" });
  config.addTemplate("liste.njk", "{{ collections.posts.length }} {{ maison.nom }}", { permalink: "/liste.txt" });
  config.addPassthroughCopy({ lib: "code" });
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
      ...["PREMIER", "Premier plus tard", '<a href="/x/">Ici</a>'],
      "<aside>Note : Premier</aside> EIG<!-- /blog/2021/03/02/premier/ -->",
    ]);
    expect([site.read("_site/liste.txt"), site.read("_site/code/crier.ts")]).toEqual([
      "1 EIG",
      site.read("lib/crier.ts"),
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
  config.addCollection("slugs", (api) => api.getFilteredByTags("methode-agile", "retenus"));
  config.addCollection("glob", (api) => api.getFilteredByGlob("content/posts/*.md"));
  config.addCollection("retenus", () => []);
  config.addPlugin((later: EleventyConfig) => {
    later.addCollection("greffon", (api) => api.getFilteredByGlob("content/posts/en/**/*.md"));
  });`),
      "layouts/home.njk": `{% for name in ["tout", "label", "slugs", "glob", "retenus", "greffon", "posts"] -%}
{{ name }}:{% for item in collections[name] %} {{ item.data.title }}{% endfor %}{{ "\\n" }}
{%- endfor %}`,
    });
    expect(built(site, "_site/index.html").trim().split("\n")).toEqual([
      ...[
        "tout: C B A Aide",
        "label: A B",
        "slugs: A",
        "glob: A B",
        "retenus:",
        "greffon: C",
        "posts: C B A",
      ],
    ]);
  });

  it("adds a third-party plugin: eleventy-navigation, over static pages", () => {
    const page = (title: string, navigation: string): string =>
      `---\ntitle: ${title}\neleventyNavigation: { ${navigation} }\n---\n\nx\n`;
    const site = makeSite({
      ...SITE,
      "content/site.yaml": `${SITE_YAML}fields: { eleventyNavigation: { type: object } }\n`,
      "content/pages/aide.md": page("Aide", "key: Aide"),
      "content/pages/video.md": page("Vidéos", "key: Vidéos, parent: Aide"),
      ...config("config.addPlugin(navigation);", 'import navigation from "@11ty/eleventy-navigation";'),
      "layouts/home.njk": `{{ collections.all | eleventyNavigation | eleventyNavigationToHtml | safe }}
{% for entry in collections.all | eleventyNavigation %}{{ entry.url | url }} {{ entry.children[0].title }}{% endfor %}`,
    });
    install(site, "@11ty/eleventy-navigation");
    expect(built(site, "_site/index.html", ["--base-path", "/b/"])).toBe(
      `<ul><li><a href="/aide/">Aide</a><ul><li><a href="/video/">Vidéos</a></li></ul></li></ul>\n/b/aide/ Vidéos`,
    );
  });

  it("replaces a filter of Carnet's, reads files beside it, and uses Eleventy's own plugin for addresses", () => {
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
      "layouts/post.njk": '{{ day | longDate }} {{ devise }} <a href="{{ "/x/" | url }}">x</a>',
    });
    expect(built(site, PAGE, ["--base-path", "/b/"])).toBe(
      'le 2021-03-02 Ouvrir <a href="https://ailleurs.example/b/x/">x</a>',
    );
  });

  // Its other mistakes: tests/unit/eleventy/owner-config.test.ts.
  it("has its mistakes reported with their place, and the old site stays", () => {
    const site = makeSite({
      ...SITE,
      ...config(""),
      "lib/fail.ts": "type A = string;\n\nexport function fail(): A {\n  throw new Error('non');\n}",
    });
    const before = built(site);
    const wrong: [Files, string[]][] = [
      [config("fail();", 'import { fail } from "./lib/fail.ts";'), ["lib/fail.ts:4", "non"]],
      [
        { ".eleventy.ts": "export default function () {}\n" },
        [".eleventy.ts", 'import carnet from "carnet-blog"', "config.addPlugin(carnet)"],
      ],
      [
        { ...config(""), "_data/a.yaml": "- un: 1\n   deux: 2\n" },
        ["a.yaml", "bad indentation of a mapping entry (2:8)"],
      ],
    ];
    for (const [files, said] of wrong) {
      site.write(files);
      const { status, stdout, stderr } = site.carnet(["build", "--no-search"]);
      expect(status, said[1]).toBe(1);
      for (const words of said) expect(stdout + stderr).toContain(words);
      expect(stdout + stderr).not.toMatch(/\n {4}at /);
    }
    expect(site.read(PAGE)).toBe(before);
    expect(site.list(".").filter((path) => path.includes("carnet-new"))).toEqual([]);
  });

  it.each([
    ["a promise that is refused", 'void Promise.reject(new Error("en panne"));', /en panne/],
    ["process.exit", "process.exit(0);", /process\.exit/],
    ["a promise that never settles", "await new Promise(() => {});", /attend/],
  ])("fails the build where nothing awaits its error, and leaves nothing behind: %s", (_, line, words) => {
    const lines = `${line} config.on("eleventy.before", () => new Promise((go) => setTimeout(go, 200)));`;
    const { ".eleventy.ts": text } = config(lines);
    const site = makeSite({
      ...SITE,
      ".eleventy.ts": text.replace("export default function", "export default async function"),
    });
    const run = site.carnet(["build", "--no-search"]);
    expect(run.stderr).toMatch(/^carnet : .*Rien n’a été publié/m);
    expect(run.stderr).toMatch(words);
    expect(run.status).toBe(3);
    expect(site.list(".").filter((path) => /carnet-new|_site/.test(path))).toEqual([]);
  });
});
