import { readdirSync, readFileSync } from "node:fs";
import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { LayoutEnvironment } from "../../../src/eleventy/environment.ts";
import { marked } from "../../../src/eleventy/filters.ts";
import { statementWords } from "../../../src/strings/accessibility.ts";
import { audienceWords } from "../../../src/strings/audience.ts";
import { langAttribute } from "../../../src/strings/languages.ts";
import { ui } from "../../../src/strings/ui.ts";

const LAYOUTS = readdirSync("layouts").filter((name) => name.endsWith(".njk") && name !== "base.njk");
const PARTIALS = readdirSync("layouts/partials").map((name) => `partials/${name}`);

const item = {
  url: "/blog/essai/",
  data: {
    title: "Essai",
    description: "Un essai.",
    lang: "fr",
    day: "2021-04-01",
    authors: [{ name: "Ada" }],
    tags: [],
  },
};
const minimal = {
  site: { title: "Carnet", translations: {}, origin: "", social: [] },
  ...{ t: ui("fr"), lang: "fr", dir: "ltr", title: "Un titre & un <autre>", siteTitle: "Carnet" },
  ...{ description: "", canonical: "/essai/", alternates: [], footer: [], feeds: [], noindex: false },
  nav: [
    { label: "Articles", url: "/blog/", current: true },
    { label: "À propos", url: "/a-propos/" },
  ],
  breadcrumbs: [
    { label: "Accueil", url: "/" },
    { label: "Un titre", url: "/blog/", current: true },
  ],
  assets: {
    css: "/assets/carnet.css",
    js: "/assets/player.js",
    search: "/assets/search.js",
    scroll: "/assets/scroll.js",
  },
  ...{ pageUrl: "/blog/", content: "<p>Bonjour</p>", day: "2021-04-01" },
  ...{ authors: [], tags: [], headings: [], related: [], posts: [item], total: 1 },
  groups: [{ label: "2021", url: "/archives/2021/", count: 2 }],
  ...{ term: { label: "Un titre", slug: "titre" }, person: { name: "Ada" }, target: "/nouvelle/" },
  ...{ search: "/recherche/", archives: "/archives/" },
  ...{ indexed: true, indexes: ["/pagefind/"], filters: [{ name: "tag", label: "Mots-clés" }] },
  words: statementWords("fr"),
  accessibility: {
    referenceVersion: "RGAA 4.1.2",
    nonConformities: ["un plan"],
    sample: [{ label: "Accueil", url: "/" }],
  },
  ...{ who: "Carnet", state: "non conforme", reason: "unaudited", scope: "/", contact: { name: "Carnet" } },
};

/** Those of the page about audience measurement, which has other words. */
const AUDIENCE = { words: audienceWords("fr"), counter: "stats.example.org" };

/** A rendered layout, with the spaces that readers see. */
function render(layout: string, data: Record<string, unknown> = {}): string {
  const env = new LayoutEnvironment(
    { carnet: "layouts" },
    {
      url: (path: string) => (path.startsWith("/") ? `/base${path}` : path),
      absolute: (path: string) => `https://blog.example.org${path}`,
      isoDate: (day: string) => day,
      langAttribute: (lang?: string, around?: string) => marked(langAttribute(lang, around ?? "fr")),
      shortened: String,
      longDate: (day: string) => `le ${day}`,
    },
  );
  const own = layout === "audience.njk" ? AUDIENCE : {};
  const html = env.render(layout, { ...minimal, ...own, kind: layout.replace(".njk", ""), ...data });
  return html.replace(/[ \n]+/g, " ").replace(/> (?=<)/g, ">");
}

type Elements = ReturnType<typeof DomUtils.getElementsByTagName>;

const all = (html: string, name: string): Elements =>
  DomUtils.getElementsByTagName(name, parseDocument(html));
const values = (html: string, name: string, attribute: string): (string | undefined)[] =>
  all(html, name).map((element) => element.attribs[attribute]);
const textsOf = (html: string, className: string): string[] =>
  DomUtils.getElements({ class: className }, parseDocument(html), true).map((one) =>
    DomUtils.textContent(one).trim(),
  );

describe.each(LAYOUTS)("%s", (layout) => {
  it("has one h1, one main, a language, escapes its title, and prints no undefined value", () => {
    const html = render(layout, { hasPlayer: true });
    expect([all(html, "h1").length, all(html, "main").length]).toEqual([1, 1]);
    expect(values(html, "html", "lang")).toEqual(["fr"]);
    expect(html).toContain("Un titre &amp; un &lt;autre&gt;");
    expect(html).not.toMatch(/undefined|\[object|NaN/);
  });

  it("has nothing inline, and nothing of another host", () => {
    const html = render(layout, { hasPlayer: true });
    const loaded = ["script", "img", "iframe"].flatMap((name) => values(html, name, "src"));
    expect(loaded.filter((src) => !src?.startsWith("/base/"))).toEqual([]);
    expect(all(html, "style")).toEqual([]);
    expect(html).not.toMatch(/\s(style|on\w+)=/);
  });
});

describe.each(LAYOUTS.filter((name) => name !== "redirect.njk"))("around the content of %s", (layout) => {
  it("are a skip link to the main landmark, a header, a notice in a named landmark, and a footer", () => {
    const archived = "Fini & <merci>.";
    const html = render(layout, { archived });
    expect(values(html, "a", "href")[0]).toBe(`#${values(html, "main", "id")[0] ?? "none"}`);
    expect(values(html, "a", "aria-current")).toContain("page");
    expect(values(html, "aside", "aria-label")).toEqual(["Site archivé"]);
    expect(html).toContain("Fini &amp; &lt;merci&gt;.");
    const order = ["<header", '<aside class="archived"', "<main", '<footer class="site-footer"'];
    const places = order.map((part) => html.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(all(render(layout), "aside")).toEqual([]);
  });
});

describe.each([...LAYOUTS, "base.njk", ...PARTIALS])("%s as a file", (name) => {
  const source = readFileSync(`layouts/${name}`, "utf8");
  it("begins with a comment, is narrow, and trusts only content and JSON-LD", () => {
    expect(source).toMatch(/^\{# [^#]+#\}\n/);
    expect(Math.max(...source.split("\n").map((line) => line.length))).toBeLessThanOrEqual(140);
    // JSON-LD is escaped where it is made (src/pages/json-ld.ts).
    const trusted = /\{\{ content \| safe \}\}|\{\{ jsonLd \| safe \}\}/g;
    expect(source.replaceAll(trusted, "")).not.toMatch(/\|\s*safe/);
  });

  it("reads of other posts nothing that depends on their texts, which are not in a page's fingerprint", () => {
    const tags = source.match(/\{[{%][^]*?[%}]\}/g) ?? [];
    expect(
      tags.filter((tag) => /\.\s*(?:content|templateContent|headings|readingMinutes|hasPlayer)\b/.test(tag)),
    ).toEqual([]);
  });
});

it("shows breadcrumbs up to the page, whose title follows", () => {
  expect(textsOf(render("blog.njk"), "breadcrumbs")).toEqual(["Accueil"]);
});

describe("a post", () => {
  it("shows its day, its authors with their roles, and a handle beside its owner, or alone", () => {
    const authors = [
      { name: "Équipe A", role: "rédaction", url: "/auteurs/a/" },
      { name: "Équipe B", role: "dessin", twitter: "equipeb", url: "/auteurs/b/" },
    ];
    const html = render("post.njk", { authors, twitter: "equipeb" });
    expect(values(html, "time", "datetime")).toEqual(["2021-04-01"]);
    expect(html).toMatch(/Équipe B[^]*dessin[^]*>@equipeb</);
    expect(html.match(/x\.com/g)).toHaveLength(1);
    expect(render("post.njk", { twitter: "etalab" })).toContain(">@etalab</a>");
  });

  it("says when and where its event is, until when one may apply, and what is over", () => {
    const event = {
      ...{ start: { iso: "2026-03-10T14:00" }, from: "10 mars, de 14 h", place: "Paris", url: "/venir/" },
      ...{ end: { iso: "2026-03-10T17:00" }, to: "à 17 h" },
    };
    const deadline = { iso: "2026-03-03", text: "3 mars" };
    const html = render("post.njk", { event, deadline, calendar: "/essai.ics" });
    expect(html).toContain(
      '<dd><time datetime="2026-03-10T14:00">10 mars, de 14 h</time><time datetime="2026-03-10T17:00">à 17 h</time></dd>',
    );
    expect(html).toContain("<dd>Paris</dd>");
    expect(html).toContain('<time datetime="2026-03-03">jusqu’au 3 mars</time>');
    expect(html).toContain('href="/base/venir/"');
    expect(html).toContain('href="/base/essai.ics"');
    const after = render("post.njk", {
      event,
      deadline,
      calendar: "/essai.ics",
      eventOver: true,
      deadlineOver: true,
    });
    expect(after).toContain("Cet événement est passé.");
    expect(after).toContain("closes depuis le 3 mars");
    expect(after).not.toContain("/essai.ics");
  });
  it("links to its neighbours, in a landmark that names them", () => {
    const previous = { url: "/j1/", data: { title: "Jour 1" } };
    const next = { url: "/autre/", data: { title: "Autre" } };
    const html = render("post.njk", { previous, next });
    expect(values(html, "nav", "aria-label")).toContain("Article précédent, article suivant");
    expect(html).toContain('href="/base/j1/" rel="prev"><span>Article précédent</span> Jour 1</a>');
    expect(html).toContain('href="/base/autre/" rel="next"><span>Article suivant</span> Autre</a>');
    expect(values(render("post.njk", { next }), "nav", "aria-label")).toContain("Article suivant");
  });

  it("shows the terms of the site's taxonomies under their label, and its licence linked to its text", () => {
    const site = {
      ...minimal.site,
      taxonomies: { promotion: { label: "Promotion" }, defi: { label: "Défi" } },
    };
    const terms = { promotion: [{ label: "4", url: "/promotion/4/" }] };
    const html = render("post.njk", {
      site,
      terms,
      license: { label: "Licence Ouverte", url: "https://l.example/" },
    });
    expect(html).toContain('<dt>Promotion</dt><dd><a href="/base/promotion/4/">4</a></dd>');
    expect(html).not.toContain("Défi");
    expect(html).toContain('<a href="https://l.example/" rel="license">Licence Ouverte</a>');
    expect(textsOf(render("post.njk", { license: { label: "À <nous>" } }), "post-license")[0]).toContain(
      "À <nous>",
    );
  });

  it("loads a script only for what it has: a player, wide code or a table", () => {
    expect(values(render("post.njk"), "script", "src")).toEqual([]);
    expect(values(render("post.njk", { hasPlayer: true }), "script", "src")).toEqual([
      "/base/assets/player.js",
    ]);
    const content = '<pre class="code" tabindex="0"></pre>';
    expect(values(render("post.njk", { content }), "script", "src")).toEqual(["/base/assets/scroll.js"]);
  });

  it("links to a cover on another host instead of loading it", () => {
    const image = { kind: "remote", src: "https://elsewhere.example/x.png", alt: "Une salle" };
    const html = render("post.njk", { image });
    expect(all(html, "img")).toEqual([]);
    expect(html).toContain('<a href="https://elsewhere.example/x.png">Une salle</a>');
  });

  it("says in a preview that it is not published", () => {
    expect(textsOf(render("post.njk", { unpublished: "draft" }), "banner")[0]).toBe(ui("fr").draftBanner);
  });
});

describe("a picture", () => {
  const view = (name: string): object => ({
    ...{ src: `/pictures/${name}.jpg`, width: 800, height: 500, sizes: `${name}-sizes` },
    sources: [{ type: "image/avif", srcset: `/base/pictures/${name}.avif 800w` }],
  });
  const image = {
    kind: "shown",
    alt: 'Un "pont"',
    ...view("cover"),
    card: view("card"),
    thumb: view("thumb"),
  };
  const posts = [{ ...item, data: { ...item.data, image } }];

  it("is shown at once above a text, reserves its space, and is named by its credit", () => {
    const html = render("post.njk", { image: { ...image, credit: "© Jo" } });
    expect(html).toContain(
      '<figure class="post-cover" role="figure" aria-label="© Jo">' +
        '<picture><source type="image/avif" srcset="/base/pictures/cover.avif 800w" sizes="cover-sizes">' +
        '<img src="/base/pictures/cover.jpg" alt="Un &quot;pont&quot;" width="800" height="500" fetchpriority="high" decoding="async"></picture>',
    );
    const inText = render("post.njk", { image: { ...image, inText: true, credit: "© Jo" } });
    expect([all(inText, "img").length, textsOf(inText, "post-cover-link")]).toEqual([0, ["© Jo"]]);
  });

  it("is decorative in lists, and late but for the first of the lead", () => {
    expect(render("blog.njk", { posts })).toMatch(
      /<img class="post-row-cover" src="[^"]*thumb.jpg" alt="" [^>]*lazy/,
    );
    const home = render("home.njk", { lead: posts[0], posts });
    expect(home.match(/fetchpriority="high"|loading="lazy"/g)).toEqual([
      'fetchpriority="high"',
      'loading="lazy"',
    ]);
  });

  it.each([
    ["its own words", "Une vue", image, "Une vue"],
    ["those of a cover that is missing", "", { kind: "missing", alt: "Un jardin" }, "Un jardin"],
    ["nothing", "", undefined, undefined],
  ])("is described for link previews by %s", (_, alt, shown, words) => {
    const html = render("post.njk", { shareImage: { url: "https://e.org/a.jpg", alt }, image: shown });
    const metas = all(html, "meta").filter(({ attribs }) => attribs["property"] === "og:image:alt");
    expect(metas[0]?.attribs["content"]).toBe(words);
  });
});

describe("a list", () => {
  it("says which of its pages this is, and links to the next one", () => {
    const html = render("blog.njk", { pager: { number: 1, total: 9, next: "/2/" } });
    expect(html).toContain('<p>Page 1 / 9</p><a href="/base/2/" rel="next">');
    expect(html).not.toContain('rel="prev"');
  });

  it("counts the posts of each entry of an index", () => {
    const groups = [{ label: "Promotion 1", url: "/p/", count: 1 }];
    expect(textsOf(render("terms.njk", { groups }), "index-count")).toEqual(["1 article"]);
  });
});
