import { existsSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML } from "../support/site.ts";

describe("carnet build", () => {
  it("builds a site of one post and a two-line site.yaml", () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-premier.md": post("Premier article", "Un texte.", "tags: [Méthode]\n"),
    });
    const run = site.carnet(["build"]);
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
    expect(site.read("_site/blog/2026/03/02/premier/index.html")).toContain("<p>Un texte.</p>");
    expect(site.list("_site")).toEqual(
      expect.arrayContaining([
        "404.html",
        "archives/2026/index.html",
        "archives/index.html",
        "auteurs/equipe-editoriale/index.html",
        "auteurs/index.html",
        "blog/index.html",
        "feed.json",
        "feed.xml",
        "index.html",
        "mots-cles/index.html",
        "mots-cles/methode/feed.xml",
        "mots-cles/methode/index.html",
        "robots.txt",
        "sitemap.xml",
        "_headers",
        "_redirects",
      ]),
    );
  });

  it("keeps the old site when a post has an error, and reports it", () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-premier.md": post("Premier article"),
    });
    expect(site.carnet(["build"]).status).toBe(0);
    const before = site.read("_site/index.html");
    site.write({ "content/posts/2026-02-30-second.md": post("Second article") });
    const run = site.carnet(["build"]);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain("content/posts/2026-02-30-second.md");
    expect(run.stdout).toContain("bad-date");
    expect(site.read("_site/index.html")).toBe(before);
  });

  it("withholds a future post, and shows it in _preview with --future", () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-hier.md": post("Hier"),
      "content/posts/2026-06-02-demain.md": post("Demain"),
    });
    const published = site.carnet(["build"]);
    expect(published.status).toBe(0);
    expect(published.stdout).toMatch(/^Prochaine construction utile : .*2026-06-02-demain\.md paraîtra\.$/m);
    expect(site.list("_site").some((path) => path.includes("demain"))).toBe(false);
    const preview = site.carnet(["build", "--future"]);
    expect(preview.status).toBe(0);
    expect(preview.stdout).not.toContain("Prochaine construction");
    expect(site.list("_preview")).toContain("blog/2026/06/02/demain/index.html");
    expect(site.list("_site").some((path) => path.includes("demain"))).toBe(false);
  });

  it("keeps drafts out of pages, lists and feeds, but checks them", () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-public.md": post("Public"),
      "content/posts/_2026-03-03-brouillon.md": post("Brouillon", "![](/absente.png)"),
      "content/posts/2026-03-04-cache.md": post("Caché", "x", "draft: true\n"),
    });
    const run = site.carnet(["build"]);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain("missing-image");
    const all = site
      .list("_site")
      .map((path) => (/\.(html|xml|json)$/.test(path) ? site.read(`_site/${path}`) : path))
      .join("\n");
    expect(all).not.toMatch(/Brouillon|Caché/);
  });

  it("publishes despite errors in drafts, which it reports as warnings until they are fixed", () => {
    const draft = "content/posts/_2026-03-03-brouillon.md";
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-public.md": post("Public"),
      [draft]: post("Brouillon", "<script>x</script>"),
      "content/posts/_idee.md": "---\ntitle: Idée : deux\n---\n",
      "content/posts/2026-03-04-cache.md": post("Caché", "x", "draft: true\nlayout: absent\n"),
    });
    const told = (args: string[] = []): [number | null, string[]] => {
      const { status, stdout } = site.carnet(["build", "--format", "json", ...args]);
      const all = JSON.parse(stdout) as { file: string; severity: string; code: string }[];
      const found = all.filter(({ severity }) => severity !== "note");
      return [status, found.map(({ file, severity, code }) => `${severity} ${file} ${code}`)];
    };
    const warnings = [
      "warn content/posts/2026-03-04-cache.md unknown-layout",
      `warn ${draft} script`,
      "warn content/posts/_idee.md yaml",
    ];
    expect(told()).toEqual([0, warnings]);
    // From the state of the sources on disk.
    expect(told()).toEqual([0, warnings]);
    site.write({ "content/posts/2026-03-02-public.md": post("Public", "Un autre texte.") });
    expect(told()).toEqual([0, warnings]);
    expect(site.read("_site/blog/2026/03/02/public/index.html")).toContain("Un autre texte.");
    const asErrors = warnings.map((line) => line.replace("warn", "error"));
    expect(told(["--strict"])).toEqual([1, asErrors]);
    expect(told(["--drafts"])).toEqual([1, asErrors]);
    site.write({ [draft]: post("Brouillon", "Sans cadre.") });
    expect(told()).toEqual([0, [warnings[0], warnings[2]]]);
  });

  it("writes the same bytes in another folder, time zone and locale, from files with other times", () => {
    const files = {
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-premier.md": post(
        "Premier",
        "Bonjour `code`.",
        "tags: [Été, écologie, Zone]\n",
      ),
      "content/posts/2026-03-02-second.md": post("Second", "Salut.", "tags: [écologie]\n"),
    };
    const one = makeSite(files);
    const two = makeSite(files);
    utimesSync(join(two.root, "content/posts/2026-03-02-premier.md"), new Date(0), new Date(0));
    expect(one.carnet(["build"], { TZ: "UTC", LC_ALL: "C" }).status).toBe(0);
    expect(two.carnet(["build"], { TZ: "Pacific/Auckland", LC_ALL: "tr_TR.UTF-8" }).status).toBe(0);
    expect(two.list("_site")).toEqual(one.list("_site"));
    for (const path of one.list("_site"))
      expect(two.read(`_site/${path}`), path).toBe(one.read(`_site/${path}`));
  });

  it("works from another folder, and never evaluates template tags of a post", () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-premier.md": post(
        "'{{ 7 * 7 }}'",
        "{{ range.constructor('return process.env.HOME')() }} {% include '.env' %}",
        'image: "{{ 6 * 7 }}"\n',
      ),
      ".env": "SECRET=hush",
    });
    const elsewhere = makeSite({ "x.txt": "x" });
    const run = elsewhere.carnet(["build", "--site", site.root]);
    expect(run.status).toBe(0);
    const html = site.read("_site/blog/2026/03/02/premier/index.html");
    expect(html).toContain("{{ 7 * 7 }}");
    expect(html).not.toMatch(/\b(42|49)\b/);
    expect(html).not.toContain("hush");
    expect(html).not.toContain(site.root);
  });

  it("builds a post whose name ends with .markdown, and does not copy its source", () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-premier.markdown": post("Premier"),
    });
    expect(site.carnet(["build", "--no-search"]).status).toBe(0);
    expect(site.list("_site")).toContain("blog/2026/03/02/premier/index.html");
    expect(site.list("_site").filter((path) => path.endsWith(".markdown"))).toEqual([]);
  });

  it("refuses code files among the posts", () => {
    for (const [name, text] of Object.entries({
      "posts.11tydata.js": "throw new Error('ran')",
      "evil.njk": "{{ 1 }}",
      "data.11ty.js": "export default 1",
    })) {
      const site = makeSite({
        "content/site.yaml": SITE_YAML,
        "content/posts/2026-03-02-premier.md": post("Premier"),
        [`content/posts/${name}`]: text,
      });
      const run = site.carnet(["build"]);
      expect(run.status, name).toBe(1);
      expect(run.stdout, name).toContain(`content/posts/${name}`);
      expect(existsSync(join(site.root, "_site")), name).toBe(false);
    }
  });

  it("works under a base path", () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-premier.md": post("Premier", "[Accueil](/) et ![Un point](/point.svg)"),
      "public/point.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
    });
    expect(site.carnet(["build", "--base-path", "/blog/"]).status).toBe(0);
    const html = site.read("_site/blog/2026/03/02/premier/index.html");
    expect(html).toContain('href="/blog/"');
    expect(html).toContain('src="/blog/point.svg"');
    expect(html).toContain("https://blog.example.org/blog/blog/2026/03/02/premier/");
    expect(html).not.toMatch(/(?:href|src)="\/(?!blog\/)/);
  });
});

describe("carnet check", () => {
  it("reports problems as JSON and as annotations, and fails on warnings only if strict", () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-premier.md": post("Premier", "x", "tagz: [a]\n"),
    });
    const parsed: unknown = JSON.parse(site.carnet(["check", "--format", "json"]).stdout);
    expect(parsed).toEqual([
      expect.objectContaining({
        file: "content/posts/2026-03-02-premier.md",
        line: 5,
        column: 1,
        code: "unknown-key",
        severity: "warn",
      }),
    ]);
    expect(site.carnet(["check", "--format", "github"]).stdout).toMatch(
      /^::warning file=content\/posts\/2026-03-02-premier\.md,line=5,col=1/,
    );
    expect(site.carnet(["check"]).status).toBe(0);
    expect(site.carnet(["check", "--strict"]).status).toBe(1);
  });

  it("honours the severities of site.yaml", () => {
    const site = makeSite({
      "content/site.yaml": `${SITE_YAML}checks: { unknown-key: off }\n`,
      "content/posts/2026-03-02-premier.md": post("Premier", "x", "tagz: [a]\n"),
    });
    expect(JSON.parse(site.carnet(["check", "--format", "json"]).stdout)).toEqual([]);
  });
});

describe("the command line", () => {
  it("refuses an output that would replace the site itself", () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-premier.md": post("Premier"),
    });
    for (const output of [".", "content", ".."]) {
      expect(site.carnet(["build", "--output", output]).status, output).toBe(2);
      expect(site.list("content")).toContain("posts/2026-03-02-premier.md");
    }
  });

  it("says what to do if there is no site.yaml", () => {
    const site = makeSite({ "content/posts/2026-03-02-premier.md": post("Premier") });
    const run = site.carnet(["build"]);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain("content/site.yaml");
    expect(run.stdout).toContain("title:");
  });

  it("resolves relative paths from the current folder", () => {
    const site = makeSite({
      "blog/content/site.yaml": SITE_YAML,
      "blog/content/posts/2026-03-02-premier.md": post("Premier"),
    });
    expect(site.carnet(["build", "--site", "blog", "--output", "public-html"]).status).toBe(0);
    expect(site.list("public-html")).toContain("index.html");
  });
});
