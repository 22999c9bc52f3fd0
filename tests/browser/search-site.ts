// A small site for the tests of search, built, and served as a host would.
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post, SITE_YAML, type Files, type TestSite } from "../support/site.ts";
import { browser, headersByPath, serveSite, watchNetwork } from "./browser.ts";

/** Few texts, and so one shard. */
export const FILES: Readonly<Record<string, string>> = {
  "content/site.yaml": SITE_YAML,
  "content/posts/2025-02-03-mesurer.md": post(
    "Mesurer ce que l’on fait",
    "L’évaluation des politiques publiques.\n\n## Une œuvre commune\n\nUn kayak sur l’eau.",
    "tags: [Méthode, Mesure]\n",
  ),
  "content/posts/2026-03-02-second.md": post(
    "Second article",
    "Les évaluations paraissent chaque année, par kayak. Case x.",
    "tags: [Méthode]\n",
  ).replace("author: Équipe éditoriale", "author: Ada Lovelace"),
  "content/posts/2026-01-05-signes.md": post(
    '"<img src=x>"',
    "Une **balalaïka** : 1 < 2 && `<b onclick>` > 2.",
  ),
  "content/posts/2026-03-03-cache.md": post("Caché", "Un kayak.", "noindex: true\n"),
  "content/posts/2026-03-04-brouillon.md": post("Brouillon", "Un kayak.", "draft: true\n"),
  "content/posts/en/2026-03-05-paddling.md": post("Paddling", "A kayak and two evaluations."),
};

export interface Opened {
  page: Page;
  url: string;
  network: ReturnType<typeof watchNetwork>;
  /** Titles of the results, once the status is exactly `outcome`, whatever its kinds of spaces. */
  titles: (outcome: string) => Promise<string[]>;
}

export type Opening = BrowserContextOptions & {
  basePath?: string;
  args?: string[];
  files?: Files;
  /** Built already; otherwise, these files are. */
  site?: TestSite;
};

/** Builds the site, serves it, and opens a page of it. */
export async function openPage(
  path: string,
  { basePath, args = [], files = FILES, site: made, ...context }: Opening = {},
): Promise<Opened> {
  const more = basePath === undefined ? [] : ["--base-path", basePath];
  const site = made ?? makeBuiltSite(files, [...more, ...args]);
  const url = await serveSite(`${site.root}/_site`, {
    headers: headersByPath(site.read("_site/_headers")),
    ...(basePath !== undefined && { basePath }),
  });
  const page = await (await browser.newContext(context)).newPage();
  const network = watchNetwork(page);
  await page.goto(url + path, { waitUntil: "networkidle" });
  const titles = async (outcome: string): Promise<string[]> => {
    const status = page.getByRole("status");
    await expect
      .poll(async () => (await status.innerText()).replace(/\s/g, " "), { timeout: 10_000 })
      .toBe(outcome);
    return page.locator(".search-results h2").allTextContents();
  };
  return { page, url, network, titles };
}
