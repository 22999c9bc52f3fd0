// What an import did and what it left → one value that the text, the JSON and the page are made of.
// Nothing in it depends on the machine: the same source gives the same report.
import type { Severity } from "../../problems.ts";
import type { ShownProblem } from "../../shown-problems.ts";
import type { Change, ChangeKind, Manual, OldSite, SourceKind } from "../model.ts";
import type { Conflicts, Written } from "../write.ts";

export interface EntryReport {
  kind: "post" | "page";
  source: string;
  file: string;
  title: string;
  draft: boolean;
  /** Address on the old site; null for what it did not publish. */
  old: string | null;
  /** Address on the new site; null for what it does not publish. */
  new: string | null;
  sameAddress: boolean;
  changes: readonly Change[];
  manual: readonly Manual[];
  words: { before: number; after: number; lost: readonly string[]; added: readonly string[] };
}

export interface ImportReport {
  kind: SourceKind;
  entries: readonly EntryReport[];
  /** How many changes of each kind. */
  repairs: Readonly<Partial<Record<ChangeKind, number>>>;
  words: { before: number; after: number; lost: number; added: number };
  /** What needs a person and belongs to no entry. */
  manual: readonly Manual[];
  /** Old addresses that the new site does not answer. */
  unanswered: readonly string[];
  /** Addresses that lead elsewhere since: old → new. */
  redirected: readonly { from: string; to: string }[];
  missingPictures: readonly { file: string; line: number; found: string }[];
  alsoServed: readonly string[];
  feeds: { path: string; ids: "address" | "jekyll" };
  written: Written;
  /** Problems of the new site that a build will show, by code. */
  problems: Readonly<Record<string, { severity: Severity; count: number }>>;
  errors: readonly ShownProblem[];
}

export type ImportOutcome = { done: ImportReport } | { stopped: Conflicts; site: Pick<OldSite, "kind"> };

export function countRepairs(entries: readonly EntryReport[]): Partial<Record<ChangeKind, number>> {
  const counts: Partial<Record<ChangeKind, number>> = {};
  for (const { kind } of entries.flatMap(({ changes }) => changes)) counts[kind] = (counts[kind] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
