import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createPictureIndex } from "../../../src/images/facts.ts";
import { storePicture } from "../../../src/build/pictures/store.ts";
import { Store } from "../../../src/build/store.ts";
import { createLookups, type Lookups } from "../../../src/build/texts/lookups.ts";
import type { Text } from "../../../src/build/texts/renderer.ts";
import { isLostText } from "../../../src/build/texts/store.ts";
import { renderedOf } from "../eleventy/samples.ts";
import { siteRoot } from "../content/site-root.ts";

const open = (root: string): Store => new Store(root, { trust: true, keep: true });

describe("a stored value", () => {
  it("is read by another process, and not without trust", () => {
    const root = siteRoot({});
    open(root).write("outputs/a", new Map([["é", new Date(0)]]));
    expect(open(root).read("outputs/a")).toEqual(new Map([["é", new Date(0)]]));
    expect(new Store(root, { trust: false, keep: true }).read("outputs/a")).toBeUndefined();
  });

  it("is ignored once a single byte of its file is changed, or the end is cut", () => {
    const root = siteRoot({});
    open(root).write("a", { n: 1, text: "deux" });
    const path = join(root, ".cache/a");
    const bytes = readFileSync(path);
    for (let i = 0; i < bytes.length; i++) {
      const damaged = Buffer.from(bytes);
      damaged[i] = (damaged[i] ?? 0) ^ 1;
      writeFileSync(path, damaged);
      // The line break after the digest says nothing.
      expect(open(root).read("a"), String(i)).toEqual(i === 43 ? { n: 1, text: "deux" } : undefined);
      writeFileSync(path, bytes.subarray(0, i));
      expect(open(root).read("a"), String(i)).toBeUndefined();
    }
  });
});

describe("a stored text", () => {
  const TEXT: Text = {
    ...{ file: "content/posts/a.md", bodyLine: 4, lang: "fr", url: "/a/", title: "A", typography: true },
    body: Buffer.from("[b](b.md)"),
  };
  const lookups = (to: string): Lookups =>
    createLookups(createPictureIndex([]), new Set(), new Map([["content/posts/b.md", to]]));

  /** Stores a text that asked for the address of another, which was `/b/`. */
  function stored(): string {
    const root = siteRoot({});
    const { html, ...facts } = renderedOf({ html: "<p>é</p>" });
    const asked = [["text b.md", '"3:/b/']] as const;
    const store = open(root);
    const rendered = { ...facts, html: Buffer.from(html), digest: "d", media: [], asked };
    store.texts.keep(TEXT, "s", rendered);
    store.save();
    return root;
  }

  it("is found while the site answers its lookups as before", () => {
    const { texts } = open(stored());
    expect(Buffer.from(texts.find(TEXT, "s", lookups("/b/"))?.details.html ?? "").toString()).toBe(
      "<p>é</p>",
    );
    expect(texts.find(TEXT, "s", lookups("/autre/"))).toBeUndefined();
    expect(texts.find(TEXT, "autre", lookups("/b/"))).toBeUndefined();
    expect(texts.find({ ...TEXT, body: Buffer.from("x") }, "s", lookups("/b/"))).toBeUndefined();
  });

  it("is ignored if its bytes were changed, or reported as lost if it was already used", () => {
    const root = stored();
    const store = open(root);
    store.texts.find(TEXT, "s", lookups("/b/"));
    const named = open(root).texts.named(TEXT.file, store.texts.keys.get(TEXT.file) ?? "");
    const path = join(root, ".cache/texts.html");
    writeFileSync(path, readFileSync(path, "utf8").replace("é", "e"));
    expect(open(root).texts.find(TEXT, "s", lookups("/b/"))).toBeUndefined();
    let thrown: unknown;
    try {
      expect(named?.details.html).toBeUndefined();
    } catch (error) {
      thrown = error;
    }
    expect(isLostText(thrown)).toBe(true);
  });
});

it("never takes a stored picture for another one, whose name it has", async () => {
  const root = siteRoot({});
  const { pictures } = open(root);
  await storePicture(pictures.folder, "1-a.webp", Buffer.from("A"), true);
  await storePicture(pictures.folder, "1-b.webp", Buffer.from("B"), true);
  expect(await pictures.read("1-a.webp")).toEqual(Buffer.from("A"));
  renameSync(join(pictures.folder, "1-b.webp"), join(pictures.folder, "1-a.webp"));
  expect(await open(root).pictures.read("1-a.webp")).toBeUndefined();
});

it("knows in the next run which pictures could not be decoded", async () => {
  const root = siteRoot({});
  await open(root).pictures.noteBroken("abc");
  expect([...open(root).pictures.broken]).toEqual(["abc"]);
});

it("makes pictures in a folder of its own if nothing may be stored, and removes that of a killed build", () => {
  const left = mkdtempSync(join(tmpdir(), "carnet-pictures-999999999-"));
  const { pictures } = new Store(siteRoot({}), { trust: true, keep: false });
  const { folder } = pictures;
  expect([existsSync(left), existsSync(folder)]).toEqual([false, true]);
  pictures.forget(new Set());
  expect(existsSync(folder)).toBe(false);
});
