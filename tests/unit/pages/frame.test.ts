import { describe, expect, it } from "vitest";
import { post } from "../content/site-root.ts";
import type { Page } from "../../../src/pages/types.ts";
import { planned, settings } from "./planned.ts";

const A = { "content/posts/2026-01-01-a.md": post("title: A", "tags: [Été]") };

const current = (links: readonly { url: string; current?: boolean }[]): string[] =>
  links.filter((link) => link.current).map((link) => link.url);

describe("the menu", () => {
  it("marks the page one is on, and the section it belongs to", async () => {
    const { at } = await planned(A);
    expect(current(at("/mots-cles/").data.nav)).toEqual(["/mots-cles/"]);
    expect(current(at("/mots-cles/ete/").data.nav)).toEqual(["/mots-cles/"]);
    expect(current(at("/blog/2026/01/01/a/").data.nav)).toEqual(["/blog/"]);
    expect(current(at("/").data.nav)).toEqual([]);
  });

  it("names no index that is empty in its language, nor one that would say that there are no posts", async () => {
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

  it("is the owner's where site.yaml has one, with each language's own links", async () => {
    const { at } = await planned({
      ...A,
      "content/posts/en/2026-01-02-b.md": post("title: B"),
      ...settings("nav: [{ label: Lire, url: /blog/ }, { label: Read, url: /en/blog/, lang: en }]"),
    });
    expect(at("/blog/").data.nav).toEqual([{ label: "Lire", url: "/blog/", current: true }]);
    expect(at("/en/").data.nav).toEqual([{ label: "Read", url: "/en/blog/" }]);
  });

  it("leads to static pages from the foot of the page, else to what site.yaml says", async () => {
    const files = { ...A, "content/pages/aide.md": post("title: Aide") };
    const { at } = await planned(files);
    expect(at("/").data.footer).toEqual([{ label: "Aide", url: "/aide/" }]);
    expect(current(at("/aide/").data.footer)).toEqual(["/aide/"]);
    const own = await planned({ ...files, ...settings("footer: [{ label: Ici, url: /aide/ }]") });
    expect(own.at("/").data.footer).toEqual([{ label: "Ici", url: "/aide/" }]);
  });

  it("leads to no page of a folder from the foot, but for a language's and a page's own", async () => {
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

  it("is empty, and so is the foot, where site.yaml has an empty list", async () => {
    const files = { ...A, "content/pages/aide.md": post("title: Aide") };
    const { nav, footer } = (await planned({ ...files, ...settings("nav: []\nfooter: []") })).at("/").data;
    expect([nav, footer]).toEqual([[], []]);
  });
});

describe("a page of the owner's in the place of one of Carnet's", () => {
  const files = {
    ...A,
    "content/posts/en/2026-01-02-b.md": post("title: B", "tags: [Summer]"),
    "content/pages/index.md": post("title: Bienvenue"),
    "content/pages/404.md": post("title: Perdu", "permalink: /404.html"),
    "content/pages/mots-cles.md": post("title: Nos mots"),
    "content/pages/aide.md": post("title: Aide"),
  };

  it("is the same page as that of each other language", async () => {
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

  it("is not led to from the foot where the menu or the title leads to it, nor is the page of no address", async () => {
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

  it("stands at the head of all ways, where that is home, and says what an own layout lists there", async () => {
    const { at } = await planned(files);
    const { breadcrumbs, lead, posts, more } = at("/").data;
    expect([breadcrumbs, posts, more]).toEqual([[], [], "/blog/"]);
    expect(lead).toMatchObject({ title: "A" });
    expect(at("/mots-cles/").data.breadcrumbs.map(({ label }) => label)).toEqual(["Accueil", "Nos mots"]);
    expect(at("/mots-cles/").data["groups"]).toMatchObject([{ label: "Été" }]);
  });

  it("is led to also where what it stands for would list nothing", async () => {
    const { at } = await planned({ "content/pages/mots-cles.md": post("title: Nos mots") });
    expect(at("/").data.nav.map(({ url }) => url)).toEqual(["/blog/", "/mots-cles/"]);
    expect(at("/mots-cles/").data.noindex).toBe(false);
  });

  it("is not to be found by search engines where it answers for what is not found", async () => {
    const { at } = await planned(files);
    expect(at("/404.html").data.noindex).toBe(true);
    expect(at("/").data.noindex).toBe(false);
  });
});

it("shows search engines no list of nothing, and leads from another language's to the home page instead", async () => {
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
  // Of a list that both languages lack, each leads to the other's home page.
  expect(at("/auteurs/").data.alternates.map(({ url }) => url)).toEqual(["/auteurs/", "/en/"]);
});

it("leads readers to a translation that search engines are not told of, and tells these of neither", async () => {
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

it("mentions accessibility once, where the owner wrote the page that the statement would have", async () => {
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

  it("of this site has an absolute address and its size", async () => {
    expect(await shared(["image: pont.png", "imageAlt: Un pont"])).toEqual({
      url: "https://blog.example.org/pictures/pont-share.jpg",
      alt: "Un pont",
      width: 1200,
      height: 630,
      type: "image/jpeg",
    });
  });

  it("of another host is named as it was written", async () => {
    expect(await shared(["image: https://ailleurs.example/p.png", "imageAlt: Un pont"])).toEqual({
      url: "https://ailleurs.example/p.png",
      alt: "Un pont",
    });
  });

  it("of another host has the scheme of the site where it was written without one", async () => {
    expect(await shared(["image: //ailleurs.example/p.png"])).toMatchObject({
      url: "https://ailleurs.example/p.png",
    });
  });

  it("is a card with the title, the site's name and the day where there is none to show", async () => {
    const card = { title: "Été", site: "Carnet", date: "1er janvier 2026" };
    const shareImage = { alt: "Été – Carnet", width: 1200, type: "image/png" };
    const drawn = { card, data: { shareImage } };
    expect(await page([], settings())).toMatchObject(drawn);
    expect(await page(["image: absente.png"], settings())).toMatchObject(drawn);
    expect((await page(["image: pont.png"], settings())).card).toBeUndefined();
    expect((await page(["image: https://ailleurs.example/p.png"], settings())).card).toBeUndefined();
  });

  it("names in its description what is drawn, and is none where that is nothing", async () => {
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

  it("is the same card for all pages that are no posts, and none without a site address", async () => {
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

  it("has it on every page, in the language of the page", async () => {
    expect(await told("{ text: { fr: Fermé., en: Closed. } }")).toEqual([fr, fr, en]);
  });

  it("has that of its own language, marked as such, on pages in a language that has none", async () => {
    const inFrench = { title: "Notice", text: "Fermé.", lang: "fr" };
    expect(await told("Fermé.")).toEqual([fr, fr, inFrench]);
    expect(await told("{ text: { fr: Fermé. } }")).toEqual([fr, fr, inFrench]);
  });

  it("has it where there are words for it, and nowhere else", async () => {
    expect(await told("{ text: { en: Closed. } }")).toEqual([undefined, undefined, en]);
  });

  it("leads to one address, or to that of the page’s language before that of the site’s", async () => {
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

  it("says it in the owner’s words where there are some in that language", async () => {
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

  it("says nothing of the kind where it is not archived", async () => {
    const { at } = await planned(A);
    expect(at("/").data).not.toHaveProperty("archived");
  });
});
