import { describe, expect, it } from "vitest";
import type { Files } from "../content/site-root.ts";
import { planned, settings, texts } from "./planned.ts";

const SIZES = { smallest: 4, most: 3 };

/** Posts of these days of 2025, each in a file whose name ends with its index. */
const posts = (...days: readonly string[]): Files =>
  texts(Object.fromEntries(days.map((day, i) => [`posts/2025-${day}-p${String(i)}`, ""])));

const COHORTS: Files = {
  ...settings("taxonomies: { promotion: { label: Promotion } }"),
  "content/people.yaml":
    'une: { name: Équipe Une, role: "l\'analyse", photo: /une.svg, promotion: [EIG 4, EIG 5] }\ndeux: { name: Équipe Deux, promotion: EIG 4 }\n',
};

async function shardsOf(files: Files): Promise<Record<string, string[]>> {
  const { shards } = await planned(files, { search: "indexed", shards: SIZES });
  return Object.fromEntries(
    shards.map((shard) => [
      shard.folder,
      shard.texts.map((text) =>
        text.entry
          ? text.entry.file.replace(/^content\/(?:posts|pages)\/(?:2025-)?|\.md$/g, "")
          : text.term.url,
      ),
    ]),
  );
}

const SIX = posts("01-02", "01-03", "02-01", "02-02", "02-03", "03-01");
const ENGLISH = texts({ "posts/en/2025-01-09-e": "" });
const AIDE = texts({ "pages/aide": "" });

describe("the search indexes of a site", () => {
  it("are a single one for few texts, whatever their languages, without drafts and `noindex` texts", async () => {
    const hidden = texts({ "posts/2025-03-09-h": "noindex: true", "posts/2025-03-10-d": "draft: true" });
    expect(await shardsOf({ ...posts("01-02", "02-03"), ...ENGLISH, ...AIDE, ...hidden })).toEqual({
      "/pagefind/": ["02-03-p1", "01-02-p0", "aide", "en/2025-01-09-e"],
    });
  });

  it("hold whole months for many texts, newest first, with pages and lists of people in the newest", async () => {
    expect(await shardsOf({ ...SIX, ...AIDE })).toEqual({
      "/pagefind/fr-2/": ["03-01-p5", "aide"],
      "/pagefind/fr-1/": ["02-03-p4", "02-02-p3", "02-01-p2", "01-03-p1", "01-02-p0"],
    });
    expect(await shardsOf({ ...SIX, ...COHORTS, ...ENGLISH })).toMatchObject({
      "/pagefind/fr-2/": ["03-01-p5", "/promotion/eig-4/", "/promotion/eig-5/"],
      "/pagefind/en-1/": ["en/2025-01-09-e", "/en/promotion/eig-4/", "/en/promotion/eig-5/"],
    });
  });

  it("hold such a list once, with the text that introduces it, which may keep it out", async () => {
    const introduced = texts({
      "pages/promotion/eig-4": "title: La quatrième",
      "pages/promotion/eig-5": "noindex: true",
    });
    const { shards } = await planned({ ...COHORTS, ...introduced }, { search: "indexed" });
    expect(shards.flatMap(({ texts: all }) => all)).toMatchObject([
      {
        entry: { url: "/promotion/eig-4/", title: "La quatrième" },
        list: {
          term: { taxonomy: "promotion", label: "EIG 4" },
          members: [{ name: "Équipe Une", role: "l’analyse" }, { name: "Équipe Deux" }],
        },
      },
    ]);
    expect(await shardsOf({ ...COHORTS, ...texts({ "pages/promotion/eig-4": "draft: true" }) })).toEqual({
      "/pagefind/": ["/promotion/eig-4/", "/promotion/eig-5/"],
    });
  });

  it("hold one language each, with its regional variants", async () => {
    const site = settings("translations: { en: {}, fr-CH: {} }");
    const shards = await shardsOf({
      ...site,
      ...SIX,
      ...ENGLISH,
      ...texts({ "posts/fr-ch/2025-04-01-s": "" }),
    });
    expect(Object.keys(shards)).toEqual(["/pagefind/fr-2/", "/pagefind/fr-1/", "/pagefind/en-1/"]);
    expect(shards["/pagefind/fr-2/"]).toEqual(["03-01-p5", "fr-ch/2025-04-01-s"]);
  });

  it("change in only one shard for a new, a backdated or a deleted post", async () => {
    const before = await shardsOf(SIX);
    const changed = async (files: Files): Promise<string[]> => {
      const after = await shardsOf(files);
      const folders = new Set([...Object.keys(before), ...Object.keys(after)]);
      return [...folders].filter((one) => JSON.stringify(before[one]) !== JSON.stringify(after[one]));
    };
    expect(await changed({ ...SIX, ...texts({ "posts/2025-04-01-n": "" }) })).toEqual(["/pagefind/fr-2/"]);
    expect(await changed({ ...SIX, ...texts({ "posts/2025-01-01-o": "" }) })).toEqual(["/pagefind/fr-1/"]);
    const without = Object.entries(SIX).filter(([file]) => !file.includes("01-03"));
    expect(await changed(Object.fromEntries(without))).toEqual(["/pagefind/fr-1/"]);
  });

  it("grow with the site, and stay few", async () => {
    const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));
    const days = months.map((month) => `${month}-10`);
    const many = months.flatMap((month) => ["10", "11", "12", "13"].map((day) => `${month}-${day}`));
    // 12 texts make three shards of 4; one more makes shards of 8.
    const counts = [days, [...days, "12-11"], many].map(
      async (all) => Object.keys(await shardsOf(posts(...all))).length,
    );
    expect(await Promise.all(counts)).toEqual([3, 2, 3]);
  });

  it.each([
    ["those of its language, newest first", SIX, "/recherche/", ["/pagefind/fr-2/", "/pagefind/fr-1/"]],
    ["those of its language", { ...SIX, ...ENGLISH }, "/en/search/", ["/pagefind/en-1/"]],
    ["the only one", posts("01-02"), "/recherche/", ["/pagefind/"]],
    [
      "those of the language with most texts, if its own has none",
      {
        ...settings("translations: { en: {}, es: {} }"),
        ...posts("01-02", "02-01"),
        ...texts(Object.fromEntries([1, 2, 3, 4].map((day) => [`posts/en/2025-01-0${String(day)}-e`, ""]))),
        ...texts({ "posts/es/2025-01-09-s": "noindex: true" }),
      },
      "/es/recherche/",
      ["/pagefind/en-1/"],
    ],
  ])("that a search page uses are %s", async (_, files, url, indexes) => {
    expect((await planned(files, { search: "indexed", shards: SIZES })).data(url, "indexes")).toEqual(
      indexes,
    );
  });
});

describe("the search page", () => {
  const A = texts({ "posts/2026-01-01-a": "author: Ada\ntags: [Été]" });
  const INDEXED = { search: "indexed" } as const;

  it("exists in each language, and every page of that language links to it", async () => {
    const { urls, data } = await planned({ ...A, ...ENGLISH }, INDEXED);
    expect(urls("search")).toEqual(["/recherche/", "/en/search/"]);
    expect(["/blog/2026/01/01/a/", "/404.html", "/en/"].map((url) => data(url, "search"))).toEqual([
      ...["/recherche/", "/recherche/", "/en/search/"],
    ]);
    expect(data("/recherche/", "alternates")).toMatchObject([{ url: "/recherche/" }, { url: "/en/search/" }]);
  });

  it("filters by tag, custom taxonomy, year and person, in its language, and lists tags and years", async () => {
    const site = settings(
      "taxonomies: { promotion: { label: Promotion } }",
      "translations: { en: { taxonomies: { promotion: { label: Cohort } } } }",
    );
    const { at, data } = await planned({ ...A, ...ENGLISH, ...site }, INDEXED);
    expect(at("/recherche/").data).toMatchObject({
      filters: [
        { name: "tags", label: "Mot-clé" },
        { name: "promotion", label: "Promotion" },
        { name: "year", label: "Année" },
        { name: "person", label: "Auteur" },
      ],
      tags: [{ label: "Été", url: "/mots-cles/ete/", count: 1 }],
      tagsUrl: "/mots-cles/",
      years: [{ label: "2026", url: "/archives/2026/", count: 1 }],
      archivesUrl: "/archives/",
      indexed: true,
    });
    expect(data("/en/search/", "filters")).toContainEqual({ name: "promotion", label: "Cohort" });
    expect((await planned(A, { search: "unindexed" })).data("/recherche/", "indexed")).toBe(false);
  });

  it("lists the 24 tags of most posts, in alphabetical order", async () => {
    const tags = Array.from({ length: 30 }, (_, i) => `T${String(i).padStart(2, "0")}`);
    const all = texts({
      "posts/2026-01-01-a": `tags: [${tags.join(", ")}]`,
      "posts/2026-01-02-b": "tags: [T29]",
    });
    const shown = (await planned(all, INDEXED)).data("/recherche/", "tags") as { label: string }[];
    expect(shown.map(({ label }) => label)).toEqual([...tags.slice(0, 23), "T29"]);
  });

  it("is absent from a site without search, and the only page where WebAssembly may run", async () => {
    const { urls, data, text } = await planned(A);
    expect([urls("search"), data("/", "search")]).toEqual([[], undefined]);
    expect(text("/_headers")).not.toContain("wasm");
    const rules = (await planned(A, INDEXED)).text("/_headers").split("\n\n");
    expect(
      rules.filter((rule) => rule.includes("'wasm-unsafe-eval'")).map((rule) => rule.split("\n")[0]),
    ).toEqual(["/recherche/"]);
  });
});
