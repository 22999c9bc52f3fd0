// What an import did and what is left to do → one value, from which the text, the JSON and the page are made.
// Nothing in it depends on the machine: the same source gives the same report.
import { byCodeUnit } from "../../content/text.ts";
import type { Severity } from "../../problems.ts";
import type { ShownProblem } from "../../shown-problems.ts";
import type { Generator } from "../../strings/generators.ts";
import type { Comparison } from "../comparison.ts";
import type { Change, ChangeKind, Manual, OldSite } from "../model.ts";
import type { Conflicts, Written } from "../write.ts";

export interface EntryReport extends Comparison {
  kind: "post" | "page";
  source: string;
  file: string;
  title: string;
  draft: boolean;
  /** Address on the old site; null if it was not published there. */
  old: string | null;
  /** Address on the new site; null if it is not published. */
  new: string | null;
  sameAddress: boolean;
  changes: readonly Change[];
  manual: readonly Manual[];
}

export interface Total {
  before: number;
  after: number;
  lost: number;
  added: number;
}

export interface ImportReport {
  kind: Generator;
  entries: readonly EntryReport[];
  /** Number of changes of each kind. */
  repairs: Readonly<Partial<Record<ChangeKind, number>>>;
  words: Total;
  pictures: Total;
  links: Total;
  /** What is left for a person to do and belongs to no entry. */
  manual: readonly Manual[];
  /** Old addresses that the new site does not serve. */
  unanswered: readonly string[];
  /** Addresses that now redirect elsewhere: old → new. */
  redirected: readonly { from: string; to: string }[];
  missingPictures: readonly { file: string; line: number; found: string }[];
  alsoServed: readonly string[];
  feeds: { path: string; ids: "address" | "jekyll" };
  written: Written;
  /** Problems of the new site that a build will report, by code. */
  problems: Readonly<Record<string, { severity: Severity; count: number }>>;
  errors: readonly ShownProblem[];
}

export type ImportOutcome = { done: ImportReport } | { stopped: Conflicts; site: Pick<OldSite, "kind"> };

export function countRepairs(entries: readonly EntryReport[]): Partial<Record<ChangeKind, number>> {
  const counts: Partial<Record<ChangeKind, number>> = {};
  for (const { kind } of entries.flatMap(({ changes }) => changes)) counts[kind] = (counts[kind] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => byCodeUnit(a, b)));
}
