import { describe, expect, it } from "vitest";
import { bodyRemarks } from "../../../src/content/body-remarks.ts";
import { entriesOf } from "../../../src/content/collections.ts";
import { parseYaml, placesIn, yamlOf } from "../../../src/content/yaml.ts";
import { show, type ShownProblem } from "../../../src/shown-problems.ts";
import { fixes, load, one, post, SITE, type Files } from "./site-root.ts";

const FILE = "content/posts/2026-01-05-titre.md";

/** Each problem of a post that is this text. It is published only if none is an error. */
async function reported(text: string, site = SITE): Promise<string[]> {
  const { problems, content } = await load({ [FILE]: text, "content/site.yaml": site });
  const isRefused = problems.some(({ severity }) => severity === "error");
  expect(content.posts).toHaveLength(isRefused ? 0 : 1);
  return fixes(problems);
}

/** The same for a post with these lines in its front matter, and a title unless they have one. */
const lines = (written: string, site?: string): Promise<string[]> =>
  reported(/^\t?(?:- )?(?:titre|title)/m.test(written) ? post(written) : post("title: A", written), site);

describe("the lines around front matter", () => {
  it.each([
    ["---  \ntitle: A\n--- \nUn\n\n---\n\nDeux\n", "Un\n\n---\n\nDeux\n"],
    ["\ufeff---\r\ntitle: A\r\n---\r\nUn\r\n", "Un\n"],
  ])("may have blanks at their end, CRLF and a byte-order mark: %j", async (text, body) => {
    const { content, found } = await load({ [FILE]: text });
    expect(found).toEqual([]);
    expect(content.posts[0]).toMatchObject({ title: "A", bodyLine: 4 });
    expect(content.posts[0]?.body.toString()).toBe(body);
  });
  it.each(["---js", "---json", "---constructor", "--- js", "----", "+++", " ---", "\u200b---", "\n---"])(
    "%j does not open it: nothing runs, and no second front matter is offered, under which a draft is published",
    async (line) => {
      const [first, ...others] = await reported(`${line}\nprocess.exit(1)\ndraft: true\ntitle: A\n---\nUn\n`);
      expect(first).toMatch(/^1:1 error front-matter → /);
      expect(first).not.toContain("title");
      expect(others).toEqual([]);
    },
  );
  it.each([
    ["", "3:1"],
    ["Un texte", "3:1"],
    ["--- a", "3:1"],
    ["- --", "4:1"],
  ])("%j does not close it: the line goes below its keys", async (line, place) => {
    expect(await reported(`---\ntitle: A\n${line}\nUn\n`)).toEqual([`${place} error front-matter → ---`]);
  });
  it.each([
    ["# **Mon** bilan\n\nUn\n", '---\ntitle: "Mon bilan"\n---'],
    ["Un\n\n---\n\ntitle: A\n", "---\ntitle: "],
    // Not looked for without end in a text of rules.
    ["Un\n" + "---\nx\n".repeat(20_000), "---\ntitle: "],
    ["Un\n" + "-".repeat(64_000), "---\ntitle: "],
    ["Un\n" + "--- a b\n".repeat(9000), "---\ntitle: "],
  ])("are offered, with the heading that a text begins with: %.30j", async (text, fix) => {
    const [line] = await reported(text);
    expect(line?.startsWith(`1:1 error front-matter → ${fix}`)).toBe(true);
  });
});

describe("YAML that cannot be read", () => {
  it.each([
    ["title: [Vidéo] Qui sont-ils", '2:1 error yaml → title: "[Vidéo] Qui sont-ils"'],
    ["title: 'Retour d'expérience : le défi'", `2:1 error yaml → title: "Retour d'expérience : le défi"`],
    ["title: Bilan : un an\nlang: fr", '2:1 error yaml → title: "Bilan : un an"'],
    ['title: "Un titre', '2:1 error yaml → title: "Un titre"'],
    ["title: '5\" de neige : un", '2:1 error yaml → title: "5\\" de neige : un"'],
    ["title: @moi", '2:1 error yaml → title: "@moi"'],
    ["title:\u00a0Un : deux", '2:1 error yaml → title: "Un : deux"'],
    ["\ttitle: A\nlang: fr", "2:2 error yaml → title: A"],
    ["image:/x.png", "3:1 error yaml → image: /x.png"],
    ["tags: [a, b: [c]", '3:1 error yaml → tags: "[a, b: [c]"'],
    // At the mark that is not closed, not where YAML stops; and at the first of two faults.
    ['title: "Bilan\nauthor: "Ana" et Bo\nlang: fr', '2:1 error yaml → title: "Bilan"'],
    ["title: Un : deux\nauthor: a : b", '2:1 error yaml → title: "Un : deux"'],
    // Where quotation marks would not help.
    ["- title", "2:1 error yaml → clé: valeur"],
    ["__proto__: 1", "3:1 error yaml → Écrivez"],
    ["title: A\nauthor: [&b [x], *b]", "3:1 error yaml → Écrivez"],
    ["title: A\nlang: fr\ntitle: B", "4:1 error yaml → Gardez"],
    ["title: A\n}: ]", "3:1 error yaml → "],
  ])("%j is reported as %s", async (head, expected) => {
    const [first] = await lines(head);
    expect(first?.startsWith(expected), first).toBe(true);
  });
  it.each([
    "fields: { a: { __proto__: 1 } }",
    "constructor: 1",
    'title: "a\\0b"',
    "a: &a [1, 2]\nb: [*a, *a]",
    "[".repeat(20_000),
  ])("holds nothing dangerous: %#", (yaml) => {
    const read = parseYaml("a.yaml", yaml);
    expect("problem" in read && read.problem.key).toMatch(/^yaml/);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

it("reads dates, words for flags and unusual numbers as text, and quoted text that goes on at the margin", () => {
  const written = 'a: [2026-03-02, oui, 08, 2024.10, 12, 1.5, true, ~]\nb: "Un\ntitre"';
  const data = { a: ["2026-03-02", "oui", "08", "2024.10", 12, 1.5, true, null], b: "Un titre" };
  expect(parseYaml("a.yaml", written)).toEqual({ data });
});

it.each([
  [["a", "b c", "oui", "d: e"], '[a, b c, "oui", "d: e"]'],
  [{ label: "À propos", url: "/a-propos/" }, "{ label: À propos, url: /a-propos/ }"],
  [true, "true"],
])("%j is written as YAML on one line", (value, written) => {
  expect(yamlOf(value)).toBe(written);
});

it.each([
  [["title"], "2:8", "2:1"],
  [["a: b"], "3:9", "3:1"],
  [["list", 1], "4:11", "4:11"],
  [["map", 0, "l"], "6:16", "6:13"],
  [["map", 1], "7:5", "7:5"],
  [["map", 0, "none"], "6:5", "6:5"],
  [["empty"], "8:1", "8:1"],
  [["none"], "2:1", "2:1"],
  [[], "2:1", "2:1"],
])("the value of %j is at %s, and its key at %s", (path, value, key) => {
  const text = 'title: A\n"a: b": c\nlist: [x, "y, z"]\nmap:\n  - { k: v, l: w }\n  - plain\nempty:\n';
  const at = placesIn("a.yaml", () => text, 2);
  const places = ([undefined, "key"] as const).map((part) => at(path, part));
  expect(places.map(({ line, column }) => `${String(line)}:${String(column)}`)).toEqual([value, key]);
});

describe("a key of front matter", () => {
  it.each([
    // Unknown, with the line under the key that was meant; joined to the list that this one has.
    ["tag: [a]", "3:1 warn unknown-key → tags: [a]"],
    ["description: L’atelier #3", '3:14 warn value → description: "L’atelier #3"'],
    ["tag: [a]\ntags: [b]", "3:1 warn unknown-key → tags: [b, a]"],
    ["desciption: Un an", "3:1 warn unknown-key → description: Un an"],
    ["mots-clés: a", "3:1 warn unknown-key → tags: a"],
    ["index: false", "3:1 warn unknown-key → Effacez cette ligne"],
    ["authors:\n  - { name: Paul Durand, rôle: Design }", "4:26 warn unknown-key → role: Design"],
    // Refused, with the value as it may have been meant, or an example.
    ["draft: peut-être", "3:8 error value → draft: true"],
    ["description: 12", '3:14 error value → description: "12"'],
    ["lang: français", "3:7 error value → lang: en"],
    ["date: true", '3:7 error value → date: "true"'],
    ["feedId: titre", "3:9 error value → feedId: https://blog.example.org/2021/04/01/titre"],
    ["corrections: oui", '3:14 error value → corrections: [{ date: 2026-03-05, text: "Chiffre corrigé." }]'],
    // It would make Eleventy run the text.
    ["templateEngineOverride: njk", "3:1 error script → "],
    ['eleventyComputed: { a: "{{ 7 * 7 }}" }', "3:1 error script → "],
    // An account that is none gets no link.
    ["twitter: Ana Diallo", "3:10 warn value → twitter: anadiallo"],
    ["title: 2024", '2:8 error value → title: "2024"'],
    [`title: ${"a".repeat(10_000)}`, "2:8 error value → "],
    ["title:", '2:1 error front-matter → title: "Mon titre"'],
    ["title: '\u00a0'", '2:1 error front-matter → title: "Mon titre"'],
    ["titre: Le bilan", '2:1 error front-matter → title: "Le bilan"'],
  ])("%.40s is reported as %s", async (written, expected) => {
    const [first, ...others] = await lines(written);
    expect(first?.startsWith(expected), first).toBe(true);
    expect(others).toEqual([]);
  });
  it("is reported with all others", async () => {
    const found = await lines("image: [a]\ncorrections: [{ date: 2026-03-05, txt: a }]\ntilte: b");
    const codes = ["3:8 error value", "4:15 error value", "4:35 warn unknown-key", "5:1 warn unknown-key"];
    expect(found.map((line) => line.replace(/ →.*/, ""))).toEqual(codes);
  });
  it("without a value says nothing", async () => {
    const { content, found } = await load(
      one("title: A", "twitter:", "image: null", "tags:", "layout: ''", "author: ~", "authors: [a b,]"),
    );
    expect(found).toEqual([]);
    expect(content.posts[0]).not.toHaveProperty("image");
    expect(content.posts[0]).not.toHaveProperty("twitter");
  });
  it("has its text on one line, trimmed, with its entities decoded", async () => {
    const { content } = await load(
      one('title: " Un\n\n  titre &#x2013; long "', 'description: "a &amp; b &eacute;"'),
    );
    expect(content.posts[0]).toMatchObject({ title: "Un titre – long", description: "a & b é" });
  });
});

describe("a field that site.yaml declares", () => {
  const site = (field: string): string => `${SITE}fields: { defi: ${field} }\n`;
  it.each([
    ["{ type: number }", "12", 12],
    ["{ type: boolean }", "oui", true],
    ["{ type: date }", "2026-03-02", "2026-03-02"],
    ["{ type: list }", "[a, 2]", ["a", "2"]],
    ["{ options: [a, 2] }", "2", "2"],
    ["{ type: url }", "/a/", "/a/"],
  ])("%s takes %s", async (field, written, value) => {
    const { content, found } = await load({
      "content/site.yaml": site(field),
      ...one("title: A", `defi: ${written}`),
    });
    expect(found).toEqual([]);
    expect(content.posts[0]?.fields).toEqual({ defi: value });
  });
  it.each([
    ["{ type: number }", "defi: douze", "3:7 error value → defi: 12"],
    ["{ type: date }", "defi: hier", "3:7 error bad-date → defi: AAAA-MM-JJ"],
    ["{ options: [rouge, vert] }", "defi: rouje", "3:7 error value → defi: rouge"],
    ["{ type: url }", "defi: exemple", "3:7 error value → defi: https://example.org/"],
    ["{ required: true }", "lang: fr", '2:1 error value → defi: "texte"'],
  ])("%s does not take %s", async (field, written, expected) => {
    expect(await lines(written, site(field))).toEqual([expected]);
  });
});

describe("a key that was meant to hold a text back", () => {
  it.each([
    ["Draft: true", "draft: true"],
    ["draf: true", "draft: true"],
    ["brouillon: bientôt", "draft: true"],
    ["brouillons: oui", "draft: true"],
    ["status: private", "draft: true"],
    ["publishd: false", "published: false"],
    ["publish_at: 2027-03-02 09:00", "publishAt: 2027-03-02 09:00"],
    ["embargo: bientôt", "publishAt: AAAA-MM-JJ HH:MM"],
    ["expire: 2020-01-01", "expires: 2020-01-01"],
    ["expiryDate: fin 2026", "expires: AAAA-MM-JJ HH:MM"],
    ["Date: 2027-01-01", "date: 2027-01-01"],
  ])("%s is an error, and the text is not published", async (line, hint) => {
    expect(await lines(line)).toEqual([`3:1 error front-matter → ${hint}`]);
  });
  it.each(["draft:", "published:", "publishAt:"])("%s without a value is one too", async (line) => {
    expect(await lines(line)).toEqual([expect.stringMatching(/^3:1 error value → /)]);
  });
  it.each([
    ["Draft: false", 1],
    ["publishDate: 2019-03-02", 1],
    ["experts: Ana", 1],
    ["en ligne: https://example.org/", 1],
    ["expires:", 0],
  ])("%s would hold nothing back, and stops nothing", async (line, unknown) => {
    const found = await lines(line);
    expect(found.map((one) => one.split(" → ")[0])).toEqual(Array(unknown).fill("3:1 warn unknown-key"));
  });
  it("is only unknown in a text that is held back anyway", async () => {
    const { problems } = await load(one("title: A", "draft: true", "status: draft"));
    expect(problems.map(({ code }) => code)).toEqual(["unknown-key"]);
  });
});

describe("the body of a text", () => {
  const remarks = async (files: Files): Promise<ShownProblem[]> => {
    const { content } = await load(files);
    return show(entriesOf(content).flatMap(bodyRemarks), { lang: "fr" });
  };
  const english =
    "The public service of the country is to be built with the people that use it and for the people that are in need of it. ";
  const french =
    "Nous avons posé la question à nos voisins, qui ont répondu d’une phrase : « it is for the people that use it, and by the people ». Le reste du texte est à nous.\n";
  it.each([
    ["", "", "4:1 warn no-text"],
    ["", "<!-- Écrivez ici. -->\n", "4:1 warn no-text"],
    ["draft: true\n", "", undefined],
    ["", english, "2:8 warn language → lang: en"],
    ["lang: en\n", english, undefined],
    ["", french, undefined],
    ["", `Voici :\n\n\`\`\`text\n${english}\n\`\`\`\n\n> ${english}\n\n${french}`, undefined],
  ])("after %j may be empty or in another language: %.40j", async (line, body, expected) => {
    const found = await remarks({ [FILE]: `---\ntitle: A\n${line}---\n${body}` });
    expect(fixes(found).map((one) => one.slice(0, expected?.length))).toEqual(expected ? [expected] : []);
  });
  it("of a page from a template gets one note for all that is to complete", async () => {
    const page = `${post("title: B")}\n\n<mark>À compléter : un nom.</mark>\n\n<mark>À compléter : un lien.</mark>\n`;
    const found = await remarks({ ...one("title: A"), "content/pages/b.md": page });
    expect(found).toMatchObject([{ line: 7, code: "to-complete", severity: "note" }]);
    expect(found[0]?.message).toContain("un lien");
  });
});
