// Copies text that is kept long after its page was read: in V8, a substring points into the original, so a link would keep its
// whole page in memory.
import type { Problem } from "../problems.ts";

/** The same text, in memory of its own. */
export function ownText(text: string): string {
  // Concatenation makes a new string, and slicing it makes V8 write it out.
  return ` ${text}`.slice(1);
}

/** The same problem, without references to the text that it was found in. */
export function ownProblem(one: Problem): Problem {
  const params = Object.entries(one.params).map(([name, value]) => [
    name,
    typeof value === "string" ? ownText(value) : value,
  ]);
  return { ...one, params: Object.fromEntries(params) as Problem["params"] };
}
