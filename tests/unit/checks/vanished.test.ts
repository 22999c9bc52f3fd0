import { describe, expect, it } from "vitest";
import { linkCheckInput } from "../../../src/checks/content-checks.ts";
import { checkLinks } from "../../../src/checks/links.ts";
import { checkVanished } from "../../../src/checks/vanished.ts";
import type { Reference } from "../../../src/markdown/types.ts";
import { planSite } from "../../../src/pages/plan.ts";
import { publishedAddresses } from "../../../src/pages/published.ts";
import { show } from "../../../src/shown-problems.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { load, post, type Files } from "../content/site-root.ts";

const A = { "content/posts/2026-01-05-alpha.md": post("title: Alpha", "author: Jo Bel", "tags: [Design]") };
const URL = "/blog/2026/01/05/alpha/";
/** The redirect suggested for the month of that text, which is empty once the text is gone. */
const JANUARY = "/archives/2026/01/: /archives/2026/";

async function plan(
  files: Files,
  options: Parameters<typeof load>[1] = {},
): Promise<ReturnType<typeof planSite>> {
  const { content } = await load(files, options);
  return planSite(content, {
    rendered: () => renderedOf(),
    cover: () => undefined,
    assets: [{ url: "/assets/carnet-1.css", text: "" }],
  });
}

/** `place severity code: hint` of each problem, once `before` has been published and then replaced by `after`. */
async function vanished(before: Files, after: Files, book: readonly string[] = []): Promise<string[]> {
  return check(await published(before, after, book));
}

async function published(before: Files, after: Files, book: readonly string[] = []): Promise<Files> {
  const known = publishedAddresses((await plan(before)).pages);
  const lines = known.map(({ url, source, title }) => [url, source, title].join("\t"));
  return { ...after, "content/addresses.txt": [...lines, ...book].join("\n") };
}

async function check(files: Files): Promise<string[]> {
  return (await shown(files)).map(
    ({ file, line, severity, code, hint }) => `${file}:${String(line)} ${severity} ${code}: ${hint}`,
  );
}

async function shown(files: Files): Promise<ReturnType<typeof show>> {
  const { content, pages } = await plan(files);
  const input = { content, pages, rendered: new Map<string, never>(), copies: [] };
  return show(checkVanished({ ...input, answers: () => linkCheckInput(input) }), { lang: "fr" });
}

const lines = (problems: readonly string[]): string[] =>
  problems.map((one) => one.replace(/^.*? \S+: /, "")).sort();

describe("a published address", () => {
  it("is not reported while it answers", async () => {
    expect(await vanished(A, A)).toEqual([]);
  });

  it("is not reported while an error keeps a text out: its lists would be reported with it", async () => {
    const broken = { "content/posts/2026-01-05-alpha.md": post("title: Alpha", "date: 2026-02-31") };
    expect(await vanished(A, { ...broken, "content/posts/2026-01-06-b.md": post("title: B") })).toEqual([]);
  });

  it.each([
    ["_2026-01-05-alpha.md", post("title: Alpha : un début")],
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

  const SITE = "title: T\nurl: https://blog.example.org\n";

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

  it("of a feed gets a problem of its own if it is linked to and this run has no `url`", async () => {
    const reference = (href: string): Reference => ({ kind: "link", href, text: "a", line: 5, column: 1 });
    const linked = async (site: string): Promise<string[]> => {
      const hrefs = [
        ...["/feed.xml", "/feed.json", "/flux/", "/auteurs/jo-bel/feed.xml", "/mots-cles/design/feed.json"],
        ...["/auteurs/jo-bel/feed.json", "/blog/feed.xml"],
      ];
      const { content, pages } = await plan({ ...A, "content/site.yaml": site });
      const text = { ...renderedOf(), references: hrefs.map(reference) };
      const rendered = new Map([["content/posts/2026-01-05-alpha.md", text]]);
      return checkLinks(linkCheckInput({ content, pages, rendered, copies: [] })).map(
        ({ key, params }) => `${key} ${String(params["href"])}`,
      );
    };
    expect(await linked("title: T\n")).toEqual([
      ...["/feed.xml", "/feed.json", "/flux/"].map((href) => `dead-link/feed ${href}`),
      ...["/auteurs/jo-bel/feed.xml", "/mots-cles/design/feed.json"].map((href) => `dead-link/feed ${href}`),
      ...["/auteurs/jo-bel/feed.json", "/blog/feed.xml"].map((href) => `dead-link/missing ${href}`),
    ]);
    expect((await linked(SITE)).map((one) => one.replace(/ .*/, ""))).toEqual([
      "dead-link/near",
      "dead-link/near",
    ]);
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

  it.each([
    ["a new slug", "content/posts/2026-01-05-alpha.md", ["title: Alpha", "slug: beta"], "beta/", 3],
    ["a new date", "content/posts/2026-01-05-alpha.md", ["title: Alpha", "date: 2026-01-06"], "alpha/", 2],
    [
      "a new title and permalink",
      "content/posts/2026-01-05-alpha.md",
      ["title: B", "permalink: /b/"],
      "/b/",
      3,
    ],
    ["a new file name", "content/posts/2026-01-05-tout-autre.md", ["title: Alpha"], "tout-autre/", 2],
    ["a new folder", "content/posts/2026-01-07-x/index.md", ["title: ALPHA !"], "2026/01/07/x/", 2],
  ])("is found to have moved with %s, and is reported in the text", async (_, file, head, end, line) => {
    const [first] = await vanished(A, { [file]: post(...head, "author: Jo Bel", "tags: [Design]") });
    expect(first).toMatch(new RegExp(`^${file}:${String(line)} warn vanished-url: ${URL}: (/.*/)?${end}$`));
  });

  it("gets a redirect to the most similar text if none is the same", async () => {
    const book = ["/blog/2020/01/01/alphas.html\tcontent/posts/2020-01-01-alphas.md\tAutre"];
    const [first, ...others] = await vanished(A, A, book);
    expect(others).toEqual([]);
    expect(first).toMatch(/^content\/addresses\.txt:\d+ warn vanished-url: /);
    expect(first).toContain(`/blog/2020/01/01/alphas.html: ${URL}`);
  });

  it("gets a redirect to the new text of the same day, or else to the list of posts", async () => {
    const other = {
      "content/posts/2026-01-05-zzzz.md": post("title: Zeta", "author: Jo Bel", "tags: [Design]"),
    };
    expect(lines(await vanished(A, other))).toEqual([`${URL}: /blog/2026/01/05/zzzz/`]);
    const later = {
      "content/posts/2026-03-01-zzzz.md": post("title: Zeta", "author: Jo Bel", "tags: [Design]"),
    };
    expect(lines(await vanished(A, later))).toEqual([JANUARY, `${URL}: /blog/`]);
  });

  it("of a text with the same name each year gets no redirect to another year", async () => {
    const head = ["title: Bilan", "author: Jo Bel", "tags: [Design]"];
    const file = (name: string): string => `content/posts/${name}.md`;
    const yearly: Files = Object.fromEntries(
      Array.from({ length: 80 }, (_, i) => [file(`${String(1940 + i)}-06-15-bilan`), post(...head)]),
    );
    const moved = async (from: string, to: string): Promise<string[]> => {
      const others = Object.entries(yearly).filter(([name]) => name !== file(from));
      const after = { ...Object.fromEntries(others), [file(to)]: post(...head) };
      const hints = lines(await vanished(yearly, after));
      return hints.filter((hint) => hint.startsWith("/blog/"));
    };
    expect(await moved("2012-06-15-bilan", "2012-06-15-bilan-de-juin")).toEqual([
      "/blog/2012/06/15/bilan/: /blog/2012/06/15/bilan-de-juin/",
    ]);
    expect(await moved("2012-06-15-bilan", "2012-06-16-bilan")).toEqual([
      "/blog/2012/06/15/bilan/: /blog/2012/06/16/bilan/",
    ]);
  });

  it("gets no redirect to either of two texts with the same title", async () => {
    const twice = {
      "content/posts/2026-02-01-x.md": post("title: Alpha", "author: Jo Bel", "tags: [Design]"),
      "content/posts/2026-02-02-y.md": post("title: Alpha", "author: Jo Bel", "tags: [Design]"),
    };
    expect(lines(await vanished(A, twice))).toEqual([JANUARY, `${URL}: /blog/`]);
  });

  it("without a final slash answers if the one with it does, since hosts redirect", async () => {
    expect(await vanished(A, A, ["/blog\tblog\tBlog"])).toEqual([]);
    expect(lines(await vanished(A, A, ["/blo\tblog\tBlog"]))).toEqual(["/blo: /blog/"]);
  });

  it("of a removed tag, person or feed gets a redirect to the list or feed of all", async () => {
    const after = {
      "content/posts/2026-01-05-alpha.md": post("title: Alpha", "author: Al Roc", "tags: [Méthode]"),
    };
    expect(lines(await vanished(A, after))).toEqual([
      "/auteurs/jo-bel/: /auteurs/",
      "/auteurs/jo-bel/feed.xml: /feed.xml",
      "/mots-cles/design/: /mots-cles/",
      "/mots-cles/design/feed.json: /feed.json",
      "/mots-cles/design/feed.xml: /feed.xml",
    ]);
  });

  it("of the feed of all posts gets a redirect to the new one", async () => {
    const site = "title: Carnet d’essai\nurl: https://blog.example.org\naddresses: { feed: /atom.xml }\n";
    expect(lines(await vanished(A, { ...A, "content/site.yaml": site }))).toEqual(["/feed.xml: /atom.xml"]);
  });

  it("of a tag with a new slug gets a redirect to it, and so do its feeds", async () => {
    const tags = "creation: { label: Design }\n";
    const after = {
      "content/posts/2026-01-05-alpha.md": post("title: Alpha", "author: Jo Bel", "tags: [creation]"),
    };
    expect(lines(await vanished(A, { ...after, "content/tags.yaml": tags }))).toEqual([
      "/mots-cles/design/: /mots-cles/creation/",
      "/mots-cles/design/feed.json: /mots-cles/creation/feed.json",
      "/mots-cles/design/feed.xml: /mots-cles/creation/feed.xml",
    ]);
  });

  it("of a tag or person that is now an alias gets a redirect to the one with that alias", async () => {
    const after = {
      "content/posts/2026-01-05-alpha.md": post(
        "title: Alpha",
        "author: Jo Bel",
        "tags: [Design]",
        "promo: eig",
      ),
      "content/site.yaml":
        "title: T\nurl: https://blog.example.org\ntaxonomies: { promo: { label: P, terms: { eig: { aliases: [EIG 1] } } } }\n",
      "content/tags.yaml": "creation: { label: Création, aliases: [Designs] }\n",
      "content/people.yaml": "jo-roc: { name: Jo Roc, aliases: [Jo Bel] }\n",
    };
    expect(lines(await vanished(A, after, ["/promo/eig-1/\ttag\tEIG 1"]))).toEqual([
      "/auteurs/jo-bel/: /auteurs/jo-roc/",
      "/auteurs/jo-bel/feed.xml: /auteurs/jo-roc/feed.xml",
      "/mots-cles/design/: /mots-cles/creation/",
      "/mots-cles/design/feed.json: /mots-cles/creation/feed.json",
      "/mots-cles/design/feed.xml: /mots-cles/creation/feed.xml",
      "/promo/eig-1/: /promo/eig/",
    ]);
  });

  it("of a removed person comes with the advice not to redirect it", async () => {
    const after = { "content/posts/2026-01-05-alpha.md": post("title: Alpha", "tags: [Design]") };
    const told = (await shown(await published(A, after))).map(({ message }) => message);
    expect(told[0]).toContain("ne redirigez pas");
    expect(told[1]).not.toContain("ne redirigez pas");
  });

  it("of a deleted redirect gets a redirect to the same target", async () => {
    expect(lines(await vanished({ ...A, "content/redirects.yaml": `/vieux/: ${URL}\n` }, A))).toEqual([
      `/vieux/: ${URL}`,
    ]);
  });

  it("of a year without posts is reported as a note", async () => {
    const old = {
      "content/posts/2019-01-05-vieil.md": post("title: Vieil", "author: Jo Bel", "tags: [Design]"),
    };
    const found = await vanished(
      { ...A, ...old },
      { ...A, "content/redirects.yaml": `/blog/2019/01/05/vieil/: ${URL}` },
    );
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/ note vanished-url: \/archives\/2019\/: \/archives\/$/);
    expect(found[1]).toMatch(/ note vanished-url: \/archives\/2019\/01\/: \/archives\/$/);
  });

  it("of a month gets a redirect to the same month if all months have moved", async () => {
    const site = "title: T\nurl: https://blog.example.org\naddresses: { month: /mois/:year/:month/ }\n";
    expect(lines(await vanished(A, { ...A, "content/site.yaml": site }))).toEqual([
      "/archives/2026/01/: /mois/2026/01/",
    ]);
  });

  it("of a month without posts gets a redirect to its year", async () => {
    const february = {
      "content/posts/2026-02-05-b.md": post("title: B", "author: Jo Bel", "tags: [Design]"),
    };
    const found = await vanished(
      { ...A, ...february },
      { ...A, "content/redirects.yaml": `/blog/2026/02/05/b/: ${URL}` },
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/ note vanished-url: \/archives\/2026\/02\/: \/archives\/2026\/$/);
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

/** Another post of the same month. */
function later(): Files {
  return { "content/posts/2026-01-09-autre.md": post("title: Autre", "author: Al Roc", "tags: [Méthode]") };
}

it("each post gets a redirect when the permalink pattern of the site changes", async () => {
  const posts = (pattern: string): Files => ({
    "content/site.yaml": `title: T\nurl: https://blog.example.org\npermalink: ${pattern}\n`,
    ...Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        `content/posts/2026-01-01-article-${String(i)}.md`,
        post(`title: Article ${String(i)}`),
      ]),
    ),
  });
  const found = lines(await vanished(posts("/blog/:year/:slug.html"), posts("/:slug/")));
  expect(found).toHaveLength(300);
  expect(found).toContain("/blog/2026/article-7.html: /article-7/");
});

describe("a link to an address that was published before", () => {
  const B = "content/posts/2026-01-06-beta.md";
  const to = (href: string): Reference => ({ kind: "link", href, text: "Alpha", line: 6, column: 1 });

  /** Problems of a link from another text, once Alpha's file has another name. */
  async function linked(href: string, renamed: Files): Promise<string[]> {
    const first = publishedAddresses((await plan({ ...A, [B]: post("title: Beta") })).pages);
    const book = first.map(({ url, source, title }) => [url, source, title].join("\t")).join("\n");
    const { content, pages } = await plan({
      ...renamed,
      [B]: post("title: Beta"),
      "content/addresses.txt": book,
    });
    const rendered = new Map([[B, renderedOf({ references: [to(href)] })]]);
    const found = checkLinks(linkCheckInput({ content, pages, rendered, copies: [] }));
    return found.map(({ file, key, params }) => `${file} ${key} ${String(params["suggestion"])}`);
  }

  const MOVED = "/blog/2026/02/09/nouveau-nom/";
  const renamed = { "content/posts/2026-02-09-nouveau-nom.md": post("title: Alpha") };

  it.each([
    [URL, MOVED],
    [`${URL.slice(0, -1)}#suite`, `${MOVED}#suite`],
    [`https://blog.example.org${URL}`, MOVED],
    ["../2026-01-05-alpha.md", MOVED],
  ])("gets the current address as its fix: %s", async (href, suggestion) => {
    expect(await linked(href, renamed)).toEqual([`${B} dead-link/moved ${suggestion}`]);
  });

  it.each([URL.slice(0, -1), "../2026-01-05-alpha.md"])(
    "is not reported as moved if its page has not moved: %s",
    async (href) => {
      expect(await linked(href, A)).toEqual([`${B} dead-link/near ${URL}`]);
    },
  );

  it("by file name gets the current address, also if the address book does not know it yet", async () => {
    const later = { "content/posts/2026-01-05-alpha.md": post("title: Alpha", "date: 2026-02-09") };
    const known = `/blog/2026/02/09/alpha/`;
    expect(await linked("../2026-01-05-alpha.md", later)).toEqual([`${B} dead-link/near ${known}`]);
    expect(await linked(URL, later)).toEqual([`${B} dead-link/moved ${known}`]);
  });

  it("by file name gets the target of the old address, whatever its new day, name and title", async () => {
    const rewritten = {
      "content/posts/2026-01-05-alphas.md": post("title: Autre chose"),
      "content/posts/2026-02-09-nouveau-nom.md": post("title: Un titre", `redirect_from: [${URL}]`),
    };
    expect(await linked("../2026-01-05-alpha.md", rewritten)).toEqual([`${B} dead-link/moved ${MOVED}`]);
  });

  it("to a tag that is now an alias gets the page of the tag with that alias", async () => {
    const merged = {
      "content/posts/2026-01-05-alpha.md": post("title: Alpha", "tags: [Design]"),
      "content/tags.yaml": "conception: { label: Conception, aliases: [Design] }\n",
    };
    expect(await linked("/mots-cles/design/", merged)).toEqual([
      `${B} dead-link/moved /mots-cles/conception/`,
    ]);
  });

  it("gets a similar address if the page is gone", async () => {
    const other = { "content/posts/2026-01-05-alphas.md": post("title: Autre chose") };
    expect(await linked(URL, other)).toEqual([`${B} dead-link/near /blog/2026/01/05/alphas/`]);
  });
});
