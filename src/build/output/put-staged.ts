// A staged site, of which most files may stand in the output and stay there → the output's site. Few changed files of a large
// site are moved in one by one, behind a list that tells the next command to go on (docs/adr/0024); others get there with all
// that stays, in a folder that is exchanged for the old one.
import { diskKey } from "../../paths.ts";
import { linkKept } from "./link-kept.ts";
import { foldersOf } from "./manifest.ts";
import { moveInto } from "./merge.ts";
import type { Places } from "./places.ts";
import { commit } from "./put-in-place.ts";
import { retire } from "./retire.ts";
import type { Beside } from "./side-thread.ts";
import { holdsForeign, requireRoom } from "./survey.ts";

/** By what a change is a small one of a large site. */
export interface Limits {
  /** Files that stay, from which it takes longest to link them. */
  stay: number;
  /** Most files that come, go or are replaced. */
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
  /** All of the new site, in code-point order. */
  files: readonly string[];
  /** Files of the old site that the new one does not have. */
  gone: readonly string[];
}

export interface Putting {
  beside: Beside;
  limits: Limits;
  /** Where changed files may for a moment stand beside old ones. */
  mixed: boolean;
  /** Whether the output holds other people's files, where someone is looking already. */
  foreign?: Promise<boolean> | undefined;
}

/** Of files that are known to stay, how many of how many. */
export function isFew({ stay, moved }: Limits, kept: number, files: number): boolean {
  return kept >= stay && files - kept <= moved;
}

/** Gives true where nothing was done to the files that stay, not even a link made to one. */
export async function putStaged(site: Staged, putting: Putting): Promise<boolean> {
  const { at, made, staged, kept, files, gone } = site;
  const { beside, mixed } = putting;
  const isSame = gone.length === 0 && made.size === files.length;
  if (isMovedIn(site, putting, isSame)) {
    requireRoom(at.output, staged, gone);
    if (mixed) moveInto(at.output, at.staging, staged);
    else if (staged.length > 0 || !isSame) commit(at, files, { alone: false });
    return true;
  }
  if (kept.length > 0 && staged.length === 0 && isSame) return false;
  // Asked of either, since it refuses what is in the way.
  const isAlone = !(await (putting.foreign ?? holdsForeign(at.output, made, new Set(files))));
  const isBeside = !mixed && at.staging === at.besideNew;
  const begun = (await beside.linked) ?? (isAlone && isBeside);
  const isWhole = begun && linkKept(at.output, at.staging, beside.unlinked(kept));
  commit(at, files, { alone: isWhole && isAlone, clear: beside.isAtWork ? later : retire });
  return false;
}

/** What is cleared away at the end. */
const later = (): void => undefined;

function isMovedIn({ made, staged, kept, files, gone }: Staged, putting: Putting, isSame: boolean): boolean {
  const { beside, limits, mixed } = putting;
  if (mixed) return isSame;
  // Not where links are being made: those would be moved in too.
  if (beside.isAtWork || !isFew(limits, kept.length, files.length + gone.length)) return false;
  return isSame || !(isExchanged(made, staged) || isRenamed(gone, staged));
}

/** Whether a file takes a folder's place, or a folder a file's. */
function isExchanged(made: ReadonlySet<string>, staged: readonly string[]): boolean {
  const before = foldersOf(made);
  return staged.some((file) => before.has(file)) || [...foldersOf(staged)].some((folder) => made.has(folder));
}

/**
 * Whether a name comes that differs from one that goes by its case or its accents' form alone: where those do not count, what
 * is moved in takes the place of the old name, and keeps it.
 */
function isRenamed(gone: readonly string[], staged: readonly string[]): boolean {
  const come = new Map([...staged, ...foldersOf(staged)].map((path) => [diskKey(path), path]));
  return [...gone, ...foldersOf(gone)].some((path) => (come.get(diskKey(path)) ?? path) !== path);
}
