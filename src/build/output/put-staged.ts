// A staged site, most of whose files may stay in the output → the published site. On a large site, a few changed files are
// moved in one by one, with a list by which the next command can complete the move (docs/decisions.md). Otherwise they are put,
// with all that stays, in a folder that replaces the old one.
import { linkKept } from "./link-kept.ts";
import { foldersOf, respelled } from "./manifest.ts";
import { moveInto } from "./merge.ts";
import type { Places } from "./places.ts";
import { commit } from "./put-in-place.ts";
import { holdsForeign, requireRoom } from "./survey.ts";

/** What counts as a small change of a large site. */
export interface Limits {
  /** From this number of files that stay, linking them takes longer than all other steps. */
  stay: number;
  /** Most files that are added, deleted or replaced. */
  moved: number;
}

export const LIMITS: Limits = { stay: 4000, moved: 200 };

/** All paths are relative to the site. */
export interface Staged {
  at: Places;
  /** Files of the old site. */
  made: ReadonlySet<string>;
  /** Files in the staging folder, and those that stay. */
  staged: readonly string[];
  kept: readonly string[];
  /** All files of the new site, in code-point order. */
  files: readonly string[];
  /** Files of the old site that the new one does not have. */
  gone: readonly string[];
}

export interface Putting {
  limits: Limits;
  /** True if changed files may for a moment be mixed with old ones. */
  mixed: boolean;
}

/** Publishes the site. Returns true if the files that stay were left alone, not even hard-linked. */
export function putStaged(site: Staged, putting: Putting): boolean {
  const { at, made, staged, kept, files, gone } = site;
  const { mixed } = putting;
  const isSame = gone.length === 0 && made.size === files.length;
  if (isMovedIn(site, putting, isSame)) {
    requireRoom(at.output, staged, gone);
    if (mixed) moveInto(at.output, at.staging, staged);
    else if (staged.length > 0 || !isSame) commit(at, files, { alone: false });
    return true;
  }
  if (kept.length > 0 && staged.length === 0 && isSame) return false;
  // Surveyed in every case, because the survey also refuses what is in the way.
  const isAlone = !holdsForeign(at.output, made, new Set(files));
  const isBeside = !mixed && at.staging === at.besideNew;
  const isWhole = isAlone && isBeside && linkKept(at.output, at.staging, kept);
  commit(at, files, { alone: isWhole });
  return false;
}

function isMovedIn({ made, staged, kept, files, gone }: Staged, putting: Putting, isSame: boolean): boolean {
  const { limits, mixed } = putting;
  if (mixed) return isSame;
  const changed = files.length + gone.length - kept.length;
  if (kept.length < limits.stay || changed > limits.moved) return false;
  return isSame || !(isExchanged(made, staged) || respelled(gone, staged).length > 0);
}

/** Whether a file replaces a folder, or a folder a file. */
function isExchanged(made: ReadonlySet<string>, staged: readonly string[]): boolean {
  const before = foldersOf(made);
  return staged.some((file) => before.has(file)) || [...foldersOf(staged)].some((folder) => made.has(folder));
}
