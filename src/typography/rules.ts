// The type of a language's typographic rules.
import type { Edit } from "./edits.ts";

/** Returns changes to a text, in any order. Addresses and code in it are blanked, unless nothing would change anyway. */
export type Rules = (text: string) => Edit[];
