import { describe, expect, it } from "vitest";
import { post } from "../content/site-root.ts";
import { planned, settings } from "./planned.ts";

const A = { "content/posts/2026-01-01-a.md": post("title: A", "author: Ada", "tags: [Été]") };
const INDEXED = { search: "indexed" } as const;

describe("the search page", () => {
  it("exists in each language, and every page of that language links to it", async () => {
    const files = { ...A, "content/posts/en/2026-01-02-b.md": post("title: B") };
    const { urls, at } = await planned(files, INDEXED);
    expect(urls("search")).toEqual(["/recherche/", "/en/search/"]);
    expect(at("/blog/2026/01/01/a/").data.search).toBe("/recherche/");
    expect(at("/404.html").data.search).toBe("/recherche/");
    expect(at("/en/").data.search).toBe("/en/search/");
    expect(at("/recherche/").data.alternates.map(({ url }) => url)).toEqual(["/recherche/", "/en/search/"]);
  });

  it("filters by tag, custom taxonomy, year and person", async () => {
    const { at } = await planned(
      { ...A, ...settings("taxonomies: { promotion: { label: Promotion } }") },
      INDEXED,
    );
    expect(at("/recherche/").data["filters"]).toEqual([
      { name: "tags", label: "Mot-clé" },
      { name: "promotion", label: "Promotion" },
      { name: "year", label: "Année" },
      { name: "person", label: "Auteur" },
    ]);
  });

  it("names taxonomies in the language of the page", async () => {
    const site = settings(
      "taxonomies: { promotion: { label: Promotion } }",
      "translations: { en: { taxonomies: { promotion: { label: Cohort } } } }",
    );
    const english = { "content/posts/en/2026-01-02-b.md": post("title: B", "promotion: EIG 4") };
    const { at } = await planned({ ...A, ...english, ...site }, INDEXED);
    const filters = at("/en/search/").data["filters"] as { name: string; label: string }[];
    expect(filters.find(({ name }) => name === "promotion")?.label).toBe("Cohort");
  });

  it("lists tags and years to browse", async () => {
    const { at } = await planned(A, INDEXED);
    expect(at("/recherche/").data).toMatchObject({
      tags: [{ label: "Été", url: "/mots-cles/ete/", count: 1 }],
      tagsUrl: "/mots-cles/",
      years: [{ label: "2026", url: "/archives/2026/", count: 1 }],
      archivesUrl: "/archives/",
    });
  });

  it("lists the 24 tags of most posts, in alphabetical order", async () => {
    const tags = Array.from({ length: 30 }, (_, i) => `T${String(i).padStart(2, "0")}`);
    const { at } = await planned(
      {
        "content/posts/2026-01-01-a.md": post("title: A", `tags: [${tags.join(", ")}]`),
        "content/posts/2026-01-02-b.md": post("title: B", "tags: [T29]"),
      },
      INDEXED,
    );
    const shown = at("/recherche/").data["tags"] as { label: string }[];
    expect(shown).toHaveLength(24);
    expect(shown.map(({ label }) => label)).toEqual([...tags.slice(0, 23), "T29"]);
  });

  it("says in a preview that it has no index", async () => {
    expect((await planned(A, { search: "unindexed" })).at("/recherche/").data["indexed"]).toBe(false);
    expect((await planned(A, INDEXED)).at("/recherche/").data["indexed"]).toBe(true);
  });

  it("does not exist on a site without search, and is not linked", async () => {
    const { urls, at } = await planned(A);
    expect(urls("search")).toEqual([]);
    expect(at("/").data.search).toBeUndefined();
  });

  it("is the only page where WebAssembly may run", async () => {
    const headers = (await planned(A, INDEXED)).at("/_headers").text?.() ?? "";
    const rules = headers.split("\n\n").filter((rule) => rule.includes("'wasm-unsafe-eval'"));
    expect(rules.map((rule) => rule.split("\n").slice(0, 2))).toEqual([
      ["/recherche/", "  ! Content-Security-Policy"],
    ]);
    expect((await planned(A)).at("/_headers").text?.()).not.toContain("wasm");
  });
});
