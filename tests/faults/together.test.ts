import { once } from "node:events";
import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Bench } from "./harness.ts";
import { versionOf } from "./sample-site.ts";

let bench: Bench;

beforeEach(() => {
  bench = new Bench();
});

afterEach(() => {
  bench.remove();
});

it.each(["without", "with"])(
  "four builds started at once publish one after the other, %s the lock of a dead process",
  async (lock) => {
    const www = join(bench.folder, "www");
    if (lock === "with") symlinkSync("4194304 1", join(www, "._site.carnet-lock"));
    const children = [1, 2, 3, 4].map((version) => bench.start(["together", bench.output, version, 50]));
    const codes = await Promise.all(
      children.map(async (child) => {
        await once(child, "close");
        return child.exitCode;
      }),
    );
    expect(codes).toEqual([0, 0, 0, 0]);
    expect([1, 2, 3, 4]).toContain(versionOf(bench.output, 50));
    expect(readdirSync(www)).toEqual(["_site"]);
  },
);
