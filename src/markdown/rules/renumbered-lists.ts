// A numbered list whose numbers say something (years, a countdown) → a warning: all but the first are counted from it, and readers
// would see other years. Gaps and repetitions are usual where items were moved, and the numbers shown are the right ones.
import type { Token } from "markdown-it";
import type { Env } from "../env.ts";
import { passRule } from "../rule.ts";

const ITEM = /^[\s>]*\d{1,9}[.)]\s+(.*)$/;

export const renumberedLists = passRule("renumbered-lists", (tokens, env) => {
  const open: Token[][] = [];
  for (const token of tokens) {
    if (token.type === "ordered_list_open" || token.type === "bullet_list_open") open.push([]);
    else if (token.type === "list_item_open") open.at(-1)?.push(token);
    else if (token.type === "ordered_list_close" || token.type === "bullet_list_close") {
      const items = open.pop();
      if (token.type === "ordered_list_close" && items !== undefined) report(items, env);
    }
  }
});

function report(items: readonly Token[], env: Env): void {
  const numbers = items.map(({ info }) => Number(info));
  if (!areYears(numbers) && !isCountdown(numbers)) return;
  const at = numbers.findIndex((number, i) => number !== (numbers[0] ?? 0) + i);
  const number = numbers[at] ?? 0;
  const row = items[at]?.map?.[0] ?? 0;
  const [, text = "…"] = ITEM.exec(env.positions.lines()[row] ?? "") ?? [];
  env.report("literal-list/renumbered", env.positions.line(row), {
    found: number,
    shown: (numbers[0] ?? 0) + at,
    fix: `- **${String(number)}.** ${text.trim()}`,
  });
}

/** In order, with years left out: the same one many times is the number of a list in any form. */
function areYears(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).map((number, i) => number - (numbers[i] ?? 0));
  const isOrdered = steps.every((step) => step > 0) || steps.every((step) => step < 0);
  return isOrdered && steps.some((step) => step !== 1) && numbers.every((one) => one >= 1000 && one < 3000);
}

function isCountdown(numbers: readonly number[]): boolean {
  return numbers.length > 2 && numbers.every((number, i) => number === (numbers[0] ?? 0) - i);
}
