// After any edits, a build that reuses what an earlier one stored must give the same files, bytes and messages as a clean build: in
// a process of its own like `carnet build`, or in one that goes on like `carnet dev`. Seeds are fixed; `node tests/edits.mjs` runs
// many.
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { takeLock } from "../../src/build/output/lock.ts";
import { places } from "../../src/build/output/places.ts";
import { built, write, type Built } from "../support/built-site.ts";
import { heldOf } from "../support/in-process.ts";
import {
  bareSite,
  createRandom,
  EDITS,
  FIRST_MOMENT,
  firstSite,
  laterMoment,
  SAVES,
  type Random,
  type SiteFiles,
} from "../support/random-site.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** The same in every run; `node tests/edits.mjs` asks for more. */
const FIRST = Number(process.env["CARNET_SEED"] ?? "1");
const SEEDS = Array.from({ length: Number(process.env["CARNET_SEQUENCES"] ?? "4") }, (_, i) => FIRST + i);

/** Number of edits in a sequence, each followed by a build. */
const LENGTH = 10;

/** A configuration that changes no page, but could. */
const OWNER: SiteFiles = new Map([
  [
    ".eleventy.ts",
    'import carnet from "carnet";\nexport default function (config) {\n  config.addPlugin(carnet);\n  config.addFilter("unused", (text) => text);\n}\n',
  ],
]);

/** One edit of any kind, or one or two changes to bodies as while someone writes, or an earlier state. */
async function edited(
  past: readonly SiteFiles[],
  random: Random,
  turn: number,
): Promise<[string, SiteFiles]> {
  if (random.number(10) === 0) return ["go back", new Map(random.pick(past))];
  const next = new Map(past.at(-1));
  const isWriting = random.number(3) === 0;
  const names = Array.from({ length: isWriting ? 1 + random.number(2) : 1 }, () =>
    random.pick(Object.keys(isWriting ? SAVES : EDITS)),
  );
  for (const name of names) await { ...SAVES, ...EDITS }[name]?.(next, random, turn);
  return [names.join(" and "), next];
}

/** The same messages, and the same files with the same bytes; a site with errors has none. */
function expectSame(is: Built, should: Built, where: string): void {
  expect(is.told, where).toBe(should.told);
  expect([...(is.files?.keys() ?? [])], where).toEqual([...(should.files?.keys() ?? [])]);
  // Compared as a boolean: a diff of whole pages would not help.
  for (const [file, text] of should.files ?? [])
    expect(is.files?.get(file) === text, `${file}, ${where}`).toBe(true);
}

describe("a build after edits", () => {
  it.each(SEEDS)(
    "is the same as a clean build (seed %i)",
    async (seed) => {
      const random = createRandom(seed);
      const scratch = scratchFolder();
      const [warm, cold] = [join(scratch, "warm"), join(scratch, "cold")];
      // Not for all, since indexing takes longer than all the rest.
      const search = seed % 2 === 1;
      const isBare = seed % 2 === 0;
      let held = heldOf(warm);
      let files: SiteFiles = new Map();
      const past = [await (isBare ? bareSite() : firstSite())];
      const done: string[] = [];
      let now = FIRST_MOMENT;
      for (let turn = 0; turn <= LENGTH; turn++) {
        const next = past.at(-1) ?? files;
        held.memory.forget(write(warm, next, files));
        files = next;
        write(cold, files, new Map());
        // Pictures take longest, and change with their sources alone.
        if (turn > 0)
          cpSync(join(warm, ".cache/pictures"), join(cold, ".cache/pictures"), { recursive: true });
        // Rendered by Eleventy, which the other build avoids for as long as it can.
        if (isBare) write(cold, new Map([...OWNER, ...files]), files);
        const clean = await built(cold, { now, search });
        if (random.number(2) === 0) {
          held.store.save();
          held = heldOf(warm);
        }
        // A preview of the same folder verifies no page: what it publishes must not count as verified.
        if (random.number(3) === 0) await built(warm, { now, held, search, preview: true });
        const after = await built(warm, { now, held, search });
        expectSame(after, clean, `seed ${String(seed)}: ${done.join(", ")}`);
        rmSync(cold, { recursive: true, force: true });
        const [name, changed] = await edited(past, random, turn);
        past.push(changed);
        now = laterMoment(random, now);
        done.push(`${name} (${now})`);
      }
    },
    // A sequence that ran on during the next would break both, since a process has one working directory.
    600_000,
  );
});

describe("a build after a save", () => {
  const POST = "content/posts/2026-01-03-p3.md";
  const PAGE = "blog/2026/01/03/p3/index.html";

  /** A site with more in one text, and a build of it. */
  async function first(more = ""): Promise<{ root: string; save: () => void; again: () => Promise<Built> }> {
    const root = scratchFolder();
    const files = await firstSite();
    files.set(POST, `${String(files.get(POST))}\n${more}`);
    write(root, files, new Map());
    const how = { held: heldOf(root), preview: true };
    await built(root, how);
    const save = (): void => {
      writeFileSync(join(root, POST), `${String(files.get(POST))}\nEncore.\n`);
      how.held.memory.forget([POST]);
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
    await built(root, { preview: true, basePath: "/autre/" });
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
