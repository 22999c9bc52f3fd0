import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { stampOf, writeCopies, writeWhole } from "../../../src/build/disk.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const disk = vi.hoisted((): { refusal: string | undefined } => ({ refusal: undefined }));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const chmod: typeof real.chmod = (path, mode) =>
    disk.refusal === undefined
      ? real.chmod(path, mode)
      : Promise.reject(Object.assign(new Error(disk.refusal), { code: disk.refusal }));
  return { ...real, chmod };
});

it("writes a file whole, in a folder that it makes, and keeps the old one whole when it fails", () => {
  const folder = join(scratchFolder(), "a", "b");
  const file = join(folder, "c.txt");
  writeWhole(file, "vieux");
  // The disk refuses the rename once the new text is written.
  expect(() => {
    writeWhole(folder, "neuf");
  }).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(readFileSync(file, "utf8")).toBe("vieux");
  expect(readdirSync(folder)).toEqual(["c.txt"]);
  expect(() => {
    writeWhole(join(file, "d.txt"), "texte");
  }).toThrow(/ENOTDIR|EEXIST/);
});

describe("copies", () => {
  it("are told apart when they have one size and instant, and their folders swap names", () => {
    const root = scratchFolder({ "a/x.txt": "", "b/x.txt": "" });
    const [a, b, aside] = [join(root, "a"), join(root, "b"), join(root, "c")];
    const stamp = (): string => stampOf({ from: join(a, "x.txt"), to: "a/x.txt" });
    const timeOf = (folder: string): number => lstatSync(join(folder, "x.txt")).ctimeMs;
    for (let i = 0; i === 0 || (i < 1000 && timeOf(a) !== timeOf(b)); i++) {
      writeFileSync(join(a, "x.txt"), "AAAA");
      writeFileSync(join(b, "x.txt"), "BBBB");
    }
    const before = stamp();
    expect(stamp()).toBe(before);
    renameSync(a, aside);
    renameSync(b, a);
    renameSync(aside, b);
    expect(stamp()).not.toBe(before);
  });

  it("have the mode of the files written beside them, whatever that of their source is", async () => {
    const root = scratchFolder({ "private.jpg": "p", "read-only.jpg": "r", "out/written.html": "" });
    chmodSync(join(root, "private.jpg"), 0o600);
    chmodSync(join(root, "read-only.jpg"), 0o444);
    const names = ["private.jpg", "read-only.jpg"];
    const copies = names.map((name) => ({ from: join(root, name), to: `img/${name}` }));
    await writeCopies(copies, join(root, "out"));
    const modeOf = (path: string): number => statSync(join(root, "out", path)).mode;
    expect(names.map((name) => modeOf(`img/${name}`))).toEqual(names.map(() => modeOf("written.html")));
  });

  it.each([
    ["EPERM", true],
    ["EIO", false],
  ])(
    "are made on a disk that refuses the mode, but its other failures are reported: %s",
    async (code, isCopied) => {
      const root = scratchFolder({ "private.jpg": "p", "out/written.html": "" });
      chmodSync(join(root, "private.jpg"), 0o600);
      disk.refusal = code;
      const writing = writeCopies([{ from: join(root, "private.jpg"), to: "a.jpg" }], join(root, "out"));
      if (isCopied) await expect(writing).resolves.toBeUndefined();
      else await expect(writing).rejects.toThrow(code);
      disk.refusal = undefined;
      expect(readFileSync(join(root, "out/a.jpg"), "utf8")).toBe("p");
    },
  );
});
