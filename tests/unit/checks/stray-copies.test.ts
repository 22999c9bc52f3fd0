import { expect, it } from "vitest";
import { checkStrayCopies } from "../../../src/checks/stray-copies.ts";
import { show } from "../../../src/shown-problems.ts";
import { load, post } from "../content/site-root.ts";

const ORIGINAL = "content/posts/2026-01-05-titre.md";

async function said(files: Record<string, string>): Promise<string[]> {
  const { content } = await load({ [ORIGINAL]: post("title: A"), ...files });
  const shown = show(checkStrayCopies(content), { lang: "fr" });
  return shown.map(({ file, severity, code, message }) => `${file} ${severity} ${code}: ${message}`);
}

it.each([
  "2026-01-05-titre (1)",
  "2026-01-05-titre(2)",
  "2026-01-05-titre - Copie",
  "2026-01-05-titre - Copie (2)",
  "2026-01-05-titre copie 2",
  "2026-01-05-titre copy",
  "2026-01-05-titre-copie",
  "2026-01-05-titre (copie en conflit de Jo 2026-01-06)",
  "2026-01-05-titre (Jo's conflicted copy 2026-01-06)",
  "2026-01-05-titre [conflicted]",
  "2026-01-05-titre.sync-conflict-20260106-101010-ABCDEFG",
  "2026-01-05-titre_REMOTE_1234",
  "_2026-01-05-titre (1)",
  "Copie de 2026-01-05-titre",
  "Copy (2) of 2026-01-05-titre",
])("reports a copy beside its original: %s.md", async (name) => {
  const file = `content/posts/${name}.md`;
  // A copy of a draft is a draft too.
  const beside: Record<string, string> = name.startsWith("_")
    ? { "content/posts/_2026-01-05-titre.md": post("title: A") }
    : {};
  expect(await said({ ...beside, [file]: post("title: A") })).toEqual([
    expect.stringMatching(/^content\/posts\/.* warn stray-file: .*« _?2026-01-05-titre\.md »/),
  ]);
});

it("reports a copied folder", async () => {
  const [original, copy] = ["content/posts/2026-02-01-a/index.md", "content/posts/2026-02-01-a (1)/index.md"];
  expect(await said({ [original]: post("title: B"), [copy]: post("title: B") })).toEqual([
    expect.stringContaining(
      `${copy} warn stray-file: Ce fichier a le nom d’une copie de « 2026-02-01-a/index.md »`,
    ),
  ]);
});

it.each([
  ["without an original", "2026-01-05-autre - Copie"],
  ["whose original is in another folder", "en/2026-01-05-titre (1)"],
  ["of a text about copies", "2026-01-05-titre-de-copie"],
  ["with a part of the name in brackets", "2026-01-05-titre (suite)"],
])("does not report a name %s", async (_, name) => {
  expect(await said({ [`content/posts/${name}.md`]: post("title: A") })).toEqual([]);
});

it("reports a numbered copy that an error keeps out, although its title is unknown", async () => {
  const copy = "content/posts/2026-01-05-titre (2).md";
  expect(await said({ [copy]: post("title: A", "date: 2026-02-31") })).toEqual([
    expect.stringContaining(`${copy} warn stray-file`),
  ]);
});

it("does not report a numbered name with a different title", async () => {
  expect(await said({ "content/posts/2026-01-05-titre (2).md": post("title: La suite") })).toEqual([]);
});
