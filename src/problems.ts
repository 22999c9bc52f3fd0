// A problem found in a site's content, as a value: what, where, how bad, and what to type instead.
// Modules report problems by message key and parameters; words are added last, in the editor's language.
import { catalogue, type Catalogue, type MessageKey } from "./strings/problems.ts";

/** `error` stops a publication, `warn` is shown and published, `note` is for information. */
export type Severity = "error" | "warn" | "note";

/** A place in a file of the site root. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  /** Path relative to the site root, with forward slashes: `content/posts/2026-03-02-titre.md`. */
  file: string;
  line: number;
  column: number;
}

/** A problem before words: `key` names a message of the catalogue, `params` fills it. */
export interface Problem extends Place {
  key: MessageKey;
  params: Record<string, unknown>;
}

/** A problem as a person or a machine reads it; the shape that `--format json` prints. */
export interface ShownProblem extends Place {
  code: string;
  severity: Severity;
  message: string;
  hint: string;
}

type Params<K extends MessageKey> = Parameters<Catalogue[K]["fr"]>[0];

/** Makes a problem; the compiler checks the parameters against the message's. */
export function problem<K extends MessageKey>(key: K, place: Place, params: Params<K>): Problem {
  return {
    file: place.file,
    line: place.line,
    column: place.column,
    key,
    params: params as Record<string, unknown>,
  };
}

/** The part of a message key that `site.yaml` and people know: `bad-date/impossible` → `bad-date`. */
export function codeOf(key: MessageKey): string {
  const slash = key.indexOf("/");
  return slash < 0 ? key : key.slice(0, slash);
}

/** Severities set by a site, by code (`checks` in `site.yaml`). */
export type SeverityByCode = Readonly<Record<string, Severity | "off">>;

/** Words of problems that were shown before, for a process that shows the same ones again and again. */
export type ShownBefore = WeakMap<Problem, ShownProblem | "off">;

/**
 * Problems with words and severities, ordered by file, line, column and code, without repetitions.
 * A code that the site turned off is left out; `strict` turns warnings into errors. `before` is of calls with the same options.
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
  lang: "fr" | "en";
  checks?: SeverityByCode;
  strict?: boolean;
}

function withWords(one: Problem, { lang, checks, strict }: ShowOptions): ShownProblem | "off" {
  const entry = catalogue[one.key];
  const code = codeOf(one.key);
  const set = checks && Object.hasOwn(checks, code) ? checks[code] : undefined;
  const severity = entry.fixed ? entry.severity : (set ?? entry.severity);
  if (severity === "off") return "off";
  const words = entry[lang] as (params: Record<string, unknown>) => [string, string?];
  const [message, hint = ""] = words(one.params);
  const { file, line, column } = one;
  const final: Severity = strict && severity === "warn" ? "error" : severity;
  return { file, line, column, code, severity: final, message, hint };
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
