import { describe, expect, it } from "vitest";
import { linkCheckInput } from "../../../src/checks/content-checks.ts";
import { checkVanished } from "../../../src/checks/vanished.ts";
import { publishedAddresses } from "../../../src/pages/published.ts";
import { show } from "../../../src/shown-problems.ts";
import { post, type Files } from "../content/site-root.ts";
import { A, SITE, URL, plan, vanished, check, lines, later } from "./vanished-site.ts";

describe("a published address", () => {
  it("is not reported while it answers", async () => {
    expect(await vanished(A, A)).toEqual([]);
  });

  it("is not reported while an error keeps a text out: its lists would be reported with it", async () => {
    const broken = { "content/posts/2026-01-05-alpha.md": post("title: Alpha", "date: 2026-02-31") };
    expect(await vanished(A, { ...broken, "content/posts/2026-01-06-b.md": post("title: B") })).toEqual([]);
  });

  it.each([
    ["_2026-01-05-alpha.md", post("title: Alpha", "@")],
    ["2026-01-05-alpha.md", post("title: Alpha", "draft: true", "layout: x")],
  ])(
    "is reported if its text is a draft again, even one that an error keeps from being read: %s",
    async (name, text) => {
      const file = `content/posts/${name}`;
      const told = await vanished(A, { [file]: text, "content/posts/2026-01-06-b.md": post("title: B") });
      expect(told).toContainEqual(expect.stringMatching(`^${file}:1 warn vanished-url: `));
      expect(told.join()).not.toContain(`${URL}: `);
    },
  );

  it("of a feed is not reported if this run has no `url`: publishing sets one", async () => {
    const published = { ...A, "content/site.yaml": SITE };
    expect(await vanished(published, { ...A, "content/site.yaml": "title: T\n" })).toEqual([]);
    const without = {
      "content/site.yaml": "title: T\n",
      "content/posts/2026-01-05-beta.md": post("title: B"),
    };
    const gone = lines(await vanished(published, without));
    expect(gone).toContain("/mots-cles/design/: /mots-cles/");
    expect(gone.filter((line) => line.includes("feed"))).toEqual([]);
  });

  it.each([
    ["an invalid address", SITE, "title: T\nurl: blog.example.org\n"],
    ["a misspelt `title` key", SITE, "titre: T\nurl: https://blog.example.org\n"],
    [
      "an invalid accessibility statement",
      `${SITE}accessibility: { rate: 78 }\n`,
      `${SITE}accessibility: { rate: 78 % }\n`,
    ],
    ["a misspelt `accessibility` key", `${SITE}accessibility: {}\n`, `${SITE}accessibilite: {}\n`],
    [
      "an invalid audience",
      `${SITE}audience: { matomo: https://s.example.org/, siteId: 1 }\n`,
      `${SITE}audience: { matomo: http://s.example.org/, siteId: 1 }\n`,
    ],
  ])("is not reported while a setting has an error: %s", async (_, sound, faulty) => {
    const before = { ...A, "content/site.yaml": sound };
    expect(await vanished(before, { ...A, "content/site.yaml": faulty })).toEqual([]);
  });

  it("is not reported while the redirects cannot be read", async () => {
    const redirects = { "content/redirects.yaml": "/vieux/: /blog/\n/autre/: [/blog/]\n" };
    expect(await vanished(A, { ...A, ...redirects }, ["/autre/"])).toEqual([]);
  });

  it("is reported despite an unknown key that resembles no other", async () => {
    const settings = { "content/site.yaml": `${SITE}xyzzyx: 1\n` };
    expect(await vanished(A, { ...A, ...settings }, ["/autre/"])).toHaveLength(1);
  });

  it("answers through a redirect, with or without its final slash, or a file of public/", async () => {
    const book = ["/vieux/", "/docs/x.html", "/autre", "/jeu/"];
    const after = {
      ...A,
      "content/redirects.yaml": `/vieux: ${URL}\n/autre/: ${URL}\n`,
      "public/docs/x.html": "x",
      "public/jeu/index.html": "x",
    };
    expect(await vanished(A, after, book)).toEqual([]);
  });

  it("answers if another site serves it", async () => {
    const site = "title: T\nurl: https://blog.example.org\nalsoServed: [/defis/]\n";
    expect(await check({ ...A, "content/site.yaml": site, "content/addresses.txt": "/defis/x/" })).toEqual(
      [],
    );
  });

  it("of a later page of a list is not reported", async () => {
    const site = { "content/site.yaml": "title: T\nurl: https://blog.example.org\npostsPerPage: 1\n" };
    const two = {
      ...site,
      ...A,
      "content/posts/2026-01-06-b.md": post("title: B", "author: Jo Bel", "tags: [Design]"),
    };
    expect(
      lines(await vanished(two, { ...site, ...A, "content/redirects.yaml": `/blog/2026/01/06/b/: ${URL}` })),
    ).toEqual([]);
  });

  it("may vanish when its text expires, with the lists that held nothing else", async () => {
    const expired = post("title: Alpha", "author: Jo Bel", "tags: [Design]", "expires: 2026-02-01");
    expect(await vanished(A, { "content/posts/2026-01-05-alpha.md": expired, ...later() })).toEqual([]);
  });

  it("of a text that is a draft or scheduled again is reported at that line", async () => {
    const again = (line: string): Files => ({
      "content/posts/2026-01-05-alpha.md": post("title: Alpha", "author: Jo Bel", "tags: [Design]", line),
      ...later(),
    });
    const place = "content/posts/2026-01-05-alpha.md:5 warn vanished-url";
    expect((await vanished({ ...A, ...later() }, again("draft: true"))).join("\n")).toContain(place);
    const waiting = await vanished(
      { ...A, ...later() },
      again("publishAt: 2026-12-01\npermalink: /blog/2026/01/05/alpha/"),
    );
    expect(waiting.join("\n")).toContain(place);
    expect(waiting.join("\n")).toMatch(/supprimez la ligne \d+ de content\/addresses\.txt/);
  });
});

describe("on a day before the address book was written", () => {
  const dated = {
    ...A,
    "content/posts/2026-02-05-beta.md": post("title: Bêta", "author: Al Roc", "tags: [Méthode]"),
    "content/posts/en/2026-02-06-gamma.md": post("title: Gamma", "redirect_from: [/old/]"),
  };
  const undated = {
    ...dated,
    "content/site.yaml": "title: T\nurl: https://blog.example.org\npermalink: /:slug/\n",
  };
  const EARLY = new Date("2026-01-10T10:00:00Z");

  async function early(before: Files, after: Files, pretended: boolean): Promise<string[]> {
    const book = publishedAddresses((await plan(before)).pages);
    const text = book.map(({ url, source, title }) => [url, source, title].join("\t")).join("\n");
    const { content, pages } = await plan({ ...after, "content/addresses.txt": text }, { now: EARLY });
    const input = { content, pages, rendered: new Map<string, never>(), copies: [], pretended };
    return show(checkVanished({ ...input, answers: () => linkCheckInput(input) }), { lang: "fr" }).map(
      ({ file, code, hint }) => `${file} ${code}: ${hint}`,
    );
  }

  it("scheduled texts and their lists have not vanished", async () => {
    expect(await early(dated, dated, false)).toEqual([]);
    expect(await early(dated, dated, true)).toEqual([]);
    expect(await early(undated, undated, true)).toEqual([]);
  });

  it("a post moved to a later day is reported, unless `--now` was given", async () => {
    const found = (await early(undated, undated, false)).join("\n");
    expect(found).toContain("content/posts/2026-02-05-beta.md vanished-url");
  });

  it("a page that is scheduled again is reported, unless `--now` was given", async () => {
    const page = "content/pages/aide.md";
    const files = { ...A, [page]: "---\ntitle: Aide\npublishAt: 2026-02-05\n---\nTexte.\n" };
    expect(await early(files, files, true)).toEqual([]);
    expect(await early(files, files, false)).toEqual([expect.stringContaining(`${page} vanished-url`)]);
  });

  it("a text that is gone is reported as on any other day", async () => {
    const { "content/posts/2026-01-05-alpha.md": alpha, ...rest } = dated;
    expect(alpha).toBeDefined();
    const kept = { ...rest, "content/posts/2026-01-05-omega.md": alpha };
    expect(await early(dated, kept, true)).toEqual([
      `content/posts/2026-01-05-omega.md vanished-url: ${URL}: /blog/2026/01/05/omega/`,
    ]);
  });
});
