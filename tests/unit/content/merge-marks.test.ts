// Conflict marks that Git leaves in a text that two people changed are an error at their first line.
import { expect, test } from "vitest";
import { load } from "./site-root.ts";
import { codes, problems } from "../markdown/support.ts";

const FILE = "content/posts/2026-01-05-titre.md";
const MARKS = ["<<<<<<< HEAD", "=======", ">>>>>>> autre"] as const;
const found = async (files: Record<string, string>): Promise<string[]> => (await load(files)).found;
const conflict = (ours: string, theirs: string): string =>
  `${MARKS[0]}\n${ours}\n${MARKS[1]}\n${theirs}\n${MARKS[2]}\n`;

test.each([
  ["around a title", `---\n${conflict("title: A", "title: B")}---\nTexte\n`, 2],
  ["below a title", `---\ntitle: A\n${conflict("tags: [a]", "tags: [b]")}---\nTexte\n`, 3],
  ["with the common ancestor", "---\ntitle: A\n||||||| 12ab\ntags: [a]\n=======\n---\n", 3],
  ["around the whole file", conflict("---\ntitle: A\n---\nUn", "---\ntitle: B\n---\nDeux"), 1],
  ["across the end of the front matter", `---\n${conflict("title: A\n---\nUn", "title: B\n---\nDeux")}`, 2],
  ["without an end of front matter", `---\ntitle: A\n${conflict("Un", "Deux")}`, 3],
  ["one mark left over", "---\ntitle: A\n>>>>>>> autre\n---\nTexte\n", 3],
])("an unfinished merge is reported in front matter: %s", async (_, text, line) => {
  expect(await found({ [FILE]: text })).toEqual([`${FILE}:${String(line)}:1 merge-conflict`]);
});

test("an unfinished merge is reported in site.yaml", async () => {
  const text = `title: T\n${conflict("lang: fr", "lang: en")}`;
  await expect(load({ "content/site.yaml": text })).rejects.toThrow(
    '{"file":"content/site.yaml","line":2,"column":1,"key":"merge-conflict"',
  );
});

test.each(["people", "tags", "redirects"])("an unfinished merge is reported in %s.yaml", async (name) => {
  const file = `content/${name}.yaml`;
  const { problems: all } = await load({ [file]: `# Rien.\n${conflict("a: b", "a: c")}` });
  expect(all.map(({ file: at, line, code }) => `${at}:${String(line)} ${code}`)).toContain(
    `${file}:2 merge-conflict`,
  );
  expect(all.find((one) => one.file === file)?.message).toContain("leur fusion n’est pas terminée");
});

test.each([
  ["between paragraphs", `a\n\n${conflict("Un", "Deux")}\nb`, ["3:1"]],
  ["around blocks", conflict("## Un\n\n- a", "> Deux"), ["1:1"]],
  ["two of them", conflict("Un", "Deux") + "\n" + conflict("a", "b"), ["1:1", "7:1"]],
  ["in a list", `- a\n${conflict("- b", "- c")}`, ["2:1"]],
  ["only its last mark", "a\n\n>>>>>>> autre\n", ["3:1"]],
  ["only its first mark", "<<<<<<< HEAD\na\n", ["1:1"]],
])("an unfinished merge is reported in a text: %s", (_, body, places) => {
  expect(codes(body).filter((one) => one.endsWith("merge-conflict"))).toEqual(
    places.map((place) => `${place} merge-conflict`),
  );
  expect(problems(body).find(({ code }) => code === "merge-conflict")?.severity).toBe("error");
});

test.each([
  ["a fence", "```text\n" + conflict("Un", "Deux") + "```\n"],
  ["raw HTML", `<pre>\n${conflict("Un", "Deux").replaceAll("<<<<<<<", "&lt;&lt;")}</pre>\n`],
  ["an underlined heading", "Titre\n=======\n"],
  ["nested quotations", "> > > a\n\n>>> b\n"],
])("no merge is reported in %s", (_, body) => {
  expect(codes(body).filter((one) => one.endsWith("merge-conflict"))).toEqual([]);
});
