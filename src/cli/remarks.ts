// The problems of one save after another → what the terminal says of each: what is new, and how much is not.
// The same warnings at every save would hide what a save changed; errors are said until they are gone.
import { countsOf, formatProblems, type FormatOptions } from "../problem-formats.ts";
import { isError } from "../problems.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { problemWords } from "../strings/problem-words.ts";

export type Remarks = (shown: readonly ShownProblem[], options: FormatOptions) => string;

/** What was said up to now belongs to the function that is returned. */
export function createRemarks(): Remarks {
  let told: ReadonlySet<string> = new Set();
  let last: ReadonlySet<string> = new Set();
  let whole = "";
  const keysOf = rememberKeys();
  return (shown, options) => {
    const before = { told, last, whole };
    const keys = keysOf(shown);
    const refused = shown.some(isError);
    last = new Set(keys);
    // An error may hide what is behind it: that is no news when it comes back.
    told = refused ? new Set([...told, ...keys]) : last;
    // Programs read one list.
    if (options.format !== "text") {
      whole = formatProblems(shown, options);
      return refused || whole !== before.whole ? whole : "";
    }
    const isFresh = shown.map((one, i) => isError(one) || !before.told.has(keys[i] ?? ""));
    const fresh = shown.filter((_, i) => isFresh[i]);
    const older = shown.filter((_, i) => !isFresh[i]);
    const changed =
      fresh.length > 0 || keys.length !== before.last.size || keys.some((key) => !before.last.has(key));
    const line = options.quiet || !changed ? "" : remaining(older, shown.length, options.lang);
    return formatProblems(fresh, options) + line;
  };
}

function remaining(older: readonly ShownProblem[], all: number, lang: "fr" | "en"): string {
  const words = problemWords[lang];
  if (all === 0) return `${words.noneLeft}\n`;
  return older.length === 0 ? "" : `${words.stillThere(countsOf(older, lang))}\n`;
}

/** Each problem by all but its line, which moves when something is typed above it; those alike in a file by their rank. */
function rememberKeys(): (shown: readonly ShownProblem[]) => string[] {
  const known = new WeakMap<ShownProblem, string>();
  const keyOf = (one: ShownProblem): string => {
    const key = known.get(one) ?? [one.file, one.code, one.message].join("\0");
    known.set(one, key);
    return key;
  };
  return (shown) => {
    const ranks = new Map<string, number>();
    return shown.map((one) => {
      const key = keyOf(one);
      const rank = (ranks.get(key) ?? 0) + 1;
      ranks.set(key, rank);
      return rank === 1 ? key : `${key}\0${String(rank)}`;
    });
  };
}
