/// <reference lib="dom" />
// What axe finds wrong with a page, by all of its rules.
import axe from "axe-core";
import type { Page } from "playwright-core";

export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // All of its rules, best practices too, and the one that it leaves off by default.
    const { violations, passes } = await window.axe.run({ rules: { "target-size": { enabled: true } } });
    if (passes.length < 10) return ["axe found nothing to look at"];
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
