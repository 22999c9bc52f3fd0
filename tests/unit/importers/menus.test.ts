// Tests how the menus of an old blog become those of `site.yaml`. How each generator writes them is tested with it.
import { describe, expect, it } from "vitest";
import type { Made } from "../../../src/importers/make-entries.ts";
import { menuEntries, menuLevels, menuPlace, settleMenus } from "../../../src/importers/menus.ts";
import type { OldMenu, OldSite, SourceEntry } from "../../../src/importers/model.ts";
import { NOTHING, oldEntry, oldSite } from "./old-blog.ts";

const made = (url: string, known: Partial<SourceEntry>): Made["entries"][number] => ({
  made: {
    entry: oldEntry(known),
    target: "",
    written: "",
    data: {},
    body: "",
    url,
    changes: [],
    manual: [],
    shown: [],
    became: [],
    replaced: [],
  },
  compared: NOTHING,
});

const ABOUT = made("/a-propos/", { oldUrl: "/about.html", aliases: ["/qui/"] });

const menu = (...entries: OldMenu["entries"]): OldMenu => ({
  place: "nav",
  lang: undefined,
  file: "menu.yml",
  entries,
});

function settled(menus: OldMenu[], known: Partial<OldSite> = {}): OldSite {
  const site = oldSite({
    base: "/carnet",
    settings: {
      url: "https://x.example/carnet",
      addresses: { blog: "/posts/" },
      taxonomies: { categories: { address: "/categories/:slug/" } },
    },
    assets: [{ source: "a.pdf", target: "public/a.pdf" }],
    menus,
    ...known,
  });
  const redirects = [
    { from: "/tag/", to: "/mots-cles/", file: "", line: 0 },
    { from: "/defis/", to: "/", file: "", line: 0 },
    { from: "/fr/", to: "/", file: "", line: 0 },
  ];
  settleMenus(site, {
    entries: [ABOUT, made("/brouillon/", { draft: true })],
    redirects,
    old: [],
    addressOf: () => (name) => (name === "about.md" ? "/a-propos/" : undefined),
  });
  return site;
}

describe("a menu entry", () => {
  it.each([
    ["/about.html", "/a-propos/"],
    ["about.md", "/a-propos/"],
    ["/qui", "/a-propos/"],
    ["/a-propos", "/a-propos/"],
    ["/carnet/about.html", "/a-propos/"],
    ["https://x.example/carnet/about.html", "/a-propos/"],
    ["/", "/"],
    ["/fr", "/"],
    ["/posts", "/posts/"],
    ["/categories/", "/categories/"],
    ["/tag/", "/mots-cles/"],
    ["/recherche/", "/recherche/"],
    ["/a.pdf", "/a.pdf"],
    ["https://ailleurs.example/", "https://ailleurs.example/"],
  ])("that leads to %s leads to %s", (to, url) => {
    const { settings, manual } = settled([menu({ label: "Lien", to })]);
    expect(settings["nav"]).toEqual([{ label: "Lien", url }]);
    expect(manual).toEqual([]);
  });

  it("is reported if the new site has no page for it, and the others are written", () => {
    const { settings, manual } = settled([
      menu(
        { label: "Perdu", to: "/perdu/" },
        { label: "Brouillon", to: "/brouillon/" },
        { label: "Nous", to: "/qui/" },
      ),
      { ...menu({ label: "Sous", to: "/a-propos/" }), place: "other" },
    ]);
    expect(settings["nav"]).toEqual([{ label: "Nous", url: "/a-propos/" }]);
    expect(manual).toEqual([
      {
        kind: "menu",
        file: "menu.yml",
        line: 0,
        found: "Perdu → /perdu/, Brouillon → /brouillon/, Sous → /a-propos/",
      },
    ]);
  });

  it("is reported if the new site has only its home page in place of a list", () => {
    const { settings, manual } = settled([menu({ label: "Défis", to: "/defis" })]);
    expect(settings).not.toHaveProperty("nav");
    expect(manual).toMatchObject([{ kind: "menu", found: "Défis → /defis" }]);
  });
});

it("menus of another language and of the footer have their place; any other is reported, and none twice", () => {
  const entries = [{ label: "Home", to: "/" }];
  const { settings, manual } = settled([
    { ...menu(...entries), lang: "en" },
    { ...menu(...entries), lang: "en" },
    { ...menu(...entries), place: "footer" },
    { ...menu(...entries), place: "other" },
  ]);
  expect(settings).toMatchObject({
    nav: [{ label: "Home", url: "/", lang: "en" }],
    footer: [{ label: "Home", url: "/" }],
  });
  expect(manual).toMatchObject([{ kind: "menu", found: "Home → /" }]);
});

it("entries are read in the words of most themes", () => {
  expect(
    menuEntries([
      { title: "A", url: "/a/" },
      { text: "B", href: "/b/" },
      { name: "C" },
      "D",
      { label: "E", link: "/e/" },
    ]),
  ).toEqual([
    { label: "A", to: "/a/" },
    { label: "B", to: "/b/" },
    { label: "E", to: "/e/" },
  ]);
  expect(menuEntries({ a: 1 })).toEqual([]);
  expect(["main", "Header", "footer", "sidebar"].map(menuPlace)).toEqual(["nav", "nav", "footer", "other"]);
});

it("entries below another are a menu that Carnet does not have", () => {
  const written = [
    { title: "A", url: "/a/", children: [{ title: "B", url: "/a/b/" }] },
    { title: "C", url: "/c/", parent: "A" },
  ];
  expect(menuLevels("nav", "en", "menu.yml", written)).toEqual([
    { place: "nav", lang: "en", file: "menu.yml", entries: [{ label: "A", to: "/a/" }] },
    {
      place: "other",
      lang: "en",
      file: "menu.yml",
      entries: [
        { label: "C", to: "/c/" },
        { label: "B", to: "/a/b/" },
      ],
    },
  ]);
});
