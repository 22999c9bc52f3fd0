import { describe, expect, it } from "vitest";
import { loadContent } from "../../../../src/content/load.ts";
import { show } from "../../../../src/shown-problems.ts";
import { load, NOW, post, siteRoot } from "../site-root.ts";

const POST = { "content/posts/2026-01-05-titre.md": post("title: A") };
const HEAD = ["title: T", "url: https://blog.example.org"];

/** `line:column code → hint` of each problem of a `site.yaml` with these lines. */
async function said(...lines: string[]): Promise<string[]> {
  const { problems } = await load({ ...POST, "content/site.yaml": [...HEAD, ...lines, ""].join("\n") });
  // A note says what a statement of accessibility lacks.
  return problems
    .filter(({ severity }) => severity !== "note")
    .map(({ line, column, code, hint }) => `${String(line)}:${String(column)} ${code} → ${hint}`);
}

/** The lines with `hint` pasted: in place of the line with the same key, or below that of the map that lacks the key. */
function pasted(lines: readonly string[], index: number, hint: string): string[] {
  const keyOf = (line = ""): string => line.replace(/^(\s*)# /, "$1").replace(/:.*/, "");
  const isSame = keyOf(lines[index]) === keyOf(hint);
  return lines.toSpliced(index + (isSame ? 0 : 1), isSame ? 1 : 0, hint);
}

const MATOMO = "  matomo: https://stats.example.org/";

describe("the fix for a refused setting", () => {
  it.each([
    [
      "an unknown consent mode: the safe one",
      ["audience:", MATOMO, "  siteId: 3", "  consent: oui"],
      "6:12",
      "  consent: ask",
    ],
    [
      "a misspelt consent mode",
      ["audience:", MATOMO, "  siteId: 3", "  consent: Ask # demandé"],
      "6:12",
      "  consent: ask # demandé",
    ],
    [
      "an order in words",
      ["taxonomies: { serie: { label: Séries, ordered: par date } }"],
      "3:48",
      "taxonomies: { serie: { label: Séries, ordered: oui } }",
    ],
    ["an address", ["addresses:", "  tag: mots/ # les mots"], "4:8", "  tag: /mots-cles/:slug/ # les mots"],
    [
      "an address in a map on one line",
      ["addresses: { home: /, tag: /t/ }"],
      "3:28",
      "addresses: { home: /, tag: /mots-cles/:slug/ }",
    ],
    [
      "the address of a taxonomy",
      ["taxonomies:", "  cohorte:", "    label: Cohorte", "    address: /cohorte/"],
      "6:14",
      "    address: /cohorte/:slug/",
    ],
    [
      "the address of a taxonomy, in the folder that the owner chose",
      ["taxonomies:", "  cohorte:", "    label: Cohorte", "    address: /promotions"],
      "6:14",
      "    address: /promotions/:slug/",
    ],
    [
      "the address that Git clones from",
      ["repository: git@github.com:programme/journal.git"],
      "3:13",
      "repository: https://github.com/programme/journal",
    ],
    [
      "the same with its scheme",
      ["repository: ssh://git@gitlab.example.org:2222/programme/journal.git"],
      "3:13",
      "repository: https://gitlab.example.org/programme/journal",
    ],
    [
      "the beginning of a choice",
      ["accessibility:", "  status: partiel", "  rate: 60", "  auditedOn: 2026-01-02"],
      "4:11",
      "  status: partiellement conforme",
    ],
    ["a number inside text", ["audience:", MATOMO, '  siteId: "n° 12"'], "5:11", "  siteId: 12"],
    ["a missing number", ["audience:", MATOMO], "3:1", "  siteId: 12"],
    [
      "a number inside text, in a map on one line",
      ['audience: { matomo: https://stats.example.org/, siteId: "n° 7", consent: ask }'],
      "3:57",
      "audience: { matomo: https://stats.example.org/, siteId: 7, consent: ask }",
    ],
    [
      "a key missing from a map on one line",
      ["audience: { matomo: https://stats.example.org/ }"],
      "3:1",
      "audience: { matomo: https://stats.example.org/, siteId: 12 }",
    ],
    [
      "an address without its scheme",
      ["audience:", "  matomo: stats.gouv.fr/m/", "  siteId: 2"],
      "4:11",
      "  matomo: https://stats.gouv.fr/m/",
    ],
    [
      "a rate with a percent sign",
      ["accessibility:", "  rate: 78 %", "  nonConformities: [une]"],
      "4:9",
      "  rate: 78",
    ],
    [
      "the name of a term in brackets",
      ["taxonomies:", "  cohorte: { label: C, terms: { c4: [C 4] } }"],
      "4:37",
      "  cohorte: { label: C, terms: { c4: C 4 } }",
    ],
    ["a text in brackets", ["notice: [Bonjour]"], "3:9", "notice: Bonjour"],
    ["a text in brackets that a comma cut in two", ["notice: [Oui, ici]"], "3:9", 'notice: "Oui, ici"'],
    ["several paths for one", ["theme:", "  logo: [/img/a.svg, /img/b.svg]"], "4:9", "  logo: /img/a.svg"],
    ["a rate with a comma", ["accessibility:", "    rate: 78,5 %"], "4:11", "    rate: 78.5"],
    [
      "a rate that is not a number: no rate is invented",
      ["accessibility:", "  rate: bon", "  auditor: A"],
      "4:9",
      "  # rate: bon",
    ],
    [
      "a rate above 100: no rate is invented",
      ["accessibility:", "  rate: 178", "  auditor: A"],
      "4:9",
      "  # rate: 178",
    ],
    ["a misspelt status", ["accessibility:", "  status: non-conforme"], "4:11", "  status: non conforme"],
    [
      "an unknown status: the least favourable one",
      ["accessibility:", "  status: parfait"],
      "4:11",
      "  status: non conforme",
    ],
    [
      "one non-conformity, not in a list",
      ["accessibility:", "  nonConformities: une"],
      "4:20",
      "  nonConformities: [une]",
    ],
    ["a scalar in place of a map", ["accessibility: oui"], "3:16", "accessibility: { status: non conforme }"],
    [
      "a path without its slash",
      ["theme:", '  accent: "#00684a"', "  logo: img/logo.svg"],
      "5:9",
      "  logo: /img/logo.svg",
    ],
    [
      "a path that begins with public/",
      ["theme:", "  logo: public/img/logo.svg"],
      "4:9",
      "  logo: /img/logo.svg",
    ],
    ["a colour without its #", ["theme:", '  accent: "00684a"'], "4:11", '  accent: "#00684a"'],
    ["a colour as rgb()", ["theme:", "  accent: rgb(0, 104, 74)"], "4:11", '  accent: "#00684a"'],
    ["a colour with its opacity", ["theme:", "  accent: '#00684aff'"], "4:11", '  accent: "#00684a"'],
    [
      "a colour as rgb() with a channel above 255",
      ["theme:", "  accent: rgb(0, 104, 740)"],
      "4:11",
      '  accent: "#55269b"',
    ],
    ["a colour name", ["theme:", "  accent: Navy"], "4:11", '  accent: "#000080"'],
    ["a colour name of CSS Color 4", ["theme:", "  accent: rebeccapurple"], "4:11", '  accent: "#663399"'],
    ["a colour name that CSS does not know", ["theme:", "  accent: vert"], "4:11", '  accent: "#55269b"'],
    [
      "a value in an item of a list",
      ["nav:", "  - label: Blog", "    url: /blog/", "  - label: 12", "    url: /x/"],
      "6:12",
      '  - label: "12"',
    ],
    ["a key missing from an item of a list", ["nav:", "  - label: Blog"], "4:5", "    url: /a-propos/"],
    ["a misspelt choice", ["embeds:", "  load: Lazzy"], "4:9", "  load: lazy"],
    ["a severity in French", ["checks:", "  vague-link: avertissement"], "4:15", "  vague-link: warn"],
    [
      "a taxonomy given only as a label",
      ["taxonomies:", "  promotion: Promotion"],
      "4:14",
      "  promotion: { label: Promotion }",
    ],
    ["a number with a unit", ["postsPerPage: '12 articles'"], "3:15", "postsPerPage: 12"],
    ["a number that is not whole", ["theme: { logoHeight: 60.4 }"], "3:22", "theme: { logoHeight: 80 }"],
    ["a height above the limit", ["theme: { logoHeight: 400 }"], "3:22", "theme: { logoHeight: 80 }"],
    [
      "terms in a list",
      ["taxonomies:", "  promotion:", "    label: Promotion", "    terms: [EIG 4, EIG 5]"],
      "6:12",
      "    terms: { eig-4: { label: EIG 4 }, eig-5: { label: EIG 5 } }",
    ],
    ["taxonomies in a list", ["taxonomies: [Lieu]"], "3:13", "taxonomies: { lieu: { label: Lieu } }"],
    [
      "a field given only as its type",
      ["fields: { remise: date }"],
      "3:19",
      "fields: { remise: { type: date } }",
    ],
    [
      "the words of a language given only as a title",
      ["translations: { en: The notebook }"],
      "3:21",
      "translations: { en: { title: The notebook } }",
    ],
    ["checks in a word", ["checks: off"], "3:9", "checks: { vague-link: off }"],
    [
      "accounts by name",
      ['social: { Mastodon: "https://social.example.org/@p" }'],
      "3:9",
      "social: [{ label: Mastodon, url: https://social.example.org/@p }]",
    ],
    [
      "one link, not in a list",
      ["nav: { label: Blog, url: /blog/ }"],
      "3:6",
      "nav: [{ label: Blog, url: /blog/ }]",
    ],
    ["text in place of a number", ["postsPerPage: beaucoup"], "3:15", "postsPerPage: 8"],
  ])("%s", async (_, lines, at, hint) => {
    expect(await said(...lines)).toEqual([`${at} settings → ${hint}`]);
    expect(await said(...pasted(lines, Number(at.split(":")[0]) - 3, hint))).toEqual([]);
  });

  it.each([
    ["taxonomies: { 12: { label: Douze } }", "taxonomies: { douze: { label: Douze } }"],
    ["taxonomies: { Été 2: { label: x } }", "taxonomies: { ete-2: { label: x } }"],
    ["taxonomies: { 12: { label: Tags } }", "taxonomies: { groupe-12: { label: Tags } }"],
    ["taxonomies: { 12: }", "taxonomies: { groupe-12: }"],
    ["taxonomies: { 12: Douze }", "taxonomies: { douze: { label: Douze } }"],
  ])("renames an invalid key: %s", async (line, hint) => {
    expect(await said(line)).toEqual([`3:15 settings → ${hint}`]);
  });

  it("names the nearest kind of page for an unknown address, or lists all kinds", async () => {
    expect(await said("addresses: { autheurs: /x/ }")).toEqual([
      "3:14 unknown-key → Vouliez-vous écrire « people » ?",
    ]);
    const [told] = await said("addresses: { zzz: /x/ }");
    expect(told).toContain("Clés possibles : home, blog, page, tags, tag, people, person,");
  });

  it("is empty if it would leave an empty block", async () => {
    expect(await said("accessibility:", "  rate: bon")).toEqual(["4:9 settings → "]);
  });

  it("gives the code of a language", async () => {
    const { problems } = await load({ ...POST, "content/site.yaml": `${HEAD.join("\n")}\nlang: francais\n` });
    expect(problems).toMatchObject([{ line: 3, column: 7, hint: "lang: fr" }]);
    expect(problems[0]?.message).toContain("le code d’une langue, tel que fr ou en");
  });

  it("corrects a date as in posts", async () => {
    expect(await said("accessibility:", "  auditedOn: 02/03/2026")).toEqual([
      "4:14 bad-date →   auditedOn: 2026-03-02",
    ]);
    expect(await said("accessibility:", "  auditedOn: 13/03/2026")).toEqual([
      "4:14 bad-date →   auditedOn: 2026-03-13",
    ]);
    expect(await said("accessibility:", "  auditedOn: bientôt", "  rate: 20")).toEqual([
      "4:14 bad-date →   # auditedOn: bientôt",
    ]);
    expect(await said("archived: 30/06/2025")).toEqual(["3:11 bad-date → archived: 2025-06-30"]);
  });

  it("quotes a value that a # cuts, and the message says that # begins a comment", async () => {
    const { problems } = await load({
      ...POST,
      "content/site.yaml": [...HEAD, "theme:", "  accent: #00684a", ""].join("\n"),
    });
    expect(problems).toMatchObject([
      { line: 4, column: 3, code: "settings", severity: "error", hint: '  accent: "#00684a"' },
    ]);
    expect(problems[0]?.message).toContain("# après une espace commence un commentaire");
  });

  it.each([
    [["theme: { accent: #00684a }"], "3:18", 'theme: { accent: "#00684a" }'],
    [
      ["theme: { logo: /a.svg, accent: #00684a, accentDark: #0f0 }"],
      "3:32",
      'theme: { logo: /a.svg, accent: "#00684a", accentDark: "#0f0" }',
    ],
    [["theme: {", "  accent: #00684a,", "  logoAlt: A", "}"], "4:11", '  accent: "#00684a",'],
    [["theme:", "  { accent: #00684a, logoAlt: A }"], "4:13", '  { accent: "#00684a", logoAlt: A }'],
  ])("quotes a value that a # cuts in a map in braces: %j", async (lines, at, hint) => {
    const root = siteRoot({ ...POST, "content/site.yaml": [...HEAD, ...lines, ""].join("\n") });
    const { problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
    const [shown] = show(problems, { lang: "fr" });
    expect(`${String(shown?.line)}:${String(shown?.column)}`).toBe(at);
    expect(shown).toMatchObject({ code: "settings", severity: "error", hint });
    expect(shown?.message).toContain("# après une espace commence un commentaire");
    const mended = lines.with(Number(at.split(":")[0]) - 3, hint);
    expect(await said(...mended)).not.toContainEqual(expect.stringContaining(" settings "));
  });

  it.each([
    ["tags.yaml", "open-data:\n  label: B\n  aliases: data, open data\n", "  aliases: [data, open data]"],
    [
      "tags.yaml",
      "open-data:\n  label: B\n  aliases: data, open [data], 2024\n",
      '  aliases: [data, "open [data]", "2024"]',
    ],
    ["people.yaml", "jo:\n  name: Jo Bel\n  aliases: Jo B., J. Bel\n", "  aliases: [Jo B., J. Bel]"],
    ["site.yaml", "title: T\nshare: mail, copy\n", "share: [mail, copy]"],
    ["site.yaml", "title: T\nembeds:\n  allow: a.fr, b.fr\n", "  allow: [a.fr, b.fr]"],
    ["site.yaml", "title: T\nalsoServed: /a/, /b/\n", "alsoServed: [/a/, /b/]"],
    // Inside braces, the comma begins another key, which is reported on its own.
    ["site.yaml", "title: T\nfields: { f: { options: a, b } }\n", "fields: { f: { options: [a], b } }"],
  ])("makes a list of names separated by commas, in %s", async (name, text, fix) => {
    const { problems } = await load({ ...POST, [`content/${name}`]: text });
    const hints = problems.filter(({ severity }) => severity === "error").map(({ hint }) => hint);
    expect(hints).toEqual([fix]);
  });

  it.each([
    ["share: [facebook]", "share: [mail, copy, mastodon, bluesky, linkedin, x]"],
    ["share: [courriel, facebook, Twitter] # tous", "share: [mail, x] # tous"],
    ["share: [mail, mastodonte]", "share: [mail, mastodon]"],
    ["share:\n  - mail\n  - facebook # ?", "  # - facebook # ?"],
    ["share:\n  - mail\n  - twitter", "  - x"],
    ["share:\n  - facebook", "  - mail"],
  ])("leaves out of a list what is none of its choices: %s", async (text, fix) => {
    const lines = text.split("\n");
    const [first = "", ...others] = await said(...lines);
    expect(first.split(" → ")[1]).toBe(fix);
    expect(others).toEqual([]);
    const line = Number(first.split(":")[0]) - 3;
    expect(await said(...lines.with(line, fix))).toEqual([]);
  });

  it("does not take a block of comments for a value", async () => {
    const { problems } = await load({
      ...POST,
      "content/site.yaml": [...HEAD, "audience: # notre Matomo", "  # matomo: x", ""].join("\n"),
    });
    expect(problems).toMatchObject([{ line: 3, hint: expect.stringContaining("consent: ask") as string }]);
    expect(problems[0]?.message).toContain("« audience » est vide");
  });

  it("corrects people.yaml and tags.yaml in the same way", async () => {
    const { problems } = await load({
      ...POST,
      "content/people.yaml": "jeanne:\n  name: Jeanne\n  aliases: JM\nali:\n  role: Chef\n",
      "content/tags.yaml": "design:\n  label: 12\n",
    });
    expect(problems.map(({ file, line, hint }) => [file, line, hint])).toEqual([
      ["content/people.yaml", 3, "  aliases: [JM]"],
      ["content/people.yaml", 4, "  name: Ana Diallo"],
      ["content/tags.yaml", 2, '  label: "12"'],
    ]);
  });

  it.each([
    ["handles: '@pole'", 'handles: { mastodon: "@equipe@social.example.org" }'],
    ["links: https://example.org/", "links: [{ label: example.org, url: https://example.org/ }]"],
    ["links: [https://example.org/]", "links: [{ label: example.org, url: https://example.org/ }]"],
    ["links: { Site: https://example.org/ }", "links: [{ label: Site, url: https://example.org/ }]"],
    ["translations: { en: Data }", "translations: { en: { role: designer } }"],
  ])("corrects what is said of a person: %s", async (line, hint) => {
    const said = async (written: string): Promise<string[]> => {
      const { problems } = await load({
        ...POST,
        "content/people.yaml": `pole:\n  name: Pôle\n  ${written}\n`,
      });
      return problems.map((one) => `${String(one.line)} ${one.code} → ${one.hint}`);
    };
    expect(await said(line)).toEqual([`3 settings →   ${hint}`]);
    expect(await said(hint)).toEqual([]);
  });

  it("comments out an optional setting that is empty", async () => {
    const { problems } = await load({
      ...POST,
      "content/site.yaml": [...HEAD, "description:", ""].join("\n"),
      "content/people.yaml": "a:\n  name: A\n  team:\n",
    });
    expect(problems.map(({ hint }) => hint)).toEqual(["  # team:", "# description:"]);
  });

  it("leaves the other settings in effect if the title is missing", async () => {
    const { content } = await load({
      ...POST,
      "content/site.yaml": "titre: T\nurl: https://b.example.org\nlang: en\n",
    });
    expect(content.site).toMatchObject({ origin: "https://b.example.org", lang: "en" });
  });

  it("gives a missing key the value found under another name", async () => {
    const files = { ...POST, "content/people.yaml": "ali:\n  nom: Ali B.\n" };
    const { problems } = await load({ ...files, "content/site.yaml": "titre: Le blog # à nous\n" });
    const hints = problems.filter(({ code }) => code === "settings").map(({ hint }) => hint);
    expect(hints).toEqual(["  name: Ali B.", "title: Le blog # à nous"]);
  });
});

describe("links of a menu written as a name and its address", () => {
  it.each([
    [
      ["nav: [Articles: /blog/, Contact: contact.md]"],
      "nav: [{ label: Articles, url: /blog/ }, Contact: contact.md]",
    ],
    [["nav:", "  - Nos articles: /blog/"], "  - { label: Nos articles, url: /blog/ }"],
    [["nav:", "  - { Articles: /blog/ }"], "  - { label: Articles, url: /blog/ }"],
  ])("%j → %s", async (lines, fix) => {
    const hints = (await said(...lines)).filter((one) => one.includes("settings"));
    expect(hints[0]).toContain(`settings → ${fix}`);
    expect(hints[1]).toContain(`settings → ${fix}`);
  });

  it("a missing key between brackets is added in braces", async () => {
    expect(await said("nav: [label: Articles]")).toEqual([
      "3:7 settings → nav: [{ label: Articles, url: /a-propos/ }]",
    ]);
  });
});

it.each([
  ["fr", "nav: [{ label: Articles, url: /a-propos/ }]"],
  ["en", "nav: [{ label: Articles, url: /about/ }]"],
] as const)("an example is in the language of the message (%s)", async (lang, hint) => {
  const root = siteRoot({ ...POST, "content/site.yaml": [...HEAD, "nav: [label: Articles]", ""].join("\n") });
  const { problems } = await loadContent({ root, now: NOW, builtinLayouts: ["post"] });
  expect(show(problems, { lang })[0]).toMatchObject({ code: "settings", hint });
});

it("a key in capitals gets the same key in lower case as a suggestion", async () => {
  expect(await said("EMAIL: a@example.org")).toMatchObject([expect.stringContaining("« email »")]);
  const { problems } = await load({
    ...POST,
    "content/site.yaml": "title: T\nURL: https://a.org\npermalink: /:slug/\n",
  });
  expect(problems).toMatchObject([{ line: 2, code: "unknown-key", hint: "Vouliez-vous écrire « url » ?" }]);
});

it("a misspelt key of a tag in tags.yaml gets its right spelling", async () => {
  const { problems } = await load({
    ...POST,
    "content/tags.yaml": "data:\n  label: Données\n  alias: [data]\n",
  });
  expect(problems).toMatchObject([{ line: 3, column: 3, code: "unknown-key" }]);
  expect(problems[0]?.hint).toContain("aliases");
});

it.each([
  ["people.yaml", "equipe-du-programme: { name: L’équipe du programme }"],
  ["tags.yaml", "design: Design"],
  ["redirects.yaml", "/ancienne-adresse/: /nouvelle-adresse/"],
])("a list in %s gets an example line of that file", async (name, hint) => {
  const { problems } = await load({ ...POST, [`content/${name}`]: "- a\n- b\n" });
  expect(problems[0]).toMatchObject({ file: `content/${name}`, line: 1, code: "settings", hint });
});
