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
    ["date: 2021-02-30", "date: AAAA-MM-JJ"],
    ["date: 14/07/2021", "date: 2021-07-14"],
    ["date: 20201-04-01", "date: AAAA-MM-JJ"],
    ["updated: hier", "updated: AAAA-MM-JJ"],
    ["expires: 31/12/2026", "expires: 2026-12-31"],
    ["publishAt: 1er décembre 2026", "publishAt: 2026-12-01"],
    // What is not wholly understood gets the form of a date: a guessed day could lift the embargo.
    ["publishAt: 2026-03-29 02:30", "publishAt: AAAA-MM-JJ"],
    ["publishAt: 2026-12-01 vers 14h", "publishAt: AAAA-MM-JJ"],
    ["deadline: 02/03/2026", "deadline: AAAA-MM-JJ"],
  ])("%s", async (line, hint) => {
    const { content, problems } = await load(one("title: A", line));
    expect(content.posts).toEqual([]);
    expect(problems).toMatchObject([
      { line: 3, column: columnOfValue(line), code: "bad-date", severity: "error", hint },
    ]);
  });
  test("a text that expires before it is published gets a warning", async () => {
    const { problems } = await load(one("title: A", "expires: 2026-01-05"));
    expect(problems).toMatchObject([{ line: 3, code: "never-published", hint: "expires: 2026-01-06" }]);
  });
  test("a post without a day gets both ways of giving one", async () => {
    const { problems } = await load({ "content/posts/Mon titre.md": post("title: A") });
    expect(problems).toMatchObject([{ code: "no-date", line: 1, severity: "error" }]);
    expect(problems[0]?.hint).toContain("date: 2026-03-02");
    expect(problems[0]?.hint).toContain("2026-03-02-mon-titre.md");
  });
  test("a text without front matter is told all that it lacks", async () => {
    const { problems } = await load({
      "content/posts/Le bilan.md": "# Un titre\n\nTexte",
      "content/posts/_b.md": "Texte",
    });
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      "content/posts/Le bilan.md front-matter",
      "content/posts/Le bilan.md no-date",
      "content/posts/_b.md front-matter",
    ]);
  });
  test("a file name that begins with a day that does not exist is reported", async () => {
    const { found } = await load({ "content/posts/2021-02-30-titre.md": post("title: A") });
    expect(found).toEqual(["content/posts/2021-02-30-titre.md:1:1 bad-date"]);
  });
  test.each(["2021-02-30", "14/07/2021"])(
    "the form of %s is not blamed if only the day is wrong",
    async (date) => {
      const { problems } = await load(one("title: A", `date: ${date}`));
      const form = problems[0]?.message.includes("l’année vient d’abord");
      expect(form).toBe(date.includes("/"));
    },
  );
  test("a deadline ends with its day, or at its hour", async () => {
    const closed = async (line: string): Promise<unknown> =>
      (await load(one("title: A", line))).content.posts[0]?.deadline;
    expect(await closed("deadline: 2026-03-02")).toMatchObject({ date: "2026-03-02", closed: false });
    expect(await closed("deadline: 2026-03-02 10:30")).toMatchObject({ hour: "10:30", closed: true });
  });
  test("the date of front matter takes precedence over that of the file name", async () => {
    expect((await load(one("title: A", "date: 2026-02-01"))).content.posts[0]?.url).toBe(
      "/blog/2026/02/01/titre/",
    );
  });
});
