// Blogs built by the real Hugo: the imported site must answer every address that Hugo published.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { notRun } from "../support/not-run.ts";
import { say } from "../support/command.ts";
import { hasHugo, hugoBlog, hugoText, type HugoBlog } from "../support/hugo.ts";
import { makeSite, post, ROOT, SITE_YAML, type TestSite } from "../support/site.ts";

const CONFIG = `baseURL = "https://hugo.example.org/"
title = "Un blog"
defaultContentLanguage = "fr"
timeZone = "Europe/Paris"
`;

const POSTS = Object.fromEntries(
  [1, 2, 3, 4, 5].map((n) => [
    `content/posts/numero-${String(n)}.md`,
    hugoText(
      `Numéro ${String(n)}`,
      `date = 2021-0${String(n)}-02`,
      'tags = ["Écriture", "web"]',
      'categories = ["Vie d’équipe"]',
    ),
  ]),
);

interface Report {
  entries: { old: string | null; sameAddress: boolean }[];
  unanswered: string[];
  missingPictures: unknown[];
}

interface Moved {
  lost: string[];
  invented: string[];
  report: Report;
  site: TestSite;
}

/**
 * Imports the blog and builds it. `lost`: old addresses that the new site does not answer; `invented`: old addresses in the
 * report that Hugo never published.
 */
async function moved(blog: HugoBlog): Promise<Moved> {
  const site = makeSite({});
  const argv = ["hugo", blog.root, join(site.root, "nouveau"), "--format", "json", "--quiet"] as const;
  const run = await say("import", site.root, ...argv);
  expect(run.status, run.err).toBe(0);
  const report = JSON.parse(run.out) as Report;
  const built = site.carnet(["build", "--no-search", "--quiet", "--site", "nouveau"]);
  expect(built.status, built.stdout + built.stderr).toBe(0);
  const answers = (address: string): boolean => {
    const path = join(site.root, "nouveau/_site", address);
    return existsSync(address.endsWith("/") ? join(path, "index.html") : path);
  };
  const published = new Set(blog.addresses);
  return {
    lost: blog.addresses.filter((address) => !answers(address)),
    invented: report.entries.flatMap(({ old }) => (old === null || published.has(old) ? [] : old)),
    report,
    site,
  };
}

const NOTHING_LOST = { lost: [], invented: [], report: { unanswered: [] } };

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>\n';
const PAGED = "[pagination]\npagerSize = 2\n";
const IN_TWO = "[languages.fr]\nlanguageName = 'Français'\n[languages.en]\nlanguageName = 'English'\n";
const ENGLISH = {
  "content/posts/numero-1.en.md": hugoText(
    "Number one",
    "date = 2021-01-02",
    'tags = ["Web"]',
    'aliases = ["old"]',
  ),
};

describe("an imported Hugo blog keeps every address", () => {
  beforeEach((context) => {
    if (!hasHugo) notRun(context, "hugo is not installed (Debian: hugo)");
  });

  it("of sections, paginated lists and feeds", async () => {
    const blog = hugoBlog({ ...POSTS, "hugo.toml": CONFIG + PAGED });
    for (const address of [
      "/posts/numero-1/",
      "/posts/page/1/",
      "/page/3/",
      "/tags/écriture/page/2/",
      "/tags/index.xml",
    ])
      expect(blog.addresses).toContain(address);
    const { report, ...found } = await moved(blog);
    expect({ ...found, report }).toMatchObject(NOTHING_LOST);
    expect(report.entries.every(({ sameAddress }) => sameAddress)).toBe(true);
  }, 60_000);

  it("with uglyURLs", async () => {
    const blog = hugoBlog({ ...POSTS, "hugo.toml": `${CONFIG}uglyURLs = true\n${PAGED}` });
    for (const address of ["/posts/numero-1.html", "/posts.html", "/posts/page/2.html", "/tags/web.html"])
      expect(blog.addresses).toContain(address);
    expect(await moved(blog)).toMatchObject(NOTHING_LOST);
  }, 60_000);

  it("of texts with relative aliases, in their own folder, or with their own url", async () => {
    const dated = (title: string, ...lines: string[]): string =>
      hugoText(title, "date = 2021-06-02", ...lines);
    const blog = hugoBlog({
      ...POSTS,
      "hugo.toml": CONFIG,
      "content/posts/a/index.md": dated(
        "A",
        'aliases = ["vieux", "/racine/", "vieux.html", "../dehors/", "Majuscule"]',
      ),
      "content/posts/sous/b.md": dated("B", 'aliases = ["ancien-b"]'),
      "content/about.md": hugoText("About", 'aliases = ["qui"]'),
      "content/posts/d.md": dated("D", 'url = "special/d.html"'),
      "content/notes/n.md": dated("N"),
    });
    for (const address of [
      "/dehors/",
      "/posts/vieux.html",
      "/posts/sous/ancien-b/",
      "/posts/Majuscule/",
      "/notes/",
    ])
      expect(blog.addresses).toContain(address);
    expect(await moved(blog)).toMatchObject(NOTHING_LOST);
  }, 60_000);

  it("of bundles, whose other texts have no address, and of lists, whose texts have one", async () => {
    const dated = (title: string): string => hugoText(title, "date = 2021-06-02");
    const blog = hugoBlog({
      "hugo.toml": CONFIG + IN_TWO,
      "content/posts/_index.md": hugoText("Articles"),
      "content/posts/a/index.md": dated("A"),
      "content/posts/a/note.md": dated("Note"),
      "content/posts/a/note.en.md": dated("Note"),
      "content/posts/a/sous/index.md": dated("Sous"),
      "content/posts/b/index.en.md": dated("B"),
      "content/posts/b/note.md": dated("Note"),
      "content/posts/c.md": dated("C"),
      "content/posts/sous/_index.md": hugoText("Sous"),
      "content/posts/sous/d.md": dated("D"),
      "content/docs/_index.md": hugoText("Guides", 'url = "/guides/"'),
      "content/docs/e.md": dated("E"),
    });
    for (const address of ["/posts/c/", "/posts/sous/index.xml", "/guides/page/1/"])
      expect(blog.addresses).toContain(address);
    expect(blog.addresses.join()).not.toMatch(/note|\/a\/sous/);
    expect(await moved(blog)).toMatchObject(NOTHING_LOST);
  }, 60_000);

  it("with the pictures of `assets/` that texts, layouts and shortcodes show", async () => {
    const blog = hugoBlog({
      "hugo.toml": CONFIG,
      "layouts/_default/single.html":
        '{{ define "main" }}{{ with resources.Get .Params.image }}<img src="{{ .RelPermalink }}">{{ end }}{{ .Content }}{{ end }}\n',
      ...Object.fromEntries(["a", "b", "c", "d", "seul"].map((name) => [`assets/img/${name}.svg`, DRAWING])),
      "content/posts/a.md": `${hugoText("A", "date = 2021-06-02", 'image = "img/a.svg"')}
![Un dessin](img/b.svg)

{{< figure src="img/c.svg" alt="Un autre" >}}

![Un dernier](../../img/d.svg)
`,
    });
    const { report, site, ...found } = await moved(blog);
    expect({ ...found, report }).toMatchObject({ ...NOTHING_LOST, report: { missingPictures: [] } });
    expect(site.list("nouveau/public/img")).toEqual(["a.svg", "b.svg", "c.svg", "d.svg"]);
  }, 60_000);

  it("with texts and files in folders that its configuration names", async () => {
    const picture = `${hugoText("A", "date = 2021-06-02")}\n![Un dessin](/img/a.svg)\n`;
    const named = hugoBlog({
      "hugo.toml": `staticDir = ["fixe", "autre"]\n${CONFIG}`,
      "content/posts/a.md": picture,
      "fixe/img/a.svg": DRAWING,
      "autre/b.svg": DRAWING,
      "static/c.svg": DRAWING,
    });
    const mount = (source: string, target: string): string =>
      `[[module.mounts]]\nsource = "${source}"\ntarget = "${target}"\n`;
    const mounted = hugoBlog({
      "hugo.toml": `${CONFIG}${mount("textes", "content")}${mount("dessins", "static/img")}${mount("autre/b.svg", "static/b.svg")}`,
      "textes/posts/a.md": picture,
      "dessins/a.svg": DRAWING,
      "autre/b.svg": DRAWING,
      "static/c.svg": DRAWING,
    });
    for (const blog of [named, mounted]) {
      const { report, site, ...found } = await moved(blog);
      expect({ ...found, report }).toMatchObject({ ...NOTHING_LOST, report: { missingPictures: [] } });
      expect(report.entries).toMatchObject([{ old: "/posts/a/", sameAddress: true }]);
      expect(site.list("nouveau/public").filter((path) => path.endsWith(".svg"))).toEqual([
        "b.svg",
        "img/a.svg",
      ]);
    }
  }, 60_000);

  it("of permalink patterns with all sections or some of them", async () => {
    const dated = (title: string): string => hugoText(title, "date = 2021-06-02");
    const patterns = [
      [":sections", "/s0/x/y/a0/"],
      [":sections[1:]", "/x/y/a1/"],
      [":sections[0]", "/s2/a2/"],
      [":sections[last]", "/y/lot3/"],
      [":sections[:last]", "/s4/x/a4/"],
      [":sections[0:2]", "/s5/x/lot5/"],
      [":sections[5]", "/b6/"],
    ] as const;
    // Each pattern has its own section with its own names, since a pattern may leave out what tells two texts apart.
    const texts = patterns.map((_, i) => ({
      [`content/s${String(i)}/x/y/_index.md`]: hugoText("Y"),
      [`content/s${String(i)}/x/y/z/a${String(i)}.md`]: dated("A"),
      [`content/s${String(i)}/x/y/lot${String(i)}/index.md`]: dated("Lot"),
      [`content/s${String(i)}/w/b${String(i)}.md`]: dated("B"),
      [`content/s${String(i)}/c${String(i)}.md`]: dated("C"),
    }));
    const permalinks = patterns.map(([sections], i) => `s${String(i)} = "/${sections}/:slugorfilename/"\n`);
    const blog = hugoBlog(
      Object.assign({ "hugo.toml": `${CONFIG}[permalinks]\n${permalinks.join("")}` }, ...texts) as Record<
        string,
        string
      >,
    );
    expect(blog.addresses).toEqual(expect.arrayContaining(patterns.map(([, address]) => address)));
    expect(await moved(blog)).toMatchObject(NOTHING_LOST);
  }, 60_000);

  it("of names, titles and terms with special characters", async () => {
    const dated = (title: string, ...lines: string[]): string =>
      hugoText(title, "date = 2021-06-02", ...lines);
    const blog = hugoBlog({
      "hugo.toml": `${CONFIG}[permalinks]\nnotes = "/n/:title/"\n`,
      "content/posts/C Maj & co.md": dated(
        "A",
        'tags = ["C Maj & co", "a--b", "l’État  double", "A.B", "50 %", "é_è"]',
      ),
      "content/posts/a--b.md": dated("B"),
      "content/posts/it's l’a.md": dated("C"),
      "content/posts/x@y+z~w_v.md": dated("D"),
      "content/posts/Dos Sier/Un Deux.md": dated("E"),
      "content/posts/s.md": dated("F", 'slug = "Mon Slug & co -- Été"'),
      "content/notes/n.md": dated("Titre & co  double -- a@b: 50 % l’État"),
    });
    for (const address of [
      "/posts/c-maj--co/",
      "/posts/mon-slug-co--été/",
      "/n/titre-co-double--a@b-50-létat/",
    ])
      expect(blog.addresses).toContain(address);
    expect(await moved(blog)).toMatchObject(NOTHING_LOST);
  }, 60_000);

  it("in two languages, each with its sitemap, the main one at the root or in a folder", async () => {
    for (const [inFolder, address] of [
      ["", "/fr/sitemap.xml"],
      ["defaultContentLanguageInSubdir = true\n", "/fr/posts/numero-1/"],
    ] as const) {
      const blog = hugoBlog({ ...POSTS, ...ENGLISH, "hugo.toml": CONFIG + inFolder + IN_TWO });
      for (const one of [address, "/en/sitemap.xml", "/en/posts/old/", "/en/categories/"])
        expect(blog.addresses).toContain(one);
      expect(await moved(blog)).toMatchObject(NOTHING_LOST);
    }
  }, 60_000);

  it("of custom taxonomies, which the new site has too", async () => {
    const taxonomies = '[taxonomies]\ntag = "tags"\nmotcle = "mots-cles"\nserie = "series"\n';
    const blog = hugoBlog({
      ...POSTS,
      "hugo.toml": `${CONFIG}[permalinks]\nposts = "/:year/:slug/"\n${taxonomies}`,
      "content/posts/x.md": hugoText(
        "X",
        "date = 2021-06-01",
        '"mots-cles" = ["Un Deux"]',
        'series = ["Été"]',
      ),
      "content/notes/_index.md": hugoText("Notes", "[cascade]", 'series = ["Automne, hiver"]'),
      "content/notes/y.md": hugoText("Y", "date = 2021-06-02"),
    });
    for (const address of ["/series/été/index.xml", "/series/automne-hiver/"])
      expect(blog.addresses).toContain(address);
    const { site, ...found } = await moved(blog);
    expect(found).toMatchObject(NOTHING_LOST);
    expect(site.read("nouveau/content/site.yaml")).toContain(
      "  series:\n    label: Series\n    address: /series/:slug/\n",
    );
    expect(site.read("nouveau/_site/2021/x/index.html")).toContain('href="/mots-cles/un-deux/"');
  }, 60_000);

  it("of authors, terms with a text, folders of pages, archives and a menu", async () => {
    const blog = hugoBlog({
      "hugo.toml": `${CONFIG}[taxonomies]\nauthor = "authors"\ncategory = "categories"\n[[menus.main]]\nname = "Les articles"\npageRef = "/posts"\n`,
      "content/posts/a.md": hugoText(
        "A",
        "date = 2021-06-01",
        'authors = ["Équipe données", "com"]',
        'categories = ["Été"]',
      ),
      "content/authors/com/_index.md": hugoText("Équipe communication"),
      "content/categories/été/_index.md": hugoText("L’été"),
      "content/projets/_index.md": hugoText("Projets"),
      "content/projets/carte.md": hugoText("Carte"),
      "content/archives.md": '+++\ntitle = "Archives"\nlayout = "archives"\nurl = "/tout/"\n+++\n',
    });
    for (const address of ["/authors/équipe-données/", "/authors/com/index.xml", "/projets/", "/tout/"])
      expect(blog.addresses).toContain(address);
    const { site, ...found } = await moved(blog);
    expect(found).toMatchObject(NOTHING_LOST);
    const page = (path: string): string => site.read(`nouveau/_site/${path}/index.html`);
    expect(page("authors/com")).toContain("Équipe communication");
    expect(page("categories/ete")).toMatch(/L’été[^]*href="\/posts\/a\/"/);
    expect(page("projets")).toContain("Projets");
    expect(page("posts/a")).toContain(">Les articles</a>");
  }, 60_000);
});

describe("a site that leaves Carnet", () => {
  beforeEach((context) => {
    if (!hasHugo) notRun(context, "hugo is not installed");
  });

  const settings = (guide: string): string | undefined =>
    /^```toml\n([^]*?)^```/m.exec(readFileSync(join(ROOT, "docs", guide), "utf8"))?.[1];

  it("has the same texts at the same addresses with the settings of the guides", () => {
    const toml = settings("publishing.md") ?? "";
    expect(settings("publier.md")).toBe(toml);
    const texts = {
      "content/posts/2021-03-02-un.md": post("Un", "x", "updated: 2021-05-01\n"),
      "content/posts/2021-03-03-deux/index.md": post("Deux", "![A](a.svg)"),
      "content/posts/2021-03-03-deux/a.svg": DRAWING,
      "content/posts/2021-03-04-minuit.md": post("Minuit", "x", "publishAt: 2021-03-04 00:30:00\n"),
      "content/posts/2021-03-06-nom.md": post("Nom", "x", "slug: autre-nom\n"),
      "content/posts/sans-jour.md": post("Sans jour", "x", "date: 2021-03-07\n"),
      "content/posts/2099-01-01-futur.md": post("Futur"),
      "content/posts/2021-03-07-heure.md": post("Heure", "x", "publishAt: 2099-01-01 18:00:00\n"),
      "content/posts/_2021-03-08-brouillon.md": post("Brouillon"),
      "content/posts/2021-03-09-non.md": post("Non", "x", "published: false\n"),
      "content/posts/2021-03-10-draft.md": post("Draft", "x", "draft: true\n"),
      "content/posts/2021-03-11-fini.md": post("Fini", "x", "expires: 2021-06-01\n"),
      "content/pages/a-propos.md": "---\ntitle: À propos\n---\n\nx\n",
    };
    const addresses = [
      "/a-propos/",
      "/blog/2021/03/02/un/",
      "/blog/2021/03/03/deux/",
      "/blog/2021/03/04/minuit/",
      "/blog/2021/03/06/autre-nom/",
      "/blog/2021/03/07/sans-jour/",
    ];
    const ofTexts = (one: string): boolean => /^\/(?:blog\/\d|a-)[^]*\/$/.test(one);
    const hugo = hugoBlog({ ...texts, "hugo.toml": toml });
    expect(hugo.addresses.filter(ofTexts)).toEqual(addresses);
    expect(existsSync(join(hugo.root, "public/blog/2021/03/03/deux/a.svg"))).toBe(true);
    const site = makeSite({ ...texts, "content/site.yaml": SITE_YAML });
    expect(site.carnet(["build", "--no-search", "--quiet"]).status).toBe(0);
    const book = site.read("content/addresses.txt").split(/\s+/);
    expect(book.filter(ofTexts).sort()).toEqual(addresses);
  }, 60_000);
});
