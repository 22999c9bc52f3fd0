// A problem in a site's content, as a value: what, where, how severe, and what to type instead.
// Code reports problems by message key and parameters; the words are added last, in the editor's language.
import type { Value } from "./strings/problems/message.ts";
import type { MessageKey, Params } from "./strings/problems.ts";
import type { Translated } from "./ui-lang.ts";

/** `error` stops publication, `warn` is shown but does not stop it, `note` is for information. */
export type Severity = "error" | "warn" | "note";

/** A place in a file of the site root. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  /** Path relative to the site root, with forward slashes: `content/posts/2026-03-02-titre.md`. */
  file: string;
  line: number;
  column: number;
}

/** The first character of a file, for a problem of the whole file. */
export const topOf = (file: string): Place => ({ file, line: 1, column: 1 });

/** A line to paste, by language if it has words. */
export type Fix = string | Translated;

/** A problem without words: `key` names a message of the catalogue, `params` are its values. */
export interface Problem extends Place {
  key: MessageKey;
  params: Readonly<Record<string, Value>>;
  fix?: Fix;
  /** Set if it is in a draft that this run leaves out: reported, but stops nothing. */
  ofDraft?: true;
}

export type { Params };

/** Makes a problem; the compiler checks the parameters against the message. */
export function problem<K extends MessageKey>(
  key: K,
  { file, line, column }: Place,
  params: Params<K>,
  fix?: Fix,
): Problem {
  const one: Problem = { file, line, column, key, params };
  return fix === undefined ? one : { ...one, fix };
}

/** The part of a message key that `site.yaml` and messages use: `bad-date/impossible` → `bad-date`. */
export function codeOf(key: MessageKey): string {
  const slash = key.indexOf("/");
  return slash < 0 ? key : key.slice(0, slash);
}

/** For a problem as shown: the site may have changed its severity. */
export function isError({ severity }: { severity: Severity }): boolean {
  return severity === "error";
}
