// Three dots → one sign. Paths (`../..`), longer rows of dots and `f(...)` stay.
import type { Edit } from "./edits.ts";

/** For the dot at `index`, the first of three. */
export function ellipsis(text: string, index: number): Edit | undefined {
  if (!text.startsWith("...", index)) return undefined;
  const around = [text.charAt(index - 1), text.charAt(index + 3)];
  if (around.some((char) => char !== "" && "./\\".includes(char))) return undefined;
  if (around[0] === "(" && /\w/.test(text.charAt(index - 2))) return undefined;
  return { start: index, end: index + 3, text: "…" };
}
