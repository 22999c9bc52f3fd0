import { readdirSync, readFileSync } from "node:fs";
import { parseDocument, DomUtils } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { DESCRIPTION_MAX } from "../../../src/checks/lengths.ts";
import { shortened } from "../../../src/excerpt.ts";
import { createEnvironment } from "../../../src/eleventy/environment.ts";
import { marked } from "../../../src/eleventy/filters.ts";
import { langAttribute } from "../../../src/strings/direction.ts";
import { ui } from "../../../src/strings/ui.ts";

const LAYOUTS = readdirSync("layouts").filter((name) => name.endsWith(".njk"));
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
  t: ui("fr"),
  lang: "fr",
  dir: "ltr",
  title: "Un titre & un <autre>",
  siteTitle: "Carnet",
  description: "",
  canonical: "/essai/",
  alternates: [],
  nav: [
    { label: "Articles", url: "/blog/", current: true },
    { label: "À propos", url: "/a-propos/" },
  ],
  footer: [],
  breadcrumbs: [],
  feeds: [],
  noindex: false,
  pageUrl: "/blog/",
  content: "<p>Bonjour</p>",
  assets: {
    css: "/assets/carnet.css",
    js: "/assets/player.js",
    search: "/assets/search.js",
    finder: "/assets/finder.js",
    spelling: "/assets/spelling.js",
  },
  toRoot: "/base",
  day: "2021-04-01",
  authors: [],
  tags: [],
  headings: [],
  related: [],
  posts: [item],
  groups: [{ label: "2021", url: "/archives/2021/", count: 2 }],
  total: 1,
  term: { label: "Un titre", slug: "titre" },
  person: { name: "Ada", links: [], handles: {} },
  target: "/nouvelle/",
  search: "/recherche/",
  tagsUrl: "/mots-cles/",
  archivesUrl: "/archives/",
  archives: "/archives/",
  filters: [{ name: "tag", label: "Mots-clés" }],
  years: [{ label: "2026", url: "/archives/2026/", count: 1 }],
};

function render(layout: string, data: Record<string, unknown> = {}): string {
  const env = createEnvironment("tests/unit/layouts/none", "layouts", {
    url: (path: string) => (path.startsWith("/") ? `/base${path}` : path),
    absolute: (path: string) => `https://blog.example.org${path}`,
    isoDate: (day: string) => day,
    langAttribute: (lang?: string, around?: string) => marked(langAttribute(lang, around ?? "fr")),
    shortened: (text: string) => shortened(text, DESCRIPTION_MAX),
    longDate: (day: string, lang?: string, hour?: string) =>
      `le ${day}${hour ? ` (${lang ?? ""}, ${hour})` : ""}`,
  });
  return env.render(layout, { ...minimal, kind: layout.replace(".njk", ""), ...data });
}

function all(html: string, name: string): ReturnType<typeof DomUtils.getElementsByTagName> {
  return DomUtils.getElementsByTagName(name, parseDocument(html));
}

function attributes(html: string, name: string, attribute: string): (string | undefined)[] {
  return all(html, name).map((element) => element.attribs[attribute]);
}

describe.each(LAYOUTS.filter((name) => name !== "base.njk"))("%s", (layout) => {
  it("has one h1, one main, a language, and escapes its title", () => {
    const html = render(layout);
    expect(all(html, "h1")).toHaveLength(1);
    expect(all(html, "main")).toHaveLength(1);
    expect(attributes(html, "html", "lang")).toEqual(["fr"]);
    expect(html).toContain("Un titre &amp; un &lt;autre&gt;");
  });

  it("prints no undefined value, and has nothing inline or from other sites", () => {
    const html = render(layout, { hasPlayer: true });
    expect(html).not.toMatch(/undefined|\[object|NaN/);
    const loaded = ["script", "img", "iframe"].flatMap((name) => attributes(html, name, "src"));
    expect(loaded.filter((src) => !src?.startsWith("/base/"))).toEqual([]);
    expect(all(html, "style")).toEqual([]);
    expect(html).not.toMatch(/\s(style|on\w+)=/);
  });
});

it("says at the foot of every page but the home page what the site is about, if that is known", () => {
  const foot = (layout: string, siteDescription: string): string[] =>
    all(render(layout, { siteDescription }), "footer")
      .filter((it) => it.attribs["class"] === "site-footer")
      .flatMap((it) => DomUtils.getElementsByTagName("p", it))
      .map((it) => DomUtils.textContent(it));
  const about = "Un programme & ses <défis>.";
  for (const layout of ["post.njk", "page.njk", "tag.njk", "not-found.njk"]) {
    expect(foot(layout, about), layout).toContain(about);
    expect(foot(layout, ""), layout).not.toContain("");
  }
  expect(foot("home.njk", about)).not.toContain(about);
});

it("cuts descriptions in lists and cards after the 300 characters that `carnet check` allows, between two words", () => {
  const shown = (layout: string, description: string): string[] =>
    all(render(layout, { lead: undefined, posts: [{ ...item, data: { ...item.data, description } }] }), "p")
      .filter((it) => /^(?:card|post-row)-description$/.test(it.attribs["class"] ?? ""))
      .map((it) => DomUtils.textContent(it));
  const [fits, long] = [`${"mots & ".repeat(42)}voilà.`, "mots & ".repeat(60)];
  expect([fits.length, DESCRIPTION_MAX]).toEqual([300, 300]);
  for (const layout of ["home.njk", "blog.njk"]) {
    expect(shown(layout, fits), layout).toEqual([fits]);
    expect(shown(layout, long), layout).toEqual([`${"mots & ".repeat(42)}mots…`]);
  }
});

it("links under a post to correct it at the forge and to report an error, each if there is an address", () => {
  const links = (data: Record<string, string>): string[] =>
    all(render("post.njk", data), "a").flatMap((link) =>
      /erreur|correction/.test(DomUtils.textContent(link))
        ? [`${DomUtils.textContent(link)} ${String(link.attribs["href"])}`]
        : [],
    );
  const correctionLink = "https://git.example.org/edit/a.md";
  const reportLink = "mailto:nous@example.org?subject=A&body=B";
  expect(links({})).toEqual([]);
  expect(links({ correctionLink })).toEqual([`Proposer une correction ${correctionLink}`]);
  expect(links({ correctionLink, reportLink })).toEqual([
    `Proposer une correction ${correctionLink}`,
    `Signaler une erreur ${reportLink}`,
  ]);
});

it("keeps words apart where styles do not: in text browsers, and in what is copied", () => {
  const label = { url: "/blog/avant/", label: "Avant" };
  const partOf = [{ whole: label, number: 2, total: 3, earlier: label, later: label }];
  const pages = [
    render("post.njk", { previous: item, next: item, partOf }),
    render("month.njk", { earlier: label, later: label, siblings: [] }),
  ];
  for (const html of pages) {
    expect(html).not.toContain("</a><a");
    expect(html).not.toContain("</span><time");
  }
});

it("tells the reading views of browsers that related posts are not part of the post", () => {
  const sections = all(render("post.njk", { related: [item] }), "section");
  expect(sections.map(({ attribs }) => attribs["class"])).toContain("row related");
});

it("has sharing in a named region, since RGAA 9.2 keeps `nav` for the site’s own menus", () => {
  const shareLinks = [{ network: "mail", label: "Par courriel", url: "mailto:?subject=A" }];
  const [title] = all(render("post.njk", { shareLinks }), "h2").filter(
    ({ attribs }) => attribs["id"] === "page--share",
  );
  expect(title?.parent).toMatchObject({ name: "section", attribs: { "aria-labelledby": "page--share" } });
});

it("names the group of the filters of a search", () => {
  const html = render("search.njk");
  const [group] = all(html, "div").filter(({ attribs }) => attribs["role"] === "group");
  const [summary] = all(html, "summary");
  expect(group?.attribs["aria-labelledby"]).toBe(summary?.attribs["id"]);
  expect(group?.attribs["aria-labelledby"]).toBeTruthy();
});

describe("a deadline", () => {
  const until = (closed: boolean, hour?: string): Record<string, unknown> => ({
    deadline: {
      day: "2027-01-15",
      date: "2027-01-15",
      closed,
      ...(hour && { hour, date: `2027-01-15T${hour}:00+01:00` }),
    },
  });
  const call = (closed: boolean): unknown => ({ ...item, data: { ...item.data, ...until(closed) } });
  /** The words around and in each `time`, with its `datetime`, except days of publication. */
  const said = (html: string): string[] =>
    all(html, "time").flatMap((time) => {
      const words = DomUtils.textContent(time.parent ?? time).trim();
      return words.endsWith("le 2021-04-01") ? [] : `${words} (${time.attribs["datetime"] ?? ""})`;
    });

  it("is shown above its post, before and after it passes", () => {
    expect(said(render("post.njk", until(false)))).toEqual(["Jusqu’au le 2027-01-15 (2027-01-15)"]);
    expect(said(render("post.njk", until(true)))).toEqual(["Clos depuis le le 2027-01-15 (2027-01-15)"]);
    expect(said(render("post.njk", { ...until(false, "17:00"), t: ui("en"), lang: "en" }))).toEqual([
      "Open until le 2027-01-15 (en, 17:00) (2027-01-15T17:00:00+01:00)",
    ]);
    expect(said(render("post.njk"))).toEqual([]);
  });

  it("is shown on the card of its post, and not on other cards beside it", () => {
    const cards = { ...until(false), related: [call(true), item] };
    expect(said(render("post.njk", cards)).slice(1)).toEqual(["Clos depuis le le 2027-01-15 (2027-01-15)"]);
  });

  it("is shown in the rows of lists", () => {
    const html = render("blog.njk", { posts: [item, call(false), item] });
    expect(said(html)).toEqual(["Jusqu’au le 2027-01-15 (2027-01-15)"]);
  });

  it("is shown for each lead call of the home page", () => {
    const html = render("home.njk", { lead: call(false), leads: [call(false), call(false)], posts: [item] });
    const [lead, latest] = all(html, "section").map((section) => DomUtils.textContent(section));
    expect(lead?.match(/Jusqu’au/g)).toHaveLength(2);
    expect(latest).not.toContain("Jusqu’au");
    // An owner's layout may still pass what it passed before there were calls: no `leads`.
    expect(all(render("home.njk", { lead: item, posts: [] }), "h3")).toHaveLength(1);
  });
});

it.each([
  ["those of the front matter", { alt: "Une vue" }, { kind: "missing", alt: "Un jardin" }, ["Une vue"]],
  [
    "those of the same picture in the text",
    { alt: "" },
    { kind: "missing", alt: "Un jardin" },
    ["Un jardin"],
  ],
  ["none", { alt: "" }, undefined, []],
])(
  "post.njk describes its picture for link previews, with these words: %s",
  (_words, shareImage, image, described) => {
    const html = render("post.njk", {
      ...{ shareImage: { url: "https://e.org/a.jpg", ...shareImage } },
      image,
    });
    const metas = all(html, "meta").map(({ attribs }) => attribs);
    for (const name of ["og:image:alt", "twitter:image:alt"])
      expect(
        metas.flatMap((one) => (one["property"] === name || one["name"] === name ? one["content"] : [])),
      ).toEqual(described);
  },
);

describe.each(LAYOUTS.filter((name) => !["base.njk", "redirect.njk"].includes(name)))(
  "%s, around its content",
  (layout) => {
    it("begins with a skip link to the main landmark, and has a header and a footer", () => {
      const html = render(layout);
      const [main] = attributes(html, "main", "id");
      expect(attributes(html, "a", "href")[0]).toBe(`#${main ?? "none"}`);
      expect(all(html, "footer").length).toBeGreaterThan(0);
      expect(all(html, "header").length).toBeGreaterThan(0);
      expect(attributes(html, "a", "aria-current")).toContain("page");
    });
  },
);

describe.each(LAYOUTS.filter((name) => !["base.njk", "redirect.njk"].includes(name)))(
  "%s of an archived site",
  (layout) => {
    it("says so in a named landmark, between its header and its content", () => {
      const html = render(layout, { archived: { title: "Site archivé", text: "Fini & <merci>." } });
      const banner = '<aside class="archived" aria-label="Site archivé">';
      expect(html.split(banner)).toHaveLength(2);
      expect(html).toContain("Fini &amp; &lt;merci&gt;.");
      expect(html.indexOf(banner)).toBeGreaterThan(html.indexOf("</header>"));
      expect(html.indexOf(banner)).toBeLessThan(html.indexOf("<main"));
      expect(render(layout)).not.toContain("archived");
    });
  },
);

describe.each(LAYOUTS.filter((name) => !["base.njk", "redirect.njk"].includes(name)))(
  "%s of a site with a notice",
  (layout) => {
    it("shows it in a named landmark, between its header and its content", () => {
      const html = render(layout, { siteNotice: { title: "Annonce", text: "Coupé & <bientôt>." } });
      const notice = '<aside class="archived" aria-label="Annonce">';
      expect(html.split(notice)).toHaveLength(2);
      expect(html).toContain('<p class="frame">Coupé &amp; &lt;bientôt&gt;.</p>');
      expect(html.indexOf(notice)).toBeGreaterThan(html.indexOf("</header>"));
      expect(html.indexOf(notice)).toBeLessThan(html.indexOf("<main"));
      expect(render(layout)).not.toContain("Annonce");
    });
  },
);

it("a notice may be a link and in another language, and is below that of an archived site", () => {
  const siteNotice = { title: "Notice", text: "Fermé.", lang: "fr", url: "/ferme/" };
  const html = render("not-found.njk", {
    t: ui("en"),
    lang: "en",
    siteNotice,
    archived: { title: "Archived site", text: "Over." },
  });
  expect(html).toContain('<p class="frame" lang="fr"><a href="/base/ferme/">Fermé.</a></p>');
  expect(all(html, "aside").map((one) => one.attribs["aria-label"])).toEqual(["Archived site", "Notice"]);
});

describe.each([...LAYOUTS, ...PARTIALS])("%s as a file", (name) => {
  const source = readFileSync(`layouts/${name}`, "utf8");
  it("begins with a comment, is short, and trusts only content and JSON-LD", () => {
    expect(source).toMatch(/^\{# [^#]+#\}\n/);
    expect(source.split("\n").length).toBeLessThanOrEqual(60);
    // JSON-LD is escaped where it is made (src/pages/json-ld.ts).
    const trusted = /\{\{ content \| safe \}\}|\{\{ jsonLd \| safe \}\}/g;
    expect(source.replaceAll(trusted, "")).not.toMatch(/\|\s*safe/);
  });
});

describe("a post", () => {
  it("shows its day, its authors with their roles, and the handle only beside its owner", () => {
    const authors = [
      { name: "Thanh Ha LE", role: "EIG Node", url: "/auteurs/thanh/" },
      { name: "Coline Malivel", role: "EIG Link", twitter: "colinemalivel", url: "/auteurs/coline/" },
    ];
    const html = render("post.njk", { authors, twitter: "colinemalivel" });
    expect(attributes(html, "time", "datetime")).toEqual(["2021-04-01"]);
    expect(attributes(html, "a", "href").filter((href) => href?.includes("x.com"))).toEqual([
      "https://x.com/colinemalivel",
    ]);
    expect(html).toMatch(/Coline Malivel[^]*EIG Link[^]*@colinemalivel/);
  });

  it("shows a handle that belongs to none of its authors", () => {
    expect(render("post.njk", { twitter: "etalab" })).toContain(">@etalab</a>");
  });

  it("links to a picture on another host instead of loading it", () => {
    const html = render("post.njk", {
      image: { kind: "remote", src: "https://elsewhere.example/x.png", alt: "Une salle" },
    });
    expect(all(html, "img")).toEqual([]);
    expect(html).toContain('<a href="https://elsewhere.example/x.png">Une salle</a>');
  });

  it("says above its text which part it is, and links below it to the parts before and after", () => {
    const whole = { label: "Un <journal>", url: "/serie/journal/" };
    const [earlier, later] = [1, 3].map((n) => ({ label: `Jour ${String(n)}`, url: `/j${String(n)}/` }));
    const html = render("post.njk", { partOf: [{ whole, number: 2, total: 3, earlier, later }] });
    const [head = "", foot = ""] = html.split("<p>Bonjour</p>");
    const list = '<a href="/base/serie/journal/">«\u00a0Un &lt;journal&gt;\u00a0»</a>';
    expect(head).toContain(`<p>Partie 2 sur 3 de ${list}</p>`);
    const [nav] = all(foot, "nav");
    expect(nav?.attribs["aria-label"]).toBe("Partie 2 sur 3 de «\u00a0Un <journal>\u00a0»");
    const links = nav === undefined ? [] : DomUtils.getElementsByTagName("a", nav);
    expect(links.map((one) => [one.attribs["href"], DomUtils.textContent(one)])).toEqual([
      ["/base/j1/", "Partie précédente Jour 1"],
      ["/base/j3/", "Partie suivante Jour 3"],
    ]);
  });

  it("has only one link with `rel=next`, even if it is also a part", () => {
    const next = { url: "/plus-tard/", data: { title: "Plus tard" } };
    const part = { whole: next, number: 1, total: 2, later: { label: "Jour 2", url: "/j2/" } };
    const html = render("post.njk", { next, partOf: [part] });
    expect(attributes(html, "a", "rel").filter((rel) => rel === "next")).toHaveLength(1);
    expect(html).toContain("Partie suivante");
    expect(html).not.toContain("Partie précédente");
  });

  it("links once to a part that is also the previous or next post, with its `rel`", () => {
    const whole = { label: "Journal", url: "/serie/journal/" };
    const [earlier, later] = [1, 3].map((n) => ({ label: `Jour ${String(n)}`, url: `/j${String(n)}/` }));
    const item = (url: string): object => ({ url, data: { title: url } });
    const linksWith = (previous: string, next: string): string[] => {
      const partOf = [{ whole, number: 2, total: 3, earlier, later }];
      const html = render("post.njk", { partOf, previous: item(previous), next: item(next) });
      return all(html, "nav")
        .filter(({ attribs }) => attribs["class"] === "neighbours")
        .flatMap((nav) => [
          nav.attribs["aria-label"] ?? "",
          ...DomUtils.getElementsByTagName("a", nav).map(
            ({ attribs: { href = "", rel = "" } }) => `${href} ${rel}`,
          ),
        ]);
    };
    const series = "Partie 2 sur 3 de «\u00a0Journal\u00a0»";
    expect(linksWith("/j1/", "/j3/")).toEqual([series, "/base/j1/ prev", "/base/j3/ next"]);
    expect(linksWith("/j1/", "/autre/")).toEqual([
      ...[series, "/base/j1/ prev", "/base/j3/ "],
      ...["Article suivant", "/base/autre/ next"],
    ]);
    // Parts of one moment: among posts, their order is the other one.
    expect(linksWith("/j3/", "/j1/")).toEqual([series, "/base/j1/ ", "/base/j3/ "]);
  });

  it("says in English on an English page which part it is, once for each series", () => {
    const partOf = ["A", "B"].map((label) => ({ whole: { label, url: "/s/" }, number: 1, total: 2 }));
    const html = render("post.njk", { t: ui("en"), lang: "en", partOf });
    expect(html.match(/<p>Part 1 of 2 in <a href="\/base\/s\/">“[AB]”<\/a><\/p>/g)).toHaveLength(2);
  });

  it("shows the terms of custom taxonomies under their label", () => {
    const site = {
      ...minimal.site,
      taxonomies: { promotion: { label: "Promotion" }, defi: { label: "Défi" } },
    };
    const html = render("post.njk", { site, terms: { promotion: [{ label: "4", url: "/promotion/4/" }] } });
    expect(html).toMatch(/<dt>Promotion<\/dt>\s*<dd><a href="\/base\/promotion\/4\/">4</);
    expect(html).not.toContain("Défi");
    const translations = { en: { taxonomies: { promotion: { label: "Cohort" } } } };
    const english = render("post.njk", {
      lang: "en",
      site: { ...site, translations },
      terms: { promotion: [{ label: "4", url: "/promotion/4/" }] },
    });
    expect(english).toContain("<dt>Cohort</dt>");
  });

  it("loads the player's script only if there is a player", () => {
    expect(all(render("post.njk"), "script")).toEqual([]);
    expect(attributes(render("post.njk", { hasPlayer: true }), "script", "src")).toEqual([
      "/base/assets/player.js",
    ]);
  });

  it("says in a preview that it is not published", () => {
    expect(render("post.njk", { unpublished: "draft" })).toContain(ui("fr").draftBanner.slice(0, 9));
  });
});

describe("a list", () => {
  it("marks the current page, and the gap before the last", () => {
    const pages = [1, 2, 9].map((number) => ({
      number,
      url: `/blog/page/${String(number)}/`,
      current: number === 1,
    }));
    const html = render("blog.njk", { pager: { number: 1, total: 9, next: "/blog/page/2/", pages } });
    const pager = html.slice(html.indexOf('class="pagination"'));
    expect(pager).toMatch(/<a href="\/base\/blog\/page\/1\/"[^>]* aria-current="page">1</);
    expect(pager.match(/<li class="after-gap">/g)).toHaveLength(1);
    expect(pager).toMatch(/class="after-gap"><a href="\/base\/blog\/page\/9\//);
  });
});

it("counts the posts of each entry of an index, except of one without posts", () => {
  const groups = [1, 0].map((count) => ({ label: `Promotion ${String(count)}`, url: "/promotion/", count }));
  const html = render("tags.njk", { groups });
  expect(html).toContain(">Promotion 0</a>");
  expect(html.match(/<span class="index-count">.*?<\/span>/g)).toEqual([
    '<span class="index-count">1 article</span>',
  ]);
});

it("links the logo of a home page to that page, wherever it is", () => {
  const logo = { src: "/logo.svg", alt: "", width: 40, height: 40 };
  const [title] = all(render("home.njk", { logo, pageUrl: "/accueil/" }), "p");
  expect(title?.attribs["class"]).toBe("site-title");
  expect(title && DomUtils.getElementsByTagName("a", title)[0]?.attribs["href"]).toBe("/base/accueil/");
});

it("says in the head what search engines are told of a list, where it has no description of its own", () => {
  const said = (data: Record<string, unknown>): (string | undefined)[] => {
    const metas = all(render("tag.njk", data), "meta");
    return ["name", "property"].flatMap((key) =>
      metas
        .filter(({ attribs }) => (attribs[key] ?? "").endsWith("description"))
        .map(({ attribs }) => attribs["content"]),
    );
  };
  expect(said({ description: "Articles sur « A »", metaDescription: "2 articles." })).toEqual([
    "2 articles.",
    "2 articles.",
  ]);
  expect(said({ description: "Le sujet." })).toEqual(["Le sujet.", "Le sujet."]);
  expect(said({})).toEqual([]);
});
