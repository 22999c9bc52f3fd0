// What is kept of a page long after it was read: V8 cuts a text by pointing into it, and a link would keep its whole page.
import type { Problem } from "../problems.ts";

/** The same text, in memory of its own. */
export function ownText(text: string): string {
  // Joining makes a new text, and cutting has it written out.
  return ` ${text}`.slice(1);
}

/** The same problem, which keeps nothing of the text that it was found in. */
export function ownProblem(one: Problem): Problem {
  const params = Object.entries(one.params).map(([name, value]) => [
    name,
    typeof value === "string" ? ownText(value) : value,
  ]);
  return { ...one, params: Object.fromEntries(params) as Problem["params"] };
}
