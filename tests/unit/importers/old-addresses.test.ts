// Tests the old site's addresses that belong to no text, and the redirects from them.
import { describe, expect, it } from "vitest";
import { proposeElsewhere } from "../../../src/importers/elsewhere.ts";
import type { OldRedirect, OldSite } from "../../../src/importers/model.ts";
import type { NewEntry } from "../../../src/importers/new-entry.ts";
import { listAddresses } from "../../../src/importers/old-addresses.ts";
import { soundAliases, soundRedirects } from "../../../src/importers/sound-redirects.ts";
import { oldEntry, oldSite } from "./old-blog.ts";

const made = (known: Partial<NewEntry> = {}): NewEntry => ({
  entry: oldEntry(),
  target: "content/posts/a.md",
  written: "",
  data: {},
  body: "",
  url: undefined,
  changes: [],
  manual: [],
  shown: [],
  became: [],
  replaced: [],
  ...known,
});

const redirect = (from: string, to: string): OldRedirect => ({ from, to, file: "_redirects", line: 1 });
const pairs = (redirects: readonly OldRedirect[]): string[] =>
  redirects.map(({ from, to }) => `${from} ${to}`);

describe("further pages of the list of posts", () => {
  const posts = Array.from({ length: 5 }, () => oldEntry());
  const listed = (known: Partial<OldSite>): { old: string[]; redirects: string[] } => {
    const { old, redirects } = listAddresses(
      oldSite({ settings: { addresses: { page: "page:n/", blog: "/blog/" }, postsPerPage: 2 }, ...known }),
      posts,
    );
    return { old: old.map(({ url }) => url), redirects: pairs(redirects) };
  };

  it("keep their addresses, as many as there were", () => {
    expect(listed({})).toEqual({ old: ["/blog/page2/", "/blog/page3/"], redirects: [] });
  });

  it("redirect to Carnet's list if they were at the root", () => {
    expect(listed({ listAtRoot: true })).toEqual({
      old: ["/page2/", "/page3/"],
      redirects: ["/page2/ /blog/page2/", "/page3/ /blog/page3/"],
    });
  });

  it("do not exist if the old site showed all posts on one page", () => {
    expect(listed({ settings: { addresses: { page: "page:n/" } } })).toEqual({ old: [], redirects: [] });
  });
});

describe("pages of terms", () => {
  const posts = [
    oldEntry({ tags: ["Été", "C & co"] }),
    oldEntry({ tags: ["Été"] }),
    oldEntry({ kind: "page", tags: ["x"] }),
  ];
  it("redirect to those of Carnet if their slugs differ", () => {
    const { old, redirects } = listAddresses(
      oldSite({ settings: { addresses: { tag: "/tag/:slug/" } } }),
      posts,
    );
    expect(old).toEqual([
      { url: "/tag/c-co/", what: "tag" },
      { url: "/tag/%C3%A9t%C3%A9/", what: "tag" },
    ]);
    expect(pairs(redirects)).toEqual(["/tag/été/ /tag/ete/"]);
  });

  it("exist in each language that has posts with the term", () => {
    const english = oldEntry({ lang: "en", tags: ["web"] });
    const { old } = listAddresses(oldSite({ settings: { addresses: { tag: "/tag/:slug/" } } }), [english]);
    expect(old.map(({ url }) => url)).toEqual(["/en/tag/web/"]);
  });
});

describe("redirects that Carnet makes", () => {
  it("exist once for each old address without a page", () => {
    const site = oldSite({ settings: { addresses: { feed: "/feed.xml", tag: "/tag/:slug/" } } });
    const entries = [made({ url: "/a/", entry: oldEntry({ aliases: ["/alias/"] }) })];
    const all = ["/a", "/alias/", "/feed.xml", "/", "/vieux/", "/vieux/"].map((from) =>
      redirect(from, "/a/"),
    );
    expect(pairs(soundRedirects(all, site, entries))).toEqual(["/vieux/ /a/"]);
    expect(site.manual).toEqual([]);
  });

  it("are without base path, which Carnet adds", () => {
    const redirects = [redirect("/blog/b/", "/blog/a/")];
    expect(pairs(soundRedirects(redirects, oldSite({ base: "/blog", redirects }), []))).toEqual(["/b/ /a/"]);
  });

  it("do not start from a text's address, nor lead to themselves", () => {
    const entries = [made({ url: "/a/" })];
    const all = [redirect("/a", "/b/"), redirect("/c", "/C/")];
    expect(soundRedirects(all, oldSite(), entries)).toEqual([]);
  });

  it("do not start from a language's page at an address of the settings", () => {
    const site = oldSite({ settings: { addresses: { archives: "/tout/" } } });
    const entries = [made({ entry: oldEntry({ lang: "pt-BR" }) })];
    const all = ["/pt-br/tout/", "/pt-br/", "/de/tout/"].map((from) => redirect(from, "/a/"));
    expect(pairs(soundRedirects(all, site, entries))).toEqual(["/de/tout/ /a/"]);
  });

  it.each(["http://b.example/", "https://b.example/"])("may lead to another site: %s", (to) => {
    expect(pairs(soundRedirects([redirect("/a/", to)], oldSite(), []))).toEqual([`/a/ ${to}`]);
  });

  it("keep an address that only begins like the base path, or contains it later", () => {
    const redirects = [redirect("/blogue/", "/a/blog/b/")];
    expect(pairs(soundRedirects(redirects, oldSite({ base: "/blog", redirects }), []))).toEqual([
      "/blogue/ /a/blog/b/",
    ]);
  });

  it("keep a folder of the new site with the base path's name", () => {
    const moved = redirect("/page2/", "/blog/page2/");
    expect(pairs(soundRedirects([moved], oldSite({ base: "/blog" }), []))).toEqual(["/page2/ /blog/page2/"]);
  });

  it.each([
    ["/a/*", "/b/"],
    ["/a/", "b"],
    ["/a/", "javascript:x"],
    ["/a/", "b/https://c.example/"],
  ])("leave out %s %s, which is reported", (from, to) => {
    const site = oldSite();
    expect(soundRedirects([redirect(from, to)], site, [])).toEqual([]);
    expect(site.manual).toMatchObject([
      { kind: "redirect-pattern", file: "_redirects", found: `${from} ${to}` },
    ]);
  });
});

describe("old addresses that a text lists", () => {
  const aliases = ["/vieux/", "/a/", "/?p=12", "/b/*"];
  it("stay if they are valid and no page has them; invalid ones are reported", () => {
    const entry = oldEntry({ aliases, oldUrl: "/%C3%A9t%C3%A9/" });
    const site = oldSite({ entries: [entry, oldEntry({ oldUrl: "/a/" })] });
    soundAliases(site);
    expect(entry.aliases).toEqual(["/vieux/"]);
    expect(site.manual).toEqual(
      ["/?p=12 /été/", "/b/* /été/"].map((found) => ({
        kind: "redirect-pattern",
        file: "_posts/2021-04-01-titre.md",
        line: 0,
        found,
      })),
    );
  });

  it("lead to the latest text that lists them; the others are reported", () => {
    const first = oldEntry({
      source: "a.md",
      day: "2020-01-02",
      aliases: ["/vieux/", "/à-lui/"],
      oldUrl: "/a/",
    });
    const last = oldEntry({
      source: "b.md",
      day: "2021-01-02",
      aliases: ["/Vieux", "/vieux/"],
      oldUrl: "/b%20b/",
    });
    const site = oldSite({ entries: [last, first] });
    soundAliases(site);
    expect([first.aliases, last.aliases]).toEqual([["/à-lui/"], ["/Vieux", "/vieux/"]]);
    expect(site.manual).toEqual([
      { kind: "redirect-shared", file: "a.md", line: 0, found: "/vieux/ → /b b/" },
    ]);
  });

  it("lead to a published text rather than a draft", () => {
    const published = oldEntry({ aliases: ["/vieux/"], day: "2020-01-02", oldUrl: "/a/" });
    const draft = oldEntry({ aliases: ["/vieux/", "/brouillon/"], day: "2021-01-02", draft: true });
    const site = oldSite({ entries: [published, draft] });
    soundAliases(site);
    expect([published.aliases, draft.aliases, site.manual]).toEqual([["/vieux/"], ["/brouillon/"], []]);
  });

  it("are not reported for a draft", () => {
    const site = oldSite({ entries: [oldEntry({ aliases, draft: true })] });
    soundAliases(site);
    expect(site.manual).toEqual([]);
  });
});

describe("folders that another site on the host serves", () => {
  const site = (known: Partial<OldSite> = {}): OldSite =>
    oldSite({ settings: { url: "https://a.example" }, ...known });
  it.each([
    ["[a](/docs/x/)", ["/docs/"]],
    ["[a](https://a.example/docs/x/)", ["/docs/"]],
    ['<a href="/docs">a</a>', ["/docs/"]],
    ["[a](https://autre.example/docs/x/)", []],
    ["[a](//autre.example/docs/)", []],
    ["[a](/blog/ancien/)", []],
    ["[a](/2019/ancien/)", []],
    ["[a](/vie/x/)", []],
  ])("are proposed by %s: %j", (body, folders) => {
    expect(proposeElsewhere(site(), [made({ body })], [], ["/vie/titre/"])).toEqual(folders);
  });

  it("are proposed once, from redirects and collections too", () => {
    const redirects = [redirect("/a/", "/aide/x/"), redirect("/b/", "/aide/")];
    expect(proposeElsewhere(site({ elsewhere: ["/docs/"] }), [], redirects, [])).toEqual([
      "/aide/",
      "/docs/",
    ]);
  });
});
