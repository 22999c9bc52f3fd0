// The same texts, handed to Pagefind's program in either way: through a folder that it reads, or one by one.
import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, it, onTestFinished } from "vitest";
import { Gate } from "../../../../src/build/machine/gate.ts";
import type { IndexedText } from "../../../../src/build/search/documents.ts";
import type { TakenIndex } from "../../../../src/build/search/index-folder.ts";
import { Indexer } from "../../../../src/build/search/pagefind.ts";
import { makeScratch, removeScratch, type Scratch } from "../../../../src/build/search/scratch.ts";

const LOT = 8;

function text(n: number, words = `Mot${String(n % 9)} et suite`): IndexedText {
  const head = `<p data-pagefind-meta="title">Texte ${String(n)}</p><p data-pagefind-filter="year">2026</p>`;
  const body = `<h2 id="titre">Un titre</h2><p>${words}</p>`;
  return {
    // In an order that is not that of their names.
    url: `/blog/2026/${String((n * 7) % 10)}${String(n)}/`,
    content: `<html lang="fr"><body data-pagefind-body><div data-pagefind-ignore>${head}</div>${body}</body></html>`,
  };
}

const TEXTS = Array.from({ length: 40 }, (_, i) => text(i));
/** The first two have addresses that no path has: their lot is sent. */
const ELSEWHERE = [{ ...text(99), url: "/caf%C3%A9/" }, { ...text(98), url: "/page.html" }, ...TEXTS];

function scratch(places?: string[]): Scratch {
  const path = makeScratch(places);
  if (path === undefined) throw new Error("no folder");
  onTestFinished(() => {
    removeScratch(path);
  });
  return { path, gate: new Gate() };
}

interface Run {
  place?: Scratch;
  published?: string[];
}

async function indexOf(texts: readonly IndexedText[], { place, published }: Run = {}): Promise<TakenIndex> {
  const indexer = new Indexer([], place);
  try {
    for (let i = 0; i < texts.length; i += LOT) await indexer.add(texts.slice(i, i + LOT));
    return await indexer.take(published);
  } finally {
    await indexer.end();
  }
}

const bytesOf = ({ files }: TakenIndex): Record<string, string> =>
  Object.fromEntries(files.map(({ path, content }) => [path, Buffer.from(content).toString("base64")]));

describe("an index", () => {
  it("has the same bytes whether texts are read from a folder or sent", { timeout: 60_000 }, async () => {
    const place = scratch();
    const read = await indexOf(ELSEWHERE, { place });
    expect(bytesOf(read)).toEqual(bytesOf(await indexOf(ELSEWHERE)));
    expect(Object.keys(bytesOf(read)).filter((path) => path.startsWith("fragment/"))).toHaveLength(42);
    // Where the system lists texts in their order, the last lot was read from a folder.
    expect(readdirSync(place.path).some((name) => name === "4")).toBe(existsSync("/dev/shm"));
  });

  it("has the same bytes on a disk, whatever the order of its lists", { timeout: 60_000 }, async () => {
    const place = scratch([tmpdir()]);
    expect(bytesOf(await indexOf(TEXTS, { place }))).toEqual(bytesOf(await indexOf(TEXTS)));
  });

  it(
    "of which files are published is the same, and only the others are made",
    { timeout: 60_000 },
    async () => {
      const before = bytesOf(await indexOf(TEXTS));
      const edited = [...TEXTS.slice(0, 20), text(20, "Un kayak"), ...TEXTS.slice(21)];
      const whole = bytesOf(await indexOf(edited));
      const { files, same } = await indexOf(edited, { place: scratch(), published: Object.keys(before) });
      const made = bytesOf({ files, same });
      expect(new Set([...files.map(({ path }) => path), ...same])).toEqual(new Set(Object.keys(whole)));
      for (const [path, bytes] of Object.entries(made)) expect(bytes === whole[path], path).toBe(true);
      for (const path of same) expect(before[path] === whole[path], path).toBe(true);
      expect(files.filter(({ path }) => path.startsWith("fragment/"))).toHaveLength(1);
      expect(same.filter((path) => path.startsWith("fragment/"))).toHaveLength(39);
    },
  );

  it("that did not change has only its common files made", { timeout: 60_000 }, async () => {
    const before = Object.keys(bytesOf(await indexOf(TEXTS)));
    const { files, same } = await indexOf(TEXTS, { place: scratch(), published: before });
    expect(files.filter(({ path }) => /^(?:fragment|index|filter)\//.test(path))).toEqual([]);
    expect([...files.map(({ path }) => path), ...same].sort()).toEqual(before.sort());
  });

  it("can be taken several times, in the same folder", { timeout: 60_000 }, async () => {
    const indexer = new Indexer([], scratch());
    onTestFinished(() => indexer.end());
    const [first, second] = [TEXTS.slice(0, 8), TEXTS.slice(8, 16)];
    const published = Object.keys(bytesOf(await indexOf(first)));
    const fragments = (paths: readonly string[]): string[] =>
      paths.filter((path) => path.startsWith("fragment/"));
    await indexer.add(first);
    const again = await indexer.take(published);
    expect(fragments(again.same)).toHaveLength(8);
    await indexer.add(second);
    const other = await indexer.take(published);
    expect(fragments(other.same)).toEqual([]);
    expect(fragments(other.files.map(({ path }) => path))).toHaveLength(8);
  });
});
