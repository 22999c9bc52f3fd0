// After any edits, a build is the same as a clean build: random edits with fixed seeds, many more in incremental.long.test.ts, and
// what they do not meet.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { takeLock } from "../../src/build/output/lock.ts";
import { places } from "../../src/build/output/places.ts";
import { built, heldOf, type Built } from "../support/in-process.ts";
import { expectSameAsClean, LONGEST, replaceFiles } from "../support/random-edits.ts";
import { FIRST_MOMENT, firstSite } from "../support/random-site.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

it.each([1, 2])(
  "after edits, a build is the same as a clean build (seed %i)",
  (seed) => expectSameAsClean(seed, 6),
  LONGEST,
);

describe("a build after a save", () => {
  const POST = "content/posts/2026-01-03-p3.md";
  const PAGE = "blog/2026/01/03/p3/index.html";

  /** A site with more in one text, and a build of it. */
  async function first(more = ""): Promise<{ root: string; save: () => void; again: () => Promise<Built> }> {
    const root = scratchFolder();
    const files = await firstSite();
    files.set(POST, `${String(files.get(POST))}\n${more}`);
    replaceFiles(root, files);
    const how = { now: FIRST_MOMENT, held: heldOf(root), preview: true };
    await built(root, how);
    const save = (): void => {
      writeFileSync(join(root, POST), `${String(files.get(POST))}\nEncore.\n`);
    };
    return { root, save, again: () => built(root, how) };
  }

  it("keeps the colours of code nested in code, in a language that another text names meanwhile", async () => {
    const { root, again } = await first("````markdown\n---\ntitle: Un titre\n---\n````\n");
    writeFileSync(join(root, "content/pages/code.md"), "---\ntitle: Code\n---\n\n```yaml\ntitle: Un\n```\n");
    expect((await again()).files?.get(PAGE)).toContain('<span class="tok-tag">title</span>');
  });

  it("makes all pages again if the output was removed", async () => {
    const { root, save, again } = await first();
    save();
    rmSync(join(root, "_site"), { recursive: true });
    const { files } = await again();
    expect(files?.has("blog/2026/01/01/p1/index.html")).toBe(true);
    expect(files?.get(PAGE)).toContain("Encore.");
  });

  it("makes a page again that another build changed, also while this one waited for it", async () => {
    const { root, save, again } = await first();
    await built(root, { now: FIRST_MOMENT, preview: true, basePath: "/autre/" });
    save();
    expect((await again()).files?.get("404.html")).not.toContain('href="/autre/');
    const output = join(root, "_site");
    const release = await takeLock(places(output).lock);
    const waiting = again();
    await setTimeout(1000);
    writeFileSync(join(output, "404.html"), "d’une autre construction");
    release();
    expect((await waiting).files?.get("404.html")).toContain("<html");
  });
});
