// Addresses of the old site that belong to no text, and the redirects that keep them answered.
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

  it("stay where they were, as many as there are", () => {
    expect(listed({})).toEqual({ old: ["/blog/page2/", "/blog/page3/"], redirects: [] });
  });

  it("lead from the root to the list, where they stood at the root", () => {
    expect(listed({ listAtRoot: true })).toEqual({
      old: ["/page2/", "/page3/"],
      redirects: ["/page2/ /blog/page2/", "/page3/ /blog/page3/"],
    });
  });

  it("are none where the old site showed all posts on one", () => {
    expect(listed({ settings: { addresses: { page: "page:n/" } } })).toEqual({ old: [], redirects: [] });
  });
});

describe("pages of terms", () => {
  const posts = [
    oldEntry({ tags: ["Été", "C & co"] }),
    oldEntry({ tags: ["Été"] }),
    oldEntry({ kind: "page", tags: ["x"] }),
  ];
  it("lead to those of Carnet, where their slugs differ", () => {
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

  it("are those of each language, by the posts that it has", () => {
    const english = oldEntry({ lang: "en", tags: ["web"] });
    const { old } = listAddresses(oldSite({ settings: { addresses: { tag: "/tag/:slug/" } } }), [english]);
    expect(old.map(({ url }) => url)).toEqual(["/en/tag/web/"]);
  });
});

describe("redirects that Carnet makes", () => {
  it("are one for each old address that no page has", () => {
    const site = oldSite({ settings: { addresses: { feed: "/feed.xml", tag: "/tag/:slug/" } } });
    const entries = [made({ url: "/a/", entry: oldEntry({ aliases: ["/alias/"] }) })];
    const all = ["/a", "/alias/", "/feed.xml", "/", "/vieux/", "/vieux/"].map((from) =>
      redirect(from, "/a/"),
    );
    expect(pairs(soundRedirects(all, site, entries))).toEqual(["/vieux/ /a/"]);
    expect(site.manual).toEqual([]);
  });

  it("hold no base path, which Carnet adds itself", () => {
    const redirects = [redirect("/blog/b/", "/blog/a/")];
    expect(pairs(soundRedirects(redirects, oldSite({ base: "/blog", redirects }), []))).toEqual(["/b/ /a/"]);
  });

  it("are none from the page of a text, nor from an address to itself", () => {
    const entries = [made({ url: "/a/" })];
    const all = [redirect("/a", "/b/"), redirect("/c", "/C/")];
    expect(soundRedirects(all, oldSite(), entries)).toEqual([]);
  });

  it("are none from what each language has at an address of the settings", () => {
    const site = oldSite({ settings: { addresses: { archives: "/tout/" } } });
    const entries = [made({ entry: oldEntry({ lang: "pt-BR" }) })];
    const all = ["/pt-br/tout/", "/pt-br/", "/de/tout/"].map((from) => redirect(from, "/a/"));
    expect(pairs(soundRedirects(all, site, entries))).toEqual(["/de/tout/ /a/"]);
  });

  it.each(["http://b.example/", "https://b.example/"])("lead to another site: %s", (to) => {
    expect(pairs(soundRedirects([redirect("/a/", to)], oldSite(), []))).toEqual([`/a/ ${to}`]);
  });

  it("keep what only begins like the base path, or holds it further on", () => {
    const redirects = [redirect("/blogue/", "/a/blog/b/")];
    expect(pairs(soundRedirects(redirects, oldSite({ base: "/blog", redirects }), []))).toEqual([
      "/blogue/ /a/blog/b/",
    ]);
  });

  it("keep a folder of the new site that is called like the base path", () => {
    const moved = redirect("/page2/", "/blog/page2/");
    expect(pairs(soundRedirects([moved], oldSite({ base: "/blog" }), []))).toEqual(["/page2/ /blog/page2/"]);
  });

  it.each([
    ["/a/*", "/b/"],
    ["/a/", "b"],
    ["/a/", "javascript:x"],
    ["/a/", "b/https://c.example/"],
  ])("are none for %s %s, which is named for a person", (from, to) => {
    const site = oldSite();
    expect(soundRedirects([redirect(from, to)], site, [])).toEqual([]);
    expect(site.manual).toMatchObject([
      { kind: "redirect-pattern", file: "_redirects", found: `${from} ${to}` },
    ]);
  });
});

describe("old addresses that a text says", () => {
  const aliases = ["/vieux/", "/a/", "/?p=12", "/b/*"];
  it("stay where Carnet takes them and no page has them; the others are named", () => {
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

  it("lead to the latest text that says them, and the others are named", () => {
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

  it("are those of what was published, where a draft says them too", () => {
    const published = oldEntry({ aliases: ["/vieux/"], day: "2020-01-02", oldUrl: "/a/" });
    const draft = oldEntry({ aliases: ["/vieux/", "/brouillon/"], day: "2021-01-02", draft: true });
    const site = oldSite({ entries: [published, draft] });
    soundAliases(site);
    expect([published.aliases, draft.aliases, site.manual]).toEqual([["/vieux/"], ["/brouillon/"], []]);
  });

  it("of a draft led nowhere", () => {
    const site = oldSite({ entries: [oldEntry({ aliases, draft: true })] });
    soundAliases(site);
    expect(site.manual).toEqual([]);
  });
});

describe("folders that another site of the host serves", () => {
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

  it("are proposed once, by redirects and collections too", () => {
    const redirects = [redirect("/a/", "/aide/x/"), redirect("/b/", "/aide/")];
    expect(proposeElsewhere(site({ elsewhere: ["/docs/"] }), [], redirects, [])).toEqual([
      "/aide/",
      "/docs/",
    ]);
  });
});
