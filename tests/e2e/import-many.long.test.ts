// Import of a large blog: nothing is lost among five hundred texts, and the report stays short enough to read.
import { expect, it } from "vitest";
import { eleventyBlog } from "../support/eleventy.ts";
import { makeSite } from "../support/site.ts";

const POSTS = 500;

interface Report {
  entries: { old: string; sameAddress: boolean }[];
  words: { before: number; lost: number; added: number };
  unanswered: string[];
  errors: unknown[];
  problems: Record<string, unknown>;
}

it("an Eleventy blog of five hundred posts with Liquid keeps its addresses and words, and leaves four things to do", () => {
  const blog = eleventyBlog(POSTS);
  const site = makeSite({});
  const run = site.carnet(["import", "eleventy", blog.root, "nouveau", "--format", "json", "--quiet"]);
  expect(run.status, run.stderr).toBe(0);
  const report = JSON.parse(run.stdout) as Report;
  expect(report.entries).toHaveLength(POSTS);
  expect(report.entries.filter(({ sameAddress }) => !sameAddress)).toEqual([]);
  expect(report.entries[200]?.old).toBe("/articles/2016/article-200/");
  expect(report.words).toMatchObject({ lost: 0, added: 0 });
  expect(report.words.before).toBeGreaterThan(POSTS * 10);
  expect(report).toMatchObject({ unanswered: [], errors: [] });
  expect(report.problems).not.toHaveProperty("dead-link");

  const written = site.read("nouveau/content/posts/2012-01-10-article-1.md");
  expect(written).toContain("Texte numéro 1, publié par Cinq cents.");
  expect(written).toContain("> [!NOTE]\n> Une note.");
  expect(written).toContain("[Le précédent](/articles/2012/article-0/)");
  expect(written).toContain("```js\nconst n = 1;\n```");

  // What all texts have in common is reported once.
  const again = site.carnet(["import", "eleventy", blog.root, "nouveau"]);
  const [, left = ""] = /Ce qui reste à faire\n([^]*?)\n\n/.exec(again.stdout) ?? [];
  expect(left.split("\n")).toHaveLength(4);
  expect(left).toContain("({% for tag in tags %}) – et à 499 autres endroits");
  expect(again.stdout).toContain("0 ajouté");
}, 120_000);
