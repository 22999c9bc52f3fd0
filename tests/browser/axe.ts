/// <reference lib="dom" />
// Finds the faults of a page with axe.
import axe from "axe-core";
import type { Page } from "playwright-core";

/** Applies all rules, including best practices, or only those of a category (`cat.color`). */
export async function axeFaults(page: Page, category?: string): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
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
