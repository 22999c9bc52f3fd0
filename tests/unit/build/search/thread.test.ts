// The thread that indexes texts: it is never awaited for ever.
import { expect, it, onTestFinished } from "vitest";
import type { IndexedText } from "../../../../src/build/search/documents.ts";
import { SearchThread } from "../../../../src/build/search/thread.ts";

const NOWHERE = { path: "pagefind/", folder: "/nowhere", output: "/nowhere", standing: [] };

const texts = (count: number): IndexedText[] =>
  Array.from({ length: count }, (_, i) => ({
    url: `/${String(i)}/`,
    content: `<html lang="fr"><body data-pagefind-body><p>Texte ${String(i)}</p></body></html>`,
  }));

function start(onIndexed: (more: number) => void = () => undefined): SearchThread {
  const thread = new SearchThread(onIndexed);
  onTestFinished(() => thread.stop());
  return thread;
}

it("makes those who add many texts wait until it has indexed some", async () => {
  let indexed = 0;
  const thread = start((more) => (indexed += more));
  expect(thread.add(texts(32))).toBe(true);
  expect(thread.add(texts(640))).toBe(false);
  await thread.room();
  expect(indexed).toBeGreaterThan(0);
});

it("fails with what the disk reports", async () => {
  const thread = start();
  thread.add(texts(1));
  await expect(thread.make({ ...NOWHERE, folder: "/dev/null" })).rejects.toMatchObject({ code: "ENOTDIR" });
});

it("fails if it is stopped first", async () => {
  const thread = start();
  const made = thread.make(NOWHERE);
  await Promise.all([expect(made).rejects.toThrow("has ended"), thread.stop()]);
});
