/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser, headersByPath, serveSite, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind, PAGES } from "./every-kind.ts";
import { HOME, measured, reader } from "./measured-site.ts";

usesBrowser();

/** A page without JavaScript, for the site built with `more` files. */
async function bare(more: Record<string, string> = {}): Promise<{ page: Page; url: string }> {
  const site = everyKind(more);
  const url = await serveSite(`${site.root}/_site`, {
    headers: headersByPath(site.read("_site/_headers")),
  });
  const context = await browser.newContext({ javaScriptEnabled: false });
  return { page: await context.newPage(), url };
}

/** Visible controls that would do nothing: those outside a form with an action. */
async function deadControls(page: Page): Promise<string[]> {
  const dead: string[] = [];
  for (const one of await page.locator("button, select, input:not([type=checkbox])").all())
    if ((await one.isVisible()) && (await one.locator("xpath=ancestor::form[@action]").count()) === 0)
      dead.push((await one.innerText()) || "a field");
  return dead;
}

describe("a reader without JavaScript", () => {
  it("reads every kind of page, and is offered nothing that would not work", async () => {
    const { page, url } = await bare();
    for (const [kind, path] of Object.entries(PAGES)) {
      await page.goto(url + path);
      expect(await page.getByRole("heading", { level: 1 }).isVisible(), kind).toBe(true);
      expect(await deadControls(page), kind).toEqual([]);
    }
    await page.context().close();
  }, 60_000);

  it("goes from home to an article, its tag and another article", async () => {
    const { page, url } = await bare();
    await page.goto(url);
    await page.getByRole("main").getByRole("link", { name: "Un article" }).click();
    expect(page.url()).toBe(url + ARTICLE);
    await page.getByRole("link", { name: "Méthode" }).click();
    await page.getByRole("link", { name: "Un troisième" }).click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Un troisième");
    await page.context().close();
  });

  it("gets no search field on the 404 page, and on the search page reads why and finds the tags", async () => {
    const { page, url } = await bare();
    await page.goto(`${url}404.html`);
    expect(await page.getByRole("searchbox").isVisible()).toBe(false);
    await page.goto(`${url}recherche/`);
    await page.locator(".search-note", { hasText: "JavaScript" }).waitFor();
    expect(await page.getByRole("searchbox").isVisible()).toBe(false);
    await page.getByRole("main").getByRole("link", { name: "Méthode" }).click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Méthode");
    await page.context().close();
  });

  it("is found to be offered a dead button, if there is one", async () => {
    const { page, url } = await bare({
      "layouts/post.njk":
        '{% extends "carnet/post.njk" %}{% block article_cover %}<button type="button">Agrandir</button>{% endblock %}',
    });
    await page.goto(url + ARTICLE);
    expect(await deadControls(page)).toEqual(["Agrandir"]);
    await page.context().close();
  });
});

it("a page saved as one file, with what its scripts had shown, keeps no control that they made work", async () => {
  const built = measured("ask", []);
  const { page } = await reader(built);
  const later = await reader(built, { javaScriptEnabled: false });
  let saved = "";
  await later.page.route(/\/$/, (route) => route.fulfill({ contentType: "text/html", body: saved }));
  for (const path of ["", ARTICLE, PAGES["video"] ?? "", PAGES["search"] ?? ""]) {
    await page.goto(HOME + path, { waitUntil: "networkidle" });
    expect(await deadControls(page), path).toContain("Refuser");
    saved = await page.content();
    await later.page.goto(HOME + path);
    expect(await deadControls(later.page), path).toEqual([]);
  }
});
