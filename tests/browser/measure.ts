/// <reference lib="dom" />
// Measures what a page costs its reader, and compares it with the budget of an article.
import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";
import { watchNetwork } from "./browser.ts";

export interface Cost {
  /** Bytes, compressed with gzip. */
  css: number;
  js: number;
  /** Page, styles, scripts and fonts: everything but pictures. */
  total: number;
  /** Requests for these. */
  requests: number;
  /** Fonts that the page itself asks for, so that text waits for them. */
  preloaded: number;
  /** All fonts that were loaded. */
  fonts: number;
  foreign: string[];
  refused: string[];
  shift: number;
}

const BUDGET = { css: 9_500, js: 2_000, total: 60_000, requests: 8, preloaded: 1, shift: 0 } as const;

const COUNTED = ["document", "stylesheet", "script", "font"];

/** Describes each cost that is over the budget of an article. */
export function overBudget(cost: Cost): string[] {
  const over = (Object.keys(BUDGET) as (keyof typeof BUDGET)[])
    .filter((key) => cost[key] > BUDGET[key])
    .map((key) => `${key}: ${String(cost[key])}, at most ${String(BUDGET[key])}`);
  return [
    ...over,
    ...cost.foreign.map((url) => `foreign: ${url}`),
    ...cost.refused.map((one) => `refused: ${one}`),
  ];
}

/** Opens an address as a first visitor, scrolls through the page, and returns what that cost. */
export async function costOf(page: Page, url: string): Promise<Cost> {
  const network = watchNetwork(page);
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  const shift = await shiftOf(page, url);
  const sent = await Promise.all(responses.map(weightOf));
  const sum = (...types: string[]): number =>
    sent.reduce((bytes, one) => (types.includes(one.type) ? bytes + one.bytes : bytes), 0);
  return {
    css: sum("stylesheet"),
    js: sum("script"),
    total: sum(...COUNTED),
    requests: sent.filter(({ type }) => COUNTED.includes(type)).length,
    preloaded: await page.locator('link[rel="preload"][as="font"]').count(),
    fonts: sent.filter(({ type }) => type === "font").length,
    foreign: network.foreign,
    refused: network.violations,
    shift,
  };
}

async function weightOf(response: Response): Promise<{ type: string; bytes: number }> {
  const type = response.request().resourceType();
  // Fonts are already compressed.
  const body = await response.body();
  return { type, bytes: type === "font" ? body.length : gzipSync(body, { level: 9 }).length };
}

/** Sum of layout shifts while the page loads and is scrolled through. */
export async function shiftOf(page: Page, url: string): Promise<number> {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Object.assign(window, {
          shift: Number(Reflect.get(window, "shift")) + Number(Reflect.get(entry, "value")),
        });
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 500) {
      scrollTo({ top: y, behavior: "instant" });
      await new Promise((done) => setTimeout(done, 50));
    }
  });
  return page.evaluate(() => Number(Reflect.get(window, "shift")));
}
