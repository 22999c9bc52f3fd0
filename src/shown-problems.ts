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

/** Severities set by a site, by code (`checks` in `site.yaml`). */
export type SeverityByCode = Readonly<Record<string, Severity | "off">>;

/** Problems shown earlier, for a process that shows the same ones repeatedly. */
export type ShownBefore = WeakMap<Problem, ShownProblem | "off">;

/**
 * Problems with words and severities, ordered by file, line, column and code, without duplicates.
 * - A code that the site turned off is left out.
 * - An error in a draft that is left out becomes a warning, whatever its code: the site is sound without it.
 * - `strict` turns warnings into errors, including those.
 * - `before` must come from calls with the same options.
 */
export function show(
  problems: readonly Problem[],
  options: ShowOptions,
  before?: ShownBefore,
): ShownProblem[] {
  const shown: ShownProblem[] = [];
  for (const one of problems) {
    const known = before?.get(one) ?? withWords(one, options);
    before?.set(one, known);
    if (known !== "off") shown.push(known);
  }
  shown.sort(byPlace);
  return shown.filter((one, i) => {
    const following = shown[i + 1];
    return following === undefined || byPlace(one, following) !== 0;
  });
}

interface ShowOptions {
  lang: UiLang;
  checks?: SeverityByCode;
  strict?: boolean;
}

function withWords(one: Problem, { lang, checks, strict }: ShowOptions): ShownProblem | "off" {
  const entry = catalogue[one.key];
  const code = codeOf(one.key);
  const set = checks && Object.hasOwn(checks, code) ? checks[code] : undefined;
  const severity = entry.fixed ? entry.severity : (set ?? entry.severity);
  if (severity === "off") return "off";
  if (strict && severity === "warn") return new Worded(one, { code, severity: "error", lang });
  // With `strict`, it would be an error again.
  const isLowered = severity === "error" && one.ofDraft === true && strict !== true;
  return new Worded(one, { code, severity: isLowered ? "warn" : severity, lang, isLowered });
}

interface Wording {
  code: string;
  severity: Severity;
  lang: UiLang;
  /** True for what would be an error if its draft were published. */
  isLowered?: boolean;
}

/** Its words are made when they are read: of tens of thousands of warnings, few are printed by default. */
class Worded implements ShownProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly severity: Severity;
  readonly #problem: Problem;
  readonly #lang: UiLang;
  readonly #isLowered: boolean;
  #words: readonly [message: string, hint: string] | undefined;

  constructor(one: Problem, { code, severity, lang, isLowered = false }: Wording) {
    this.file = one.file;
    this.line = one.line;
    this.column = one.column;
    this.code = code;
    this.severity = severity;
    this.#problem = one;
    this.#lang = lang;
    this.#isLowered = isLowered;
  }

  get message(): string {
    const [message] = this.#said();
    // In front, since a line to paste may follow the message.
    return this.#isLowered ? `${problemWords[this.#lang].ofDraft} ${message}` : message;
  }

  get hint(): string {
    return this.#said()[1];
  }

  #said(): readonly [message: string, hint: string] {
    return (this.#words ??= wordsOf(this.#problem, this.#lang));
  }
}

function wordsOf({ key, params, fix }: Problem, lang: UiLang): [message: string, hint: string] {
  const { hint, [lang]: sentence } = catalogue[key];
  const advice = hint === undefined ? "" : filled(hint[lang], params, lang);
  return [filled(sentence, params, lang), typeof fix === "object" ? fix[lang] : (fix ?? advice)];
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
