// The problems of consecutive saves → what the terminal prints for each: new problems, and the number of the others.
// The same warnings at every save would hide what a save changed; errors are repeated until they are fixed.
import { countsOf, formatProblems, type FormatOptions } from "../problem-formats.ts";
import { isError } from "../problems.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { problemWords } from "../strings/problem-words.ts";
import type { UiLang } from "../ui-lang.ts";

export type Remarks = (shown: readonly ShownProblem[], options: FormatOptions) => string;

/** The returned function remembers what was printed. */
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
    // An error may hide other problems: they are not new when they come back.
    told = refused ? new Set([...told, ...keys]) : last;
    // Programs need a single list.
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

function remaining(older: readonly ShownProblem[], all: number, lang: UiLang): string {
  const words = problemWords[lang];
  if (all === 0) return `${words.noneLeft}\n`;
  return older.length === 0 ? "" : `${words.stillThere(countsOf(older, lang))}\n`;
}

/**
 * Identifies each problem by everything but its line, which moves when text is added above; identical ones in a file, by their
 * rank.
 */
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
