import { describe, expect, it } from "vitest";
import type { Alternate, LinkView, Page, PlanInputs } from "../../../src/pages/types.ts";
import { planned, settings, texts } from "./planned.ts";

const A = texts({ "posts/2026-01-01-a": "tags: [Été]" });
const IN_TWO = { ...A, ...texts({ "posts/en/2026-01-02-b": "author: Anne Roy" }) };
const POST = "/blog/2026/01/01/a/";

/** Addresses, those of the current page or its section in brackets. */
const links = (all: readonly LinkView[]): string =>
  all.map(({ url, current }) => (current ? `[${url}]` : url)).join(" ");

it.each([
  ["/", "/blog/ /mots-cles/ /archives/"],
  ["/mots-cles/", "/blog/ [/mots-cles/] /archives/"],
  ["/mots-cles/ete/", "/blog/ [/mots-cles/] /archives/"],
  [POST, "[/blog/] /mots-cles/ /archives/"],
  ["/en/", "/en/blog/ /en/authors/ /en/archive/"],
])("the menu of %s has the lists that are not empty in its language: %s", async (url, menu) => {
  expect(links((await planned(IN_TWO)).at(url).data.nav)).toBe(menu);
});

it.each([
  ["/aide/", "/equipe/ [/aide/]"],
  ["/en/", "/en/about/"],
])(
  "the footer of %s has the static pages of its language, except those in folders: %s",
  async (url, footer) => {
    const pages = texts({
      ...{ "pages/fr/equipe": "", "pages/aide/index": "title: Aide", "pages/transcriptions/film": "" },
      ...{ "pages/en/projects/one": "", "pages/en/about": "" },
    });
    const { at } = await planned({ ...IN_TWO, ...pages });
    expect(links(at(url).data.footer).split(" ").sort()).toEqual(footer.split(" ").sort());
  },
);

it("the menu and the footer are those of site.yaml if it has them, with each language's own links, or none", async () => {
  const menus = async (nav: string, footer: string): Promise<string[]> => {
    const site = settings(`nav: ${nav}`, `footer: ${footer}`);
    const { at } = await planned({ ...IN_TWO, ...texts({ "pages/aide": "" }), ...site });
    return [links(at("/blog/").data.nav), links(at("/en/").data.nav), links(at("/").data.footer)];
  };
  const own = "[{ label: Lire, url: /blog/ }, { label: Read, url: /en/blog/, lang: en }]";
  expect(await menus(own, "[{ label: Ici, url: /aide/ }]")).toEqual(["[/blog/]", "/en/blog/", "/aide/"]);
  expect(await menus("[]", "[]")).toEqual(["", "", ""]);
});

/** The page in each language: `home` without a translation, `hidden` from search engines. */
const languages = (all: readonly Alternate[]): string =>
  all
    .map(({ url, translated, indexed }) => `${translated ? url : "home"}${indexed ? "" : " hidden"}`)
    .join(", ");

describe("an owner's page that replaces a generated one", () => {
  const files = {
    ...A,
    ...texts({
      "posts/en/2026-01-02-b": "tags: [Summer]",
      "pages/index": "title: Bienvenue",
      "pages/aide": "",
      "pages/404": "permalink: /404.html",
      "pages/mots-cles": "title: Nos mots",
    }),
  };

  it.each([
    ["/", "/, /en/"],
    ["/en/tags/", "/mots-cles/, /en/tags/"],
    ["/aide/", "/aide/, home hidden"],
  ])("is the translation of the generated page of the other language: %s has %s", async (url, others) => {
    expect(languages((await planned(files)).at(url).data.alternates)).toBe(others);
  });

  it("is not in the footer if the menu or the title links to it, nor if it is the 404 page", async () => {
    expect(links((await planned(files)).at("/").data.footer)).toBe("/aide/");
    const { at } = await planned({ ...files, ...settings("nav: [{ label: Lire, url: /blog/ }]") });
    expect(links(at("/").data.footer).split(" ").sort()).toEqual(["/aide/", "/mots-cles/"]);
  });

  it("has the breadcrumbs and the data of the page that it replaces", async () => {
    const { at, pages } = await planned(files);
    expect(pages.filter(({ url }) => url === "/")).toMatchObject([
      {
        ...{ kind: "page", noindex: false },
        data: { title: "Bienvenue", breadcrumbs: [], posts: [], more: "/blog/", lead: { title: "A" } },
      },
    ]);
    expect(at("/mots-cles/").data).toMatchObject({
      breadcrumbs: [{ label: "Accueil" }, { label: "Nos mots" }],
      groups: [{ label: "Été" }],
    });
    expect(at("/404.html").noindex).toBe(true);
  });
});

it.each([
  ["/blog/", "/blog/, /en/blog/ hidden"],
  ["/en/blog/", "/blog/ hidden, /en/blog/ hidden"],
  ["/auteurs/", "/auteurs/ hidden, /en/authors/ hidden"],
  // Readers are led to a translation that search engines are not told of.
  ["/blog/2026/03/02/bonjour/", "/blog/2026/03/02/bonjour/, /en/blog/2026/03/02/hello/ hidden"],
])(
  "an empty list, and a text that is `noindex`, are hidden from search engines: %s has %s",
  async (url, others) => {
    const twins = texts({
      "posts/2026-03-02-bonjour": "",
      "posts/2026-03-02-hello": "lang: en\ntranslationOf: bonjour\nnoindex: true",
    });
    const { at } = await planned(
      url.includes("bonjour") ? twins : { ...A, ...texts({ "pages/about": "lang: en" }) },
    );
    expect(languages(at(url).data.alternates)).toBe(others);
    expect(at(url).noindex).toBe(others.split(", ").includes(`${url} hidden`));
  },
);

it.each([
  [[], "/accessibilite/"],
  [["accessibility: {}"], ""],
  [["accessibility: {}", "footer: [{ label: Ici, url: /accessibilite/ }]"], ""],
])(
  "the footer with %j has the owner's page of the statement, unless it is mentioned anyway: %s",
  async (lines, footer) => {
    const page = texts({ "pages/accessibilite": "" });
    const { at } = await planned({ ...A, ...page, ...settings(...lines) });
    expect(links(at("/").data.footer)).toBe(footer);
  },
);

describe("a sharing picture", () => {
  const view = { src: "/pictures/pont.webp", sources: [], sizes: "" };
  const shown = {
    kind: "shown",
    ...view,
    card: view,
    thumb: view,
    share: "/pictures/p.jpg",
    alt: "",
  } as const;
  const inputs: Partial<PlanInputs> = {
    cover: ({ image }) => (image?.src === "pont.png" ? shown : undefined),
  };
  const page = async (lines: string, site = "Carnet"): Promise<Page> => {
    const yaml = `title: ${site}\nurl: https://blog.example.org\n`;
    const files = { ...texts({ "posts/2026-01-01-a": lines }), "content/site.yaml": yaml };
    return (await planned(files, inputs)).at(POST);
  };
  const OWN = {
    url: "https://blog.example.org/pictures/p.jpg",
    width: 1200,
    height: 630,
    type: "image/jpeg",
  };
  const CARD = { title: "A", site: "Carnet", date: "1er janvier 2026" };
  const DRAWN = { alt: "A – Carnet", width: 1200, type: "image/png" };

  it.each([
    ["image: pont.png\nimageAlt: Un pont", undefined, { ...OWN, alt: "Un pont" }],
    ["image: https://y.example/p.png", undefined, { url: "https://y.example/p.png" }],
    ["image: //y.example/p.png", undefined, { url: "https://y.example/p.png" }],
    ["image: absente.png", CARD, DRAWN],
  ])(
    "of a post with %j is its own, with full address, or else a card: %j",
    async (lines, card, shareImage) => {
      expect(await page(lines)).toMatchObject({ card, data: { shareImage } });
    },
  );

  it.each([
    ["Ar cʼhlask", "Journal", "Ar cʼhlask – Journal"],
    ["Лето", "Journal", "Journal"],
    ["Лето 2026", "Журнал", undefined],
  ])("of “%s” on “%s” is described by what can be drawn: %s", async (title, site, alt) => {
    expect((await page(`title: ${title}`, site)).data.shareImage?.alt).toBe(alt);
  });

  it("is the same card for all pages that are not posts, and absent without `url`", async () => {
    const { at } = await planned({ ...A, ...settings() });
    expect(at("/")).toMatchObject({ card: { site: "Carnet" }, data: { shareImage: { alt: "Carnet" } } });
    expect(at("/mots-cles/ete/").data.shareImage).toEqual(at("/").data.shareImage);
    const local = await planned({ ...A, "content/site.yaml": "title: Carnet\n" });
    expect(local.data("/", "shareImage")).toBeUndefined();
  });
});

it("an archived site says so on every page, in the language of the page", async () => {
  const { at } = await planned({ ...IN_TWO, ...settings("archived: 2026-02-01") });
  expect(at(POST).data.archived).toBe(
    "Ce site est archivé depuis le 1er février 2026\u00a0: il reste en ligne, mais n’est plus mis à jour.",
  );
  expect(at("/en/").data.archived).toMatch(/^This site has been archived since 1 February 2026: /);
});
