// The files of an output as they were last published, with their fingerprints: a file that is as it was left, with the same
// fingerprint, is neither made nor written again.
import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "../pages/types.ts";
import type { Fingerprints, Shown } from "./fingerprints.ts";
import { stampOf } from "./machine/copies.ts";
import { MANIFEST, places } from "./output/places.ts";
import type { Prepared } from "./prepare.ts";
import { outputName } from "./store.ts";

export interface Outputs {
  /** By path: fingerprint, size and time. The files of a search index share a fingerprint. */
  files: ReadonlyMap<string, Stamp>;
  /** Fingerprint of what all pages show. */
  around: string;
  /** Paths of the pages that show a text, by its source file; then of those that may show any. */
  showing: ReadonlyMap<string, readonly string[]>;
  anything: readonly string[];
  /** Paths of the pages that read more of the site than their own data. */
  readingSite: ReadonlySet<string>;
  /** Digest of the owner's code, if it was declared pure. */
  pure?: string | undefined;
  /** Fingerprints of files that were changed or removed since, if there are any. */
  lost?: ReadonlySet<string>;
  /** State of the manifest, which every command that publishes there rewrites or touches. */
  manifest: string;
}

export type Stamp = readonly [fingerprint: string, size: number, mtimeMs: number];

/** What is known of the output, without the files that have changed since; `undefined` if nothing is. */
export function recallOutputs(prepared: Prepared, output: string, held?: Outputs): Outputs | undefined {
  // This process published it, and no other has since.
  if (held?.manifest === manifestOf(output)) return held;
  const stored = prepared.store.read(nameOf(prepared, output)) as Outputs | undefined;
  if (!stored) return undefined;
  const files = new Map<string, Stamp>();
  const lost = new Set<string>();
  for (const [file, [fingerprint, size, time]] of stored.files) {
    const there = lstatSync(join(output, file), { throwIfNoEntry: false });
    if (there?.isFile() === true && there.size === size && isTime(there.mtimeMs, time))
      files.set(file, [fingerprint, size, there.mtimeMs]);
    else lost.add(fingerprint);
  }
  return { ...stored, files, lost };
}

export function storeOutputs(prepared: Prepared, output: string, outputs: Outputs): void {
  prepared.store.write(nameOf(prepared, output), outputs);
}

const nameOf = ({ plan }: Prepared, output: string): string =>
  `outputs/${outputName(plan.content.site.root, output)}.files`;

/** Tools that restore a cache in continuous integration may keep times only to the millisecond or the second. */
function isTime(there: number, noted: number): boolean {
  return Math.abs(there - noted) < 1 || there === Math.floor(noted / 1000) * 1000;
}

/** State on disk of files that were just published, except those that stayed. */
export function stampsOf(
  output: string,
  fingerprints: ReadonlyMap<string, string>,
  before?: Outputs,
): Map<string, Stamp> {
  const stamps = new Map<string, Stamp>();
  for (const [file, fingerprint] of fingerprints) {
    const known = before?.files.get(file);
    if (known?.[0] === fingerprint) stamps.set(file, known);
    else {
      const there = lstatSync(join(output, file), { throwIfNoEntry: false });
      if (there?.isFile() === true) stamps.set(file, [fingerprint, there.size, there.mtimeMs]);
    }
  }
  return stamps;
}

export function manifestOf(output: string): string {
  const there = lstatSync(join(places(output).output, MANIFEST), { throwIfNoEntry: false });
  return there ? [there.size, there.mtimeMs, there.ctimeMs, there.ino].join(" ") : "";
}

/** The fingerprints of all files of a site, except its search indexes, and which pages show which texts. */
export interface Named extends Pick<Outputs, "showing" | "anything"> {
  fingerprints: Map<string, string>;
}

/**
 * `saved`: the only texts that have changed since the site was published, if that is known. Only the pages that show one of them
 * are then fingerprinted again.
 */
export function nameFiles(
  prepared: Prepared,
  names: Fingerprints,
  before?: Outputs,
  saved?: readonly string[],
): Named {
  const { plan, copies, jobs } = prepared;
  const files = new Map([
    ...copies.map((copy): [string, string] => [copy.to, stampOf(copy)]),
    ...jobs.flatMap(({ outputs }) => outputs.map(({ to, name }): [string, string] => [to, name])),
  ]);
  const fingerprintOf = (page: Page, shown?: Shown): string => {
    const name = names.page(page, shown);
    return before?.readingSite.has(page.output) === true ? names.withSite(name) : name;
  };
  if (before && saved && before.around === names.around) {
    const again = new Set([
      ...before.anything,
      ...before.readingSite,
      ...saved.flatMap((file) => before.showing.get(file) ?? []),
    ]);
    const fingerprints = new Map<string, string>();
    for (const page of plan.pages) {
      const [known] = again.has(page.output) ? [] : (before.files.get(page.output) ?? []);
      fingerprints.set(page.output, known ?? fingerprintOf(page));
    }
    for (const [file, name] of files) fingerprints.set(file, name);
    return { fingerprints, showing: before.showing, anything: before.anything };
  }
  const showing = new Map<string, string[]>();
  const anything: string[] = [];
  const fingerprints = new Map<string, string>();
  for (const page of plan.pages) {
    const shown: Shown = { entries: new Set(), anything: false };
    fingerprints.set(page.output, fingerprintOf(page, shown));
    if (shown.anything) anything.push(page.output);
    for (const { file } of shown.entries) {
      const pages = showing.get(file);
      if (pages) pages.push(page.output);
      else showing.set(file, [page.output]);
    }
  }
  for (const [file, name] of files) fingerprints.set(file, name);
  return { fingerprints, showing, anything };
}
