import { chmodSync, lstatSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { stampOf, writeCopies } from "../../../../src/build/machine/copies.ts";
import { siteRoot } from "../../content/site-root.ts";

const disk = vi.hoisted((): { refusal: string | undefined } => ({ refusal: undefined }));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const chmod: typeof real.chmod = (path, mode) =>
    disk.refusal === undefined
      ? real.chmod(path, mode)
      : Promise.reject(Object.assign(new Error(disk.refusal), { code: disk.refusal }));
  return { ...real, chmod };
});

it("tells apart files of one size written in the same instant when their folders swap names", () => {
  const root = siteRoot({ "public/a/x.txt": "", "public/b/x.txt": "" });
  const [a = "", b = "", aside = ""] = ["a", "b", "c"].map((name) => join(root, "public", name));
  const stamp = (): string => stampOf({ from: join(a, "x.txt"), to: "a/x.txt" });
  const isOneInstant = (): boolean =>
    lstatSync(join(a, "x.txt")).ctimeMs === lstatSync(join(b, "x.txt")).ctimeMs;
  for (let i = 0; i === 0 || (i < 1000 && !isOneInstant()); i++) {
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

it("gives copies the mode of the files written beside them, whatever that of their source is", async () => {
  const root = siteRoot({ "public/private.jpg": "p", "public/read-only.jpg": "r", "out/written.html": "" });
  chmodSync(join(root, "public/private.jpg"), 0o600);
  chmodSync(join(root, "public/read-only.jpg"), 0o444);
  const names = ["private.jpg", "read-only.jpg"];
  const copies = names.map((name) => ({ from: join(root, "public", name), to: `img/${name}` }));
  await writeCopies(copies, join(root, "out"));
  const modeOf = (path: string): number => statSync(join(root, "out", path)).mode;
  expect(names.map((name) => modeOf(`img/${name}`))).toEqual(names.map(() => modeOf("written.html")));
});

it.each([
  ["EPERM", true],
  ["EIO", false],
])("copies to a disk that refuses the mode, but reports its other failures: %s", async (code, isCopied) => {
  const root = siteRoot({ "public/private.jpg": "p", "out/written.html": "" });
  chmodSync(join(root, "public/private.jpg"), 0o600);
  disk.refusal = code;
  const writing = writeCopies([{ from: join(root, "public/private.jpg"), to: "a.jpg" }], join(root, "out"));
  if (isCopied) await expect(writing).resolves.toBeUndefined();
  else await expect(writing).rejects.toThrow(code);
  disk.refusal = undefined;
  expect(readFileSync(join(root, "out/a.jpg"), "utf8")).toBe("p");
});
