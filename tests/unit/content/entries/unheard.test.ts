// What front matter says and Carnet does not do is told at its place, and only there.
import { expect, test } from "vitest";
import { load, post } from "../site-root.ts";

const SITE = "title: A\nurl: https://blog.example.org\ntaxonomies: { promotion: { label: Promotion } }\n";

/** `line:column code → hint` of each warning. */
async function said(file: string, ...lines: string[]): Promise<string[]> {
  const { problems } = await load({
    "content/site.yaml": SITE,
    "content/posts/2026-01-05-titre.md": post("title: A"),
    [file]: post("title: Un titre", ...lines),
  });
  return problems.map(
    ({ line, column, code, hint }) => `${String(line)}:${String(column)} ${code} → ${hint}`,
  );
}

const PAGE = "content/pages/equipe.md";
const AS_POST = "ou faites de ce texte un article, dans content/posts/.";

test.each(["author: Ana Diallo", "authors: [Ana Diallo]", "license: CC0"])(
  "on a page, which shows none, `%s` is told with what to write instead",
  async (line) => {
    expect(await said(PAGE, line)).toEqual([
      `3:1 no-effect → Supprimez cette clé, et dites-le dans le texte de la page ; ${AS_POST}`,
    ]);
  },
);

test.each(["tags: [design]", "related: [titre]", "feedId: /ancien", "promotion: EIG 4"])(
  "on a page, `%s` is told as without effect",
  async (line) => {
    expect(await said(PAGE, line)).toEqual([`3:1 no-effect → Supprimez cette clé, ${AS_POST}`]);
  },
);

test("on a page, the day of a correction is told to be that of its update", async () => {
  expect(await said(PAGE, "corrections: [{ date: 2026-02-03, text: Un chiffre. }]")).toEqual([
    "3:1 no-effect → Supprimez cette clé : le jour s’écrit après « updated: », et ce qui a changé dans le texte.",
  ]);
});

test("a key without a value says nothing, and a post has all of them", async () => {
  expect(await said(PAGE, "tags:", "author:")).toEqual([]);
  const lines = ["author: Ana Diallo", "tags: [design]", "license: CC0", "promotion: EIG 4"];
  expect(await said("content/posts/2026-01-06-b.md", ...lines)).toEqual([]);
});

test("what a page does show is not told", async () => {
  const lines = [
    "description: D",
    "date: 2026-01-05",
    "updated: 2026-01-06",
    "noindex: true",
    "twitter: ana",
  ];
  expect(await said(PAGE, ...lines)).toEqual([]);
});
