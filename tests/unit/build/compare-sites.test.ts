import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compareSites, type Comparison } from "../../../src/build/compare-sites.ts";
import { makeSite } from "../../support/site.ts";

const page = (title: string, text: string, kind = "post"): string =>
  `<!doctype html><html><head><title>${title} – Site</title></head><body class="kind-${kind}"><nav>Menu</nav><main><h1>${title}</h1><div class="prose"><p>${text}</p></div></main></body></html>`;
const redirect = (to: string): string =>
  `<!doctype html><html><head><title>x</title><meta http-equiv="refresh" content="0; url=${to}"></head><body class="kind-redirect"></body></html>`;

type Files = Record<string, string>;
function compare(before: Files, after: Files): Comparison {
  const under = (folder: string, files: Files): Files =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
  const { root } = makeSite({
    ...under("old", { "index.html": page("Accueil", "Bonjour", "home"), ...before }),
    ...under("new", { "index.html": page("Accueil", "Bonjour", "home"), ...after }),
  });
  return compareSites(join(root, "old"), join(root, "new"));
}

const NOTHING = {
  added: [],
  removed: [],
  changed: [],
  lists: 0,
  moved: [],
  lost: [],
  renamed: [],
  notices: { came: [], went: [] },
};

describe("comparing two versions of a site", () => {
  it("finds no change when only menus, styles, scripts and pictures differ", () => {
    const a = page("A", "un deux");
    expect(
      compare(
        {
          "a/index.html": a,
          "assets/a.css": "x",
          "img/x.png": "x",
          "pagefind/x": "x",
          "robots.txt": "x",
          ".carnet": "x",
        },
        {
          "a/index.html": a.replace("Menu", "Autre menu").replace("<p>", "<p class='b'>"),
          "assets/b.css": "x",
        },
      ),
    ).toEqual({ ...NOTHING, words: { before: 2, after: 2 } });
  });

  it("reports a changed notice once for all pages of a language", () => {
    const noticed = (text: string): string =>
      page("A", "un deux").replace("<main>", `<aside class="archived"><p><a>${text}</a></p></aside><main>`);
    const [fermé, closed, ouvert] = ["Fermé\n demain.", "Closed.", "Ouvert."].map(noticed);
    expect(
      compare(
        { "a/index.html": fermé ?? "", "b/index.html": fermé ?? "", "en/index.html": closed ?? "" },
        { "a/index.html": ouvert ?? "", "b/index.html": ouvert ?? "", "en/index.html": closed ?? "" },
      ),
    ).toEqual({
      ...NOTHING,
      notices: { came: ["Ouvert."], went: ["Fermé demain."] },
      words: { before: 6, after: 6 },
    });
  });

  it("reports a post whose id changed in feeds, once for all feeds", () => {
    const feed = (...items: (readonly [id: string, title: string])[]): string =>
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        items: items.map(([id, title]) => ({ id, title, date_published: "2026-01-05T00:00:00+01:00" })),
      });
    const before = feed(["https://old.example.org/a/", "A"], ["https://old.example.org/b/", "B"]);
    const after = feed(
      ["https://new.example.org/a/", "A"],
      ["https://old.example.org/b/", "B"],
      ["https://x.org/", "C"],
    );
    const found = compare(
      { "feed.json": before, "tags/x/feed.json": before },
      { "feed.json": after, "tags/x/feed.json": after, "broken.json": "{", "other.json": "[]" },
    );
    expect(found.renamed).toEqual(["A"]);
  });

  it("reports added pages with their number of words, sorted by address", () => {
    const found = compare(
      {},
      { "b/index.html": page("B", "un deux trois"), "a/index.html": page("A", "un") },
    );
    expect(found).toEqual({
      ...NOTHING,
      added: [
        { url: "/a/", title: "A", words: 1 },
        { url: "/b/", title: "B", words: 3 },
      ],
      words: { before: 0, after: 4 },
    });
  });

  it("counts the words added and removed, the title's included, wherever they moved", () => {
    const found = compare(
      { "a/index.html": page("A", "un deux trois"), "b/index.html": page("B", "un") },
      { "a/index.html": page("A", "trois un quatre cinq"), "b/index.html": page("Bis", "un") },
    );
    expect(found.changed).toEqual([
      { url: "/a/", title: "A", words: 4, came: 2, went: 1 },
      { url: "/b/", title: "Bis", words: 1, came: 1, went: 1 },
    ]);
  });

  it("counts changed words of the description and of the deadline, but not that the deadline passed", () => {
    const above = (description: string, day: string, state = "Jusqu’au"): string =>
      page("A", "un deux").replace(
        "</h1>",
        `</h1><p class="standfirst">${description}</p><p class="banner">${state} <time datetime="x">${day}</time></p>`,
      );
    const before = { "a/index.html": above("Un appel", "15 janvier 2027") };
    const changed = (html: string): Comparison["changed"] =>
      compare(before, { "a/index.html": html }).changed;
    expect(changed(above("Un appel", "31 janvier 2027"))).toMatchObject([{ url: "/a/", came: 1, went: 1 }]);
    expect(changed(above("Un second appel", "15 janvier 2027"))).toMatchObject([{ came: 1, went: 0 }]);
    expect(changed(page("A", "un deux"))).toMatchObject([{ came: 0, went: 5 }]);
    // That the deadline has passed is no change by an editor.
    expect(changed(above("Un appel", "15 janvier 2027", "Clos depuis le"))).toEqual([]);
  });

  it("reports a change of authors or dates, but not of the reading time", () => {
    const signed = (name: string, day: string, minutes = "2 min"): string =>
      page("A", "un deux").replace(
        '<div class="prose">',
        `<div class="post-meta"><p>Publié le <time datetime="x">${day}</time></p><p>${minutes}</p>` +
          `<ul class="authors"><li><a href="/x/">${name}</a> <span>designer</span></li></ul></div>$&`,
      );
    const before = { "a/index.html": signed("Équipe projet", "2 mars 2026") };
    const changed = (html: string): Comparison["changed"] =>
      compare(before, { "a/index.html": html }).changed;
    expect(changed(signed("Équipe données", "2 mars 2026"))).toMatchObject([
      { url: "/a/", came: 1, went: 1 },
    ]);
    expect(changed(signed("Équipe projet", "3 mars 2026"))).toMatchObject([{ came: 1, went: 1 }]);
    expect(changed(signed("Équipe projet", "2 mars 2026", "4 min"))).toEqual([]);
  });

  it("reports a text added above or removed from a list, but not changes of the list", () => {
    const list = (posts: string, text = ""): Files => ({
      "tags/a/index.html": `<title>A</title><body class="kind-tag"><main><h1>A</h1>${text}<ol><li>${posts}</ol></main>`,
    });
    const text = '<div class="prose">un deux trois</div>';
    const changed = (before: Files, after: Files): unknown =>
      compare(before, after).changed.map(({ url, came, went }) => [url, came, went]);
    expect(changed(list("x", text), list("x"))).toEqual([["/tags/a/", 0, 3]]);
    expect(changed(list("x"), list("x y", text))).toEqual([["/tags/a/", 3, 0]]);
    expect(changed(list("x", text), list("x y", text))).toEqual([]);
  });

  it("counts lists that changed, without naming them", () => {
    const list = (text: string): Files => ({
      "tags/index.html": page("Tags", text, "tags"),
      "index.html": page("Accueil", text, "home"),
    });
    expect(compare(list("un"), list("un deux"))).toEqual({
      ...NOTHING,
      lists: 2,
      words: { before: 0, after: 0 },
    });
  });

  it("tells removed pages whose address is redirected from those whose address is lost", () => {
    const found = compare(
      { "a/index.html": page("A", "un"), "b/index.html": page("B", "un"), "c/index.html": page("C", "un") },
      { "d/index.html": page("A", "un"), "a/index.html": redirect("/d/"), _redirects: "/b/ /d/ 301\n" },
    );
    expect(found.removed.map(({ url }) => url)).toEqual(["/a/", "/b/", "/c/"]);
    expect(found.moved).toEqual([
      { url: "/a/", to: "/d/" },
      { url: "/b/", to: "/d/" },
    ]);
    expect(found.lost).toEqual(["/c/"]);
  });

  it("reports lost feeds, documents and redirects, but not pictures, assets, the sitemap or the 404 page", () => {
    const found = compare(
      {
        "feed.xml": "x",
        "notice.pdf": "x",
        "old/index.html": redirect("/"),
        "img/a.webp": "x",
        "sitemap.xml": "x",
        "404.html": page("Perdu", "x", "notFound"),
        "assets/x.js": "x",
      },
      {},
    );
    expect(found.lost).toEqual(["/feed.xml", "/notice.pdf", "/old/"]);
    expect(found.removed).toEqual([]);
  });
});
