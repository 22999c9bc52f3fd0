import { describe, expect, test } from "vitest";
import { load, one } from "../site-root.ts";

describe("a site of one post", () => {
  test("requires only a title", async () => {
    const { content, found } = await load({
      "content/site.yaml": "title: Carnet\n",
      "content/posts/2026-01-05-titre.md": '---\ntitle: " Un  titre &#x2013; long "\n---\nTexte.\n',
    });
    expect(found).toEqual([]);
    expect(content.posts).toHaveLength(1);
    expect(content.posts[0]).toMatchObject({
      title: "Un titre – long",
      slug: "titre",
      url: "/blog/2026/01/05/titre/",
      day: "2026-01-05",
      lang: "fr",
      layout: "post",
      text: { head: 'title: " Un  titre &#x2013; long "\n', body: Buffer.from("Texte.\n") },
      bodyLine: 4,
      authors: [],
      terms: { tags: [] },
      description: "",
      file: "content/posts/2026-01-05-titre.md",
    });
    expect(content.posts[0]?.date.toISOString()).toBe("2026-01-04T23:00:00.000Z");
    expect(content.posts[0]?.placeOf("title")).toEqual({
      file: "content/posts/2026-01-05-titre.md",
      line: 2,
      column: 8,
    });
  });
  test("takes a picture at an address of this site as one of its files", async () => {
    const image = async (address: string): Promise<unknown> => {
      const { content } = await load({
        "content/site.yaml": "title: Carnet\nurl: https://exemple.org/blog/\n",
        "content/posts/2026-01-05-titre.md": `---\ntitle: A\nimage: ${address}\n---\n`,
      });
      return content.posts[0]?.image;
    };
    expect(await image("http://Exemple.org/blog/img/a.jpg")).toMatchObject({
      src: "/img/a.jpg",
      remote: false,
    });
    expect(await image("https://exemple.org/img/a.jpg")).toMatchObject({ remote: true });
  });
  test("reads a file with a byte-order mark and Windows line ends", async () => {
    const { content, found } = await load({
      "content/posts/2026-01-05-titre.md": "\ufeff---\r\ntitle: A\r\n---\r\nUn\r\nDeux\r\n",
    });
    expect(found).toEqual([]);
    expect(content.posts[0]?.text.body.toString()).toBe("Un\nDeux\n");
  });
  test("gives several authors their roles and the handle", async () => {
    const { content } = await load(
      one("title: A", "author: Thanh Ha LE, EIG Node et Coline Malivel, EIG Link", "twitter: colinemalivel"),
    );
    expect(
      content.posts[0]?.authors.map(({ name, role, twitter, url }) => ({ name, role, twitter, url })),
    ).toEqual([
      { name: "Thanh Ha LE", role: "EIG Node", twitter: undefined, url: "/auteurs/thanh-ha-le/" },
      { name: "Coline Malivel", role: "EIG Link", twitter: "colinemalivel", url: "/auteurs/coline-malivel/" },
    ]);
    expect(content.people.map((person) => person.name)).toEqual(["Coline Malivel", "Thanh Ha LE"]);
  });
});

describe("titles", () => {
  test.each([
    ["title: 2024", 'title: "2024"'],
    ["title: 2021-04-01", 'title: "2021-04-01"'],
    ["title: null", 'title: "null"'],
    ["title: ~", 'title: "~"'],
    ["title: true", 'title: "true"'],
    ["title: [Vidéo]", 'title: "[Vidéo]"'],
    ["title: # Un titre", 'title: "# Un titre"'],
    ["title:", 'title: "Mon titre"'],
    ["title: '  '", 'title: "Mon titre"'],
    ['title: "\\u00a0\\u200b\\u202e"', 'title: "Mon titre"'],
    ["description: B", 'title: "Mon titre"'],
  ])("%s is refused with a fix", async (line, fix) => {
    const { problems } = await load(one(line));
    expect(problems).toMatchObject([{ line: 2, code: "front-matter", severity: "error", hint: fix }]);
  });
  test("cut short by a # get a warning, with the quoted line", async () => {
    const { problems, content } = await load(
      one("title: Le langage C  # et moi", "author: Coline Malivel #EIG", "draft: false # relu"),
    );
    expect(content.posts[0]?.title).toBe("Le langage C");
    expect(problems.filter(({ code }) => code === "cut-value")).toMatchObject([
      { line: 2, column: 8, severity: "warn", hint: 'title: "Le langage C # et moi"' },
      { line: 3, hint: 'author: "Coline Malivel #EIG"' },
    ]);
  });
  test.each(['"Le langage C # et moi"', "Le langage C#", "'a # b'"])("%s is not cut short", async (title) => {
    const { problems } = await load(one(`title: ${title}`));
    expect(problems.map(({ code }) => code)).not.toContain("cut-value");
  });
  test("in quotes may be a year", async () => {
    expect((await load(one('title: "2024"'))).content.posts[0]?.title).toBe("2024");
  });
  test("of ten thousand characters are refused", async () => {
    expect((await load(one(`title: ${"a".repeat(10_000)}`))).found).toEqual([
      "content/posts/2026-01-05-titre.md:2:8 front-matter",
    ]);
  });
});
