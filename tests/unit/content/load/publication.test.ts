import { describe, expect, test } from "vitest";
import { columnOfValue, load, one, post } from "../site-root.ts";

describe("what is published", () => {
  const files = {
    "content/posts/2026-01-01-paru.md": post("title: Paru"),
    "content/posts/_2026-01-02-souligne.md": post("title: Brouillon"),
    "content/posts/2026-01-03-draft.md": post("title: Brouillon", "draft: true"),
    "content/posts/2026-01-04-cache.md": post("title: Caché", "published: non"),
    "content/posts/2026-03-03-demain.md": post("title: Demain"),
    "content/posts/2026-02-01-onze.md": post("title: À onze heures", "publishAt: 2026-03-02 11:30"),
    "content/posts/2026-02-02-dix.md": post("title: À dix heures", "publishAt: 2026-03-02 10:30"),
    "content/posts/2026-01-05-fini.md": post("title: Fini", "expires: 2026-02-01"),
  };
  test("excludes drafts, future posts and expired posts", async () => {
    const { content, found } = await load(files);
    expect(found).toEqual([]);
    expect(content.posts.map((one) => one.title)).toEqual(["À dix heures", "Paru"]);
    expect(content.posts[0]).toMatchObject({ day: "2026-03-02", url: "/blog/2026/03/02/dix/" });
    expect(content.withheld.map((one) => `${one.title} ${one.unpublished ?? ""}`).sort()).toEqual(
      [
        "Brouillon draft",
        "Brouillon draft",
        "Caché draft",
        "Demain future",
        "Fini expired",
        "À onze heures future",
      ].sort(),
    );
  });
  test("includes drafts or future posts on request", async () => {
    const titles = async (options: object): Promise<string[]> =>
      (await load(files, options)).content.posts.map((one) => one.title).sort();
    expect(await titles({ future: true })).toEqual(["Demain", "Paru", "À dix heures", "À onze heures"]);
    expect(await titles({ drafts: true })).toEqual([
      "Brouillon",
      "Brouillon",
      "Caché",
      "Fini",
      "Paru",
      "À dix heures",
    ]);
  });
  test.each([
    "_2026-01-02-nom.md",
    "__2026-01-02-nom.md",
    "_2026-01-02-nom/index.md",
    "__2026-01-02-nom/index.md",
  ])("%s is a draft with that day and slug", async (file) => {
    const { content } = await load({ [`content/posts/${file}`]: post("title: A") }, { drafts: true });
    expect(content.posts[0]).toMatchObject({ unpublished: "draft", url: "/blog/2026/01/02/nom/" });
  });
  test("a post is published when its day begins in the site’s time zone", async () => {
    const files = {
      "content/site.yaml": "title: A\ntimeZone: Pacific/Auckland\n",
      "content/posts/2026-03-03-a.md": post("title: A"),
    };
    expect((await load(files, { now: new Date("2026-03-02T10:59:59Z") })).content.posts).toHaveLength(0);
    expect((await load(files, { now: new Date("2026-03-02T11:00:00Z") })).content.posts).toHaveLength(1);
  });
  test("is sorted by date, then by path, and linked to neighbours in its language", async () => {
    const { content } = await load({
      "content/posts/2026-01-02-b.md": post("title: B"),
      "content/posts/2026-01-02-a.md": post("title: A"),
      "content/posts/en/2026-01-02-c.md": post("title: C"),
      "content/posts/2026-01-01-d.md": post("title: D"),
    });
    expect(content.posts.map((one) => one.title)).toEqual(["A", "B", "C", "D"]);
    const [a, b, c, d] = content.posts;
    expect([
      a?.next,
      a?.previous?.title,
      b?.next?.title,
      b?.previous?.title,
      c?.previous,
      d?.next?.title,
    ]).toEqual([undefined, "B", "A", "D", undefined, "B"]);
  });
});

describe("dates that are refused", () => {
  test.each([
    ["date: 2021-02-30", "date: 2021-02-28"],
    ["date: 14/07/2021", "date: 2021-07-14"],
    ["date: 20201-04-01", "date: 2026-01-05"],
    ["updated: hier", "updated: AAAA-MM-JJ"],
    ["date: 9h30", "date: 2026-01-05 09:30"],
    ["publishAt: 2026-03-29 02:30", "publishAt: 2026-03-29 03:30"],
    ["publishAt: 01/12/2026 14:30", "publishAt: 2026-12-01 14:30"],
    ["publishAt: 2026-12-01 à 14h30", "publishAt: 2026-12-01 14:30"],
    ["publishAt: 1 déc. 2026 14h30", "publishAt: 2026-12-01 14:30"],
    ["publishAt: 2026–12–01", "publishAt: 2026-12-01"],
    ["publishAt: 1er décembre 2026", "publishAt: 2026-12-01"],
    ["expires: 31/12/2026", "expires: 2026-12-31"],
    // A value that is not wholly understood gets the form of a date: a guessed day could lift the embargo.
    ["publishAt: 14h30", "publishAt: AAAA-MM-JJ 14:30"],
    ["publishAt: bientôt", "publishAt: AAAA-MM-JJ HH:MM"],
    ["publishAt: 2026-12-01 vers 14h", "publishAt: AAAA-MM-JJ HH:MM"],
    ["publishAt: 2026-11-31", "publishAt: AAAA-MM-JJ HH:MM"],
    ["publishAt: 2026-12-01 25:00", "publishAt: AAAA-MM-JJ HH:MM"],
    ["expires: fin 2026", "expires: AAAA-MM-JJ HH:MM"],
  ])("%s", async (line, fix) => {
    const { content, problems } = await load(one("title: A", line));
    expect(content.posts).toEqual([]);
    expect(problems).toMatchObject([
      { line: 3, column: columnOfValue(line), code: "bad-date", severity: "error", hint: fix },
    ]);
  });
  test("an ambiguous day is guessed only on a French site", async () => {
    const lines = post("title: A", "date: 12/01/2026", "corrections: [{ date: 02/03/2026, text: b }]");
    const hints = async (lang: string): Promise<string[]> => {
      const site = `title: T\nurl: https://e.org\nlang: ${lang}\n`;
      const { problems } = await load({ "content/site.yaml": site, "content/posts/2026-01-05-a.md": lines });
      return problems.map(({ hint }) => hint);
    };
    const [french, english] = [await hints("fr"), await hints("en")];
    expect(french).toEqual(["date: 2026-01-12", "corrections: [{ date: 2026-03-02, text: b }]"]);
    expect(english).toEqual(["date: AAAA-MM-JJ", "corrections: [{ date: AAAA-MM-JJ, text: b }]"]);
  });
  test("a correction is not offered the day of its text", async () => {
    const { problems } = await load(one("title: A", "corrections: [{ date: hier, text: b }]"));
    expect(problems.map(({ hint }) => hint)).toEqual(["corrections: [{ date: AAAA-MM-JJ, text: b }]"]);
    const words = await load(one("title: A", 'corrections: "Une faute : corrigée"'));
    expect(words.problems.map(({ hint }) => hint)).toEqual([
      'corrections: [{ date: AAAA-MM-JJ, text: "Une faute : corrigée" }]',
    ]);
  });
  test("an hour alone is offered with the day of the file name, if that is in the future", async () => {
    const file = "content/posts/2026-12-01-titre.md";
    const { problems } = await load({ [file]: post("title: A", "publishAt: 14h30") });
    expect(problems).toMatchObject([
      {
        message: expect.stringContaining("puis l’heure, avec un deux-points") as string,
        hint: "publishAt: 2026-12-01 14:30",
      },
    ]);
  });
  test("an ambiguous day of `publishAt` is not guessed on an English site", async () => {
    const site = { "content/site.yaml": "title: A\nlang: en\n" };
    const { problems } = await load({ ...site, ...one("title: A", "publishAt: 01/12/2026") });
    expect(problems.map(({ hint }) => hint)).toEqual(["publishAt: AAAA-MM-JJ HH:MM"]);
  });
  test("the fix for a date that is not understood is the form of a date", async () => {
    const { problems } = await load({ "content/posts/titre.md": post("title: A", "date: hier") });
    expect(problems.map(({ hint }) => hint)).toEqual(["date: AAAA-MM-JJ"]);
  });
  test("a post without a day gets both ways of giving one", async () => {
    const { problems } = await load({ "content/posts/Mon titre.md": post("title: A") });
    expect(problems).toMatchObject([
      {
        code: "no-date",
        line: 1,
        hint: "date: 2026-03-02",
        message: expect.stringContaining("2026-03-02-mon-titre.md") as string,
      },
    ]);
  });
  test.each([
    ["created: 30/03/2023", "2023-03-30"],
    ["pubDate: 1er avril 2023", "2023-04-01"],
    ["created: bientôt", "2026-03-02"],
  ])("a post without a day gets the one that %j gives", async (line, day) => {
    const { problems } = await load({ "content/posts/titre.md": post("title: A", line) });
    expect(problems.find(({ code }) => code === "no-date")?.hint).toBe(`date: ${day}`);
  });
  test.each([
    ["Mon titre 3f2a1b4c5d6e7f8091a2b3c4d5e6f708.md", "Texte", "Mon titre", "2026-03-02-mon-titre.md"],
    ["Le bilan.md", "# Un titre\n\nTexte", "Un titre", "2026-03-02-le-bilan.md"],
  ])("a text without front matter is told all that it lacks: %s", async (name, text, title, fileName) => {
    const { problems } = await load({ [`content/posts/${name}`]: text });
    expect(problems).toMatchObject([
      { code: "front-matter", hint: `---\ntitle: "${title}"\n---` },
      { code: "no-date", hint: "date: 2026-03-02", message: expect.stringContaining(fileName) as string },
    ]);
  });
  test("a dated text without front matter, and a draft, only lack their title", async () => {
    const { found } = await load({
      "content/posts/2026-01-05-a.md": "Texte",
      "content/posts/_b.md": "Texte",
    });
    expect(found).toEqual([
      "content/posts/2026-01-05-a.md:1:1 front-matter",
      "content/posts/_b.md:1:1 front-matter",
    ]);
  });
  test("the fix for a file name in the order day, month, year is year, month, day", async () => {
    const { problems } = await load({ "content/posts/3-11-2026-nom.md": post("title: A") });
    expect(problems.map(({ hint }) => hint)).toEqual(["Renommez le fichier, par exemple 2026-11-03-nom.md"]);
  });
  test.each(["20241205-titre.md", "2024_12_05_titre.md", "2024.12.05 titre.md"])(
    "the fix for %s is the day that it means",
    async (name) => {
      const { problems } = await load({ [`content/posts/${name}`]: post("title: A") });
      expect(problems).toMatchObject([
        {
          code: "no-date",
          hint: "date: 2024-12-05",
          message: expect.stringContaining("2024-12-05-titre.md") as string,
        },
      ]);
    },
  );
  test.each([
    [" 2020-09-19-join.md", "2020-09-19", "2020-09-19-join.md"],
    ["2021-10-XX_lien.md", "2021-10-01", "2021-10-01-lien.md"],
    ["2021-10-??-lien.md", "2021-10-01", "2021-10-01-lien.md"],
    ["AAAA-MM-DD-titre.md", "2026-03-02", "2026-03-02-titre.md"],
    ["aaaa-mm-jj un lien.md", "2026-03-02", "2026-03-02-un-lien.md"],
    ["2021-XX-XX.md", "2026-03-02", "2026-03-02-titre.md"],
    ["YYYY-MM-DDs-titre.md", "2026-03-02", "2026-03-02-yyyy-mm-dds-titre.md"],
  ])("the fix for %j has the day that it means, and no letters in place of one", async (name, day, fix) => {
    const { problems } = await load({ [`content/posts/${name}`]: post("title: A") });
    expect(problems).toMatchObject([
      {
        code: "no-date",
        hint: `date: ${day}`,
        message: expect.stringContaining(`Renommez-le ${fix},`) as string,
      },
    ]);
  });
  test("a file name that begins with a day that does not exist is reported", async () => {
    const { problems } = await load({ "content/posts/2021-02-30-titre.md": post("title: A") });
    expect(problems).toMatchObject([
      { code: "bad-date", hint: expect.stringContaining("2021-02-28-titre.md") as string },
    ]);
  });
  test("the date of front matter takes precedence over that of the file name", async () => {
    expect((await load(one("title: A", "date: 2026-02-01"))).content.posts[0]?.url).toBe(
      "/blog/2026/02/01/titre/",
    );
  });
});
