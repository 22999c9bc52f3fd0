// The output as this process, or an earlier one, put it in place last → what each file is made of now, where only texts of the
// site were saved since: of the pages that show one of those, and of no other.
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
  /** Of what all pages show: files that nobody watches are part of it, such as `package.json`. */
  around: string;
  /** The texts that it was put with, by source file. */
  texts: ReadonlyMap<string, DigestedText>;
  /** What the list of its files looked like. */
  manifest: string;
}

/** The files as they were put, and what they are made of now. */
export interface Since extends Remembered {
  made: Map<string, string>;
  /** Source files of the texts that were saved since. */
  saved: ReadonlySet<string>;
}

/** What another process may be left of it, as plain values. */
export interface LeftPut {
  around: string;
  /** Pages by their files, and places among these of those that show a text, by its source file and as one text, or may show any. */
  pages: readonly string[];
  showing: Readonly<Record<string, string>>;
  anything: readonly number[];
}

/** That, with the site as it is prepared now and the texts of it that were saved since. */
interface Resumed {
  left: LeftPut;
  /** What the list of its files looked like. */
  manifest: string;
  prepared: Prepared;
  saved: readonly string[];
  /** What its files looked like a moment ago, where that is known. */
  looks?: LooksThere | undefined;
}

/** What is remembered of the output; `early`: what its files were found to look like. */
type Recall = (early?: LooksThere) => Remembered | undefined;

export class LastPut {
  #put: Put | undefined;
  /** Pages that show a text, by its source file, and those that may show any. */
  #showing = new Map<string, Page[]>();
  #around: Page[] = [];
  #save: (() => void) | undefined;
  #resumed: Resumed | undefined;

  /** Takes up what another process left. */
  resume(resumed: Resumed): void {
    this.#resumed = resumed;
  }

  /** Source files of the texts that were saved since, where this site is what was taken up. */
  saved(prepared: Prepared): ReadonlySet<string> {
    return this.#resumed?.prepared === prepared ? new Set(this.#resumed.saved) : NONE;
  }

  /** What is left of a site that was put in place; it is not new where it stands as it was taken up. */
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

  /** Whether that is what stands in the output. */
  stands(output: string): boolean {
    return this.#put?.manifest === manifestOf(output);
  }

  /** Names all files, and notes which texts each page shows. */
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

  /** Undefined where it was another site, all pages show something else, or someone has touched it. */
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

  /** What is left to do for other processes, once this one ends. */
  saveLater(save: () => void): void {
    this.#save = save;
  }

  save(): void {
    this.#save?.();
    this.#save = undefined;
  }
}

const NONE: ReadonlySet<string> = new Set();

/** The same where an earlier process put it: each planned file must still stand as that one left it. */
function sinceResumed(
  { left, manifest, prepared, saved, looks }: Resumed,
  now: { prepared: Prepared; output: string; names: Fingerprints; recall: Recall },
): Since | undefined {
  if (now.prepared !== prepared || left.around !== now.names.around) return undefined;
  if (manifest !== manifestOf(now.output)) return undefined;
  // No other build has put anything there since they were looked at.
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

/** Any command that puts a site there, or a file of it, writes it anew or touches it. */
function manifestOf(output: string): string {
  const there = lstatSync(join(places(output).output, MANIFEST), { throwIfNoEntry: false });
  return there ? [there.size, there.mtimeMs, there.ctimeMs, there.ino].join(" ") : "";
}
