/// <reference lib="dom" />
// Finds the faults of a page with axe.
import axe from "axe-core";
import type { Page } from "playwright-core";

const equipped = new WeakSet<Page>();

/** Gives axe to a page and to all that it opens later: sending half a megabyte for each would take as long as running it. */
async function equip(page: Page): Promise<void> {
  if (equipped.has(page)) return;
  equipped.add(page);
  await page.addInitScript({ content: axe.source });
  await page.evaluate(axe.source);
}

/** Applies all rules, including best practices, or only those of a category (`cat.color`). */
export async function axeFaults(page: Page, category?: string): Promise<string[]> {
  await equip(page);
  return page.evaluate(
    async (values) => {
      const { violations, passes } = await window.axe.run({
        // This rule is off by default.
        rules: { "target-size": { enabled: true } },
        resultTypes: ["violations"],
        ...(values.length > 0 && { runOnly: { type: "tag" as const, values } }),
      });
      if (passes.length < (values.length > 0 ? 1 : 10)) return ["axe found nothing to look at"];
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    },
    [category].flatMap((one) => one ?? []),
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
