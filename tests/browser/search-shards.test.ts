/// <reference lib="dom" />
// A site with several search shards, which are searched as one.
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { buildHere } from "../support/in-process.ts";
import { makeSite, post } from "../support/site.ts";
import { realPng } from "../unit/images/samples.ts";
import { usesBrowser } from "./browser.ts";
import { FILES, openPage, type Opened, type Opening } from "./search-site.ts";

usesBrowser();

const OLDEST = "content/posts/2024-05-06-kayaks.md";

/** A post with more front matter. */
const kayaks = (more = ""): string =>
  post("Les kayaks de jadis", "Un xylophone dans un kayak.", `tags: [Méthode]\n${more}`).replace(
    "author: Équipe éditoriale",
    "author: Ada Lovelace",
  );

/** These fill the first shard: notes of 2023, and one post unlike them. */
const OLD: Record<string, string> = {
  ...Object.fromEntries(
    Array.from({ length: 39 }, (_, i) => [
      `content/posts/2023-${String(1 + (i % 12)).padStart(2, "0")}-09-note-${String(i)}.md`,
      post(`Note ${String(i)}`, "Un bruit."),
    ]),
  ),
  [OLDEST]: kayaks(),
};

/** Builds the site with small shards, of which several would otherwise take a thousand texts, and opens a page of it. */
async function open(path: string, options: Opening = {}): Promise<Opened> {
  const { basePath, files = { ...FILES, ...OLD } } = options;
  const site = makeSite(files);
  const how = { now: "2026-06-01T12:00:00Z", search: true, shards: { smallest: 40, most: 3 } };
  const { put } = await buildHere(site.root, { ...how, ...(basePath !== undefined && { basePath }) });
  expect(put?.published).toBe(true);
  return openPage(path, { ...options, site });
}

const MESURER = "Mesurer ce que l’on fait";
const SECOND = "Second article";
const KAYAKS = "Les kayaks de jadis";

describe("a reader who searches a large site", () => {
  it("gets one list, the best first, and the number of results for each filter", async () => {
    const pictured = { [OLDEST]: kayaks("image: /kayak.png\n"), "public/kayak.png": await realPng() };
    const files = { ...FILES, ...OLD, ...pictured };
    const { page, url, network, titles } = await open("recherche/", { basePath: "/defis/", files });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url().slice(url.length).replace(/\?.*/, "")));
    const field = page.getByRole("searchbox");
    await field.fill("kayak");
    // An old text about it comes before new ones that mention it.
    const [first, ...others] = await titles("3 résultats pour « kayak »");
    expect([first, ...others.sort()]).toEqual([KAYAKS, MESURER, SECOND]);
    expect(await page.getByRole("link", { name: KAYAKS }).getAttribute("href")).toBe(
      "/defis/blog/2024/05/06/kayaks/",
    );
    const row = page.locator(".search-results > li").first();
    expect(await row.locator("time").getAttribute("datetime")).toBe("2024-05-06");
    expect(await row.locator("time").innerText()).toBe("6 mai 2024");
    expect(await row.innerText()).toContain("Ada Lovelace");
    await expect
      .poll(() => row.locator("img").evaluate((it: HTMLImageElement) => it.naturalWidth))
      .toBeGreaterThan(0);
    expect(await page.locator(".search-results img").count()).toBe(1);
    await page.getByText("Filtrer les résultats").click();
    const choice = (name: string): Locator => page.getByLabel(name, { exact: true });
    const years = ["Peu importe", "2026 (1)", "2025 (1)", "2024 (1)"];
    expect(await choice("Année").locator("option").allTextContents()).toEqual(years);
    expect(await choice("Mot-clé").locator("option").allTextContents()).toEqual([
      "Peu importe",
      "Mesure (1)",
      "Méthode (3)",
    ]);
    await choice("Auteur").selectOption({ label: "Ada Lovelace (2)" });
    expect(await titles("2 résultats pour « kayak »")).toEqual([KAYAKS, SECOND]);
    await choice("Année").selectOption({ label: "2024 (1)" });
    expect(await titles("1 résultat pour « kayak »")).toEqual([KAYAKS]);
    expect(await choice("Année").locator("option").allTextContents()).toEqual([
      "Peu importe",
      "2026 (1)",
      "2024 (1)",
    ]);
    // The script and the WebAssembly come once.
    expect(asked.filter((one) => /pagefind\.js$|\/wasm\./.test(one))).toEqual([
      "pagefind/fr-2/pagefind.js",
      "pagefind/fr-2/wasm.fr.pagefind",
    ]);
    expect(network).toEqual({ foreign: [], violations: [] });
    await page.context().close();
  });

  it("does not get results from a shard that lacks her word", async () => {
    const { page, titles } = await open("recherche/?q=xylophone");
    const field = page.getByRole("searchbox");
    expect(await titles("1 résultat pour « xylophone »")).toEqual([KAYAKS]);
    await field.fill("xylophone kayak");
    expect(await titles("1 résultat pour « xylophone kayak »")).toEqual([KAYAKS]);
    await field.fill("bruit");
    expect(await titles("39 résultats pour « bruit »")).toHaveLength(10);
    await field.fill("xylophone évaluation");
    const partly = await titles(
      "Aucun texte n’a tous les mots de « xylophone évaluation ». Textes qui en ont une partie : 3.",
    );
    expect(partly.sort()).toEqual([KAYAKS, MESURER, SECOND]);
    await page.goto(new URL("/en/search/?q=evaluation", page.url()).href);
    expect(await titles("1 result for “evaluation”")).toEqual(["Paddling"]);
    await page.context().close();
  });

  it("gets more results by the button, and is told near it if they cannot be loaded", async () => {
    const { page, titles } = await open("recherche/?q=bruit");
    await titles("39 résultats pour « bruit »");
    await page.route("**/*.pf_fragment", (route) => route.abort());
    const more = page.getByRole("button", { name: "Afficher d’autres résultats" });
    await more.click();
    await page.getByRole("alert").waitFor();
    expect(await titles("39 résultats pour « bruit »")).toHaveLength(10);
    await page.unroute("**/*.pf_fragment");
    await more.click();
    await expect.poll(() => page.locator(".search-results h2").count()).toBe(20);
    expect(await page.getByRole("alert").count()).toBe(0);
    // Nor does the message outlast the results that it is about.
    await page.route("**/*.pf_fragment", (route) => route.abort());
    await more.click();
    await page.getByRole("alert").waitFor();
    await page.unroute("**/*.pf_fragment");
    await page.getByRole("searchbox").fill("bruits");
    expect(await titles("39 résultats pour « bruits »")).toHaveLength(10);
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.getByRole("searchbox").fill("");
    await expect.poll(() => more.isVisible()).toBe(false);
    await page.getByRole("searchbox").fill("bruits");
    await titles("39 résultats pour « bruits »");
    for (const [shown, all] of [
      [10, 20],
      [20, 30],
      [30, 39],
    ]) {
      await more.click();
      const links = page.locator(".search-results h2 a");
      await expect.poll(() => links.count()).toBe(all);
      expect(new Set(await links.allTextContents()).size).toBe(all);
      // The first of the new ones has the focus, since the button may be gone.
      expect(await links.nth(shown ?? 0).evaluate((it) => it === document.activeElement)).toBe(true);
    }
    expect(await more.isVisible()).toBe(false);
    await page.context().close();
  });

  it("is told if a shard cannot be loaded, and the next try can succeed", async () => {
    const { page, titles } = await open("recherche/");
    const field = page.getByRole("searchbox");
    for (const missing of ["**/fr-1/pagefind-entry.json*", "**/fr-2/wasm.fr.pagefind"]) {
      await page.route(missing, (route) => route.fulfill({ status: 404 }));
      // The words left in the address by the round before are searched as soon as the page is loaded.
      await page.reload();
      await field.fill("kayaks");
      await titles(
        "La recherche n’a pas pu se charger. Rechargez la page, ou passez par les mots-clés et les archives.",
      );
      await page.unroute(missing);
      await field.fill("kayak");
      expect(await titles("3 résultats pour « kayak »")).toHaveLength(3);
    }
    await page.context().close();
  });
});
