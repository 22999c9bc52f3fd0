// Links between texts: translations, and what is offered to read next.
import { describe, expect, it } from "vitest";
import type { Content } from "../../../src/content/types.ts";
import { fixes, load, one, post } from "./site-root.ts";

const translationsIn = ({ posts, pages }: Content): string[] =>
  [...posts, ...pages].map(({ title, translations }) =>
    [title, ...translations.map((one) => one.title)].join(" → "),
  );

describe("translations", () => {
  const pair = {
    "content/posts/2026-01-01-libre.md": post("title: Libre", "lang-ref: libre"),
    "content/posts/en/2026-01-01-free.md": post("title: Free", "lang-ref: libre"),
  };
  it("are linked both ways by a shared key; a folder sets the language", async () => {
    const { content, problems } = await load(pair);
    expect(problems).toEqual([]);
    expect(content.languages).toEqual(["fr", "en"]);
    expect(content.posts.map(({ lang, url, translations }) => [lang, url, translations])).toEqual([
      ["fr", "/blog/2026/01/01/libre/", [{ lang: "en", url: "/en/blog/2026/01/01/free/", title: "Free" }]],
      ["en", "/en/blog/2026/01/01/free/", [{ lang: "fr", url: "/blog/2026/01/01/libre/", title: "Libre" }]],
    ]);
  });
  it("are linked by translationOf, directly or not, whichever comes first, also in a ring", async () => {
    const { content, found } = await load({
      "content/posts/2026-01-01-libre.md": post("title: Libre", "translationOf: en/2026-01-01-free"),
      "content/posts/en/2026-01-01-free.md": post("title: Free", "translationOf: 2026-01-01-libre"),
      "content/posts/de/2026-01-01-frei.md": post(
        "title: Frei",
        "lang: de",
        "translationOf: 2026-01-01-free",
      ),
      "content/pages/a.md": post("title: A", "translationOf: c"),
      "content/pages/b.md": post("title: B", "lang: en", "translationOf: a"),
      "content/pages/c.md": post("title: C", "lang: de", "translationOf: b"),
    });
    expect(found).toEqual([]);
    const groups = translationsIn(content).map((line) => line.split(" → ").sort().join(" "));
    expect(new Set(groups)).toEqual(new Set(["A B C", "Free Frei Libre"]));
  });
  it.each([
    ["NFC", "NFD"],
    ["NFD", "NFC"],
  ])("are found by a name with an accent: a file’s in form %s, written in %s", async (form, written) => {
    const name = "2026-01-01-déjà";
    const lines = [`translationOf: ${name}`, `related: [${name}, /déjà/]`].map((line) =>
      line.normalize(written),
    );
    const { content, found } = await load({
      [`content/posts/${name.normalize(form)}.md`]: post("title: Déjà", "permalink: /déjà/"),
      "content/posts/2026-01-02-free.md": post("title: Free", "lang: en", ...lines),
    });
    expect(found).toEqual([]);
    const [{ translations, related } = {}] = content.posts;
    expect([translations, related]).toMatchObject([[{ title: "Déjà" }], [{ title: "Déjà" }]]);
  });
  it.each([
    ["translationOf: 2026-01-05-tire", "4:16 warn translation → translationOf: 2026-01-05-titre"],
    // Its own name is not offered.
    ["translationOf: 2026-01-06-b", "4:16 warn translation → Écrivez "],
    ["translationOf: 2026-01-06-bb", "4:16 warn translation → Écrivez "],
  ])("are not found with %s", async (line, expected) => {
    const files = { ...one("title: A"), "content/posts/2026-01-06-b.md": post("title: B", "lang: en", line) };
    const { problems } = await load(files);
    expect(fixes(problems).map((one) => one.slice(0, expected.length))).toEqual([expected]);
  });
  it("are the published text of a language, and two of one language are reported", async () => {
    const B = "content/posts/2025-01-04-b.md";
    const { content, found } = await load({
      ...pair,
      [B]: post("title: B", "lang-ref: libre", "draft: true"),
    });
    expect(translationsIn(content)).toEqual(["Libre → Free", "Free → Libre"]);
    expect(found).toEqual([`${B}:3:11 translation`]);
  });
  it.each([
    ["EN", "en"],
    ["fr-FR", "fr"],
    ["pt-br", "pt-BR"],
  ])(
    "lang: %s is %s on a French site, before the folder, and no permalink gets a prefix",
    async (line, lang) => {
      const text = post("title: A", `lang: ${line}`, "permalink: /x/:slug/");
      const { content } = await load({ "content/posts/en/2026-01-01-a.md": text });
      expect(content.posts).toMatchObject([{ lang, url: "/x/a/" }]);
    },
  );
});

describe("related posts", () => {
  const files = (...named: [name: string, ...lines: string[]][]): Record<string, string> =>
    Object.fromEntries(
      named.map(([name, ...lines], i) => [
        `content/posts/2026-01-0${String(i + 1)}-${name}.md`,
        post(`title: ${name}`, ...lines),
      ]),
    );
  const relatedIn = ({ posts }: Content): string[] | undefined => posts[0]?.related.map(({ title }) => title);

  it("are those that share the rarest tags, then the latest", async () => {
    const { content } = await load(
      files(
        ["rare", "tags: [rare]"],
        ["a", "tags: [commun]"],
        ["b", "tags: [commun]"],
        ["c", "tags: [commun]"],
        ["moi", "tags: [commun, rare]"],
      ),
    );
    expect(relatedIn(content)).toEqual(["rare", "c", "b"]);
  });
  it("are found by terms of the site’s own taxonomies too, each in its taxonomy", async () => {
    const { content } = await load({
      "content/site.yaml": "title: A\ntaxonomies: { promotion: { label: P }, serie: { label: S } }\n",
      ...files(
        ["série", "promotion: quatre", "serie: coulisses"],
        ["autre", "promotion: quatre"],
        ["rien", "promotion: cinq"],
        // The same word in another taxonomy is another term.
        ["mot", "tags: [quatre, coulisses]"],
        ["moi", "promotion: quatre", "serie: coulisses"],
      ),
    });
    expect(relatedIn(content)).toEqual(["série", "autre"]);
  });
  it.each([
    ["[autre, autre]", []],
    ["[autre, perdu]", [expect.stringContaining("extension")]],
    ["[autre, brouillon, a-venir, casse]", []],
    ["[autre, autres]", ["related: [autre]"]],
    ["[autre, moi]", [expect.anything()]],
    ["[autre, L'autre article !]", ["related: [2026-01-01-autre]"]],
  ])("are those that a post names: %s", async (names, hints) => {
    const { content, problems } = await load({
      "content/posts/2026-01-01-autre.md": post("title: L’autre article"),
      "content/posts/_2026-01-02-brouillon.md": post("title: Brouillon"),
      "content/posts/2100-01-02-a-venir.md": post("title: À venir"),
      "content/posts/_2026-01-03-casse.md": post("title: A : b"),
      "content/posts/2026-01-05-moi.md": post("title: Moi", `related: ${names}`),
    });
    expect(relatedIn(content)).toEqual(["L’autre article"]);
    expect(problems.filter(({ code }) => code === "related").map(({ hint }) => hint)).toEqual(hints);
  });
});
