import { setTimeout } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { codeLanguages, fencesOf } from "../../../../src/build/texts/code-languages.ts";
import { answersStill, createLookups, recording, textKey } from "../../../../src/build/texts/lookups.ts";
import { createTextRenderer, type TextsAround } from "../../../../src/build/texts/renderer.ts";
import { TextThread, type Batches } from "../../../../src/build/texts/thread.ts";
import { renderTexts } from "../../../../src/build/texts/render.ts";
import { createPictureIndex } from "../../../../src/images/facts.ts";
import { loadContent } from "../../../../src/content/load.ts";
import type { Content } from "../../../../src/content/types.ts";
import { siteRoot } from "../../content/site-root.ts";
import { png } from "../../images/samples.ts";

const FENCE = "```js\nconst un = 1;\n```";

/** Enough posts for several batches, each with links, a heading, code, pictures and a problem. */
function posts(count: number): Record<string, string> {
  const pictures = "![](/absente.png) ![Vide](/vide.png)";
  const body = (i: number): string =>
    `## Titre ${String(i)}\n\n[lien](/absent-${String(i)}/) et [autre](2026-01-05-p0.md), [données](/d.csv)\n\n${pictures}\n\n${FENCE}\n`;
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `content/posts/2026-01-05-p${String(i)}.md`,
      `---\ntitle: Article ${String(i)}\n---\n\n${body(i)}`,
    ]),
  );
}

function aroundOf({ site, files, posts: all }: Content): TextsAround {
  const languages = codeLanguages(fencesOf(all));
  const texts = new Map(all.map(({ file, url }) => [textKey(file), url]));
  return { site, files, paths: all.map(({ url }) => url), texts, broken: [], languages };
}

it("returns the same texts, facts and problems on two threads as on one", async () => {
  const root = siteRoot({ ...posts(250), "public/vide.png": png(4, 3), "public/d.csv": "a;b\n" });
  const { content } = await loadContent({ root, now: new Date("2026-03-02"), builtinLayouts: ["post"] });
  expect(content?.posts).toHaveLength(250);
  if (!content) return;
  // One picture cannot be decoded, whatever its header says.
  const around = { ...aroundOf(content), broken: ["public/vide.png"] };
  const pictures = createPictureIndex(content.files).without(new Set(around.broken));
  const progress: number[] = [];
  const stop = vi.spyOn(TextThread.prototype, "stop");
  onTestFinished(() => {
    stop.mockRestore();
  });
  const one = await renderTexts(content.posts, { around, pictures, worthAThread: Infinity });
  const two = await renderTexts(content.posts, {
    around,
    pictures,
    worthAThread: 1,
    onProgress: (done) => progress.push(done),
  });
  // A thread that goes on would keep the process from ending.
  expect(stop).toHaveBeenCalledOnce();
  expect([...two.keys()]).toEqual([...one.keys()]);
  for (const [file, text] of one) {
    for (const part of [
      "tok-keyword",
      'href="/blog/2026/01/05/p0/"',
      "(CSV, 4\u00a0o)",
      '<span class="missing-image">Vide</span>',
    ])
      expect(text.html).toContain(part);
    expect(text.problems.length).toBeGreaterThan(0);
    expect({ ...two.get(file), html: two.get(file)?.html }).toEqual({ ...text, html: text.html });
  }
  expect(progress.at(-1)).toBe(250);
});

it("leaves the few texts with code to the second thread, which loads the highlighter once", async () => {
  const plain = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      `content/posts/2026-01-06-q${String(i)}.md`,
      "---\ntitle: Q\n---\n\nUn mot.\n",
    ]),
  );
  const root = siteRoot({ ...posts(3), ...plain });
  const { content } = await loadContent({ root, now: new Date("2026-03-02"), builtinLayouts: ["post"] });
  if (!content) throw new Error("refused");
  const around = aroundOf(content);
  const pictures = createPictureIndex(content.files);
  const lookups = createLookups(pictures, new Set(around.paths));
  const render = await createTextRenderer(around, lookups);
  let coloured = 0;
  const thread = {
    settle: () => Promise.resolve(),
    has: () => false,
    find: () => undefined,
    // Slower than the main thread, which leaves the texts with code to it.
    renderFrom: async (queue: Batches) => {
      await setTimeout(50);
      for (let batch = queue.take(); batch; batch = queue.take()) {
        coloured += batch.texts.filter(({ body }) => Buffer.from(body).includes("```")).length;
        queue.put(batch.number, batch.texts.map(render));
      }
    },
  };
  const made = await renderTexts(content.posts, { around, pictures, thread });
  expect(coloured).toBe(3);
  expect(made.get("content/posts/2026-01-05-p0.md")?.html).toContain("tok-keyword");
});

it("resolves a link that names a text by its file, and asks again when that text's address changes", async () => {
  const a =
    "[b](2026-01-06-b.md#x) [c](../autres/2026-01-07-été.markdown) [d](absent.md) [e](/posts/2026-01-06-b.md)";
  const root = siteRoot({
    "content/posts/un/2026-01-05-a.md": `---\ntitle: A\n---\n\n${a}\n`,
    "content/posts/un/2026-01-06-b.md": "---\ntitle: B\n---\n\n## X\n",
    "content/posts/autres/2026-01-07-été.markdown": "---\ntitle: C\n---\n\nTexte.\n",
  });
  const { content } = await loadContent({ root, now: new Date("2026-03-02"), builtinLayouts: ["post"] });
  if (!content) throw new Error("refused");
  const around = aroundOf(content);
  const pictures = createPictureIndex(content.files);
  const texts = await renderTexts(content.posts, { around, pictures });
  const text = texts.get("content/posts/un/2026-01-05-a.md");
  expect(text?.html).toContain(
    '<a href="/blog/2026/01/06/b/#x">b</a> <a href="/blog/2026/01/07/ete/">c</a> <a href="absent.md">d</a> ' +
      '<a href="/posts/2026-01-06-b.md">e</a>',
  );
  expect(text?.references.map(({ to }) => to)).toEqual([
    "/blog/2026/01/06/b/#x",
    "/blog/2026/01/07/ete/",
    undefined,
    undefined,
  ]);
  const from = { file: "content/posts/un/2026-01-05-a.md" };
  const same = createLookups(pictures, new Set(), around.texts);
  const asking = recording(same);
  asking.text("2026-01-06-b.md", from);
  const asked = asking.take();
  const moved = createLookups(pictures, new Set(), new Map([["content/posts/un/2026-01-06-b.md", "/c/"]]));
  expect([answersStill(asked, same, from), answersStill(asked, moved, from)]).toEqual([true, false]);
});
