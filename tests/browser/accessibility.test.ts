/// <reference lib="dom" />
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeSite, post, SITE_YAML } from "../support/site.ts";
import { launch, serveSite } from "./browser.ts";

const BODY = `## Un titre

Un texte avec une note[^1], du \`code\` et un [lien](/blog/).

> [!TIP]
> Un conseil.

- [x] une tâche faite

| Colonne | Autre |
|---|---|
| un | deux |

<iframe src="https://www.dailymotion.com/video/x7zgtds" title="Demo Day"></iframe>

\`\`\`js
const un = 1;
\`\`\`

[^1]: Une note.
`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

const PAGES = [
  "",
  "blog/",
  "blog/2026/03/02/premier/",
  "mots-cles/",
  "mots-cles/methode/",
  "auteurs/",
  "archives/2026/",
  "404.html",
];

it("has no fault that axe can find, on any kind of page, in either scheme, on a phone or a desk", async () => {
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-premier.md": post("Premier article", BODY, "tags: [Méthode]\n"),
    "content/posts/2026-03-01-second.md": post("Second article", "Un texte.", "tags: [Méthode]\n"),
  });
  expect(site.carnet(["build"]).status).toBe(0);
  const url = await serveSite(`${site.root}/_site`);
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [360, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      for (const path of PAGES) {
        await page.goto(url + path);
        await page.evaluate(axe.source);
        const found = await page.evaluate(async () => {
          const { violations } = await window.axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
        });
        expect(found, `${path} ${colorScheme} ${String(width)}`).toEqual([]);
      }
      await page.close();
    }
}, 60_000);

declare global {
  interface Window {
    axe: typeof axe;
  }
}
