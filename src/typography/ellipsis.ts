// Three dots → an ellipsis. Paths (`../..`), longer rows of dots and `f(...)` are left alone.
import type { Edit } from "./edits.ts";

/** `index` is that of the first dot. */
export function ellipsis(text: string, index: number): Edit | undefined {
  if (!text.startsWith("...", index)) return undefined;
  const around = [text.charAt(index - 1), text.charAt(index + 3)];
  if (around.some((char) => char !== "" && "./\\".includes(char))) return undefined;
  if (around[0] === "(" && /\w/.test(text.charAt(index - 2))) return undefined;
  return { start: index, end: index + 3, text: "…" };
}
