// What lint reports of a text: its code and place, and the line to write; nothing of a text that is written well.
import { describe, expect, it } from "vitest";
import { lint } from "../../../src/lint/index.ts";
import { createMarkdown } from "../../../src/markdown/render.ts";
import type { Problem } from "../../../src/problems.ts";
import { siteOf, sourceOf } from "../markdown/support.ts";

const CASES: readonly (readonly [body: string, expected: string])[] = [
  ["![](a.jpg)", "1:1 missing-alt"],
  ['<img src="a.jpg">', "1:1 missing-alt"],
  ["a ![IMG_2034](a.jpg)", "1:3 missing-alt/file-name"],
  ["[ici](/a/)", "1:1 vague-link"],
  ["Voir <a href='/a/'>En savoir plus…</a>", "1:6 vague-link"],
  ["[](/a/) b", "1:1 vague-link/empty"],
  ["## Un\n\n#### Deux\n\n#### Trois", "3:1 skipped-heading → ### Deux"],
  ["## Un\n\na\n\n**Deux**\n\nb", "5:1 bold-heading → ## Deux"],
  ["a ** gras ** b", "1:3 literal-markup → **gras**"],
  ["**Note :**texte", "1:1 literal-markup → **Note :** texte"],
  ["mot**« gras »**", "1:4 literal-markup → mot **« gras »**"],
  ["a__gras__b", "1:2 literal-markup → a __gras__ b"],
  ["a **gras b", "1:3 literal-markup → **gras b**"],
  ["a *mot * b", "1:3 literal-markup → *mot*"],
  ["##Titre", "1:1 literal-markup → ## Titre"],
  [":video[Le film]{url=https://vimeo.com/1}", "1:1 literal-markup → ::video[Le titre]{url=https://…}"],
  ["merci :tada: à tous", "1:7 literal-markup"],
  ["le [site] (https://e.org/a_b)", "1:4 literal-link → [site](https://e.org/a_b)"],
  ["[nom](/docs/mon rapport.pdf)", "1:1 literal-link → [nom](/docs/mon%20rapport.pdf)"],
  ["[nom](https://e.org/a b)", "1:1 literal-link → [nom](https://e.org/a%20b)"],
  ["[nom](https://e.org/a et", "1:1 literal-link → [nom](https://e.org/a)"],
  ["a[^1]", "1:2 literal-footnote"],
  ["• un\n• deux", "1:1 literal-list → - un"],
  ["-un mot\n-deux mots", "1:1 literal-list → - un mot"],
  ["1)un\n2)deux", "1:1 literal-list → 1. un"],
  ["| a | b |\n| c | d |", "1:1 literal-table → | a | b |\n| --- | --- |"],
  ["a | b\n--- | --- | ---\nc | d", "1:1 literal-table → a | b\n| --- | --- |"],
  ["| a | b |\n| --- |\n| c | d |", "1:1 literal-table → | a | b |\n| --- | --- |"],
  ["|  |\n|---|\n| a |", "1:1 missing-headers"],
  ["<table><tr><td>a</td></tr></table>", "1:1 missing-headers"],
  ["a\n\n```js\nb", "3:1 unclosed-code"],
  ["{% include a.html %}\n\n{{ x }}", "1:1 template-leftover"],
  ['[caption id="1"]a[/caption]', "1:1 template-leftover"],
  ['<video src="/a.mp4"></video>', "1:1 missing-captions"],
  ["## Film\n\nhttps://vimeo.com/1", "3:1 untitled-frame → ::video[Film]{url=https://vimeo.com/1}"],
  ['<iframe src="https://vimeo.com/1" title="Video player"></iframe>', "1:1 untitled-frame"],
];

const markdown = createMarkdown(siteOf(), undefined, lint);

const linted = (body: string): readonly Problem[] => markdown.render(sourceOf(body)).lint ?? [];

const advice = (body: string): string[] =>
  linted(body).map(({ line, column, key, fix }) => {
    const place = `${String(line)}:${String(column)} ${key}`;
    return typeof fix === "string" ? `${place} → ${fix}` : place;
  });

it.each(CASES)("%s", (body, expected) => {
  expect(advice(body)).toEqual([expected]);
});

describe("says nothing of", () => {
  it.each([
    "## Un\n\n### Deux\n\n**Une phrase en gras.**\n\n**Léa Martin**",
    "**Note :**\n\n- un\n- deux",
    "`**a ** [b] (c) {% x %}` et \\*\\*a \\*\\* \\[^1]",
    "```\n{{ x }}\n```",
    "![](a.jpg){.decorative} ![Une vue](b.jpg)",
    "![](absente.jpg) ![](https://e.org/a.jpg) ![](file:///a.jpg)",
    "[le rapport annuel](/a/), 10:30, a * b * c, snake_case_name, C:\\a",
    "— Bonjour !\n— Bonsoir.",
    "::video[Le film]{url=https://vimeo.com/1}",
    '<video src="/a.mp4" muted></video>',
    "a[^1]\n\n[^1]: b",
    "| a | b |\n|---|---|\n| c | d |",
  ])("%s", (body) => {
    expect(advice(body)).toEqual([]);
  });
});

it("names the leftovers of another tool once a file", () => {
  const [found, ...more] = linted("{% a %}\n\n{% b %} {% a %}\n\n{% c %} {% d %}");
  expect(more).toEqual([]);
  expect(found?.params).toEqual({ found: ["{% a %}", "{% b %}", "{% c %}", "…"] });
});

it("is apart from the problems of a build, which has none of it without lint", () => {
  const site = siteOf();
  const rendered = createMarkdown(site, undefined, lint).render(sourceOf("[ici](/a/) <canvas>"));
  expect(rendered.problems.map(({ key }) => key)).toEqual(["dropped-html"]);
  expect(rendered.lint?.map(({ key }) => key)).toEqual(["vague-link"]);
  expect(createMarkdown(site).render(sourceOf("[ici](/a/)")).lint).toBeUndefined();
});
