import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Fingerprints } from "../../../src/build/fingerprints.ts";
import { LastPut } from "../../../src/build/last-put.ts";
import { prepare, type Prepared } from "../../../src/build/prepare.ts";
import type { Remembered } from "../../../src/build/kept/output-memory.ts";
import { filesOf } from "../../../src/build/site-job.ts";
import type { DigestedText } from "../../../src/build/texts/stored-text.ts";
import { builtinLayouts } from "../../../src/eleventy/builtin-layouts.ts";
import { NOW, post, siteRoot } from "../content/site-root.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const A = "content/posts/2026-01-05-a.md";
const B = "content/posts/2026-01-06-b.md";

let output: string;
let prepared: Prepared;
let last: LastPut;

/** Stub fingerprints: a page's is its address and the turn in which it was computed. */
let turn = 0;
let around = "";
const names: Fingerprints = {
  get around() {
    return around;
  },
  entry: ({ file }) => file,
  page: ({ url }) => `${url} ${String(turn)}`,
};

/** Puts the site in place: A's page shows A, B's page shows both, and `/_headers` may show anything. */
function put(): void {
  const { pages } = prepared.plan;
  const made = last.nameAll((note) => {
    for (const page of pages) {
      const { entry } = page;
      const shown = entry ? (entry.file === A ? [entry] : prepared.plan.content.posts) : [];
      note(page, { entries: new Set(shown), around: page.url === "/_headers" });
    }
    return new Map(pages.map((page) => [page.output, names.page(page)]));
  });
  last.keep({ prepared, output, made, standing: new Map(), around });
}

/** The fingerprints computed in this turn, sorted by address. */
function renamed(): string[] | undefined {
  turn += 1;
  const since = last.since(prepared, output, names, () => undefined);
  return since && [...since.made.values()].filter((name) => name.endsWith(` ${String(turn)}`)).sort();
}

/** Replaces a text as `build/saved-texts.ts` does. */
function save(file: string): void {
  const texts = prepared.rendered as Map<string, DigestedText>;
  const text = texts.get(file);
  if (text) texts.set(file, { ...text, html: "" });
}

beforeEach(async () => {
  const root = siteRoot({ [A]: post("title: A"), [B]: post("title: B") });
  const made = await prepare({ root, now: NOW, builtin: builtinLayouts() });
  if (!made.prepared) throw new Error("Not prepared.");
  ({ prepared } = made);
  output = scratchFolder();
  writeFileSync(join(output, ".carnet"), "index.html\n");
  turn = 0;
  around = "";
  last = new LastPut();
});
describe("a site that another process put in place", () => {
  /** The fingerprints computed in a new process, where all files stand except `lost`. */
  function resumed(saved: readonly string[], lost: readonly string[] = []): string[] | undefined {
    put();
    const left = last.leave();
    if (!left) throw new Error("Nothing is left.");
    const files = new Map(filesOf(prepared).map((file) => [file, "as it was"]));
    for (const file of lost) files.delete(file);
    last = new LastPut();
    last.resume({ ...left, prepared, saved });
    turn += 1;
    const recall = (): Remembered => ({ files, standing: new Map(), lost: new Set() });
    const since = last.since(prepared, output, names, recall);
    return since && [...since.made.values()].filter((name) => name !== "as it was").sort();
  }

  it("needs new fingerprints only for pages that show a saved text or may show any text", () => {
    expect(resumed([B])).toEqual(["/_headers 1", "/blog/2026/01/06/b/ 1"]);
    expect(resumed([A])).toEqual(["/_headers 2", "/blog/2026/01/05/a/ 2", "/blog/2026/01/06/b/ 2"]);
    expect(last.leave()).toBeUndefined();
  });

  it("is not reused when a file is lost or another process has put a site there", () => {
    expect(resumed([B], ["index.html"])).toBeUndefined();
    put();
    const left = last.leave();
    writeFileSync(join(output, ".carnet"), "other.html\n");
    if (left) last.resume({ ...left, prepared, saved: [] });
    expect(last.since(prepared, output, names, () => undefined)).toBeUndefined();
  });
});

describe("a site put in place", () => {
  it("needs new fingerprints only for pages that show a saved text or may show any text", () => {
    put();
    save(B);
    expect(renamed()).toEqual(["/_headers 1", "/blog/2026/01/06/b/ 1"]);
    save(A);
    expect(renamed()).toEqual(["/_headers 2", "/blog/2026/01/05/a/ 2", "/blog/2026/01/06/b/ 2"]);
  });

  it("is compared with the texts of the last time it was put in place", () => {
    put();
    save(A);
    put();
    save(B);
    expect(renamed()).toEqual(["/_headers 1", "/blog/2026/01/06/b/ 1"]);
  });

  it.each<[string, () => void]>([
    [
      "no site was put in place",
      () => {
        last.forget();
      },
    ],
    [
      "the site was prepared again",
      () => {
        prepared = { ...prepared };
      },
    ],
    [
      "something that all pages show has changed",
      () => {
        around = "another package.json";
      },
    ],
    [
      "the output's manifest was touched",
      () => {
        utimesSync(join(output, ".carnet"), 1, 1);
      },
    ],
    [
      "the output was removed",
      () => {
        rmSync(output, { recursive: true });
      },
    ],
  ])("is not reused when %s", (_, happen) => {
    put();
    happen();
    expect(renamed()).toBeUndefined();
  });

  it("is stored for the next process once, as last prepared, and not after another site is put in place", () => {
    const kept: string[] = [];
    put();
    last.saveLater(() => kept.push("first"));
    last.saveLater(() => kept.push("second"));
    last.save();
    last.save();
    expect(kept).toEqual(["second"]);
    last.saveLater(() => kept.push("third"));
    put();
    last.save();
    expect(kept).toEqual(["second"]);
  });
});
