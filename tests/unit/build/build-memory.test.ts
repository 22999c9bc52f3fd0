import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { BuildMemory, type Caches } from "../../../src/build/build-memory.ts";
import { openHeadCache } from "../../../src/build/kept/heads.ts";
import type { RenderedText, Text } from "../../../src/build/texts/renderer.ts";
import { openTextCache } from "../../../src/build/texts/cache.ts";
import { loadRoot, NOW, post, siteRoot } from "../content/site-root.ts";
import { renderedOf } from "../eleventy/samples.ts";

const lookups = {
  picture: () => ({ found: false as const }),
  file: () => undefined,
  size: () => undefined,
  text: () => undefined,
  has: () => false,
};

function textOf(body: string): Text {
  const file = "content/posts/2026-01-05-a.md";
  return { file, bodyLine: 4, lang: "fr", url: "/a/", title: "A", typography: true, body: Buffer.from(body) };
}

function htmlOf(html: string): RenderedText {
  return { ...renderedOf(), html: Buffer.from(html), digest: html, asked: [] };
}

it("keeps only the last text of a file saved again and again, and writes no other to disk", () => {
  const kept: string[] = [];
  const texts: Caches["texts"] = {
    isEmpty: true,
    names: new Map(),
    named: () => undefined,
    find: () => undefined,
    keep: (_, __, { digest }) => kept.push(digest),
    save: () => kept.push("saved"),
  };
  const heads = openHeadCache("/nowhere", "1", { trust: false, keep: false });
  const memory = new BuildMemory();
  const caches = (): Caches["texts"] => memory.caches(() => ({ heads, texts })).texts;
  const first = caches();
  first.keep(textOf("un"), "", htmlOf("1"));
  first.keep(textOf("deux"), "", htmlOf("2"));
  const second = caches();
  expect(second.find(textOf("un"), "", lookups)).toBeUndefined();
  expect(second.find(textOf("deux"), "other settings", lookups)).toBeUndefined();
  expect(second.find(textOf("deux"), "", lookups)?.digest).toBe("2");
  memory.save();
  expect(kept).toEqual(["2", "saved"]);
});

it("finds no text by name when neither memory nor disk has it", () => {
  const nothing = { trust: false, keep: false };
  const open = (): Caches => ({
    heads: openHeadCache("/nowhere", "1", nothing),
    texts: openTextCache("/nowhere", "1", nothing),
  });
  expect(new BuildMemory().caches(open).texts.named("a", "content/posts/a.md")).toBeUndefined();
});

it("reads files again that are known to be saved, on a disk where their times stay the same", async () => {
  const [saved, other] = ["content/posts/2026-01-05-a.md", "content/posts/2026-01-06-b.md"];
  const root = siteRoot({ [saved]: post("title: A"), [other]: post("title: B") });
  const memory = new BuildMemory();
  const entries: Pick<typeof memory.entries, "begin"> = {
    begin(settings) {
      const read = memory.entries.begin(settings);
      return (kind, source, context) => read(kind, { ...source, mtimeMs: 0, ctimeMs: 0 }, context);
    },
  };
  const titles = async (): Promise<string[]> =>
    (await loadRoot(root, { memory: entries })).content.posts.map(({ title }) => title).sort();
  await titles();
  for (const [file, title] of [
    [saved, "C"],
    [other, "D"],
  ] as const)
    writeFileSync(join(root, file), post(`title: ${title}`));
  expect(await memory.takeUp({ now: NOW, changed: [saved] })).toBeUndefined();
  // Only the first is opened.
  expect(await titles()).toEqual(["B", "C"]);
});
