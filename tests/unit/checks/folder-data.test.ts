import { expect, it } from "vitest";
import { checkFolderData } from "../../../src/checks/folder-data.ts";
import { show } from "../../../src/shown-problems.ts";
import { load, post } from "../content/site-root.ts";

const TEXT = "content/posts/essais/2026-01-05-titre.md";

async function said(file: string, written: string, href = "/"): Promise<string[]> {
  const { content } = await load({ [TEXT]: post("title: A"), [file]: written });
  const problems = checkFolderData(content, () => [{ href }]);
  return show(problems, { lang: "en" }).map(
    ({ severity, code, message }) => `${severity} ${code}: ${message}`,
  );
}

const WARNED =
  "warn stray-file: “$” would give values to texts in Eleventy (author, tags); Carnet does not read it.";

it.each([
  ["content/posts/posts.json", '{ "author": "Ana", "tags": ["a"], "autre": 1 }'],
  ["content/posts/essais/essais.yaml", "author: Ana\ntags: a\n"],
  ["content/posts/essais/2026-01-05-titre.yml", "author: Ana\ntags: a\n"],
  ["content/pages/pages.json", '{ "author": "Ana", "tags": ["a"] }'],
])("values for texts in %s are reported", async (file, written) => {
  expect(await said(file, written)).toEqual([WARNED.replace("$", file.replace(/.*\//, ""))]);
});

it.each(['{ "draft": true }', '{ "published": false, "tags": [] }'])(
  "values that were meant to hold texts back are an error: %s",
  async (written) => {
    expect(await said("content/posts/essais/essais.json", written)).toEqual([
      "error stray-file: “essais.json” would make drafts in Eleventy; Carnet does not read it, and would publish these texts.",
    ]);
  },
);

it.each([
  ["content/posts/essais/autre.json", '{ "draft": true }', "/"],
  ["content/posts/essais/essais.json", '{ "draft": true }', "essais.json"],
  ["content/posts/essais/essais.json", '{ "type": "FeatureCollection" }', "/"],
  ["content/posts/essais/essais.json", '[{ "draft": true }', "/"],
  ["public/public.json", '{ "draft": true }', "/"],
])("other data are not: %s with %s, and a link to %s", async (file, written, href) => {
  expect(await said(file, written, href)).toEqual([]);
});
