import { readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Store } from "../../../src/build/store.ts";
import type { RenderedText } from "../../../src/build/texts/renderer.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { renderedOf } from "../eleventy/samples.ts";

const open = (root: string): Store => new Store(root, { trust: true, keep: true });

describe("what a build stored", () => {
  const text: RenderedText = { ...renderedOf(), html: Buffer.from("é"), digest: "d", media: [], asked: [] };
  const kinds: [
    kind: string,
    file: string,
    write: (store: Store) => void,
    read: (store: Store) => unknown,
  ][] = [
    [
      "value",
      "outputs/a",
      (store) => {
        store.write("outputs/a", new Map([["é", new Date(0)]]));
      },
      (store) => store.read("outputs/a"),
    ],
    [
      "picture",
      "pictures/a.webp",
      (store) => {
        store.keepPicture("a.webp", Buffer.from("A"));
      },
      (store) => store.picture("a.webp"),
    ],
    [
      "text",
      "rendered/11",
      (store) => {
        store.texts.keep("k", text);
        store.save();
      },
      (store) => store.texts.get("k")?.html.toString(),
    ],
    [
      "name of a broken picture",
      "broken-pictures",
      (store) => {
        store.keepBroken(["h"]);
      },
      (store) => [...store.brokenPictures()][0],
    ],
  ];

  it.each(kinds)(
    "is read by another process, but not without trust, with a changed byte or a missing end: a %s",
    (_, name, write, read) => {
      const root = scratchFolder();
      const nothing = read(open(root));
      write(open(root));
      const stored = read(open(root));
      expect(stored).not.toEqual(nothing);
      expect(read(new Store(root, { trust: false, keep: true }))).toEqual(nothing);
      const file = join(root, ".cache", name);
      const bytes = readFileSync(file);
      for (let i = 0; i < bytes.length; i += i < 60 ? 3 : 61) {
        const damaged = Buffer.from(bytes);
        damaged[i] = (damaged[i] ?? 0) ^ 1;
        writeFileSync(file, damaged);
        expect(read(open(root)), String(i)).toEqual(nothing);
        writeFileSync(file, bytes.subarray(0, i));
        expect(read(open(root)), String(i)).toEqual(nothing);
      }
      writeFileSync(file, bytes);
      expect(read(open(root))).toEqual(stored);
    },
  );

  it("is dropped once builds use less than half of it", () => {
    const root = scratchFolder();
    const first = open(root);
    for (const key of ["ka", "kb", "kc"]) first.texts.keep(key, text);
    first.save();
    const next = open(root);
    expect(next.texts.get("ka")).toBeDefined();
    next.save();
    expect(open(root).texts.get("kb")).toBeDefined();
    const last = open(root);
    last.texts.keep("kd", text);
    last.save();
    expect([open(root).texts.get("kb"), open(root).texts.get("kd")]).toEqual([undefined, text]);
    for (const name of ["a", "b", "c"]) last.keepPicture(name, Buffer.from(name));
    for (const [wanted, kept] of [
      [["a", "b"], 3],
      [["a"], 1],
    ] as const) {
      last.forgetPictures(new Set(wanted));
      expect(readdirSync(join(root, ".cache/pictures"))).toHaveLength(kept);
    }
  });

  it("is never another picture, whose name it has", () => {
    const root = scratchFolder();
    for (const name of ["a", "b"]) open(root).keepPicture(name, Buffer.from(name));
    renameSync(join(root, ".cache/pictures/b"), join(root, ".cache/pictures/a"));
    expect(open(root).picture("a")).toBeUndefined();
  });

  it("is neither read nor written through a link, which could lead anywhere", () => {
    const root = scratchFolder({ "elsewhere/a": "mine" });
    symlinkSync("elsewhere", join(root, ".cache"));
    open(root).write("a", 1);
    expect(readFileSync(join(root, "elsewhere/a"), "utf8")).toBe("mine");
    rmSync(join(root, ".cache"));
    open(root).write("b", 1);
    symlinkSync("/dev/zero", join(root, ".cache/a"));
    expect([open(root).read("a"), open(root).read("b")]).toEqual([undefined, 1]);
  });
});
