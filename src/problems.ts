// A problem found in a site's content, as a value: what, where, how bad, and what to type instead.
// Modules report problems by message key and parameters; words are added last, in the editor's language.
import type { Catalogue, MessageKey } from "./strings/problems.ts";

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
  /** Of a draft that this run leaves out: it is told, and stops nothing. */
  ofDraft?: true;
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

/** Of a problem as it is shown: a site may have given it another severity. */
export function isError({ severity }: { severity: Severity }): boolean {
  return severity === "error";
}
