/// <reference lib="dom" />
import { describe, expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post, SITE_YAML } from "../support/site.ts";
import { browser, headersOf, serveSite, usesBrowser, watchNetwork } from "./browser.ts";

const VIDEO =
  '<iframe src="https://www.dailymotion.com/video/x7zgtds" allowfullscreen allow="autoplay" title="Demo Day"></iframe>';

usesBrowser();

describe("a reader", () => {
  it("finds an article from the home page by keyboard, with nothing loaded from elsewhere", async () => {
    const site = makeBuiltSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-premier.md": post("Premier article", "Un texte.", "tags: [Méthode]\n"),
    });
    const page = await browser.newPage();
    const network = watchNetwork(page);
    await page.goto(
      await serveSite(`${site.root}/_site`, { headers: headersOf(site.read("_site/_headers")) }),
    );
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe("Aller au contenu");
    await page.keyboard.press("Enter");
    await page.getByRole("main").getByRole("link", { name: "Premier article" }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Premier article" }).waitFor();
    await page.getByRole("link", { name: "Méthode" }).first().click();
    await page.getByRole("heading", { level: 1, name: /Méthode/ }).waitFor();
    expect(network).toEqual({ foreign: [], violations: [] });
    await page.close();
  });

  it("plays a video with one click, before which nothing loads from its host", async () => {
    const site = makeBuiltSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-film.md": post("Film", VIDEO),
    });
    const page = await browser.newPage();
    await page.route(/dailymotion\.com/, (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>player</title>" }),
    );
    const network = watchNetwork(page);
    const url = await serveSite(`${site.root}/_site`, { headers: headersOf(site.read("_site/_headers")) });
    await page.goto(`${url}blog/2026/03/02/film/`, { waitUntil: "networkidle" });
    expect(network.foreign).toEqual([]);
    expect(await page.locator("iframe").count()).toBe(0);
    await page.getByRole("button", { name: /Demo Day/ }).click();
    const frame = page.locator("iframe[title='Demo Day']");
    await frame.waitFor();
    expect(await frame.getAttribute("src")).toMatch(/^https:\/\/(geo|www)\.dailymotion\.com\/.*x7zgtds/);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
    await expect.poll(() => network.foreign.length).toBeGreaterThan(0);
    expect(network.violations).toEqual([]);
    await page.close();
  });

  it("gets a link to the video without JavaScript", async () => {
    const site = makeBuiltSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-film.md": post("Film", VIDEO),
    });
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${await serveSite(`${site.root}/_site`)}blog/2026/03/02/film/`);
    expect(await page.locator("figure a[href='https://www.dailymotion.com/video/x7zgtds']").isVisible()).toBe(
      true,
    );
    await context.close();
  });

  it("never scrolls sideways at 360 pixels", async () => {
    const long = "x".repeat(120);
    const body = `## ${"Un titre assez long ".repeat(6)}\n\n| a | b | c |\n|---|---|---|\n| ${long} | 2 | 3 |\n\n\`\`\`js\nconst x = "${long}";\n\`\`\`\n\nhttps://example.org/${long}\n\n${VIDEO}`;
    const site = makeBuiltSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-large.md": post("Un mot " + "anticonstitutionnellement".repeat(4), body),
    });
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const url = await serveSite(`${site.root}/_site`);
    for (const path of ["", "blog/", "blog/2026/03/02/large/", "auteurs/", "archives/", "404.html"]) {
      await page.goto(url + path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    }
    await page.close();
  });
});
