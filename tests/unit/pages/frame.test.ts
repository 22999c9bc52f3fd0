import { describe, expect, it } from "vitest";
import type { Page, PlanInputs } from "../../../src/pages/types.ts";
import { planned, settings, texts } from "./planned.ts";

const A = texts({ "posts/2026-01-01-a": "tags: [Été]" });
const IN_TWO = { ...A, ...texts({ "posts/en/2026-01-02-b": "" }) };
const POST = "/blog/2026/01/01/a/";

type Links = readonly { label: string; url: string; current?: boolean }[];
const urlsOf = (links: unknown): string[] => (links as Links).map(({ url }) => url);
const current = (links: unknown): string[] => urlsOf((links as Links).filter((link) => link.current));

it.each([
  ["/mots-cles/", ["/mots-cles/"]],
  ["/mots-cles/ete/", ["/mots-cles/"]],
  [POST, ["/blog/"]],
  ["/", []],
])("the menu marks on %s the current page, or else its section: %j", async (url, marked) => {
  expect(current((await planned(A)).data(url, "nav"))).toEqual(marked);
});

it("the menu omits indexes that are empty in its language, except the list of posts", async () => {
  const { data } = await planned({ ...A, ...texts({ "posts/en/2026-01-02-b": "author: Anne Roy" }) });
  expect(urlsOf(data("/", "nav"))).toEqual(["/blog/", "/mots-cles/", "/archives/"]);
  expect(urlsOf(data("/en/", "nav"))).toEqual(["/en/blog/", "/en/authors/", "/en/archive/"]);
  expect(urlsOf((await planned({})).data("/", "nav"))).toEqual(["/blog/"]);
});

it("the menu and the footer are those of site.yaml if it has them, with each language's own links, or none", async () => {
  const menus = async (nav: string, footer: string): Promise<unknown[]> => {
    const pages = {
      ...IN_TWO,
      ...texts({ "pages/aide": "" }),
      ...settings(`nav: ${nav}`, `footer: ${footer}`),
    };
    const { data } = await planned(pages);
    return [data("/blog/", "nav"), data("/en/", "nav"), data("/", "footer")];
  };
  const links = "[{ label: Lire, url: /blog/ }, { label: Read, url: /en/blog/, lang: en }]";
  expect(await menus(links, "[{ label: Ici, url: /aide/ }]")).toEqual([
    [{ label: "Lire", url: "/blog/", current: true }],
    [{ label: "Read", url: "/en/blog/" }],
    [{ label: "Ici", url: "/aide/" }],
  ]);
  expect(await menus("[]", "[]")).toEqual([[], [], []]);
});

it("the footer has static pages, except those of folders that are not a language's or a page's own", async () => {
  const { data } = await planned({
    ...A,
    ...texts({ "pages/aide/index": "title: Aide", "pages/fr/equipe": "", "pages/transcriptions/film": "" }),
    ...texts({ "pages/en/projects/one": "", "pages/en/about": "" }),
  });
  expect(urlsOf(data("/", "footer")).sort()).toEqual(["/aide/", "/equipe/"]);
  expect(urlsOf(data("/en/", "footer"))).toEqual(["/en/about/"]);
  expect(current(data("/aide/", "footer"))).toEqual(["/aide/"]);
});

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

  it("is the translation of the generated page of the other language", async () => {
    const { at } = await planned(files);
    const others = (url: string): string[] => urlsOf(at(url).data.alternates.filter((one) => one.translated));
    expect(["/", "/en/", "/mots-cles/", "/en/tags/", "/aide/"].map(others)).toEqual([
      ...[
        ["/", "/en/"],
        ["/", "/en/"],
        ["/mots-cles/", "/en/tags/"],
        ["/mots-cles/", "/en/tags/"],
        ["/aide/"],
      ],
    ]);
  });

  it("is not in the footer if the menu or the title links to it, nor if it is the 404 page", async () => {
    expect(urlsOf((await planned(files)).data("/", "footer"))).toEqual(["/aide/"]);
    const { data } = await planned({ ...files, ...settings("nav: [{ label: Lire, url: /blog/ }]") });
    expect(urlsOf(data("/", "footer")).sort()).toEqual(["/aide/", "/mots-cles/"]);
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

it("hides empty lists from search engines, and links to the home page of their language instead", async () => {
  const { at } = await planned({ ...A, ...texts({ "pages/about": "lang: en" }) });
  const urls = ["/blog/", "/mots-cles/", "/en/blog/", "/en/tags/", "/en/authors/", "/en/"];
  expect(urls.map((url) => at(url).noindex)).toEqual([false, false, true, true, true, false]);
  expect(urlsOf(at("/blog/").data.alternates)).toEqual(["/blog/", "/en/"]);
  expect(at("/blog/").data.alternates).toMatchObject([{}, { translated: false }]);
  expect(urlsOf(at("/en/blog/").data.alternates)).toEqual(["/blog/", "/en/blog/"]);
  // If a list is empty in both languages, each links to the home page of the other.
  expect(urlsOf(at("/auteurs/").data.alternates)).toEqual(["/auteurs/", "/en/"]);
});

it("links readers to a `noindex` translation, without declaring it to search engines", async () => {
  const { at } = await planned(
    texts({
      "posts/2026-03-02-bonjour": "",
      "posts/2026-03-02-hello": "lang: en\ntranslationOf: bonjour\nnoindex: true",
    }),
  );
  expect(at("/blog/2026/03/02/bonjour/").data.alternates).toMatchObject([
    { translated: true, indexed: true },
    { translated: true, indexed: false },
  ]);
  expect(at("/en/blog/2026/03/02/hello/").data.alternates).toMatchObject([
    { translated: true, indexed: false },
    { translated: true, indexed: false },
  ]);
});

it("mentions accessibility once if the owner wrote the page of the statement", async () => {
  const footer = async (...lines: string[]): Promise<string[]> => {
    const { data } = await planned({ ...A, ...texts({ "pages/accessibilite": "" }), ...settings(...lines) });
    return urlsOf(data("/", "footer"));
  };
  expect(await footer()).toEqual(["/accessibilite/"]);
  expect(await footer("accessibility: {}")).toEqual([]);
  expect(await footer("accessibility: {}", "footer: [{ label: Ici, url: /accessibilite/ }]")).toEqual([]);
});

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

it("the notice is on every page, with its language", async () => {
  const notice = async (written: string): Promise<unknown[]> => {
    const { data } = await planned({ ...IN_TWO, ...settings(`notice: ${written}`) });
    return [POST, "/404.html", "/en/"].map((url) => data(url, "siteNotice"));
  };
  const fr = { text: "Fermé.", lang: "fr" };
  expect(await notice("Fermé.")).toEqual([fr, fr, fr]);
  const en = { text: "Closed.", lang: "en", url: "/en/c/" };
  expect(await notice("{ text: { en: Closed. }, url: /en/c/ }")).toEqual([undefined, undefined, en]);
});

const SINCE =
  "Ce site est archivé depuis le 1er février 2026\u00a0: il reste en ligne, mais n’est plus mis à jour.";

it.each([
  ["2026-02-01", SINCE, /^This site has been archived since 1 February 2026: /],
  ["{ date: 2026-02-01, message: Fini. }", "Fini.", /^This site has been archived/],
  ["{ date: 2026-02-01, message: { en: Over. } }", SINCE, /^Over\.$/],
])(
  "a site with `archived: %s` says so on every page, in the language of the page",
  async (archived, fr, en) => {
    const { at } = await planned({ ...IN_TWO, ...settings(`archived: ${archived}`) });
    expect(at(POST).data.archived).toBe(fr);
    expect(at("/en/").data.archived).toMatch(en);
  },
);
