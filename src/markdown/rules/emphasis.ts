// Emphasis markers that CommonMark leaves as text beside punctuation or a space → emphasis, if it was clearly meant.
// Only what a delimiter run may do is changed (https://spec.commonmark.org/0.31.2/#delimiter-run), before the parser pairs runs
// by its own rules: nesting stays correct, and a text without a doubtful run is parsed as usual.
import type { MarkdownIt, StateInline, Token } from "markdown-it";
import { endsWord, isBlank, isDoubtful, isPlain, mayClose, mayOpen, type Run } from "../emphasis-runs.ts";
import type { Rule } from "../rule.ts";

type Delimiter = StateInline["delimiters"][number];
type Scanned = ReturnType<StateInline["scanDelims"]>;

/** Maximum number of unclosed openings searched backwards. */
const MOST_OPEN = 16;

export const emphasis: Rule = {
  name: "emphasis",
  install(md: MarkdownIt) {
    const Base = md.inline.State;
    class Attentive extends Base {
      /** Each with the index of the token that its markers become, after any pending text. */
      runs: [number, Run][] | undefined;
      doubtful = false;
      /** Whether the last run of two could only open. */
      begun = false;

      override scanDelims(start: number, canSplitWord: boolean): Scanned {
        const scanned = super.scanDelims(start, canSplitWord);
        const run: Run = {
          src: this.src,
          start,
          end: start + scanned.length,
          limit: this.posMax,
          opens: scanned.can_open,
          closes: scanned.can_close,
        };
        if (isBlank(run)) return { ...scanned, can_open: false, can_close: false };
        (this.runs ??= []).push([this.tokens.length + (this.pending === "" ? 0 : 1), run]);
        this.doubtful ||= isDoubtful(run) || (this.begun && endsWord(run));
        if (scanned.length === 2) this.begun = scanned.can_open && !scanned.can_close;
        return scanned;
      }
    }
    md.inline.State = Attentive;
    md.inline.ruler2.before("balance_pairs", "doubtful-emphasis", (state) => {
      if (!(state instanceof Attentive) || state.runs === undefined || !state.doubtful) return false;
      const runs = new Map(state.runs);
      settle(state.delimiters, runs, state);
      for (const meta of state.tokens_meta) if (meta !== null) settle(meta.delimiters, runs, state);
      return false;
    });
  },
};

/** A run that is not closed yet, and its delimiters: one per character, or one for a whole `~~`. */
interface Open {
  run: Run;
  delimiters: Delimiter[];
}

/** Simulates how the parser will pair the runs of one level of a text, and makes it pair those that it would leave. */
function settle(all: Delimiter[], runs: ReadonlyMap<number, Run>, state: StateInline): void {
  const open: Open[] = [];
  let i = 0;
  while (i < all.length) {
    const run = runs.get(all[i]?.token ?? -1);
    const many = run === undefined || run.src[run.start] === "~" ? 1 : run.end - run.start;
    const delimiters = all.slice(i, i + many);
    i += many;
    if (run === undefined) continue;
    const closes = mayClose(run, following(run, all, i, runs));
    if (!(closes && close({ run, delimiters }, open, state)) && mayOpen(run)) open.push({ run, delimiters });
  }
}

/** The next run of the same character, if it is near. */
function following(
  run: Run,
  all: readonly Delimiter[],
  from: number,
  runs: ReadonlyMap<number, Run>,
): Run | undefined {
  for (let i = from; i < Math.min(all.length, from + MOST_OPEN); i++) {
    const next = runs.get(all[i]?.token ?? -1);
    if (next !== undefined && next.src[next.start] === run.src[run.start]) return next;
  }
  return undefined;
}

function close(end: Open, open: Open[], state: StateInline): boolean {
  const sign = end.run.src[end.run.start];
  for (let i = open.length - 1; i >= Math.max(0, open.length - MOST_OPEN); i--) {
    const begin = open[i];
    if (begin?.run.src[begin.run.start] !== sign || begin === undefined) continue;
    // `**Note :***texte*`: the first markers close one emphasis, the others open the next.
    const rest = end.delimiters.slice(begin.delimiters.length);
    if (begin.delimiters.length > end.delimiters.length || (rest.length > 0 && end.run.closes)) continue;
    if (!begin.run.opens || !end.run.closes) {
      if (!isPlain(begin.run, end.run)) continue;
      pair(begin, end, rest, state);
    }
    open.length = i;
    if (rest.length > 0) open.push({ run: end.run, delimiters: rest });
    return true;
  }
  return false;
}

function pair(begin: Open, end: Open, rest: readonly Delimiter[], state: StateInline): void {
  for (const delimiter of begin.delimiters) [delimiter.open, delimiter.close] = [true, false];
  for (const delimiter of end.delimiters) [delimiter.open, delimiter.close] = [rest.length > 0, true];
  const first = textAt(state, (begin.delimiters.at(-1)?.token ?? -2) + 1);
  if (first !== undefined) first.content = first.content.trimStart();
  const last = textAt(state, (end.delimiters[0]?.token ?? 0) - 1);
  const blank = last === undefined ? "" : last.content.slice(last.content.trimEnd().length);
  if (last === undefined || blank === "") return;
  last.content = last.content.slice(0, -blank.length);
  const next = textAt(state, (end.delimiters.at(-1)?.token ?? -2) + 1);
  // The space moves outside, where it separates two words: `**Durée : **3 mois`.
  if (next !== undefined && /^[\p{L}\p{N}]/u.test(next.content)) next.content = blank + next.content;
}

function textAt(state: StateInline, index: number): Token | undefined {
  const token = state.tokens[index];
  return token?.type === "text" ? token : undefined;
}
