// A programme: projects, cohorts and people with files, which name each other.
import { describe, expect, it } from "vitest";
import { fixes, load, post } from "../content/site-root.ts";
import { planned, settings, texts } from "./planned.ts";

const SITE = settings(
  "taxonomies:",
  "  defi:",
  "    label: Défi",
  "    plural: Défis",
  "    folder: defis",
  "    fields: { site: { type: url, label: En ligne }, open: { type: boolean, label: Ouvert } }",
  "    index: { group: promo }",
  "  promo: { label: Promotion, plural: Promotions, folder: promos, index: { order: newest } }",
  "  theme: { label: Thème }",
  "people: { fields: { status: { type: string, label: Statut, options: [talent, mentor] } }, index: { group: status } }",
);
const PROGRAMME = {
  ...SITE,
  ...texts({
    "defis/pilote":
      'title: "Pilote, le défi"\nsite: https://www.pilote.example/\nopen: oui\npromo: promo-6\ntheme: Eau\naliases: [pilotage, /vieux/]',
    "defis/zen": "promo: Promotion 5",
    "defis/seul": "",
    "promos/promo-5": "title: Promotion 5",
    "promos/promo-6": "title: Promotion 6\ndescription: La sixième.",
    "people/bob": 'title: "Bob Le"\nformer: true\ndefi: [pilotage]',
    "people/cy": 'title: "Cy Ba"\nstatus: mentor\nweight: 1',
    "posts/2026-01-01-a": "defi: PILOTAGE\nauthor: Ana Roy",
  }),
  // A person may have a name instead of a title.
  "content/people/ana.md": post(
    ...["name: Ana Roy", "role: designer", "status: talent", "defi: Pilote, le défi", "promo: [Promotion 6]"],
  ),
};

interface Card {
  label: string;
}
const labels = (cards: unknown): string[] => (cards as Card[]).map(({ label }) => label);
const sections = (all: unknown): unknown[] =>
  (all as { label?: string; cards: Card[] }[]).map(({ label = "", cards }) => [label, ...labels(cards)]);

describe("a term with a file", () => {
  it("is named by its title, slug or alias, and its page shows what names it, kind by kind", async () => {
    const { at, data } = await planned(PROGRAMME);
    const page = at("/defi/pilote/");
    expect(page).toMatchObject({ kind: "tag", layout: "term", entry: { file: "content/defis/pilote.md" } });
    expect(page.data).toMatchObject({ title: "Pilote, le défi", noindex: false, posts: [{ title: "A" }] });
    const by = data("/defi/pilote/", "namedBy") as { label: string; cards: Card[] }[];
    // Those who left come last.
    expect(by.map(({ label, cards }) => [label, ...labels(cards)])).toEqual([
      ["Personnes", "Ana Roy", "Bob Le"],
    ]);
    expect(data("/promo/promo-6/", "namedBy")).toMatchObject([
      { label: "Défis", cards: [{ label: "Pilote, le défi", names: ["promo/promo-6", "theme/eau"] }] },
      { label: "Personnes", cards: [{ label: "Ana Roy", role: "designer", initials: "AR", isPerson: true }] },
    ]);
  });

  it("has facts: its fields by their labels, then the terms that it names", async () => {
    const { data } = await planned(PROGRAMME);
    expect(data("/defi/pilote/", "facts")).toEqual([
      { label: "En ligne", values: [{ label: "pilote.example", url: "https://www.pilote.example/" }] },
      { label: "Ouvert", values: [{ label: "Oui" }] },
      { label: "Promotion", values: [{ label: "Promotion 6", url: "/promo/promo-6/" }] },
      { label: "Thème", values: [{ label: "Eau", url: "/theme/eau/" }] },
    ]);
  });

  it("names plain terms, whose pages and counts are of both kinds", async () => {
    const { at, data } = await planned(PROGRAMME);
    expect(data("/theme/", "groups")).toMatchObject([{ label: "Eau", count: 1, isMixed: true }]);
    expect(at("/theme/eau/").data).toMatchObject({
      total: 0,
      namedBy: [{ cards: [{ label: "Pilote, le défi" }] }],
    });
  });

  it("is shown by a post that names it", async () => {
    const { data } = await planned(PROGRAMME);
    expect(data("/blog/2026/01/01/a/", "named")).toMatchObject([
      {
        label: "Défi",
        links: [{ label: "Pilote, le défi", url: "/defi/pilote/" }],
        cards: [{ url: "/defi/pilote/" }],
      },
    ]);
  });

  it("takes old addresses as aliases that begin with a slash", async () => {
    const { content } = await load(PROGRAMME);
    expect(content.redirects).toMatchObject([{ from: "/vieux/", to: "/defi/pilote/" }]);
  });

  it("has no page as a draft, and its name stays text", async () => {
    const draft = { "content/promos/promo-6.md": "---\ntitle: Promotion 6\ndraft: true\n---\n" };
    const { urls, data } = await planned({ ...PROGRAMME, ...draft });
    expect(urls("tag")).not.toContain("/promo/promo-6/");
    expect(data("/defi/pilote/", "facts")).toContainEqual({
      label: "Promotion",
      values: [{ label: "Promotion 6" }],
    });
    const shown = await planned({ ...PROGRAMME, ...draft }, {}, { drafts: true });
    expect(shown.urls("tag")).toContain("/promo/promo-6/");
  });

  it("has a page in each language in which it has a file or is named", async () => {
    const { at, data } = await planned({
      ...PROGRAMME,
      ...texts({
        "defis/en/pilot": "title: Pilot\ntranslationOf: pilote",
        "posts/en/2026-01-02-b": "defi: [Pilote, zen]",
      }),
    });
    expect(data("/en/defi/pilot/", "posts")).toMatchObject([{ title: "B" }]);
    expect(data("/en/defi/pilot/", "alternates")).toMatchObject([
      { url: "/defi/pilote/" },
      { url: "/en/defi/pilot/" },
    ]);
    expect(at("/en/defi/zen/").entry).toBeUndefined();
  });
});

describe("an index of terms with files", () => {
  it("has cards under the headings of a taxonomy, in its order, then those without", async () => {
    const { data } = await planned(PROGRAMME);
    expect(sections(data("/defi/", "sections"))).toEqual([
      ["Promotion 6", "Pilote, le défi"],
      ["Promotion 5", "Zen"],
      ["Autres", "Seul"],
    ]);
    expect(data("/defi/", "title")).toBe("Défis");
    expect(sections(data("/promo/", "sections"))).toEqual([["", "Promotion 6", "Promotion 5"]]);
  });

  it("of people has all who have a file or sign, under the options of a field; who left comes last", async () => {
    const { data } = await planned({ ...PROGRAMME, ...texts({ "posts/2026-01-02-b": "author: Dan Ur" }) });
    expect(sections(data("/auteurs/", "sections"))).toEqual([
      ["talent", "Ana Roy"],
      ["mentor", "Cy Ba"],
      ["Autres", "Dan Ur"],
      ["Anciens membres", "Bob Le"],
    ]);
    expect(data("/auteurs/", "title")).toBe("Personnes");
  });

  it("has filters from 24 cards on, and pages of 60 if it has more than 200", async () => {
    const many = (n: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: n }, (_, i) => [`defis/d-${String(i)}`, `theme: ${i % 2 ? "Eau" : "Air"}`]),
      );
    const few = await planned({ ...SITE, ...texts(many(23)) });
    expect(few.data("/defi/", "filters")).toEqual([]);
    const all = await planned({ ...SITE, ...texts(many(201)) });
    expect(all.data("/defi/", "filters")).toEqual([
      {
        ...{ name: "theme", label: "Thème" },
        options: [
          { value: "theme/air", label: "Air" },
          { value: "theme/eau", label: "Eau" },
        ],
      },
    ]);
    expect(all.urls("tags").filter((url) => url.startsWith("/defi/"))).toHaveLength(4);
  });
});

describe("the home page of a programme", () => {
  const home = (sections: string): Record<string, string> => ({
    ...PROGRAMME,
    "content/site.yaml": `${String(SITE["content/site.yaml"])}home: ${sections}\npartners: [{ name: Ville, logo: /img/v.svg, url: /x/ }, { name: État }]\n`,
    "content/pages/index.md": post("title: Accueil"),
  });
  const logoOf = (src: string, alt: string) => ({ src, alt, width: 64, height: 64 });

  it("has the sections that `home` names, with the text of index.md as introduction", async () => {
    const { at } = await planned(
      {
        ...home("[defi, theme, agenda, posts, partners]"),
        ...texts({
          "posts/2025-01-01-venir": "event: { start: 2099-05-01 }",
          "posts/2025-01-02-passe": "event: { start: 2025-05-01 }",
        }),
      },
      { logoOf },
    );
    expect(at("/")).toMatchObject({
      ...{ kind: "home", layout: "home", entry: { file: "content/pages/index.md" } },
      data: {
        title: "Carnet",
        posts: [{ title: "A" }, { title: "Passe" }, { title: "Venir" }],
        homeSections: [
          { name: "intro" },
          { name: "defi", label: "Défis", url: "/defi/", cards: { length: 3 } },
          { name: "theme", cards: [{ label: "Eau" }] },
          { name: "agenda", posts: [{ title: "Venir" }], url: "/agenda/" },
          { name: "posts" },
          { name: "partners", partners: [{ name: "Ville", logo: { alt: "Ville" } }, { name: "État" }] },
        ],
      },
    });
  });

  it("shows six terms, and the latest post once", async () => {
    const many = Array.from({ length: 9 }, (_, i) => [`defis/d-${String(i)}`, ""]);
    const { data } = await planned({
      ...home("[lead, posts, defi]"),
      ...texts(Object.fromEntries(many) as Record<string, string>),
    });
    expect(data("/", "posts")).toEqual([]);
    expect(data("/", "homeSections")).toMatchObject({ 3: { cards: { length: 6 } } });
  });

  it("is replaced by index.md if `home` is not set", async () => {
    const { at } = await planned({ ...home("[]"), ...SITE });
    expect([at("/").kind, at("/").data["homeSections"]]).toEqual(["page", undefined]);
  });

  it("reports a section that it cannot have, with the nearest", async () => {
    const { problems } = await load(home("[intro, partner]"));
    expect(fixes(problems)).toContainEqual(expect.stringMatching(/ value → partners$/));
  });
});

describe("a name or a file that is wrong", () => {
  it.each([
    [
      "a name that nothing has, with the nearest one",
      { "posts/2026-01-03-c": "promo: [Promotoin 6]" },
      "3:9 warn unknown-tag → Promotion 6",
    ],
    ["two files of one term", { "defis/autre": "title: ZEN" }, "2:8 error duplicate-term → "],
    ["a field that is not declared", { "defis/autre": "town: Paris" }, "3:1 warn unknown-key → "],
    ["a value that a field cannot have", { "people/dan": "status: chef" }, "3:9 error value → "],
  ])("reports %s", async (_, more, expected) => {
    const { problems } = await load({ ...PROGRAMME, ...texts(more) });
    expect(fixes(problems).join("\n")).toContain(expected);
  });

  it("reports an id that people.yaml and a file have, with both places", async () => {
    const { problems } = await load({ ...PROGRAMME, "content/people.yaml": "ana: { name: Ana Roy }\n" });
    expect(problems).toMatchObject([
      { code: "duplicate-term", message: expect.stringContaining("content/people.yaml") as string },
      { code: "near-duplicate-tag" },
    ]);
  });

  it.each([
    ["folder: posts", "value"],
    ["folder: a, index: { group: nothing }", "value"],
    ["folder: a, fields: { slug: {} }", "settings"],
  ])("refuses a taxonomy with %s", async (lines, code) => {
    const { problems } = await load(settings(`taxonomies: { t: { label: T, ${lines} } }`));
    expect(problems.map((one) => one.code)).toContain(code);
  });
});
