// Values that end with a quote or bracket that nothing opens: the fix causes no problem.
import { expect, test } from "vitest";
import { load, post } from "../site-root.ts";

const said = async (line: string): Promise<unknown[]> => {
  const lines = line.startsWith("title:") ? line : `title: A\n${line}`;
  const { problems } = await load({ "content/posts/2026-01-05-titre.md": post(lines, "image: /a.png") });
  return problems.map(({ line: at, column, code, severity, hint }) => [at, column, code, severity, hint]);
};

test.each([
  ['title: Un an de travail"', 2, 8, 'title: "Un an de travail"'],
  ['description: Ce que l’équipe a appris."', 3, 14, 'description: "Ce que l’équipe a appris."'],
  ['author: Équipe projet"', 3, 9, 'author: "Équipe projet"'],
  ["tags: accueil, données ouvertes]", 3, 7, "tags: [accueil, données ouvertes]"],
  ["authors: Équipe A, Équipe B] ", 3, 10, "authors: [Équipe A, Équipe B]"],
])("%s gets a warning, with the line to write", async (line, at, column, fix) => {
  expect(await said(line)).toEqual([[at, column, "plain-value", "warn", fix]]);
  expect(await said(fix)).toEqual([]);
});

test.each([
  'title: Le rapport "Alpha"',
  'title: Un écran de 15"',
  'title: "Entre guillemets"',
  "title: Le bilan [2026]",
  "tags: [a, b]",
  "author: Équipe [A]",
])("%s is left alone", async (line) => {
  expect(await said(line)).toEqual([]);
});

test("a related post whose name ends with a bracket is reported once, as unknown", async () => {
  const { problems } = await load({
    "content/posts/2026-01-05-titre.md": post("title: A"),
    "content/posts/2026-01-06-suite.md": post("title: B", "related: 2026-01-05-titre]"),
  });
  expect(problems).toMatchObject([{ code: "related", hint: "Vouliez-vous écrire « 2026-01-05-titre » ?" }]);
});
