import { expect, it } from "vitest";
import { BuildMemory, type Caches } from "../../../src/build/build-memory.ts";
import { openHeadCache } from "../../../src/build/kept/heads.ts";
import type { RenderedText, Text } from "../../../src/build/texts/renderer.ts";
import { openTextCache } from "../../../src/build/texts/cache.ts";
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
