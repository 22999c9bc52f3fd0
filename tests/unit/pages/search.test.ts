import { describe, expect, it } from "vitest";
import type { Files } from "../content/site-root.ts";
import { planned, settings, texts } from "./planned.ts";

const SIZES = { smallest: 4, most: 3 };

/** Posts of these days of 2025, each in a file whose name ends with its index. */
const posts = (...days: readonly string[]): Files =>
  texts(Object.fromEntries(days.map((day, i) => [`posts/2025-${day}-p${String(i)}`, ""])));

async function shardsOf(files: Files): Promise<Record<string, string[]>> {
  const { shards } = await planned(files, { search: "indexed", shards: SIZES });
  const nameOf = (file: string): string => file.replace(/^content\/(?:posts|pages)\/(?:2025-)?|\.md$/g, "");
  return Object.fromEntries(
    shards.map((shard) => [shard.folder, shard.texts.map(({ file }) => nameOf(file))]),
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

  it("hold whole months of one language for many texts, newest first, with pages in the newest", async () => {
    const swiss = texts({ "posts/fr-ch/2025-04-01-s": "" });
    const site = settings("translations: { en: {}, fr-CH: {} }");
    expect(await shardsOf({ ...site, ...SIX, ...AIDE, ...ENGLISH, ...swiss })).toEqual({
      "/pagefind/fr-2/": ["03-01-p5", "aide", "fr-ch/2025-04-01-s"],
      "/pagefind/fr-1/": ["02-03-p4", "02-02-p3", "02-01-p2", "01-03-p1", "01-02-p0"],
      "/pagefind/en-1/": ["en/2025-01-09-e"],
    });
  });

  it.each([
    ["a new post", { ...SIX, ...texts({ "posts/2025-04-01-n": "" }) }, "/pagefind/fr-2/"],
    ["a backdated one", { ...SIX, ...texts({ "posts/2025-01-01-o": "" }) }, "/pagefind/fr-1/"],
    ["a deleted one", posts("01-02", "02-01", "02-02", "02-03", "03-01"), "/pagefind/fr-1/"],
  ])("change in only one shard for %s", async (_, files, folder) => {
    const named = (shards: Record<string, string[]>): Record<string, string> =>
      Object.fromEntries(Object.entries(shards).map(([key, all]) => [key, all.join().replace(/-p\d/g, "")]));
    const [before, after] = [named(await shardsOf(SIX)), named(await shardsOf(files))];
    expect(Object.keys(before).filter((one) => before[one] !== after[one])).toEqual([folder]);
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

  it("that a search page uses are those of its language, or all if no text is in it", async () => {
    const spanish = texts({ "posts/es/2025-01-09-s": "noindex: true" });
    const files = { ...settings("translations: { en: {}, es: {} }"), ...SIX, ...ENGLISH, ...spanish };
    const { data } = await planned(files, { search: "indexed", shards: SIZES });
    const french = ["/pagefind/fr-2/", "/pagefind/fr-1/"];
    expect(data("/recherche/", "indexes")).toEqual(french);
    expect(data("/en/search/", "indexes")).toEqual(["/pagefind/en-1/"]);
    expect(data("/es/recherche/", "indexes")).toEqual([...french, "/pagefind/en-1/"]);
  });
});

describe("the search page", () => {
  const A = texts({ "posts/2026-01-01-a": "author: Ada\ntags: [Été]" });
  const INDEXED = { search: "indexed" } as const;

  it("filters by tag, custom taxonomy, year and person, in its language", async () => {
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
    });
    expect(data("/en/search/", "filters")).toContainEqual({ name: "promotion", label: "Cohort" });
    // Every page links to the one in its language.
    expect([data("/404.html", "search"), data("/en/", "search")]).toEqual(["/recherche/", "/en/search/"]);
  });

  it("is absent from a site without search, and the only page where WebAssembly may run", async () => {
    const { urls, data, text } = await planned(A);
    expect([urls("search"), data("/", "search")]).toEqual([[], undefined]);
    expect(text("/_headers")).not.toContain("wasm");
    const rules = (await planned(A, INDEXED)).text("/_headers").split("\n\n");
    const running = rules.filter((rule) => rule.includes("'wasm-unsafe-eval'"));
    expect(running.map((rule) => rule.split("\n")[0])).toEqual(["/recherche/"]);
  });
});
