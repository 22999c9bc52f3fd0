// Problems in the editor's language, as printed or passed to a forge.
// Separate from `problems.ts`: threads that only find problems do not load the messages, which are many.
import { codeOf, type Place, type Problem, type Severity } from "./problems.ts";
import { problemWords } from "./strings/problem-words.ts";
import { filled } from "./strings/problems/message.ts";
import { catalogue } from "./strings/problems.ts";
import type { UiLang } from "./ui-lang.ts";

/** A problem as a person or a program reads it, in the shape that `--format json` prints. */
export interface ShownProblem extends Place {
  code: string;
  severity: Severity;
  message: string;
  hint: string;
}

interface ShowOptions {
  lang: UiLang;
  /** Severities set by the site, by code (`checks` in `site.yaml`). */
  checks?: Readonly<Record<string, Severity | "off">>;
  strict?: boolean;
}

/**
 * Problems with words and severities, ordered by file, line, column and code, without duplicates.
 * - A code that the site turned off is left out.
 * - An error in a draft that is left out becomes a warning, whatever its code: the site is sound without it.
 * - `strict` turns warnings into errors, including those.
 */
export function show(problems: readonly Problem[], options: ShowOptions): ShownProblem[] {
  const shown = problems.flatMap((one) => withWords(one, options) ?? []).sort(byPlace);
  return shown.filter((one, i) => {
    const following = shown[i + 1];
    return following === undefined || byPlace(one, following) !== 0;
  });
}

function withWords(one: Problem, { lang, checks, strict }: ShowOptions): ShownProblem | undefined {
  const { file, line, column, key, params, fix } = one;
  const message = catalogue[key];
  const code = codeOf(key);
  const set = checks && Object.hasOwn(checks, code) ? checks[code] : undefined;
  const severity = message.fixed ? message.severity : (set ?? message.severity);
  if (severity === "off") return undefined;
  const isLowered = severity === "error" && one.ofDraft === true && strict !== true;
  const sentence = filled(message[lang], params, lang);
  const advice = message.hint === undefined ? "" : filled(message.hint[lang], params, lang);
  return {
    ...{ file, line, column, code },
    severity: isLowered ? "warn" : strict && severity === "warn" ? "error" : severity,
    // In front, since a line to paste may follow the message.
    message: isLowered ? `${problemWords[lang].ofDraft} ${sentence}` : sentence,
    hint: typeof fix === "object" ? fix[lang] : (fix ?? advice),
  };
}

function byPlace(a: ShownProblem, b: ShownProblem): number {
  const text = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
  return (
    text(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    text(a.code, b.code) ||
    text(a.message, b.message)
  );
}
