import { describe, expect, test } from "vitest";
import { load, one, post } from "../site-root.ts";

describe("languages and translations", () => {
  const pair = {
    "content/posts/2026-01-01-libre.md": post("title: Libre", "lang-ref: libre"),
    "content/posts/en/2026-01-01-free.md": post("title: Free", "lang-ref: libre"),
  };
  test("a folder sets the language, and a shared key links translations both ways", async () => {
    const { content, problems } = await load(pair);
    expect(problems).toEqual([]);
    expect(content.languages).toEqual(["fr", "en"]);
    expect(content.posts.map(({ lang, url, translations }) => ({ lang, url, translations }))).toEqual([
      {
        lang: "fr",
        url: "/blog/2026/01/01/libre/",
        translations: [{ lang: "en", url: "/en/blog/2026/01/01/free/", title: "Free" }],
      },
      {
        lang: "en",
        url: "/en/blog/2026/01/01/free/",
        translations: [{ lang: "fr", url: "/blog/2026/01/01/libre/", title: "Libre" }],
      },
    ]);
  });
  test("translationOf names a post", async () => {
    const { content, found } = await load({
      "content/posts/2026-01-01-libre.md": post("title: Libre"),
      "content/posts/2026-01-02-free.md": post("title: Free", "lang: en", "translationOf: 2026-01-01-libre"),
    });
    expect(found).toEqual([]);
    expect(content.posts.map((one) => one.translations.map((other) => other.title))).toEqual([
      ["Libre"],
      ["Free"],
    ]);
  });
  test.each(["NFC", "NFD"])(
    "a text is found by a name with an accent, if its file name is in form %s",
    async (form) => {
      const other = form === "NFC" ? "NFD" : "NFC";
      const name = "2026-01-01-déjà";
      const { content, found } = await load({
        [`content/posts/${name.normalize(form)}.md`]: post("title: Déjà", "permalink: /déjà/"),
        "content/posts/2026-01-02-free.md": post(
          "title: Free",
          "lang: en",
          `translationOf: ${name.normalize(other)}`,
          `related: [${name.normalize(other)}, ${"/déjà/".normalize(other)}]`,
        ),
      });
      expect(found).toEqual([]);
      expect(content.posts[0]?.translations).toMatchObject([{ title: "Déjà" }]);
      expect(content.posts[0]?.related).toMatchObject([{ title: "Déjà" }]);
    },
  );
  test("texts that translationOf links, directly or not, are translations of each other", async () => {
    const { content, problems } = await load({
      "content/posts/2026-01-01-libre.md": post("title: Libre", "translationOf: en/2026-01-01-free"),
      "content/posts/en/2026-01-01-free.md": post("title: Free", "translationOf: 2026-01-01-libre"),
      "content/posts/de/2026-01-01-frei.md": post(
        "title: Frei",
        "lang: de",
        "translationOf: 2026-01-01-free",
      ),
      "content/pages/a.md": "---\ntitle: A\ntranslationOf: c\n---\n",
      "content/pages/b.md": "---\ntitle: B\nlang: en\ntranslationOf: a\n---\n",
      "content/pages/c.md": "---\ntitle: C\nlang: de\ntranslationOf: b\n---\n",
    });
    expect(problems.filter(({ code }) => code === "translation")).toEqual([]);
    const linked = [...content.posts, ...content.pages].map(({ title, translations }) =>
      [title, ...translations.map((other) => other.title)].sort().join(", "),
    );
    expect(new Set(linked)).toEqual(new Set(["Free, Frei, Libre", "A, B, C"]));
    expect(linked).toHaveLength(6);
  });
  test("front matter takes precedence over the folder, and an explicit permalink gets no prefix", async () => {
    const { content } = await load({
      "content/posts/en/2026-01-01-a.md": post("title: A", "lang: fr"),
      "content/posts/2026-01-02-b.md": post("title: B", "lang: en", "permalink: /en/blog/:slug.html"),
    });
    expect(content.posts.map(({ lang, url }) => [lang, url])).toEqual([
      ["en", "/en/blog/b.html"],
      ["fr", "/blog/2026/01/01/a/"],
    ]);
  });
  test("an unknown name is reported with the nearest one", async () => {
    const { problems } = await load({
      ...one("title: A"),
      "content/posts/2026-01-06-b.md": post("title: B", "lang: en", "translationOf: 2026-01-05-tire"),
    });
    expect(problems).toMatchObject([
      { line: 4, code: "translation", severity: "warn", hint: "translationOf: 2026-01-05-titre" },
    ]);
  });
  test.each([
    ["its own", "2026-01-06-b", "n’est le nom d’aucun"],
    ["almost its own", "2026-01-06-bb", "n’est le nom d’aucun"],
  ])("a text whose translationOf is %s name is not offered that name", async (_, name, said) => {
    const { problems } = await load({
      "content/posts/2026-01-06-b.md": post("title: B", "lang: en", `translationOf: ${name}`),
    });
    expect(problems).toMatchObject([
      { line: 4, code: "translation", hint: "Écrivez le nom du fichier traduit, sans son extension." },
    ]);
    expect(problems[0]?.message).toContain(said);
  });
  test("two texts in one language with one key are reported", async () => {
    const { found } = await load({
      ...pair,
      "content/posts/2026-01-09-z.md": post("title: Z", "lang-ref: libre"),
    });
    expect(found).toEqual(["content/posts/2026-01-09-z.md:3:11 translation"]);
  });
  const english =
    "The public service of the country is to be built with the people that use it and for the people that are in need of it. ".repeat(
      4,
    );
  test("English text in the French folder gets a warning, unless `lang` says so", async () => {
    const text = (lines: string): string => `---\ntitle: A\n${lines}---\n${english}`;
    expect((await load({ "content/posts/2026-01-01-a.md": text("") })).problems).toMatchObject([
      { code: "language", severity: "warn", line: 2, hint: "lang: en" },
    ]);
    expect((await load({ "content/posts/2026-01-01-a.md": text("lang: en\n") })).problems).toEqual([]);
  });
  test.each([
    [
      "two sentences in English",
      1,
      "This is what we learned from the data of the year. It is for you, and for the people that use it.\n",
    ],
    [
      "a French text that quotes an English sentence",
      0,
      "Nous avons posé la question à nos voisins, qui ont répondu d’une phrase : « it is for the people that use it, and by the people ». Le reste du texte est à nous.\n",
    ],
    [
      "a French text that begins with code and a quotation in English",
      0,
      `Voici ce que dit l’outil :\n\n\`\`\`text\n${english}\n\`\`\`\n\n> ${english}\n\nEt voilà ce que nous en avons fait pour les personnes qui en ont besoin dans les services et les équipes.\n`,
    ],
  ])("%s: %i warning", async (_, count, body) => {
    const { problems } = await load({ "content/posts/2026-01-01-a.md": `---\ntitle: A\n---\n${body}` });
    expect(problems.filter(({ code }) => code === "language")).toHaveLength(count);
  });
});

test.each([
  ["EN", "en"],
  ["fr-FR", "fr"],
  ["pt-br", "pt-BR"],
])("lang: %s is read as %s on a French site", async (written, lang) => {
  expect((await load(one("title: A", `lang: ${written}`))).content.posts[0]?.lang).toBe(lang);
});
