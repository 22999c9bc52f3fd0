// Which of the pages that stay in an output need not be verified again, because their findings are still valid.
import { createResolver, type Resolve } from "../../checks/built-address.ts";
import type { Anchors } from "../../checks/html.ts";
import type { Plan } from "../../pages/types.ts";
import type { Findings, FoundIn } from "./findings.ts";
import { readManifest } from "../output/manifest.ts";

/** What the verification of the pages found, stored for the next build. */
export interface Looked {
  found: FoundIn;
  /** Ids that pages link to in other pages, by the page that has them. */
  anchors: Readonly<Record<string, readonly string[]>>;
  /** True if every page was verified from end to end. */
  isWhole: boolean;
}

export interface Staying {
  /** True for a page or feed whose findings are still valid. */
  stays: (file: string) => boolean;
  /** Ids that those link to in other pages. */
  linked: Anchors;
}

export const NONE_STAYS: Staying = { stays: () => false, linked: {} };

export interface StayingInput {
  plan: Plan;
  /** Paths of all files of the new site. */
  files: readonly string[];
  /** Folders whose files are not known yet, because they are being made again: search indexes. */
  coming?: readonly string[];
  /** Paths of those that stay in the output. */
  kept: ReadonlySet<string>;
  /** Absolute path of the output. */
  output: string;
  /** What was found in the published site. */
  before: Looked | undefined;
}

/**
 * None if a file that pages may link to is gone, since it is not stored which pages link to it. Otherwise all unchanged pages,
 * except those with a problem that may have been fixed from outside.
 */
export function stayingPages({ plan, files, coming = [], kept, output, before }: StayingInput): Staying {
  if (!before || kept.size === 0) return NONE_STAYS;
  const comes = (file: string): boolean => coming.some((folder) => file.startsWith(folder));
  const there = linkedAt(readManifest(output)).filter((file) => !comes(file));
  if (!isSubset(there, files)) return NONE_STAYS;
  // If no file was added, a link that was dead still is.
  const isSame = coming.length === 0 && linkedAt(files).length === there.length;
  if (isSame) return staying(before, kept, mended(before.found));
  const resolve = createResolver(files, plan.content.site);
  return staying(before, kept, mended(before.found, resolve));
}

function staying(before: Looked, kept: ReadonlySet<string>, doubtful: ReadonlySet<string>): Staying {
  return { stays: (file) => kept.has(file) && !doubtful.has(file), linked: before.anchors };
}

/** Pages with a problem that was fixed from outside: by a file that exists now, or perhaps by an id in another page. */
function mended(found: FoundIn, resolve?: Resolve): Set<string> {
  const isMended = (file: string, findings: Findings): boolean =>
    findings.marks.ofPlaces ||
    (resolve !== undefined &&
      findings.problems.some(
        ({ key, params: { href } }) => key === "html-link" && resolve(String(href), file) !== "nothing",
      ));
  return new Set([...found].flatMap(([file, findings]) => (isMended(file, findings) ? file : [])));
}

/** Without the parts of search indexes, whose names change with every text: no page links to them. */
function linkedAt(files: Iterable<string>): string[] {
  return [...files].filter((file) => !/\.pf_(?:fragment|index|filter|meta)$/.test(file));
}

function isSubset(some: readonly string[], all: readonly string[]): boolean {
  const within = new Set(all);
  return some.every((one) => within.has(one));
}
