import { describe, expect, it } from "vitest";
import { post, type Files } from "../content/site-root.ts";
import { planned, settings } from "./planned.ts";

const SIZES = { smallest: 4, most: 3 };

/** Posts of these days of 2025, each in a file whose name ends with its index. */
function posts(days: readonly string[]): Files {
  return Object.fromEntries(
    days.map((day, i) => [`content/posts/2025-${day}-p${String(i)}.md`, post("title: A")]),
  );
}

const COHORTS: Files = {
  ...settings("taxonomies: { promotion: { label: Promotion } }"),
  "content/people.yaml":
    'une: { name: Équipe Une, role: "l\'analyse", photo: /une.svg, promotion: [EIG 4, EIG 5] }\ndeux: { name: Équipe Deux, promotion: EIG 4 }\n',
};

const shardsOf = async (files: Files): Promise<Record<string, string[]>> => {
  const { shards } = await planned(files, { search: "indexed", shards: SIZES });
  const names = (shard: (typeof shards)[number]): string[] =>
    shard.texts.map((text) =>
      text.entry
        ? text.entry.file.replace(/^content\/(?:posts|pages)\/(?:2025-)?|\.md$/g, "")
        : text.term.url,
    );
  return Object.fromEntries(shards.map((shard) => [shard.folder, names(shard)]));
};

const SIX = posts(["01-02", "01-03", "02-01", "02-02", "02-03", "03-01"]);

describe("the search indexes of a site", () => {
  it("are a single one for few texts, whatever their languages", async () => {
    const english = { "content/posts/en/2025-01-09-e.md": post("title: E") };
    const files = { ...posts(["01-02", "02-03"]), ...english, "content/pages/aide.md": post("title: Aide") };
    expect(await shardsOf(files)).toEqual({
      "/pagefind/": ["02-03-p1", "01-02-p0", "aide", "en/2025-01-09-e"],
    });
  });

  it("hold whole months for many texts, newest first, with pages in the newest", async () => {
    expect(await shardsOf({ ...SIX, "content/pages/aide.md": post("title: Aide") })).toEqual({
      "/pagefind/fr-2/": ["03-01-p5", "aide"],
      "/pagefind/fr-1/": ["02-03-p4", "02-02-p3", "02-01-p2", "01-03-p1", "01-02-p0"],
    });
  });

  it("hold the pages of terms that people have with the pages, in each language", async () => {
    const files = { ...SIX, ...COHORTS, "content/posts/en/2025-01-09-e.md": post("title: E") };
    expect(await shardsOf(files)).toMatchObject({
      "/pagefind/fr-2/": ["03-01-p5", "/promotion/eig-4/", "/promotion/eig-5/"],
      "/pagefind/en-1/": ["en/2025-01-09-e", "/en/promotion/eig-4/", "/en/promotion/eig-5/"],
    });
  });

  it("hold such a page once, with the text that introduces it, which may keep it out", async () => {
    const introduced = {
      "content/pages/promotion/eig-4.md": post("title: La quatrième"),
      "content/pages/promotion/eig-5.md": post("title: La cinquième", "noindex: true"),
    };
    const { shards } = await planned({ ...COHORTS, ...introduced }, { search: "indexed" });
    expect(shards.flatMap(({ texts }) => texts)).toMatchObject([
      {
        entry: { url: "/promotion/eig-4/", title: "La quatrième" },
        list: {
          term: { taxonomy: "promotion", label: "EIG 4" },
          members: [{ name: "Équipe Une", role: "l’analyse" }, { name: "Équipe Deux" }],
        },
      },
    ]);
    const drafts = {
      "content/pages/promotion/eig-4.md": post("title: La quatrième", "draft: true"),
      "content/posts/2025-01-02-a.md": post("title: A"),
    };
    expect(await shardsOf({ ...COHORTS, ...drafts })).toEqual({
      "/pagefind/": ["01-02-a", "/promotion/eig-4/", "/promotion/eig-5/"],
    });
  });

  it("omit and do not count drafts and `noindex` texts", async () => {
    const hidden = { "content/posts/2025-03-09-h.md": post("title: H", "noindex: true") };
    const draft = { "content/posts/2025-03-10-d.md": post("title: D", "draft: true") };
    const files = { ...posts(["01-02", "01-03", "02-01", "03-01"]), ...hidden, ...draft };
    expect(Object.keys(await shardsOf(files))).toEqual(["/pagefind/"]);
  });

  it("hold one language each, with its regional variants", async () => {
    const swiss = { "content/posts/fr-ch/2025-04-01-s.md": post("title: S") };
    const english = { "content/posts/en/2025-01-09-e.md": post("title: E") };
    const site = settings("translations: { en: {}, fr-CH: {} }");
    const shards = await shardsOf({ ...site, ...SIX, ...english, ...swiss });
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
    expect(await changed({ ...SIX, "content/posts/2025-04-01-n.md": post("title: N") })).toEqual([
      "/pagefind/fr-2/",
    ]);
    expect(await changed({ ...SIX, "content/posts/2025-01-01-o.md": post("title: O") })).toEqual([
      "/pagefind/fr-1/",
    ]);
    const without = Object.fromEntries(Object.entries(SIX).filter(([file]) => !file.includes("01-03")));
    expect(await changed(without)).toEqual(["/pagefind/fr-1/"]);
  });

  it("grow with the site, and stay few", async () => {
    const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));
    // 12 texts make three shards of 4; one more makes shards of 8.
    const days = months.map((month) => `${month}-10`);
    expect(Object.keys(await shardsOf(posts(days)))).toHaveLength(3);
    expect(Object.keys(await shardsOf(posts([...days, "12-11"])))).toHaveLength(2);
    const many = months.flatMap((month) => [`${month}-10`, `${month}-11`, `${month}-12`, `${month}-13`]);
    expect(Object.keys(await shardsOf(posts(many)))).toHaveLength(3);
  });
});

describe("a search page", () => {
  const indexesAt = async (files: Files, url: string): Promise<unknown> =>
    (await planned(files, { search: "indexed", shards: SIZES })).at(url).data["indexes"];

  it("uses the indexes of its language, newest first", async () => {
    const english = { "content/posts/en/2025-01-09-e.md": post("title: E") };
    expect(await indexesAt({ ...SIX, ...english }, "/recherche/")).toEqual([
      "/pagefind/fr-2/",
      "/pagefind/fr-1/",
    ]);
    expect(await indexesAt({ ...SIX, ...english }, "/en/search/")).toEqual(["/pagefind/en-1/"]);
  });

  it("uses the only index if there is one", async () => {
    expect(await indexesAt(posts(["01-02"]), "/recherche/")).toEqual(["/pagefind/"]);
  });

  it("uses those of the language with most texts, even another than the site's, if its own has none", async () => {
    const english = Object.fromEntries(
      ["01", "02", "03", "04"].map((day) => [`content/posts/en/2025-01-${day}-e.md`, post("title: E")]),
    );
    const site = settings("translations: { en: {}, es: {} }");
    const hidden = { "content/posts/es/2025-01-09-s.md": post("title: S", "noindex: true") };
    const files = { ...site, ...posts(["01-02", "02-01"]), ...english, ...hidden };
    expect(await indexesAt(files, "/es/recherche/")).toEqual(["/pagefind/en-1/"]);
  });

  it("uses those of the language with most texts if its own has none", async () => {
    const hidden = { "content/posts/en/2025-01-09-e.md": post("title: E", "noindex: true") };
    expect(await indexesAt({ ...SIX, ...hidden }, "/en/search/")).toEqual([
      "/pagefind/fr-2/",
      "/pagefind/fr-1/",
    ]);
  });
});
