import { describe, expect, it, test } from "vitest";
import { parseYaml } from "../../../src/content/yaml.ts";
import { placesIn, yamlOf } from "../../../src/content/yaml.ts";
import { load, one } from "./site-root.ts";

const FILE = "content/posts/2026-01-05-titre.md";

/** `line:column code → hint` of each problem of a post that is this text. */
async function reported(text: string): Promise<string[]> {
  const { problems, content } = await load({ [FILE]: text });
  expect(content.posts).toEqual([]);
  return problems.map(
    ({ line, column, code, hint }) => `${String(line)}:${String(column)} ${code} → ${hint}`,
  );
}

describe("the lines around front matter", () => {
  it("may have blanks at their end, and front matter any text after it", async () => {
    const { content, found } = await load({ [FILE]: "---  \ntitle: A\n--- \nUn\n\n---\n\nDeux\n" });
    expect(found).toEqual([]);
    expect(content.posts[0]).toMatchObject({ title: "A", bodyLine: 4 });
    expect(content.posts[0]?.text.body.toString()).toBe("Un\n\n---\n\nDeux\n");
    expect(content.posts[0]?.text.head).toBe("title: A\n");
  });
  it("may end in CRLF, after a byte-order mark", async () => {
    const { content, found } = await load({ [FILE]: "\ufeff---\r\ntitle: A\r\n---\r\nUn\r\n" });
    expect(found).toEqual([]);
    expect(content.posts[0]?.text.body.toString()).toBe("Un\n");
  });
  test.each([
    ...["js", "JS", "javascript", "jsLegacy", "json", "toml", "zzz", "constructor"].map(
      (name) => `---${name}`,
    ),
    ...["--- js", "----", "--", "+++", "{", "", " ---", "\u200b---", "Un texte"],
  ])("%j does not open front matter, and nothing in it runs", async (line) => {
    const lines = await reported(`${line}\nprocess.exit(1)\ntitle: A\n---\nUn\n`);
    expect(lines).toEqual([expect.stringMatching(/^1:1 front-matter → /)]);
  });
  test.each(["\n---", "Un texte\n\n---", "----", " ---", "---js", "+++"])(
    "after %j, front matter is not offered a second time, under which a draft would be published",
    async (opener) => {
      const [line] = await reported(`${opener}\ndraft: true\ntitle: A\n---\nUn\n`);
      expect(line).toMatch(/^1:1 front-matter → /);
      expect(line).not.toContain("title");
    },
  );
  it.each(["---\nx\n".repeat(20_000), "-".repeat(64_000), "--- a b\n".repeat(9000)])(
    "are not looked for without end in a text of rules",
    async (text) => {
      expect(await reported(`Un\n${text}`)).toEqual([expect.stringMatching(/^1:1 front-matter → ---/)]);
    },
  );
  it("are offered to a text that only holds a rule", async () => {
    const [line] = await reported("Un\n\n---\n\ntitle: A\n");
    expect(line).toMatch(/^1:1 front-matter → ---\ntitle: /);
  });
  test.each(["", "Un texte", "---not", "--- a", "- --"])("%j does not close it", async (line) => {
    expect(await reported(`---\ntitle: A\n${line}\nUn\n`)).toEqual([expect.stringMatching(/front-matter/)]);
  });
  it("are offered with the heading that a text begins with", async () => {
    expect(await reported("# **Mon** bilan\n\nUn\n")).toEqual([
      '1:1 front-matter → ---\ntitle: "Mon bilan"\n---',
    ]);
  });
  it("may not hold a merge that was not finished", async () => {
    const [line] = await reported(
      "---\ntitle: A\n<<<<<<< a\nlang: fr\n=======\nlang: en\n>>>>>>> b\n---\nUn\n",
    );
    expect(line).toMatch(/^3:1 merge-conflict/);
  });
});

describe("YAML that cannot be read", () => {
  test.each([
    ["title: [Vidéo] Qui sont-ils", 'title: "[Vidéo] Qui sont-ils"'],
    ["title: 'Retour d'expérience : le défi'", `title: "Retour d'expérience : le défi"`],
    ["title: Bilan : un an", 'title: "Bilan : un an"'],
    ["title: “Bilan” : un an", 'title: "“Bilan” : un an"'],
    ['title: "Un titre', 'title: "Un titre"'],
    ["title: @moi", 'title: "@moi"'],
    ["title:\u00a0Un : deux", 'title: "Un : deux"'],
    ["\ttitle: A", "title: A"],
    ["image:/x.png", "image: /x.png"],
    ["tags: [a, b: [c]", 'tags: "[a, b: [c]"'],
  ])("%s is offered as %s", async (line, fix) => {
    const text = line.includes("title")
      ? `---\n${line}\ndate: 2026-01-05\n---\n`
      : `---\ntitle: A\n${line}\nlang: fr\n---\n`;
    const [first] = await reported(text);
    expect(first).toBe(
      `${line.includes("title") ? "2" : "3"}:${line.startsWith("\t") ? "2" : "1"} yaml → ${fix}`,
    );
  });
  it("is reported at its line if no correction is known", async () => {
    expect(await reported("---\ntitle: A\n}: ]\n---\n")).toEqual([expect.stringMatching(/^3:1 yaml → /)]);
  });
  it("is reported at the quotation mark that is not closed, not where YAML stops", async () => {
    expect(await reported('---\ntitle: "Bilan\nauthor: "Ana" et Bo\nlang: fr\n---\n')).toEqual([
      '2:1 yaml → title: "Bilan"',
    ]);
    expect(await reported("---\ntitle: Un : deux\nauthor: a : b\n---\n")).toEqual([
      '2:1 yaml → title: "Un : deux"',
    ]);
  });
  it.each([
    ["- a", "clé: valeur"],
    ["texte", "clé: valeur"],
    ["title: A\n__proto__: 1", "Écrivez la valeur"],
    ["title: &a A\ntags: [*a]\nauthor: [&b [x], *b]", "Écrivez la valeur"],
  ])("gets advice of its own if quotation marks would not help: %j", async (head, hint) => {
    const [line] = await reported(`---\n${head}\n---\n`);
    expect(line).toContain(hint);
  });
  it("names a key that is written twice", async () => {
    const { problems } = await load(one("title: A", "lang: fr", "title: B"));
    expect(problems).toMatchObject([{ line: 4, code: "yaml" }]);
    expect(problems[0]?.message).toContain("« title »");
  });
  test.each([
    "- a\n- b",
    "texte",
    "__proto__: { a: 1 }",
    "fields: { a: { __proto__: 1 } }",
    "constructor: 1",
    'title: "a\\0b"',
    "a: &a [1, 2]\nb: [*a, *a]",
    "a: &a\n  b: *a",
    [
      "a0: &a0 [x]",
      ...Array.from(
        { length: 30 },
        (_, i) => `a${String(i + 1)}: &a${String(i + 1)} [*a${String(i)}, *a${String(i)}]`,
      ),
    ].join("\n"),
    "[".repeat(20_000),
  ])("holds nothing dangerous: %#", (yaml) => {
    expect(parseYaml("a.yaml", yaml)).toMatchObject({
      problem: { key: expect.stringMatching(/^yaml/) as string },
    });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
  it("reads dates, words for flags and unusual numbers as text", () => {
    const read = parseYaml(
      "a.yaml",
      "a: 2026-03-02\nb: oui\nc: 08\nd: 2024.10\ne: 12\nf: 1.5\ng: true\nh: ~",
    );
    const data = { a: "2026-03-02", b: "oui", c: "08", d: "2024.10", e: 12, f: 1.5, g: true, h: null };
    expect(read).toEqual({ data });
  });
  it("accepts quoted text that goes on at the margin", () => {
    expect(parseYaml("a.yaml", 'title: "Un\ntitre"\n')).toEqual({ data: { title: "Un titre" } });
  });
});

describe("places in YAML", () => {
  const text = 'title: A\n"a: b": c\nlist: [x, "y, z"]\nmap:\n  - { k: v, l: w }\n  - plain\nempty:\n';
  const at = placesIn("a.yaml", () => text, 2);
  test.each([
    [["title"], "2:8"],
    [["a: b"], "3:9"],
    [["list", 1], "4:11"],
    [["map", 0, "l"], "6:16"],
    [["map", 1], "7:5"],
    [["map", 0, "none"], "6:5"],
    [["empty"], "8:1"],
    [["none"], "2:1"],
    [[], "2:1"],
  ])("%j is at %s", (path, place) => {
    const { line, column } = at(path);
    expect(`${String(line)}:${String(column)}`).toBe(place);
  });
  it("are those of keys on request", () => {
    expect(at(["title"], "key")).toEqual({ file: "a.yaml", line: 2, column: 1 });
    expect(at(["map", 0, "l"], "key")).toMatchObject({ line: 6, column: 13 });
  });
  it("of many keys are found in one pass over the lines", () => {
    let passes = 0;
    const many = Array.from({ length: 50_000 }, (_, i) => `/${String(i)}/: /x/`).join("\n");
    const find = placesIn("a.yaml", () => (passes++, many));
    for (let i = 0; i < 50_000; i++) expect(find([`/${String(i)}/`]).line).toBe(i + 1);
    expect(passes).toBe(1);
  });
});

test.each([
  [["a", "b c", "oui", "d: e"], '[a, b c, "oui", "d: e"]'],
  [{ label: "À propos", url: "/a-propos/" }, "{ label: À propos, url: /a-propos/ }"],
  [true, "true"],
])("%j is written as YAML on one line", (value, written) => {
  expect(yamlOf(value)).toBe(written);
});
