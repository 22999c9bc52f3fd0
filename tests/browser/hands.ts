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
  await page.evaluate(lookAtStops);
  // The page looks by itself, since asking it at each stop would take as long as the key.
  for (let presses = 0; presses < MOST_STOPS; presses += AT_ONCE) {
    for (let i = 0; i < AT_ONCE; i++) await page.keyboard.press("Tab");
    if (await page.evaluate(() => window.walk.isOver)) break;
  }
  return page.evaluate(() => {
    removeEventListener("keyup", window.walk.look, true);
    return { stops: window.walk.stops, faults: window.walk.faults };
  });
}

const MOST_STOPS = 200;
const AT_ONCE = 8;

declare global {
  interface Window {
    walk: { stops: number; faults: string[]; isOver: boolean; look: () => void };
  }
}

/** Runs in the page: looks at what has the focus after each key, until that is nothing, or something for the second time. */
function lookAtStops(): void {
  const faultOf = (one: Element): string | undefined => {
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
    return top !== null && one.contains(top) ? undefined : `covered: ${name}`;
  };
  const seen = new Set<Element>();
  const look = (): void => {
    const one = document.activeElement;
    if (one === null || one === document.body || seen.has(one)) window.walk.isOver = true;
    if (one === null || window.walk.isOver) return;
    seen.add(one);
    window.walk.stops++;
    const fault = faultOf(one);
    if (fault !== undefined) window.walk.faults.push(fault);
  };
  window.walk = { stops: 0, faults: [], isOver: false, look };
  addEventListener("keyup", look, true);
  document.documentElement.style.scrollBehavior = "auto";
  document.body.focus();
}
