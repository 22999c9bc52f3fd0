import { lstatSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { stampOf } from "../../../../src/build/machine/copies.ts";
import { siteRoot } from "../../content/site-root.ts";

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
