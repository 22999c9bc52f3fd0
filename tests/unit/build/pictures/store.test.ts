import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openPictureStore, type PictureStore } from "../../../../src/build/pictures/store.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

const BYTES = Buffer.from("une image");

const open = (root: string, options = {}): PictureStore =>
  openPictureStore(root, { trust: true, keep: true, ...options });

it("returns in a later run what an earlier one stored, and leaves no other file", async () => {
  const root = scratchFolder();
  await Promise.all([open(root).write("a.avif", BYTES), open(root).write("a.avif", BYTES)]);
  expect(await open(root).read("a.avif")).toEqual(BYTES);
  expect(readdirSync(join(root, ".cache/pictures"))).toEqual(["a.avif"]);
  expect(await open(root).read("b.avif")).toBeUndefined();
});

it("reads only what it wrote itself when earlier runs are not trusted", async () => {
  const root = scratchFolder();
  await open(root).write("a.avif", BYTES);
  const store = open(root, { trust: false });
  expect(await store.read("a.avif")).toBeUndefined();
  await store.write("a.avif", BYTES);
  expect(await store.read("a.avif")).toEqual(BYTES);
});

it("keeps in memory what must not be stored on disk", async () => {
  const root = scratchFolder();
  const store = open(root, { keep: false });
  await store.write("a.avif", BYTES);
  expect(await store.read("a.avif")).toEqual(BYTES);
  expect(existsSync(join(root, ".cache"))).toBe(false);
});

it("keeps in memory what has no folder, which is also Node's error for a read-only disk", async () => {
  const root = scratchFolder();
  const store = open(root);
  await store.write("absent/a.avif", BYTES);
  expect(await store.read("absent/a.avif")).toEqual(BYTES);
});

it("follows no link out of the site", async () => {
  const root = scratchFolder();
  const outside = scratchFolder();
  writeFileSync(join(outside, "a.avif"), BYTES);
  mkdirSync(join(root, ".cache"));
  symlinkSync(outside, join(root, ".cache/pictures"));
  const store = open(root);
  await store.write("b.avif", BYTES);
  expect(readdirSync(outside)).toEqual(["a.avif"]);
  expect(await store.read("b.avif")).toEqual(BYTES);
});
