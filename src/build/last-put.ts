// The output as this process, or an earlier one, last published it → the current fingerprint of each file, if only texts were
// saved since. Only the pages that show one of those texts are fingerprinted again.
import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "../pages/types.ts";
import type { Fingerprints, Shown } from "./fingerprints.ts";
import type { LooksThere, Remembered, Standing } from "./kept/output-memory.ts";
import { filesOf } from "./site-job.ts";
import { MANIFEST, places } from "./output/places.ts";
import type { Prepared } from "./prepare.ts";
import type { DigestedText } from "./texts/stored-text.ts";

interface Put {
  prepared: Prepared;
  made: Map<string, string>;
  standing: Standing;
  /** Fingerprint of what all pages show: it covers files that nobody watches, such as `package.json`. */
  around: string;
  /** The texts of that site, by source file. */
  texts: ReadonlyMap<string, DigestedText>;
  /** State on disk of its manifest. */
  manifest: string;
}

/** The published files, and their current fingerprints. */
export interface Since extends Remembered {
  made: Map<string, string>;
  /** Source files of the texts that were saved since. */
  saved: ReadonlySet<string>;
}

/** What is stored of it for another process, as plain values. */
export interface LeftPut {
  around: string;
  /**
   * `pages`: output files. `showing`: by source file of a text, the indexes in `pages` of those that show it, in one string.
   * `anything`: the indexes of those that may show any text.
   */
  pages: readonly string[];
  showing: Readonly<Record<string, string>>;
  anything: readonly number[];
}

/** The same, with the site as it is prepared now and the texts that were saved since. */
interface Resumed {
  left: LeftPut;
  /** State on disk of its manifest. */
  manifest: string;
  prepared: Prepared;
  saved: readonly string[];
  /** State on disk of its files, if it was inspected a moment ago. */
  looks?: LooksThere | undefined;
}

/** Returns what is remembered of the output; `early` is the state of its files, if it was inspected before. */
type Recall = (early?: LooksThere) => Remembered | undefined;

export class LastPut {
  #put: Put | undefined;
  /** Pages that show a text, by its source file; then those that may show any. */
  #showing = new Map<string, Page[]>();
  #around: Page[] = [];
  #save: (() => void) | undefined;
  #resumed: Resumed | undefined;

  /** Reuses what another process stored. */
  resume(resumed: Resumed): void {
    this.#resumed = resumed;
  }

  /** Source files of the texts that were saved since, if this site is the one that was reused. */
  saved(prepared: Prepared): ReadonlySet<string> {
    return this.#resumed?.prepared === prepared ? new Set(this.#resumed.saved) : NONE;
  }

  /** What to store of the published site; `isNew` is false if it was reused. */
  leave(): { manifest: string; left: LeftPut; isNew: boolean } | undefined {
    if (!this.#put) return undefined;
    const { around, manifest } = this.#put;
    if (this.#resumed) return { manifest, left: this.#resumed.left, isNew: false };
    const places = new Map<Page, number>();
    const placeOf = (page: Page): number => {
      const place = places.get(page) ?? places.size;
      places.set(page, place);
      return place;
    };
    const showing: Record<string, string> = {};
    for (const [file, pages] of this.#showing) showing[file] = pages.map(placeOf).join(" ");
    const anything = this.#around.map(placeOf);
    const pages = [...places.keys()].map(({ output }) => output);
    return { manifest, left: { around, showing, anything, pages }, isNew: true };
  }

  /** Whether the output is still the site that was published. */
  stands(output: string): boolean {
    return this.#put?.manifest === manifestOf(output);
  }

  /** Computes all fingerprints, and records which texts each page shows. */
  nameAll(name: (note: (page: Page, shown: Shown) => void) => Map<string, string>): Map<string, string> {
    this.forget();
    return name((page, { entries, around }) => {
      if (around) this.#around.push(page);
      else for (const { file } of entries) this.#pagesOf(file).push(page);
    });
  }

  #pagesOf(file: string): Page[] {
    const pages = this.#showing.get(file) ?? [];
    if (pages.length === 0) this.#showing.set(file, pages);
    return pages;
  }

  /** Returns `undefined` if it was another site, if what all pages show has changed, or if someone has changed the output. */
  since(prepared: Prepared, output: string, names: Fingerprints, recall: Recall): Since | undefined {
    if (this.#resumed) return sinceResumed(this.#resumed, { prepared, output, names, recall });
    const put = this.#put;
    if (put?.prepared !== prepared || put.around !== names.around) return undefined;
    if (put.manifest !== manifestOf(output)) return undefined;
    const saved = [...prepared.rendered].flatMap(([file, text]) =>
      put.texts.get(file) !== text ? file : [],
    );
    const pages = new Set([...this.#around, ...saved.flatMap((file) => this.#showing.get(file) ?? [])]);
    const made = new Map(put.made);
    for (const page of pages) made.set(page.output, names.page(page));
    return { files: put.made, lost: NONE, made, standing: put.standing, saved: new Set(saved) };
  }

  keep({ output, ...put }: Omit<Put, "texts" | "manifest"> & { output: string }): void {
    this.#put = { ...put, texts: new Map(put.prepared.rendered), manifest: manifestOf(output) };
    this.#save = undefined;
  }

  forget(): void {
    this.#put = undefined;
    this.#resumed = undefined;
    this.#showing = new Map();
    this.#around = [];
  }

  /** Work for other processes that can wait until this one ends. */
  saveLater(save: () => void): void {
    this.#save = save;
  }

  save(): void {
    this.#save?.();
    this.#save = undefined;
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The same if an earlier process published it: each planned file must still be as that one left it. */
function sinceResumed(
  { left, manifest, prepared, saved, looks }: Resumed,
  now: { prepared: Prepared; output: string; names: Fingerprints; recall: Recall },
): Since | undefined {
  if (now.prepared !== prepared || left.around !== now.names.around) return undefined;
  if (manifest !== manifestOf(now.output)) return undefined;
  // The manifest shows that no other build has published there since the files were inspected.
  const before = now.recall(looks);
  if (!before) return undefined;
  const made = new Map<string, string>();
  for (const file of filesOf(prepared)) {
    const name = before.files.get(file);
    if (name === undefined) return undefined;
    made.set(file, name);
  }
  const shown = saved.flatMap((file) => left.showing[file]?.split(" ").map(Number) ?? []);
  const again = new Set([...left.anything, ...shown].map((place) => left.pages[place]));
  for (const page of prepared.plan.pages)
    if (again.has(page.output)) made.set(page.output, now.names.page(page));
  return { ...before, made, saved: new Set(saved) };
}

/** State of the manifest: every command that publishes a site there, or a file of it, rewrites or touches it. */
function manifestOf(output: string): string {
  const there = lstatSync(join(places(output).output, MANIFEST), { throwIfNoEntry: false });
  return there ? [there.size, there.mtimeMs, there.ctimeMs, there.ino].join(" ") : "";
}
