// Conflict marks that Git leaves in a text that two people changed are an error at their first line.
import { expect, it } from "vitest";
import { codes, problems } from "../markdown/support.ts";
import { load, one } from "./site-root.ts";

const FILE = "content/posts/2026-01-05-titre.md";
const conflict = (ours: string, theirs: string): string =>
  `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> autre\n`;

it.each([
  [FILE, `---\n${conflict("title: A", "title: B")}---\nTexte\n`, 2],
  [FILE, `---\ntitle: A\n${conflict("tags: [a]", "tags: [b]")}---\nTexte\n`, 3],
  [FILE, "---\ntitle: A\n||||||| 12ab\ntags: [a]\n=======\n---\n", 3],
  [FILE, conflict("---\ntitle: A\n---\nUn", "---\ntitle: B\n---\nDeux"), 1],
  [FILE, `---\n${conflict("title: A\n---\nUn", "title: B\n---\nDeux")}`, 2],
  [FILE, `---\ntitle: A\n${conflict("Un", "Deux")}`, 3],
  [FILE, "---\ntitle: A\n>>>>>>> autre\n---\nTexte\n", 3],
  ["content/people.yaml", `# Rien.\n${conflict("a: b", "a: c")}`, 2],
  ["content/redirects.yaml", conflict("a: b", "a: c"), 1],
])("an unfinished merge is reported in %s: %j", async (file, text, line) => {
  const { found } = await load({ ...one("title: A"), [file]: text });
  expect(found.filter((each) => each.startsWith(file))).toEqual([`${file}:${String(line)}:1 merge-conflict`]);
});

it.each<[string, string[]]>([
  [`a\n\n${conflict("Un", "Deux")}\nb`, ["3:1"]],
  [conflict("## Un\n\n- a", "> Deux"), ["1:1"]],
  [conflict("Un", "Deux") + "\n" + conflict("a", "b"), ["1:1", "7:1"]],
  [`- a\n${conflict("- b", "- c")}`, ["2:1"]],
  ["a\n\n>>>>>>> autre\n", ["3:1"]],
  ["<<<<<<< HEAD\na\n", ["1:1"]],
  ["```text\n" + conflict("Un", "Deux") + "```\n", []],
  [`<pre>\n${conflict("Un", "Deux").replaceAll("<<<<<<<", "&lt;&lt;")}</pre>\n`, []],
  ["Titre\n=======\n", []],
  ["> > > a\n\n>>> b\n", []],
])("an unfinished merge is reported in a body, and what only looks like one is not: %j", (body, places) => {
  const found = codes(body).filter((each) => each.endsWith("merge-conflict"));
  expect(found).toEqual(places.map((place) => `${place} merge-conflict`));
  const errors = problems(body).filter(({ code }) => code === "merge-conflict");
  expect(errors.every(({ severity }) => severity === "error")).toBe(true);
});
