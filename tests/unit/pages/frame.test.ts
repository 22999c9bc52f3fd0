import { describe, expect, it } from "vitest";
import { post } from "../content/site-root.ts";
import type { Page } from "../../../src/pages/types.ts";
import { planned, settings } from "./planned.ts";

const A = { "content/posts/2026-01-01-a.md": post("title: A", "tags: [Été]") };

const current = (links: readonly { url: string; current?: boolean }[]): string[] =>
  links.filter((link) => link.current).map((link) => link.url);

describe("the menu", () => {
  it("marks the current page, or else its section", async () => {
    const { at } = await planned(A);
    expect(current(at("/mots-cles/").data.nav)).toEqual(["/mots-cles/"]);
    expect(current(at("/mots-cles/ete/").data.nav)).toEqual(["/mots-cles/"]);
    expect(current(at("/blog/2026/01/01/a/").data.nav)).toEqual(["/blog/"]);
    expect(current(at("/").data.nav)).toEqual([]);
  });

  it("omits indexes that are empty in its language, except the list of posts", async () => {
    const { at } = await planned({
      "content/posts/2026-01-01-a.md": post("title: A", "tags: [Été]"),
      "content/posts/en/2026-01-02-b.md": post("title: B", "author: Anne Roy"),
    });
    const menu = (url: string): string[] => at(url).data.nav.map((link) => link.url);
    expect(menu("/")).toEqual(["/blog/", "/mots-cles/", "/archives/"]);
    expect(menu("/en/")).toEqual(["/en/blog/", "/en/authors/", "/en/archive/"]);
    expect(at("/auteurs/").url).toBe("/auteurs/");
    expect((await planned({})).at("/").data.nav.map((link) => link.url)).toEqual(["/blog/"]);
  });

  it("is that of site.yaml if it has one, with each language's own links", async () => {
    const { at } = await planned({
      ...A,
      "content/posts/en/2026-01-02-b.md": post("title: B"),
      ...settings("nav: [{ label: Lire, url: /blog/ }, { label: Read, url: /en/blog/, lang: en }]"),
    });
    expect(at("/blog/").data.nav).toEqual([{ label: "Lire", url: "/blog/", current: true }]);
    expect(at("/en/").data.nav).toEqual([{ label: "Read", url: "/en/blog/" }]);
  });

  it("has static pages in the footer, or else the links of site.yaml", async () => {
    const files = { ...A, "content/pages/aide.md": post("title: Aide") };
    const { at } = await planned(files);
    expect(at("/").data.footer).toEqual([{ label: "Aide", url: "/aide/" }]);
    expect(current(at("/aide/").data.footer)).toEqual(["/aide/"]);
    const own = await planned({ ...files, ...settings("footer: [{ label: Ici, url: /aide/ }]") });
    expect(own.at("/").data.footer).toEqual([{ label: "Ici", url: "/aide/" }]);
  });

  it("omits pages of folders from the footer, except of a language's or a page's own folder", async () => {
    const { at } = await planned({
      ...A,
      "content/pages/aide/index.md": post("title: Aide"),
      "content/pages/fr/equipe.md": post("title: Équipe"),
      "content/pages/transcriptions/film.md": post("title: Film"),
      "content/pages/en/projects/one.md": post("title: One"),
      "content/pages/en/about.md": post("title: About"),
    });
    const foot = (url: string): string[] => at(url).data.footer.map(({ label }) => label);
    expect([foot("/").sort(), foot("/en/")]).toEqual([["Aide", "Équipe"], ["About"]]);
  });

  it("is empty, and so is the footer, if their lists in site.yaml are empty", async () => {
    const files = { ...A, "content/pages/aide.md": post("title: Aide") };
    const { nav, footer } = (await planned({ ...files, ...settings("nav: []\nfooter: []") })).at("/").data;
    expect([nav, footer]).toEqual([[], []]);
  });
});

describe("an owner's page that replaces a generated one", () => {
  const files = {
    ...A,
    "content/posts/en/2026-01-02-b.md": post("title: B", "tags: [Summer]"),
    "content/pages/index.md": post("title: Bienvenue"),
    "content/pages/404.md": post("title: Perdu", "permalink: /404.html"),
    "content/pages/mots-cles.md": post("title: Nos mots"),
    "content/pages/aide.md": post("title: Aide"),
  };

  it("is the translation of the generated page of the other language", async () => {
    const { at } = await planned(files);
    const others = (url: string): string[] =>
      at(url).data.alternates.flatMap((one) => (one.translated ? [one.url] : []));
    for (const twins of [
      ["/", "/en/"],
      ["/mots-cles/", "/en/tags/"],
    ])
      for (const url of twins) expect(others(url)).toEqual(twins);
    expect(others("/aide/")).toEqual(["/aide/"]);
  });

  it("is not in the footer if the menu or the title links to it, nor if it is the 404 page", async () => {
    const { at } = await planned(files);
    expect(at("/").data.footer).toEqual([{ label: "Aide", url: "/aide/" }]);
    const own = await planned({ ...files, ...settings("nav: [{ label: Lire, url: /blog/ }]") });
    expect(
      own
        .at("/")
        .data.footer.map(({ label }) => label)
        .sort(),
    ).toEqual(["Aide", "Nos mots"]);
  });

  it("has the breadcrumbs and the data of the page that it replaces", async () => {
    const { at } = await planned(files);
    const { breadcrumbs, lead, posts, more } = at("/").data;
    expect([breadcrumbs, posts, more]).toEqual([[], [], "/blog/"]);
    expect(lead).toMatchObject({ title: "A" });
    expect(at("/mots-cles/").data.breadcrumbs.map(({ label }) => label)).toEqual(["Accueil", "Nos mots"]);
    expect(at("/mots-cles/").data["groups"]).toMatchObject([{ label: "Été" }]);
  });

  it("is in the menu even if the generated page would be empty", async () => {
    const { at } = await planned({ "content/pages/mots-cles.md": post("title: Nos mots") });
    expect(at("/").data.nav.map(({ url }) => url)).toEqual(["/blog/", "/mots-cles/"]);
    expect(at("/mots-cles/").data.noindex).toBe(false);
  });

  it("is hidden from search engines if it replaces the 404 page", async () => {
    const { at } = await planned(files);
    expect(at("/404.html").data.noindex).toBe(true);
    expect(at("/").data.noindex).toBe(false);
  });
});

it("hides empty lists from search engines, and links to the home page of their language instead", async () => {
  const { at } = await planned({ ...A, "content/pages/about.md": post("title: About", "lang: en") });
  const listed = ["/blog/", "/mots-cles/", "/archives/"];
  expect(listed.map((url) => at(url).data.noindex)).toEqual([false, false, false]);
  const empty = ["/en/blog/", "/en/tags/", "/en/authors/", "/en/archive/"];
  expect(empty.map((url) => at(url).data.noindex)).toEqual([true, true, true, true]);
  expect(at("/en/").data.noindex).toBe(false);
  const translated = (url: string): string[] =>
    at(url).data.alternates.flatMap((one) => (one.translated ? one.url : []));
  for (const url of [...listed, ...empty]) expect(translated(url)).toEqual([url]);
  expect(at("/blog/").data.alternates.map(({ url }) => url)).toEqual(["/blog/", "/en/"]);
  expect(at("/en/blog/").data.alternates.map(({ url }) => url)).toEqual(["/blog/", "/en/blog/"]);
  // If a list is empty in both languages, each links to the home page of the other.
  expect(at("/auteurs/").data.alternates.map(({ url }) => url)).toEqual(["/auteurs/", "/en/"]);
});

it("links readers to a `noindex` translation, without declaring it to search engines", async () => {
  const { at } = await planned({
    "content/posts/2026-03-02-bonjour.md": post("title: Bonjour"),
    "content/posts/2026-03-02-hello.md": post(
      "title: Hello",
      "lang: en",
      "translationOf: bonjour",
      "noindex: true",
    ),
    "content/pages/lieu.md": post("title: Lieu"),
    "content/pages/place.md": post("title: Place", "lang: en", "translationOf: lieu"),
  });
  const of = (url: string): unknown[] =>
    at(url).data.alternates.map((one) => [one.url, one.translated, one.indexed]);
  const [fr, en] = ["/blog/2026/03/02/bonjour/", "/en/blog/2026/03/02/hello/"];
  expect(of(fr)).toEqual([
    [fr, true, true],
    [en, true, false],
  ]);
  expect(of(en).map((one) => (one as unknown[])[2])).toEqual([false, false]);
  expect(of("/lieu/")).toEqual([
    ["/lieu/", true, true],
    ["/en/place/", true, true],
  ]);
});

it("mentions accessibility once if the owner wrote the page of the statement", async () => {
  const files = { ...A, "content/pages/accessibilite.md": post("title: Accessibilité") };
  const without = await planned(files);
  expect(without.at("/").data.footer).toEqual([{ label: "Accessibilité", url: "/accessibilite/" }]);
  for (const lines of [
    "",
    "\nfooter: [{ label: Ici, url: /accessibilite/ }, { label: Blog, url: /blog/ }]",
  ]) {
    const { data } = (await planned({ ...files, ...settings(`accessibility: {}${lines}`) })).at("/");
    expect(data.accessibilityMention?.url).toBe("/accessibilite/");
    expect(data.footer.map(({ url }) => url)).toEqual(lines === "" ? [] : ["/blog/"]);
  }
});

describe("a sharing picture", () => {
  const view = { src: "/pictures/pont.webp", sources: [], sizes: "" };
  const page = (lines: string[], more: Parameters<typeof planned>[0] = {}): Promise<Page> =>
    planned(
      { "content/posts/2026-01-01-a.md": post("title: Été", ...lines), ...more },
      {
        cover: ({ image }) =>
          image?.src === "pont.png"
            ? { kind: "shown", ...view, card: view, thumb: view, share: "/pictures/pont-share.jpg", alt: "" }
            : undefined,
      },
    ).then(({ at }) => at("/blog/2026/01/01/a/"));
  const shared = async (lines: string[]): Promise<unknown> => (await page(lines)).data.shareImage;

  it("of this site has an absolute address and a size", async () => {
    expect(await shared(["image: pont.png", "imageAlt: Un pont"])).toEqual({
      url: "https://blog.example.org/pictures/pont-share.jpg",
      alt: "Un pont",
      width: 1200,
      height: 630,
      type: "image/jpeg",
    });
  });

  it("of another host keeps its address as written", async () => {
    expect(await shared(["image: https://ailleurs.example/p.png", "imageAlt: Un pont"])).toEqual({
      url: "https://ailleurs.example/p.png",
      alt: "Un pont",
    });
  });

  it("of another host gets the scheme of the site if written without one", async () => {
    expect(await shared(["image: //ailleurs.example/p.png"])).toMatchObject({
      url: "https://ailleurs.example/p.png",
    });
  });

  it("is a card with the title, the site's name and the day if there is none to show", async () => {
    const card = { title: "Été", site: "Carnet", date: "1er janvier 2026" };
    const shareImage = { alt: "Été – Carnet", width: 1200, type: "image/png" };
    const drawn = { card, data: { shareImage } };
    expect(await page([], settings())).toMatchObject(drawn);
    expect(await page(["image: absente.png"], settings())).toMatchObject(drawn);
    expect((await page(["image: pont.png"], settings())).card).toBeUndefined();
    expect((await page(["image: https://ailleurs.example/p.png"], settings())).card).toBeUndefined();
  });

  it("is described by what is drawn on the card, and absent if that is nothing", async () => {
    const named = async (title: string, site: string): Promise<unknown> => {
      const files = {
        "content/site.yaml": `title: ${site}\nurl: https://blog.example.org\n`,
        "content/posts/2026-01-01-a.md": post(`title: ${title}`),
      };
      const { at } = await planned(files);
      const { card, data } = at("/blog/2026/01/01/a/");
      return card === undefined ? data.shareImage : data.shareImage?.alt;
    };
    expect(await named("Ar cʼhlask", "Journal")).toBe("Ar cʼhlask – Journal");
    expect(await named("Лето", "Journal")).toBe("Journal");
    expect(await named("Лето 2026", "Журнал")).toBeUndefined();
    expect(await named("مدونة", "日誌")).toBeUndefined();
  });

  it("is the same card for all pages that are not posts, and absent without `url`", async () => {
    const files = { "content/posts/2026-01-01-a.md": post("title: A", "tags: [Été]") };
    const { at } = await planned({ ...files, ...settings() });
    expect(at("/")).toMatchObject({ card: { site: "Carnet" }, data: { shareImage: { alt: "Carnet" } } });
    expect(at("/mots-cles/ete/").data.shareImage).toEqual(at("/").data.shareImage);
    const nowhere = await planned({ ...files, "content/site.yaml": "title: Carnet\n" });
    expect(nowhere.at("/").data.shareImage).toBeUndefined();
    expect(nowhere.at("/").card).toBeUndefined();
  });
});

describe("a site with a notice", () => {
  const inTwo = { ...A, "content/posts/en/2026-01-02-b.md": post("title: B") };
  const told = async (notice: string): Promise<unknown[]> => {
    const { at } = await planned({ ...inTwo, ...settings(`notice: ${notice}`) });
    return ["/blog/2026/01/01/a/", "/404.html", "/en/"].map((url) => at(url).data.siteNotice);
  };
  const [fr, en] = [
    { title: "Annonce", text: "Fermé." },
    { title: "Notice", text: "Closed." },
  ];

  it("shows it on every page, in the language of the page", async () => {
    expect(await told("{ text: { fr: Fermé., en: Closed. } }")).toEqual([fr, fr, en]);
  });

  it("shows the one in its own language, marked as such, on pages in a language without one", async () => {
    const inFrench = { title: "Notice", text: "Fermé.", lang: "fr" };
    expect(await told("Fermé.")).toEqual([fr, fr, inFrench]);
    expect(await told("{ text: { fr: Fermé. } }")).toEqual([fr, fr, inFrench]);
  });

  it("shows none on pages if it has none in their language or its own", async () => {
    expect(await told("{ text: { en: Closed. } }")).toEqual([undefined, undefined, en]);
  });

  it("links it to one address, or to that of the page’s language", async () => {
    const url = "/ferme/";
    expect(await told("{ text: { fr: Fermé., en: Closed. }, url: /ferme/ }")).toEqual(
      [fr, fr, en].map((one) => ({ ...one, url })),
    );
    expect(
      await told("{ text: { fr: Fermé., en: Closed. }, url: { fr: /ferme/, en: /en/closed/ } }"),
    ).toEqual([
      { ...fr, url },
      { ...fr, url },
      { ...en, url: "/en/closed/" },
    ]);
    expect(await told("{ text: { fr: Fermé., en: Closed. }, url: { fr: /ferme/ } }")).toEqual([
      { ...fr, url },
      { ...fr, url },
      en,
    ]);
  });
});

describe("an archived site", () => {
  const inTwo = { ...A, "content/posts/en/2026-01-02-b.md": post("title: B") };

  it("says since when on every page, in the language of the page", async () => {
    const { at } = await planned({ ...inTwo, ...settings("archived: 2026-02-01") });
    expect(at("/blog/2026/01/01/a/").data.archived).toEqual({
      title: "Site archivé",
      text: "Ce site est archivé depuis le 1er février 2026 : il reste en ligne, mais n’est plus mis à jour.",
    });
    expect(at("/en/").data.archived?.text).toBe(
      "This site has been archived since 1 February 2026: it stays online, but is no longer updated.",
    );
  });

  it("uses the owner’s message in a language that has one", async () => {
    const one = await planned({ ...inTwo, ...settings("archived: { date: 2026-02-01, message: Fini. }") });
    expect(one.at("/").data.archived?.text).toBe("Fini.");
    expect(one.at("/en/").data.archived?.text).toContain("archived since 1 February 2026");
    const each = await planned({
      ...inTwo,
      ...settings("archived: { date: 2026-02-01, message: { en: Over. } }"),
    });
    expect(each.at("/").data.archived?.text).toContain("archivé depuis le 1er février 2026");
    expect(each.at("/en/").data.archived?.text).toBe("Over.");
  });

  it("has no `archived` data without the setting", async () => {
    const { at } = await planned(A);
    expect(at("/").data).not.toHaveProperty("archived");
  });
});
