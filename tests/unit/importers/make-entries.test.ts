import { expect, it } from "vitest";
import { makeEntries } from "../../../src/importers/make-entries.ts";
import { folder, oldEntry, oldSite, read } from "./old-blog.ts";

it("updates links between texts to headings, even through old addresses", async () => {
  const first = oldEntry({
    target: "content/posts/2021-04-01-a.md",
    text: read(
      "---\ntitle: A\n---\n[plus bas](#été--mer), [là](/vieux/b.html#les-gens--nous)\n\n## Été & mer\n",
    ),
    oldUrl: "/a/",
  });
  const second = oldEntry({
    target: "content/posts/2021-04-02-b.md",
    text: read("---\ntitle: B\n---\n## Les gens & nous\n"),
    oldUrl: "/b/",
    aliases: ["/vieux/b.html"],
  });
  const { entries } = await makeEntries(oldSite({ entries: [first, second] }), {
    files: folder({}),
    dest: "/nowhere",
    onProgress: () => undefined,
  });
  expect(entries[0]?.made.written).toContain("[plus bas](#ete-mer), [là](/vieux/b.html#les-gens-nous)");
  expect(entries[0]?.made.changes.filter(({ kind }) => kind === "anchor")).toEqual([
    { kind: "anchor", line: 0, from: "#été--mer", to: "#ete-mer" },
    { kind: "anchor", line: 0, from: "/vieux/b.html#les-gens--nous", to: "/vieux/b.html#les-gens-nous" },
  ]);
});

it("counts the words that code showed, rather than those of every branch", async () => {
  const text = read("---\ntitle: A\nn: 2\n---\nDeux mot{% if page.n > 1 %}s{% else %} seul{% endif %}.\n");
  const { entries } = await makeEntries(oldSite({ entries: [oldEntry({ text })] }), {
    files: folder({}),
    dest: "/nowhere",
    onProgress: () => undefined,
  });
  expect(entries[0]?.made.body).toBe("Deux mots.\n");
  expect(entries[0]?.compared.words).toEqual({ before: 2, after: 2, lost: [], added: [] });
});

it("counts no words in the attributes that end a paragraph", async () => {
  const text = read("---\ntitle: A\n---\nUn\n{: .au-centre}\nDeux\n");
  const { entries } = await makeEntries(oldSite({ entries: [oldEntry({ text })] }), {
    files: folder({}),
    dest: "/nowhere",
    onProgress: () => undefined,
  });
  expect(entries[0]?.compared.words).toEqual({ before: 2, after: 2, lost: [], added: [] });
});

it.each([
  ["texts-and-titles", 'title: "🎉 Bravo"', "1️⃣ `:tada:`"],
  ["texts", 'title: ":tada: Bravo"', "1️⃣ `:tada:`"],
  [undefined, 'title: ":tada: Bravo"', ":one: `:tada:`"],
] as const)("shows codes of emoji where the old blog did: %s", async (emoji, title, body) => {
  const text = read('---\ntitle: ":tada: Bravo"\n---\n:one: `:tada:`\n');
  const { entries } = await makeEntries(oldSite({ entries: [oldEntry({ text })], ...(emoji && { emoji }) }), {
    files: folder({}),
    dest: "/nowhere",
    onProgress: () => undefined,
  });
  const [found] = entries;
  expect(found?.made.written).toBe(`---\n${title}\n---\n${body}\n`);
  expect([found?.compared.words.lost, found?.compared.words.added]).toEqual([[], []]);
});
