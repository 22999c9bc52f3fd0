/// <reference lib="dom" />
// Finds targets that are too small for a finger, and keyboard focus that cannot be seen.
import type { Page } from "playwright-core";

/** WCAG 2.2, 2.5.8. */
const LEAST = 24;

/** Links and controls smaller than a finger needs, except links in a sentence, as the rule allows. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const inSentence = (one: Element): boolean => {
      if (getComputedStyle(one).display !== "inline") return false;
      const block = one.closest("p, li, dd, td, figcaption, blockquote, h1, h2, h3, h4");
      const around = block?.textContent.replace(/\s/g, "").length ?? 0;
      return around > one.textContent.replace(/\s/g, "").length;
    };
    return [...document.querySelectorAll("a[href], button, input, select, summary")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !inSentence(one))
      .filter((one) => !one.matches(":disabled, .visually-hidden *"))
      .flatMap((one) => {
        const { width, height } = one.getBoundingClientRect();
        // A link that covers a whole card or line is as large as that.
        const spread = getComputedStyle(one, "::after").position === "absolute";
        const size = `${String(Math.round(width))}×${String(Math.round(height))}`;
        return spread || Math.min(width, height) >= least ? [] : [`${one.textContent.trim()} ${size}`];
      });
  }, LEAST);
}

/** Goes through a page with the Tab key: each stop must be outlined, on the screen and not covered. */
export async function hiddenFocus(page: Page): Promise<{ stops: number; faults: string[] }> {
  const faults: string[] = [];
  await page.evaluate(() => {
    document.documentElement.style.scrollBehavior = "auto";
    document.body.focus();
  });
  let stops = 0;
  for (; stops < 200; stops++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const one = document.activeElement;
      if (one === null || one === document.body) return undefined;
      if (one.hasAttribute("data-seen")) return undefined;
      one.setAttribute("data-seen", "");
      const name = one.outerHTML.slice(0, 200);
      const outlined = [undefined, "::after"].some((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one, part);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      });
      if (!outlined) return `no outline: ${name}`;
      // The first line, since a link may be broken over two.
      const box = one.getClientRects()[0];
      if (box === undefined) return `no place: ${name}`;
      const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, innerHeight) / 2];
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return `off the screen: ${name}`;
      const top = document.elementFromPoint(x, y);
      // An ancestor is found first if something that it draws covers the stop.
      return top !== null && one.contains(top) ? "" : `covered: ${name}`;
    });
    if (seen === undefined) break;
    if (seen !== "") faults.push(seen);
  }
  return { stops, faults };
}
