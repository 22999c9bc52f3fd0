import { setTimeout } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { createLookups } from "../../../../src/build/texts/lookups.ts";
import { createTextRenderer, type Text, type TextsAround } from "../../../../src/build/texts/renderer.ts";
import { TextThread, type Batches } from "../../../../src/build/texts/thread.ts";
import { renderTexts } from "../../../../src/build/texts/render.ts";
import { loadContent } from "../../../../src/content/load.ts";
import type { Entry } from "../../../../src/content/types.ts";
import { createPictureIndex } from "../../../../src/images/facts.ts";
import { siteRoot } from "../../content/site-root.ts";
import { png } from "../../images/samples.ts";

const COUNT = 60;
const FENCED = 7;
/** The post that shows its cover first. */
const COVERED = 20;
const COVER = "public/img/a.png";
const FIRST = "content/posts/2026-01-05-p10.md";

/** Each text has a full address in a link: p10 links to p9, which is read after all the others. */
function body(i: number): string {
  const next = i === 10 ? "https://example.org/blog/2026/01/05/p9/" : "https://example.org/absent/";
  const first = i === COVERED ? "![A](/img/a.png)\n\n" : "";
  return `${first}## Titre « ${String(i)} »\n\n[suite](${next})\n\n${i === FENCED ? "```js\nlet a;\n```\n" : ""}`;
}

function posts(): Record<string, string | Uint8Array> {
  const front = (i: number): string =>
    `title: "L'article ${String(i)}"${i % 2 ? "\ntypography: off" : ""}${i === COVERED ? "\nimage: /img/a.png" : ""}`;
  return Object.fromEntries([
    ["content/site.yaml", "title: Essai\nurl: https://example.org\nlang: fr\n"],
    [COVER, png(4, 3)],
    ...Array.from({ length: COUNT }, (_, i) => [
      `content/posts/2026-01-05-p${String(i)}.md`,
      `---\n${front(i)}\n---\n\n${body(i)}`,
    ]),
  ]) as Record<string, string | Uint8Array>;
}

const coverOf = ({ file }: Entry): string | undefined =>
  file.endsWith(`p${String(COVERED)}.md`) ? COVER : undefined;

interface Given {
  thread: TextThread;
  entries: readonly Entry[];
  around: TextsAround;
}

let running: TextThread | undefined;
afterEach(async () => running?.stop());

async function readEarly(): Promise<Given> {
  const { content, problems } = await loadContent({
    ...{ root: siteRoot(posts()), now: new Date("2026-03-02"), builtinLayouts: ["post"] },
    onEntries: (site, files, count) => {
      expect(count).toBe(COUNT);
      const thread = (running = new TextThread({ site, files }));
      return (entry) => {
        thread.read(entry);
      };
    },
  });
  if (!content || !running) throw new Error(JSON.stringify(problems));
  const paths = content.posts.map(({ url }) => url);
  const { site, files } = content;
  const around = { site, files, paths, texts: new Map<string, string>(), broken: [], languages: ["js"] };
  return { thread: running, entries: content.posts, around };
}

function textOf(entry: Entry): Text {
  const { file, bodyLine, lang, url, title, typography, text: source } = entry;
  const text = { file, bodyLine, lang, url, title, typography, body: source.body };
  const cover = coverOf(entry);
  return cover === undefined ? text : { ...text, cover };
}

it("renders texts as they are read, with the same result as once the whole site is known", async () => {
  const { thread, entries, around } = await readEarly();
  const pictures = createPictureIndex(around.files);
  const lookups = createLookups(pictures, new Set(around.paths));
  const found = (): Entry[] => entries.filter((entry) => thread.find(textOf(entry), lookups));
  // Two lots of twenty, without the text that links onwards; the last lot is not full, and is not sent.
  while (found().length < 39) await setTimeout(10);
  const files = found().map(({ file }) => file);
  // One links to a text that was read later, one contains code.
  expect(files).not.toContain(FIRST);
  expect(files).not.toContain(`content/posts/2026-01-05-p${String(FENCED)}.md`);
  const render = await createTextRenderer(around, lookups);
  for (const entry of entries) {
    const early = thread.find(textOf(entry), lookups);
    if (early) expect(early).toEqual(render(textOf(entry)));
  }
  const covered = entries.filter((entry) => coverOf(entry) !== undefined);
  expect(covered.map((entry) => thread.find(textOf(entry), lookups)?.cover)).toEqual([
    { kept: false, alt: "A" },
  ]);
  const other = entries.find(({ file }) => file === files[0]);
  if (!other) throw new Error("No text was found.");
  for (const changed of [
    { bodyLine: 9 },
    { lang: "en" },
    { typography: !other.typography },
    { url: "/x/" },
    { title: "Autre" },
    { cover: "public/a.png" },
    { body: Buffer.from("a") },
  ])
    expect(thread.find({ ...textOf(other), ...changed }, lookups)).toBeUndefined();
});

it("returns all texts, whenever they are asked for", async () => {
  for (const wait of [0, 150]) {
    const { thread, entries, around } = await readEarly();
    await setTimeout(wait);
    const pictures = createPictureIndex(around.files);
    const two = await renderTexts(entries, { around, pictures, thread, cover: coverOf });
    const one = await renderTexts(entries, { around, pictures, cover: coverOf, worthAThread: Infinity });
    expect([...two.keys()]).toEqual([...one.keys()]);
    for (const [file, text] of one)
      expect({ ...two.get(file), html: two.get(file)?.html }).toEqual({ ...text, html: text.html });
    expect(one.get(FIRST)?.html).toContain('href="/blog/2026/01/05/p9/"');
    await thread.stop();
  }
});

it("returns all facts of each text, and its HTML as a string", async () => {
  const { entries, around } = await readEarly();
  const pictures = createPictureIndex(around.files);
  const render = await createTextRenderer(around, createLookups(pictures, new Set(around.paths)));
  const texts = await renderTexts(entries, { around, pictures, cover: coverOf, worthAThread: Infinity });
  for (const entry of entries) {
    const { html, ...made } = render(textOf(entry));
    const facts: Partial<typeof made> = made;
    // It is used only before this, and kept for no text.
    delete facts.asked;
    expect(texts.get(entry.file)).toMatchObject({ ...facts, html: Buffer.from(html).toString() });
  }
});

it("shares texts rendered on a wrong guess with the thread, even when all were", async () => {
  const { entries, around } = await readEarly();
  const pictures = createPictureIndex(around.files);
  const render = await createTextRenderer(around, createLookups(pictures, new Set(around.paths)));
  const shared: string[] = [];
  const thread = {
    settle: () => Promise.resolve(),
    has: () => true,
    find: () => undefined,
    renderFrom: (queue: Batches) => {
      const batch = queue.take();
      if (batch) queue.put(batch.number, batch.texts.map(render));
      shared.push(...(batch?.texts ?? []).map(({ file }) => file));
      return Promise.resolve();
    },
  };
  const texts = await renderTexts(entries, { around, pictures, thread });
  expect(texts.size).toBe(COUNT);
  expect(shared.length).toBeGreaterThan(0);
});

it("fails if the thread does, instead of waiting for it", async () => {
  const { thread, entries, around } = await readEarly();
  const pictures = createPictureIndex(around.files);
  const settle = (): Promise<void> => thread.settle({ ...around, site: null as never });
  const failing = {
    settle,
    has: () => false,
    find: () => undefined,
    renderFrom: thread.renderFrom.bind(thread),
  };
  await expect(renderTexts(entries, { around, pictures, thread: failing })).rejects.toThrow();
});

it("receives texts of any length, each with its own bytes", async () => {
  const bodies = [3, 950_000, 5, 900_000, 200_000].map(
    (length) => `${"mot ".repeat(length / 4)}${String(length)}\n`,
  );
  const { content } = await loadContent({
    root: siteRoot(
      Object.fromEntries(
        bodies.map((text, i) => [
          `content/posts/2026-01-0${String(i + 1)}-a.md`,
          `---\ntitle: A\n---\n\n${text}`,
        ]),
      ),
    ),
    ...{ now: new Date("2026-03-02"), builtinLayouts: ["post"] },
    onEntries: (site, files) => {
      const thread = (running = new TextThread({ site, files }));
      return (entry) => {
        thread.read(entry);
      };
    },
  });
  const read = content?.posts.map(({ text }) => text.body.toString().trim()).reverse();
  expect(read?.map((text) => text.length)).toEqual(bodies.map((text) => text.trim().length));
  expect(read).toEqual(bodies.map((text) => text.trim()));
});
