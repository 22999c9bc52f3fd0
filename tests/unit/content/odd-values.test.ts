// Every key of front matter, with every kind of value, gives a post or an error that says why there is none.
// A text left out without a message is the worst that can happen to an editor.
import { expect, test } from "vitest";
import { FRONT_MATTER_KEYS } from "../../../src/content/schema.ts";
import { load } from "./site-root.ts";

const VALUES = [
  "12",
  "1.5",
  "true",
  "''",
  "[]",
  "{}",
  "[null]",
  "['']",
  "[[]]",
  "[[a], [b]]",
  "[{}]",
  "[{ x: y }]",
  "[{ name: A, x: { y: z } }]",
  "[{ date: 2026-01-01, text: a, x: y }]",
  "{ x: y }",
  "{ name: A }",
  '"a\\nb"',
  "2026-01-01",
  "'#'",
  "'/a/'",
  "'2026-01-01 25:00'",
];

test.each(FRONT_MATTER_KEYS)("no value of `%s` drops a text without an error", async (key) => {
  const files = VALUES.map(
    (value, i) =>
      [
        `content/posts/2026-01-${String(i + 1).padStart(2, "0")}-a.md`,
        `---\n${key === "title" ? "" : "title: A\n"}${key}: ${value}\n---\nTexte\n`,
      ] as const,
  );
  const { content, problems } = await load(Object.fromEntries(files));
  const kept = new Set([...content.posts, ...content.withheld].map(({ file }) => file));
  const refused = problems.filter(({ severity }) => severity === "error").map(({ file }) => file);
  for (const one of refused) kept.add(one);
  expect(files.map(([file, text]) => (kept.has(file) ? "" : text)).filter((text) => text !== "")).toEqual([]);
});

test.each([
  ["people.yaml", "a: { name: A, links: [{ label: B, url: /c/, x: y }], rôle: d }\n"],
  ["tags.yaml", "design: { label: A, aliases: [b], en: { label: B, x: y } }\n"],
])("an unknown key in %s is reported, and the rest is read", async (name, text) => {
  const { content, problems } = await load({
    [`content/${name}`]: text,
    "content/posts/2026-01-01-a.md": "---\ntitle: A\nauthor: a\ntags: [b]\n---\nTexte\n",
  });
  expect(problems.map(({ code }) => code)).toContain("unknown-key");
  const [post] = content.posts;
  expect([post?.authors[0]?.person.name, post?.terms["tags"]?.map(String)]).toEqual(
    name === "people.yaml" ? ["A", ["b"]] : ["a", ["A"]],
  );
});

test("digits in tags, terms and text fields stay as written", async () => {
  const { content, problems } = await load({
    "content/site.yaml":
      "title: A\ntaxonomies: { version: { label: Version } }\nfields: { film: { type: string }, films: { type: list } }\n",
    "content/posts/2026-01-01-a.md":
      "---\ntitle: A\ntags: [08, 2024, 2024.10, 123e4567]\nversion: [1.0]\nfilm: 12345678901234567890\nfilms: [007]\n---\nTexte\n",
  });
  const [post] = content.posts;
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(post?.terms["tags"]?.map(String)).toEqual(["08", "2024", "2024.10", "123e4567"]);
  expect(post?.terms["version"]?.map(String)).toEqual(["1.0"]);
  expect(post?.fields).toEqual({ film: "12345678901234567890", films: ["007"] });
});

test("a number is read in any notation, and refused with a unit", async () => {
  const { content, problems } = await load({
    "content/site.yaml":
      'title: A\npostsPerPage: 08\nfields: { budget: { type: number } }\naccessibility: { rate: 75.0 }\naudience: { matomo: https://stats.example.org/, siteId: "7" }\n',
    "content/posts/2026-01-01-a.md": "---\ntitle: A\nbudget: +12.50\n---\nTexte\n",
    "content/posts/2026-01-02-b.md": "---\ntitle: A\nbudget: 12 €\n---\nTexte\n",
  });
  expect(content.posts.map(({ fields }) => fields)).toEqual([{ budget: 12.5 }]);
  expect(problems.filter(({ severity }) => severity === "error").map(({ file }) => file)).toEqual([
    "content/posts/2026-01-02-b.md",
  ]);
});

test.each([
  ["https://blog.example.org/index.html", "/"],
  ["https://example.org/blog/index.html", "/blog/"],
  ["https://example.org/blog", "/blog/"],
])("the path in a site's address leaves out index.html: %s", async (url, basePath) => {
  const { content } = await load({ "content/site.yaml": `title: T\nurl: ${url}\n` });
  expect(content.site.basePath).toBe(basePath);
});
