/// <reference lib="dom" />
// A reader searches: her words, the filters, several indexes, and what she is told when something does not come.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { buildHere } from "../support/in-process.ts";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";
import { openSite, usesBrowser } from "./browser.ts";

usesBrowser();

const FILES = {
  "content/site.yaml": SITE_YAML,
  "content/posts/2025-02-03-mesurer.md": post(
    "Mesurer ce que l’on fait",
    "L’évaluation des politiques publiques.\n\n## Une œuvre commune\n\nUn kayak sur l’eau.",
    "tags: [Méthode, Mesure]\n",
  ),
  "content/posts/2026-03-02-second.md": post(
    "Second article",
    "Les évaluations paraissent chaque année, par kayak.",
    "tags: [Méthode]\n",
  ).replace("author: Équipe éditoriale", "author: Ada Lovelace"),
  "content/posts/2026-01-05-signes.md": post(
    '"<img src=x>"',
    "Une **balalaïka** : 1 < 2 && `<b onclick>` > 2.",
  ),
  "content/posts/2026-03-03-cache.md": post("Caché", "Un kayak.", "noindex: true\n"),
  "content/posts/en/2026-03-05-paddling.md": post("Paddling", "A kayak and two evaluations."),
};

const site = (): TestSite => makeBuiltSite(FILES);

/** Titles of the results, once the status is exactly `outcome`, whatever its kinds of spaces. */
async function titles(page: Page, outcome: string): Promise<string[]> {
  const status = page.getByRole("status");
  await expect.poll(async () => (await status.innerText()).replace(/\s/g, " ")).toBe(outcome);
  return page.locator(".search-results h2").allTextContents();
}

describe("a reader who searches", () => {
  it("finds words by their stem, with or without accents and elisions, while she types", async () => {
    const { page, url, network } = await openSite(site(), "recherche/");
    const field = page.getByRole("searchbox");
    for (const [typed, count] of [
      ["evaluation", 2],
      ["l’évaluation", 2],
      ["œuvre", 1],
      ["oeuvre", 1],
      ["le kayak sur l'eau", 1],
    ] as const) {
      await field.fill(typed);
      const outcome = `${String(count)} résultat${count === 1 ? "" : "s"} pour « ${typed} »`;
      expect(await titles(page, outcome), typed).toContain("Mesurer ce que l’on fait");
    }
    expect(page.url()).toBe(`${url}recherche/?q=le+kayak+sur+l%27eau`);
    expect(await page.title()).toBe("le kayak sur l'eau – Recherche – Mon carnet");
    const first = page.locator(".search-results .post-row").first();
    expect(await first.locator("mark").first().innerText()).toBe("kayak");
    expect(await first.innerText()).toContain("Équipe éditoriale");
    await page.getByRole("link", { name: "Mesurer ce que l’on fait" }).click();
    await page.waitForURL(`${url}blog/2025/02/03/mesurer/`);
    await page.goBack();
    expect(await titles(page, "1 résultat pour « le kayak sur l'eau »")).toHaveLength(1);
    expect(network).toEqual({ foreign: [], violations: [] });
  });

  it("finds neither noindex posts nor texts in another language, and English words on the English page", async () => {
    const { page, url } = await openSite(site(), "recherche/?q=kayak");
    const found = await titles(page, "2 résultats pour « kayak »");
    expect(found.toSorted()).toEqual(["Mesurer ce que l’on fait", "Second article"]);
    await page.goto(`${url}en/search/?q=the+evaluation`);
    expect(await titles(page, "1 result for “the evaluation”")).toEqual(["Paddling"]);
  });

  it("filters results, and the address keeps the filters", async () => {
    const { page, url } = await openSite(site(), "recherche/?q=kayak");
    await titles(page, "2 résultats pour « kayak »");
    await page.getByText("Filtrer les résultats").click();
    await expect.poll(() => page.getByLabel("Auteur").locator("option").count()).toBe(3);
    expect(await page.getByLabel("Année").locator("option").allInnerTexts()).toEqual([
      "Peu importe",
      "2026 (1)",
      "2025 (1)",
    ]);
    await page.getByLabel("Auteur").selectOption("Ada Lovelace");
    expect(await titles(page, "1 résultat pour « kayak »")).toEqual(["Second article"]);
    expect(page.url()).toBe(`${url}recherche/?q=kayak&person=Ada+Lovelace`);
    await page.goto(`${url}recherche/?tags=Mesure`);
    expect(await titles(page, "1 résultat")).toEqual(["Mesurer ce que l’on fait"]);
    expect(await page.getByLabel("Mot-clé", { exact: true }).inputValue()).toBe("Mesure");
  });

  it("sees text that looks like HTML as text", async () => {
    const { page } = await openSite(site(), "recherche/?q=balalaika");
    expect(await titles(page, "1 résultat pour « balalaika »")).toEqual(["<img src=x>"]);
    expect(await page.locator(".search-results :is(img, b)").count()).toBe(0);
    expect(await page.locator(".search-results mark").allInnerTexts()).toEqual(["balalaïka"]);
  });

  it("is told if the index is slow, and if it does not come; her next try can succeed", async () => {
    const { page, url } = await openSite(site());
    let release: () => Promise<void> = () => Promise.resolve();
    await page.route(/\.pf_meta/, (route) => {
      release = () => route.abort();
    });
    await page.goto(`${url}recherche/?q=kayak`);
    await page.getByRole("status").filter({ hasText: "Recherche en cours" }).waitFor();
    await page.route(/\.pf_meta/, (route) => route.abort());
    await release();
    await page.getByRole("status").filter({ hasText: "n’a pas pu se charger" }).waitFor();
    await page.unroute(/\.pf_meta/);
    await page.getByRole("button", { name: "Rechercher" }).click();
    expect(await titles(page, "2 résultats pour « kayak »")).toHaveLength(2);
  });

  it("is offered no search on a site built without it", async () => {
    const { page } = await openSite(makeBuiltSite(FILES, ["--no-search"]));
    expect(await page.getByRole("link", { name: "Recherche" }).count()).toBe(0);
  });
});

it("several indexes, as a large site has, give one list, ten results at a time", async () => {
  const texts = Array.from({ length: 14 }, (_, i): [string, string] => [
    `content/posts/20${String(10 + i)}-01-02-texte.md`,
    post(`Texte ${String(i)}`, i < 12 ? "Un xylophone." : "Rien."),
  ]);
  const large = makeSite({ ...Object.fromEntries(texts), "content/site.yaml": SITE_YAML });
  await buildHere(large.root, { now: "2026-06-01T12:00:00Z", search: true });
  const { page } = await openSite(large, "recherche/?q=xylophone");
  expect(await page.locator("[data-search]").getAttribute("data-index")).toContain(" ");
  expect(await titles(page, "12 résultats pour « xylophone »")).toHaveLength(10);
  await page.getByRole("button", { name: "Afficher d’autres résultats" }).click();
  await expect.poll(() => page.locator(".search-results h2").count()).toBe(12);
  expect(
    await page.evaluate(() => document.activeElement?.closest("li")?.previousElementSibling),
  ).not.toBeNull();
});
