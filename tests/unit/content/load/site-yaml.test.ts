import { describe, expect, test } from "vitest";
import { loadContent } from "../../../../src/content/load.ts";
import { load, NOW, one, post, siteRoot } from "../site-root.ts";

describe("site.yaml", () => {
  test.each([
    ["EN", "en"],
    ["english", "en"],
    ["Anglais", "en"],
    ["en_GB", "en-GB"],
  ])("a language that is not named by its code is reported, with the code: %s", async (key, code) => {
    const yaml = `title: A\ntranslations:\n  ${key}: { title: B }\n`;
    const { problems } = await load({ "content/site.yaml": yaml, ...one("title: A") });
    expect(problems).toMatchObject([{ code: "unknown-key", line: 3, column: 3 }]);
    expect(problems[0]?.hint).toContain(code);
  });

  test.each([
    ["La Réunion", "Indian/Reunion"],
    ["Indian/Réunion", "Indian/Reunion"],
    ["nouméa", "Pacific/Noumea"],
    ["Guadeloupe", "America/Guadeloupe"],
    ["Paris", "Europe/Paris"],
    ["Ailleurs", "Europe/Paris"],
  ])("the fix for the name of a place is its time zone, or else the default: %s", async (written, zone) => {
    const yaml = `title: A\ntimeZone: ${written} # là-bas\n`;
    const { problems } = await load({ "content/site.yaml": yaml, ...one("title: A") });
    expect(problems.map(({ hint }) => hint)).toContain(`timeZone: ${zone} # là-bas`);
  });

  test("days begin in the default zone if the one that is written does not exist", async () => {
    const { content } = await load({ "content/site.yaml": "title: A\ntimeZone: Mars\n", ...one("title: B") });
    expect(content.site.timeZone).toBe("Europe/Paris");
    expect(content.posts.map(({ date }) => date.toISOString())).toEqual(["2026-01-04T23:00:00.000Z"]);
  });

  test("a pattern without its first slash is offered with it", async () => {
    const { problems } = await load({
      "content/site.yaml": "title: A\npermalink: blog/:slug/\n",
      ...one("title: A"),
    });
    expect(problems).toMatchObject([{ code: "bad-permalink", hint: "permalink: /blog/:slug/" }]);
  });

  test.each([
    ["title: A\ntimeZone: Paris\n", "2:11 settings"],
    ["title: A\npostsPerPage: huit\n", "2:15 settings"],
    ["url: https://x.org\n", "1:1 settings"],
    ["title: A\nurl: https://x.org/%E9/\n", "2:6 settings"],
    ["title: A\npermalink: /blog/\n", "2:12 bad-permalink"],
    ["title: A\npermalink: /blog/:slg/\n", "2:12 bad-permalink"],
    ["title: A\naddresses: { tag: /t/ }\n", "2:19 settings"],
    ["title: A\ntranslations: { en: { taxonomies: { promo: { label: B } } } }\n", "2:37 unknown-key"],
    ["title: A\naddresses: { month: /m/:month/ }\n", "2:21 settings"],
    ["title: A\naddresses: { search: recherche/ }\n", "2:22 settings"],
    ...[
      "/../../out/",
      "/%2e%2e/out/",
      "/a%/",
      "/a#/",
      "/a?/",
      "/.hidden/",
      "/a/.",
      "/%00/",
      "https://x.org/#%",
    ].flatMap((bad): [string, string][] => [
      [`title: A\naddresses: { blog: "${bad}" }\n`, "2:20 settings"],
      [`title: A\naddresses: { feed: "${bad}" }\n`, "2:20 settings"],
    ]),
    ['title: A\naddresses: { page: "%2e%2e/:n/" }\n', "2:20 settings"],
    ["title: A\naddresses: { tags: /mots.pdf }\n", "2:20 settings"],
    ...["/../../out/:slug/", "/a b/:slug/", "/a%/:slug/", "//a/:slug/", "/.git/:slug/"].map(
      (bad): [string, string] => [
        `title: A\ntaxonomies: { a: { label: A, address: "${bad}" } }\n`,
        "2:39 settings",
      ],
    ),
    ["title: A\nchecks: { vague-link: maybe }\n", "2:23 settings"],
    ["title: A\ntilte: B\n", "2:1 unknown-key"],
    ["title: A\nembeds:\n  alow: [x]\n", "3:3 unknown-key"],
    ["title: A\nfields: { title: {} }\n", "2:11 settings"],
  ])("%j is reported at its place, and the rest is loaded", async (yaml, expected) => {
    const { content, found } = await load({ "content/site.yaml": yaml, ...one("title: A") });
    expect(found).toEqual([`content/site.yaml:${expected}`]);
    expect(content.posts).toHaveLength(1);
    expect(content.posts[0]?.url).toBe("/blog/2026/01/05/titre/");
  });
  test("may name a taxonomy like a property that all objects have", async () => {
    const yaml = "title: A\ntaxonomies: { toString: { label: A }, valueOf: { label: B } }\n";
    const { content, found } = await load({ "content/site.yaml": yaml, ...one("title: A", "valueOf: c") });
    expect(found).toEqual([]);
    expect(content.posts[0]?.terms).toMatchObject({ toString: [], valueOf: [{ label: "c" }] });
  });
  test("may give any address that a text may have, and feeds any extension", async () => {
    const addresses =
      "{ home: /, blog: /actualités/, page: /page-:n.html, tag: /t/:slug.html, feed: /atom.xml, jsonFeed: /flux }";
    const yaml = `title: A\naddresses: ${addresses}\ntaxonomies: { a: { label: A, address: /a.b/:slug/ } }\n`;
    const { found } = await load({ "content/site.yaml": yaml, ...one("title: A") });
    expect(found).toEqual([]);
  });
  test("may omit the last slash of a page’s address, as texts may", async () => {
    const addresses =
      "{ home: /accueil, page: page-:n, tag: /t/:slug, person: /p/:slug.html, jsonFeed: /flux }";
    const yaml = `title: A\naddresses: ${addresses}\ntaxonomies: { a: { label: A, address: /a/:slug } }\n`;
    const { content, found } = await load({ "content/site.yaml": yaml, ...one("title: A") });
    expect(found).toEqual([]);
    expect(content.site.addresses).toEqual({
      ...{
        home: "/accueil/",
        page: "page-:n/",
        tag: "/t/:slug/",
        person: "/p/:slug.html",
        jsonFeed: "/flux",
      },
    });
    expect(content.site.taxonomies["a"]?.address).toBe("/a/:slug/");
  });
  test("with a refused address uses the default one", async () => {
    const yaml =
      'title: A\naddresses: { blog: /../x/ }\ntaxonomies: { a: { label: A, address: "/../x/:slug/" } }\n';
    const { content } = await load({ "content/site.yaml": yaml, ...one("title: A") });
    expect(content.site.addresses).toEqual({ blog: "/blog/" });
    expect(content.site.taxonomies["a"]?.address).toBeUndefined();
  });
  test("that cannot be read gives no content, but posts are checked", async () => {
    const root = siteRoot({
      "content/site.yaml": "title: A\n@x\n",
      "content/posts/2026-01-05-a.md": "Texte",
    });
    const { content, problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(content).toBeUndefined();
    expect(problems.map((one) => one.key)).toEqual(["settings/syntax", "front-matter/none"]);
  });
  test("is read on behind mistakes whose correction is known, and reports the others too", async () => {
    const root = siteRoot({
      "content/site.yaml":
        "title: Bilan : un an\nlang: en\nlang: fr\nfields: { place: { label: Lieu } }\nauteur: x\nnav: [a: b: c]\n",
      "content/posts/2026-01-05-a.md": post("title: A", "place: Brest", "lieu: Brest"),
    });
    const { content, problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    expect(content?.site).toMatchObject({ title: "Bilan : un an", lang: "en" });
    expect(problems.map(({ file, line, key }) => `${file}:${String(line)} ${key}`)).toEqual([
      "content/site.yaml:1 settings/syntax",
      "content/site.yaml:3 settings/duplicate-key",
      "content/site.yaml:6 settings/syntax",
      "content/site.yaml:5 unknown-key/settings",
      "content/posts/2026-01-05-a.md:4 unknown-key/front-matter",
    ]);
  });
  test("that cannot be read leaves no note, which its `checks` may turn off", async () => {
    const page = `${post("title: A")} <mark>À compléter : une adresse.</mark>\n`;
    const files = { "content/pages/a.md": page, ...one("title: A") };
    const told = async (yaml: string): Promise<string[]> => {
      const root = siteRoot({ ...files, "content/site.yaml": yaml });
      const { problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
      return problems.map(({ key }) => key);
    };
    expect(await told("title: A\n")).toEqual(["to-complete"]);
    expect(await told("title: A\n@x\n")).toEqual(["settings/syntax"]);
  });
  test("that cannot be read causes no problem about a language, an address, a field or a taxonomy", async () => {
    const body =
      "This text is in English, and says what the teams have done with the data that they were given.";
    const text = `---\ntitle: The meeting of the teams in the town\nplace: Paris\n---\n\n${body}\n`;
    const files = {
      "content/people.yaml": "a: { name: A, promotion: B }\n",
      "content/tags.yaml": "design: { lable: B }\n",
      "content/posts/2026-01-05-a.md": text,
      "content/posts/fr/2026-01-05-a.md": post("title: La rencontre"),
    };
    const settings =
      "title: A\nlang: en\nfields: { place: { label: Place } }\ntranslations: { fr: { title: B } }\n" +
      "taxonomies: { promotion: { label: P } }\n";
    const ofTags = "content/tags.yaml unknown-key/settings";
    const told = async (yaml: string): Promise<string[]> => {
      const root = siteRoot({ ...files, "content/site.yaml": yaml });
      const { problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
      return problems.map(({ file, key }) => `${file} ${key}`).filter((one) => !one.includes(" length/"));
    };
    expect(await told(settings)).toEqual([ofTags]);
    expect(await told(`${settings}nav: [\n`)).toEqual(["content/site.yaml settings/open-sign", ofTags]);
  });
});

test("a misspelt nested key in a settings file gets its right spelling", async () => {
  const site = "title: A\nembeds:\n  alow: [x]\nfields: { defi: { lable: Défi } }\n";
  const { problems } = await load({
    "content/site.yaml": site,
    "content/people.yaml": "a: { name: A, rol: B }\n",
    ...one("title: A"),
  });
  expect(problems.map(({ line, column, hint }) => `${String(line)}:${String(column)} ${hint}`)).toEqual([
    "1:15 Vouliez-vous écrire « role » ?",
    "3:3 Vouliez-vous écrire « allow » ?",
    "4:19 Vouliez-vous écrire « label » ?",
  ]);
});

describe("site.yaml with a setting that is refused", () => {
  const site = (...lines: string[]): Promise<{ found: string[] }> =>
    load({
      "content/site.yaml": ["title: T", ...lines, ""].join("\n"),
      ...one("title: A", "defi: x", "promo: y"),
      // With the default address, this one would have that of the post.
      "content/pages/b.md": post("title: B", "permalink: /blog/2026/01/05/titre/"),
      "content/posts/en/2026-01-06-c.md": post("title: C", "description: 3"),
    });
  const [TAXONOMY, FIELD] = ["taxonomies: { promo: { label: Promo } }", "fields: { defi: { type: string } }"];
  const OTHER = "content/posts/en/2026-01-06-c.md:3:14 front-matter";

  test("reports nothing in texts that this may have caused, and reports the rest", async () => {
    expect((await site(TAXONOMY, FIELD, "permalink: /:slog/", "translations: { en: 3 }")).found).toEqual([
      OTHER,
      "content/site.yaml:4:12 bad-permalink",
      "content/site.yaml:5:21 settings",
    ]);
    expect((await site("permalink: /x/:slug/", TAXONOMY.replace("Promo", "3"), FIELD)).found).toEqual([
      OTHER,
      "content/site.yaml:3:31 settings",
    ]);
  });

  test("reports everything that does not depend on that setting", async () => {
    const { found } = await site(TAXONOMY, "theme: 3");
    expect(found.map((one) => one.replace(/:\d+:\d+/, ""))).toEqual([
      "content/pages/b.md duplicate-url",
      "content/posts/2026-01-05-titre.md unknown-key",
      "content/posts/en/2026-01-06-c.md front-matter",
      "content/site.yaml settings",
    ]);
  });
});
