/// <reference lib="dom" />
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML } from "../support/site.ts";
import { headersByPath, launch, serveSite, watchNetwork } from "./browser.ts";

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
  ),
  "content/posts/2026-01-05-signes.md": post(
    '"<img src=x>"',
    "Une **balalaïka** : 1 < 2 && `<b onclick>` > 2.",
  ),
  "content/posts/2026-03-03-cache.md": post("Caché", "Un kayak.", "noindex: true\n"),
  "content/posts/2026-03-04-brouillon.md": post("Brouillon", "Un kayak.", "draft: true\n"),
  "content/posts/en/2026-03-05-paddling.md": post("Paddling", "A kayak and two evaluations."),
};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

interface Opened {
  page: Page;
  url: string;
  network: ReturnType<typeof watchNetwork>;
  /** Titles of the results, once there are as many as the status says. */
  titles: (status: RegExp) => Promise<string[]>;
}

async function open(
  path: string,
  { basePath, args = [], ...context }: BrowserContextOptions & { basePath?: string; args?: string[] } = {},
): Promise<Opened> {
  const site = makeSite(FILES);
  const more = basePath === undefined ? [] : ["--base-path", basePath];
  expect(site.carnet(["build", ...more, ...args]).status).toBe(0);
  const url = await serveSite(`${site.root}/_site`, {
    headers: headersByPath(site.read("_site/_headers")),
    ...(basePath !== undefined && { basePath }),
  });
  const page = await (await browser.newContext(context)).newPage();
  const network = watchNetwork(page);
  await page.goto(url + path, { waitUntil: "networkidle" });
  const titles = async (status: RegExp): Promise<string[]> => {
    await page.getByRole("status").filter({ hasText: status }).waitFor();
    return page.locator(".search-results h2").allTextContents();
  };
  return { page, url, network, titles };
}

describe("a reader who searches", () => {
  it("finds French words by their stem, with or without accents, as she types", async () => {
    const { page, network, titles } = await open("recherche/");
    const field = page.getByRole("searchbox");
    await field.fill("evaluation");
    expect((await titles(/^2 résultats$/)).sort()).toEqual(["Mesurer ce que l’on fait", "Second article"]);
    await field.fill("l'évaluer");
    expect(await titles(/^2 résultats$/)).toHaveLength(2);
    await field.fill("oeuvre");
    expect(await titles(/^1 résultat$/)).toEqual(["Mesurer ce que l’on fait"]);
    expect(await page.locator("mark").allTextContents()).toEqual(["œuvre"]);
    expect(await page.getByRole("link", { name: "Une œuvre commune" }).getAttribute("href")).toBe(
      "/blog/2025/02/03/mesurer/#une-oeuvre-commune",
    );
    expect(new URL(page.url()).search).toBe("?q=oeuvre");
    expect(network).toEqual({ foreign: [], violations: [] });
    await page.context().close();
  });

  it("never finds a draft, nor what keeps out of search engines, nor the other language’s posts", async () => {
    const { titles } = await open("recherche/?q=kayak");
    expect((await titles(/^2 résultats$/)).sort()).toEqual(["Mesurer ce que l’on fait", "Second article"]);
  });

  it("searches in English on the English page", async () => {
    const { page, network, titles } = await open("en/search/?q=evaluation");
    expect(await titles(/^1 result$/)).toEqual(["Paddling"]);
    expect(network.violations).toEqual([]);
    await page.context().close();
  });

  it("narrows the results by tag, and the address says so", async () => {
    const { page, titles } = await open("recherche/?q=kayak");
    await titles(/^2 résultats$/);
    await page.getByText("Filtrer les résultats").click();
    await page.getByLabel("Mot-clé", { exact: true }).selectOption({ label: "Mesure (1)" });
    expect(await titles(/^1 résultat$/)).toEqual(["Mesurer ce que l’on fait"]);
    expect(new URL(page.url()).search).toBe("?q=kayak&tags=Mesure");
    await page.reload();
    expect(await titles(/^1 résultat$/)).toEqual(["Mesurer ce que l’on fait"]);
    expect(await page.getByLabel("Mot-clé", { exact: true }).inputValue()).toBe("Mesure");
    await page.context().close();
  });

  it("reads text that looks like HTML as text", async () => {
    const { page, titles } = await open("recherche/?q=balalaika");
    expect(await titles(/^1 résultat$/)).toEqual(["<img src=x>"]);
    const shown = (await page.locator(".post-row-description").innerText()).replace(/\s/g, " ");
    expect(shown).toContain("Une balalaïka : 1 < 2 && <b onclick> > 2.");
    expect(await page.locator(".search-results :is(b, script, img)").count()).toBe(0);
    await page.context().close();
  });

  it("goes from any page to a result by keyboard, and comes back to her results", async () => {
    const { page, titles } = await open("");
    await page.getByRole("link", { name: "Recherche" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("politiques publiques");
    await titles(/résultat/);
    for (let i = 0; i < 10 && !(await focusedText(page)).startsWith("Mesurer"); i += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Mesurer ce que l’on fait" }).waitFor();
    await page.goBack();
    expect(await titles(/résultat/)).toContain("Mesurer ce que l’on fait");
    await page.context().close();
  });

  it("is offered the tags where nothing is found", async () => {
    const { page, titles } = await open("recherche/?q=xylophoniste");
    expect(await titles(/^Aucun résultat/)).toEqual([]);
    expect(await page.getByRole("main").getByRole("link", { name: "Méthode" }).isVisible()).toBe(true);
    await page.context().close();
  });

  it("searches from the page of an unknown address, under a base path", async () => {
    const { page, url, network, titles } = await open("perdue/", { basePath: "/carnet/" });
    await page.getByRole("searchbox").fill("kayak");
    await page.keyboard.press("Enter");
    expect(await titles(/^2 résultats$/)).toHaveLength(2);
    expect(page.url()).toBe(`${url}recherche/?q=kayak`);
    await page.getByRole("link", { name: "Second article" }).click();
    await page.getByRole("heading", { level: 1, name: "Second article" }).waitFor();
    expect(network).toEqual({ foreign: [], violations: [] });
    await page.context().close();
  });

  it("asks for nothing of the index before the field is used", async () => {
    const { page, url } = await open("");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${url}recherche/`, { waitUntil: "networkidle" });
    expect(asked.filter((one) => one.includes("/pagefind/"))).toEqual([]);
    await page.getByRole("searchbox").focus();
    await expect.poll(() => asked.some((one) => one.endsWith("/pagefind.js"))).toBe(true);
    await page.context().close();
  });

  it("reads, without JavaScript, why nothing searches, and finds the tags and the archives", async () => {
    const { page } = await open("recherche/", { javaScriptEnabled: false });
    const main = page.getByRole("main");
    expect(await main.locator(".search-note").isVisible()).toBe(true);
    expect(await main.locator(".search-note").innerText()).toContain("demande JavaScript");
    expect(await main.getByRole("searchbox").isVisible()).toBe(false);
    expect(await main.getByRole("link", { name: "Méthode" }).getAttribute("href")).toBe(
      "/mots-cles/methode/",
    );
    expect(await main.getByRole("link", { name: "2026" }).getAttribute("href")).toBe("/archives/2026/");
    await page.context().close();
  });

  it("sees no way to search on a site that was built without", async () => {
    const { page } = await open("perdue/", { args: ["--no-search"] });
    expect(await page.getByRole("searchbox").count()).toBe(0);
    expect(await page.getByRole("link", { name: "Recherche" }).count()).toBe(0);
    await page.context().close();
  });
});

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}
