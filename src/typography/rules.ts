// What the typography of a language is, whatever the language.
import type { Edit } from "./edits.ts";

/** Changes to a text, in any order. Addresses and code are blanked in it, unless nothing would change anyway. */
export type Rules = (text: string) => Edit[];
