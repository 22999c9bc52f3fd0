import { describe, expect, it } from "vitest";
import { usesBrowser } from "./browser.ts";
import { openPage } from "./search-site.ts";

usesBrowser();

describe("a reader at an unknown address", () => {
  it("searches for its words with one press, under a base path, even if no text has one of them", async () => {
    const { page, url, network, titles } = await openPage("blog/2025/02/03/mesurer-xfait/", {
      basePath: "/carnet/",
    });
    expect(await page.getByRole("searchbox").inputValue()).toBe("mesurer xfait");
    await page.getByRole("button", { name: "Rechercher" }).click();
    expect(
      await titles("Aucun texte n’a tous les mots de « mesurer xfait ». Textes qui en ont une partie : 1."),
    ).toEqual(["Mesurer ce que l’on fait"]);
    expect(page.url()).toBe(`${url}recherche/?q=mesurer+xfait`);
    await page.getByRole("link", { name: "Mesurer ce que l’on fait" }).click();
    await page.getByRole("heading", { level: 1, name: "Mesurer ce que l’on fait" }).waitFor();
    expect(network).toEqual({ foreign: [], violations: [] });
    await page.context().close();
  });

  it("is offered the words of the last part of the address that has any", async () => {
    const { page, url } = await openPage("");
    for (const [path, words] of [
      ["2019-05-06-l%27ann%C3%A9e_derni%C3%A8re.html", "l'année dernière"],
      ["mots-cles/donnees-ouvertes/page/2/", "donnees ouvertes"],
      ["vieux/feed.xml", "vieux"],
      ["carnet/index.html", "carnet"],
      ["2026/03/02/", ""],
      ["%22%3E%3Cimg%20src=x%3E/", "img src x"],
    ] as const) {
      await page.goto(url + path);
      expect([path, await page.getByRole("searchbox").inputValue()]).toEqual([path, words]);
    }
    await page.context().close();
  });

  it("reads without JavaScript why there is no search field, and finds menus and the latest articles", async () => {
    const { page } = await openPage("perdue/", { javaScriptEnabled: false });
    const main = page.getByRole("main");
    expect(await main.locator(".search-note").innerText()).toContain("demande JavaScript");
    expect(await main.getByRole("searchbox").isVisible()).toBe(false);
    expect(await main.getByRole("link", { name: "Second article" }).isVisible()).toBe(true);
    expect(await page.getByRole("navigation").getByRole("link", { name: "Archives" }).isVisible()).toBe(true);
    await page.context().close();
  });
});
