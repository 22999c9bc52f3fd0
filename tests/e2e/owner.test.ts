import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { makeSite, post, ROOT, SITE_YAML, type Run, type TestSite } from "../support/site.ts";

const HELLO = { "content/posts/2021-03-02-premier.md": post("Premier", "Bonjour.", "tags: [Méthode]\n") };
const SITE = { "content/site.yaml": SITE_YAML, ...HELLO };
const PAGE = "_site/blog/2021/03/02/premier/index.html";

/** An `.eleventy.ts` with these lines after the plugin. */
function config(lines: string, imports = ""): { ".eleventy.ts": string } {
  return {
    ".eleventy.ts": `import carnet, { type EleventyConfig } from "carnet";
${imports}
export default function (config: EleventyConfig): void {
  config.addPlugin(carnet);
  ${lines}
}
`,
  };
}

/** Builds, and returns the text of a page. */
function built(site: TestSite, page = PAGE, args: readonly string[] = ["--no-search"]): string {
  const { status, stdout, stderr } = site.carnet(["build", ...args]);
  expect(status, stdout + stderr).toBe(0);
  return site.read(page);
}

/** Links a package of this repository's `node_modules` into the site's. */
function install(site: TestSite, name: string, from = join(ROOT, "node_modules", name)): void {
  const to = join(site.root, "node_modules", name);
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(from, to, "dir");
}

describe("an error in the owner's code that nothing awaits", () => {
  it.each([
    ["a promise that is refused", 'void Promise.reject(new Error("en panne"));'],
    ["a timer that throws", 'setTimeout(() => { throw new Error("en panne"); }, 1);'],
  ])("fails the build with its message, and leaves nothing behind: %s", (_, lines) => {
    const site = makeSite({
      ...SITE,
      ...config(`${lines} config.on("eleventy.before", () => new Promise((go) => setTimeout(go, 200)));`),
    });
    const run = site.carnet(["build", "--no-search"]);
    expect(run.stderr).toMatch(/^carnet : .*Rien n’a été publié/m);
    expect(run.stderr).toContain("en panne");
    expect(run.status).toBe(3);
    expect(site.list(".").filter((path) => path.includes("carnet-new"))).toEqual([]);
    site.write(config(""));
    expect(site.carnet(["build", "--no-search"])).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("an .eleventy.ts that awaits a promise that never settles", () => {
  it("is reported, and fails the command", () => {
    const site = makeSite({
      ...SITE,
      ".eleventy.ts": "await new Promise(() => {});\nexport default function () {}\n",
    });
    const run = site.carnet(["build", "--no-search"]);
    expect(run.stderr).toMatch(/^carnet : .*attend.*Rien n’a été publié/m);
    expect(run.status).toBe(3);
  });
});

describe("an .eleventy.ts that calls process.exit", () => {
  it.each([0, 1])("with status %i is reported, fails the command and publishes nothing", (status) => {
    const site = makeSite({ ...SITE, ...config(`process.exit(${String(status)});`) });
    const run = site.carnet(["build", "--no-search"]);
    expect(run.stderr).toMatch(/^carnet : .*process\.exit.*Rien n’a été publié/m);
    expect(run.status).toBe(3);
    expect(() => site.read(PAGE)).toThrow();
  });
});

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

  it("adds a page and copies files, but stray templates never run, even if it allows Nunjucks pages", () => {
    const site = makeSite({
      ...SITE,
      ...config(`config.addTemplateFormats("njk");
  config.addTemplate("nombre.njk", "{{ collections.posts.length }}", { permalink: "/nombre/" });
  config.addPassthroughCopy("extra");`),
      "extra/brut.njk": "{{ 6 * 7 }}",
      "racine.njk": "{{ 6 * 7 }}",
      "content/posts/.cache/x.njk": "{{ 6 * 7 }}",
    });
    expect(built(site, "_site/nombre/index.html")).toBe("1");
    expect(site.read("_site/extra/brut.njk")).toBe("{{ 6 * 7 }}");
    expect(site.list("_site").filter((path) => /racine|\/x\b/.test(path))).toEqual([]);
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
      [
        config("", 'import x from "absent"; x();')[".eleventy.ts"],
        [".eleventy.ts", ":2:1", "npm install absent"],
      ],
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

describe("plugins and owner's code", () => {
  it("work as under Eleventy: added pages, bundles, replaced filters, Markdown in layouts, a default layout", () => {
    const site = makeSite({
      ...SITE,
      ...config(
        `config.addBundle("css");
  config.addFilter("slugify", (text: string) => "à moi : " + text);
  config.addPlugin(RenderPlugin);
  config.addGlobalData("layout", "post.njk");
  config.addPlugin((later: EleventyConfig) => {
    later.addTemplate("nombre.njk", "{{ collections.posts.length }}", { permalink: "/nombre.txt", layout: false });
  });`,
        'import { RenderPlugin } from "@11ty/eleventy";',
      ),
      "layouts/post.njk": `{% css %}a{}{% endcss %}{% getBundle "css" %} {{ title | slugify }}
{% renderTemplate "md" %}*Oui*{% endrenderTemplate %}`,
    });
    expect(built(site)).toBe("a{} à moi : Premier\n<p><em>Oui</em></p>\n");
    expect(site.read("_site/nombre.txt")).toBe("1");
    expect(site.read("_site/robots.txt")).toMatch(/^User-agent/);
  });

  it("add the base path exactly once, whether an address already has it or not", () => {
    const site = makeSite({
      ...SITE,
      ...config(
        'config.addPlugin(HtmlBasePlugin); config.addPlugin((later: EleventyConfig) => { later.addPlugin(later.resolvePlugin("@11ty/eleventy/html-base-plugin")); });',
        'import { HtmlBasePlugin } from "@11ty/eleventy";',
      ),
      "layouts/post.njk":
        '<a href="{{ "/x/" | url }}">x</a> <a href="/y/">y</a> <a href="https://z.example/b/">z</a> {{ "/b/" | htmlBaseUrl("https://z.example/") }}',
    });
    expect(built(site, PAGE, ["--base-path", "/b/"])).toBe(
      '<a href="/b/x/">x</a> <a href="/b/y/">y</a> <a href="https://z.example/b/">z</a> https://z.example/b/b/',
    );
  });

  it.each([
    [
      "a template at the address of a file of Carnet's",
      'config.addTemplate("mien.njk", "x", {\n permalink: "/feed.xml" });',
      ".eleventy.ts:6:1",
      "/feed.xml",
    ],
    [
      "a preprocessor that keeps a text out",
      '\nconfig.addPreprocessor("brouillons", "*", ({ title }) => title !== "Premier");',
      ".eleventy.ts:6:1",
      "/blog/2021/03/02/premier/",
    ],
    [
      "an address that is worked out",
      'config.addGlobalData("eleventyComputed", {\n permalink: (data) => (data.title === "Premier" ? "/ailleurs/" : data.permalink) });',
      ".eleventy.ts:5:1",
      "/blog/2021/03/02/premier/",
    ],
    [
      "files that are taken away when the pages are there",
      'config.on("eleventy.after", ({ directories }) => { rmSync(directories.output + "sitemap.xml"); });',
      ".eleventy.ts:1:1",
      "/sitemap.xml",
    ],
    [
      "a file that a transform asks for and that is not there",
      'config.addTransform("lire", () => readFileSync("absent.txt", "utf8"));',
      ".eleventy.ts:1:1",
      "absent.txt",
    ],
    [
      "a file that the configuration asks for and that is not there",
      'readFileSync("absent.txt", "utf8");',
      ".eleventy.ts:5:",
      "absent.txt",
    ],
  ])("are reported to the owner if they fail: %s", (_, lines, place, said) => {
    const site = makeSite({ ...SITE, ...config(lines, 'import { readFileSync, rmSync } from "node:fs";') });
    const { status, stdout, stderr } = site.carnet(["build", "--no-search"]);
    expect(stdout + stderr).toContain(place);
    expect(stdout).toContain(said);
    expect(stdout + stderr).not.toMatch(/\n {4}at /);
    expect(status).toBe(1);
  });

  it("leave no copied files behind when a page has failed", () => {
    const extra = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`extra/${String(i)}.txt`, String(i)]),
    );
    const site = makeSite({
      ...SITE,
      ...extra,
      ...config(
        'config.addPassthroughCopy({ extra: "more" }); config.addGlobalData("layout", "absent.njk");',
      ),
      "layouts/post.njk": "{{ title | absent }}",
    });
    const { status, stdout, stderr } = site.carnet(["build", "--no-search"]);
    expect(stdout + stderr).not.toMatch(/\n {4}at /);
    expect(status).toBe(1);
    expect(site.list(".").filter((path) => path.includes("carnet-new"))).toEqual([]);
  });
});

describe("an owner's asynchronous filter", () => {
  it("that fails for one page leaves nothing of the pages still being made", () => {
    const others = Array.from({ length: 20 }, (_, i): [string, string] => [
      `content/posts/2021-04-02-p${String(i)}.md`,
      post(`P${String(i)}`),
    ]);
    const site = makeSite({
      ...SITE,
      ...Object.fromEntries(others),
      ...config(`config.addAsyncFilter("lent", async (title) => {
        if (title === "Premier") throw new Error("en panne");
        await new Promise((go) => setTimeout(go, 300));
        return title;
      });`),
      "layouts/post.njk": "<!doctype html>\n<p>{{ title | lent }}</p>\n",
    });
    const { status, stdout, stderr } = site.carnet(["build", "--no-search"]);
    expect(stdout + stderr).toContain("en panne");
    expect(status).toBe(1);
    expect(site.list(".").filter((path) => path.includes("carnet-new"))).toEqual([]);
  });

  it.each([
    ['throw new Error("en panne")', "en panne"],
    ['return Promise.reject(new Error("en panne"))', "en panne"],
    ["return Promise.resolve(null.x)", "Cannot read properties of null"],
  ])("that fails is reported with the layout: %s", (body, said) => {
    const site = makeSite({
      ...SITE,
      ...config(`config.addAsyncFilter("lent", async () => { ${body} });`),
      "layouts/post.njk": "<!doctype html>\n<p>{{ title | lent }}</p>\n",
    });
    const { status, stdout, stderr } = site.carnet(["build", "--no-search"]);
    expect(stdout + stderr).toContain(said);
    expect(stdout + stderr).toContain("layouts/post.njk");
    expect(stdout + stderr).not.toMatch(/\n {4}at /);
    expect(status).toBe(1);
  });
});

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

  it("fails with the name of a missing partial, and the old site stays", () => {
    const site = makeSite(SITE);
    const before = built(site);
    site.write({ "layouts/post.njk": '<p>\n{% include "partials/absent.njk" %}' });
    const { status, stderr, stdout } = site.carnet(["build", "--no-search"]);
    expect(status).toBe(1);
    expect(stdout + stderr).toContain("partials/absent.njk");
    expect(stdout + stderr).toContain("layouts/post.njk");
    expect(stdout + stderr).not.toMatch(/\n {4}at /);
    expect(site.read(PAGE)).toBe(before);
  });
});

const ELEVENTY = join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs");

/** A site root like the repository: both configuration files, and `carnet` installed. */
function plainSite(files: Record<string, string>): TestSite {
  const own = Object.fromEntries(
    [".eleventy.ts", "eleventy.config.js"].map((name) => [name, readFileSync(join(ROOT, name), "utf8")]),
  );
  const site = makeSite({ ...own, "package.json": '{ "type": "module" }', ...files });
  install(site, "carnet", ROOT);
  return site;
}

function eleventy(site: TestSite, args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ELEVENTY, ...args], {
    cwd: site.root,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", HOME: site.root },
  });
  return { status, stdout, stderr };
}

/** Every file of an output with a hash of its bytes, except Carnet's manifest. */
function bytes(site: TestSite, folder: string): string[] {
  const paths = site.list(folder).filter((path) => path !== ".carnet");
  return paths.map((path) => {
    const hash = createHash("sha256").update(readFileSync(join(site.root, folder, path)));
    return `${path} ${hash.digest("hex").slice(0, 16)}`;
  });
}

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

describe("plain eleventy", () => {
  it.each([
    ["at the root", "", [], []],
    ["with --pathprefix", "", ["--base-path", "/b/"], ["--pathprefix=b"]],
    ["at the path of the site's own address", "/sous/", [], []],
  ])("writes the same files as carnet build, %s", (_, path, ours, theirs) => {
    const site = plainSite({
      "content/site.yaml": SITE_YAML.replace("example.org", `example.org${path}`),
      "content/posts/2021-03-02-a.md": post("A", "[Accueil](/) ![](/point.svg) `code`", "tags: [Été]\n"),
      "content/posts/en/2021-03-03-b/index.md": post("B", "![Dot](dot.svg)", "redirect_from: [/old/]\n"),
      "content/posts/en/2021-03-03-b/dot.svg":
        "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
      "content/pages/aide.md": "---\ntitle: Aide\n---\n\nx\n",
      "public/point.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
      "layouts/page.njk": "---\nlayout: carnet/page\n---\n{{ content | safe }}{{ collections.posts.length }}",
      ...config('config.addFilter("isoDate", (day: string) => "le " + day);'),
    });
    built(site, "_site/index.html", ours);
    const { status, stdout, stderr } = eleventy(site, ["--output=_plain", ...theirs]);
    expect(status, stdout + stderr).toBe(0);
    expect(site.list("_site").filter((file) => file.endsWith(".svg"))).toHaveLength(3);
    expect(bytes(site, "_plain")).toEqual(bytes(site, "_site"));
  });

  it("lists the errors of the content, writes nothing and exits with a non-zero status", () => {
    const site = plainSite({ ...SITE, "content/posts/2021-02-30-b.md": post("B") });
    const { status, stdout, stderr } = eleventy(site, []);
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain("content/posts/2021-02-30-b.md:1:1");
    expect(stdout + stderr).not.toMatch(/ at .*plain/);
    expect(site.list(".").some((path) => path.startsWith("_site"))).toBe(false);
  });

  it("serves a changed post and a new one", async () => {
    const site = plainSite(SITE);
    const port = await freePort();
    const server = spawn(process.execPath, [ELEVENTY, "--serve", `--port=${String(port)}`], {
      cwd: site.root,
      stdio: "ignore",
    });
    onTestFinished(async () => {
      // It goes on writing until it has exited.
      const gone = once(server, "exit");
      server.kill();
      await gone;
    });
    const at = `http://localhost:${String(port)}/blog/2021/03/`;
    await until(async () => (await text(`${at}02/premier/`)).includes("Bonjour."));
    site.write({ "content/posts/2021-03-02-premier.md": post("Premier", "Au revoir.") });
    await until(async () => (await text(`${at}02/premier/`)).includes("Au revoir."));
    site.write({ "content/posts/2021-03-03-second.md": post("Second", "Nouveau.") });
    await until(async () => (await text(`${at}03/second/`)).includes("Nouveau."));
    // The home page may be written after the post.
    await until(async () => (await text(`http://localhost:${String(port)}/`)).includes("Second"));
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

async function text(url: string): Promise<string> {
  try {
    return await (await fetch(url)).text();
  } catch {
    return "";
  }
}

/** Waits until the condition holds; otherwise the test times out. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()))
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
}
