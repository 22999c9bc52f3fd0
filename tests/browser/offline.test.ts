/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browser, isLeft, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind, PAGES } from "./every-kind.ts";
import { writeFiles } from "../support/files.ts";
import type { TestSite } from "../support/site.ts";

usesBrowser();

/** The archive of a site, extracted to a folder whose name has a space. */
function unzipped(site: TestSite, ...args: string[]): string {
  const { status, stderr } = site.carnet(["build", "--zip", "copies/carnet.zip", "--lang", "fr", ...args]);
  if (status !== 0) throw new Error(stderr);
  const folder = join(site.root, "une copie");
  writeFiles(folder, unzipSync(readFileSync(join(site.root, "copies/carnet.zip"))));
  return folder;
}

/** Failed requests, requests outside the disk, and errors of a page. */
function watch(page: Page): string[] {
  const seen: string[] = [];
  page.on("requestfailed", (request) => {
    if (!isLeft(request)) seen.push(`failed: ${request.url()}`);
  });
  page.on("request", (request) => {
    if (!/^(?:file|data):/.test(request.url())) seen.push(`asked: ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") seen.push(message.text());
  });
  page.on("pageerror", (error) => seen.push(error.message));
  return seen;
}

const COVER = { "public/photo.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' };

describe.each([[[]], [["--base-path", "/carnet/"]]])(
  "the archive of a site, opened from a disk %j",
  (args) => {
    it("leads from home to an article, with its styles and pictures", async () => {
      const folder = unzipped(everyKind(COVER), ...args);
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const seen = watch(page);
      await page.goto(pathToFileURL(join(folder, "index.html")).href);
      await page.getByRole("main").getByRole("link", { name: "Un article" }).first().click();
      expect(page.url()).toBe(pathToFileURL(join(folder, ARTICLE, "index.html")).href);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Un article");
      // The stylesheet may come after the text.
      await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).display)).toBe("flex");
      const pictures = page.locator("main img");
      expect(await pictures.count()).toBeGreaterThan(0);
      for (const picture of await pictures.all()) {
        await picture.scrollIntoViewIfNeeded();
        await expect
          .poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth))
          .toBeGreaterThan(0);
      }
      await page.getByRole("link", { name: "Méthode" }).first().click();
      await page.getByRole("main").getByRole("link", { name: "Un troisième" }).first().click();
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Un troisième");
      expect(seen).toEqual([]);
      await page.close();
    }, 60_000);

    it("makes no network request on any page, and has no dead link on the disk", async () => {
      const folder = unzipped(everyKind(), ...args);
      const page = await browser.newPage();
      const seen = watch(page);
      const root = pathToFileURL(folder).href;
      const dead: string[] = [];
      for (const path of Object.values(PAGES)) {
        await page.goto(`${root}/${path.endsWith(".html") ? path : `${path}index.html`}`);
        const hrefs = await page
          .locator("a[href]")
          .evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).href));
        for (const href of hrefs.filter((one) => one.startsWith("file:")))
          if (!/\.\w+$/.test(new URL(href).pathname) || !href.startsWith(`${root}/`))
            dead.push(`${path}: ${href}`);
          else readFileSync(new URL(href.split("#")[0] ?? ""));
      }
      expect(dead).toEqual([]);
      expect(seen).toEqual([]);
      await page.close();
    }, 60_000);
  },
);

describe("what needs a host, in the archive", () => {
  it("is replaced: players by links, the search by an explanation", async () => {
    const root = pathToFileURL(unzipped(everyKind())).href;
    const page = await browser.newPage();
    await page.goto(`${root}/blog/2026/03/04/film/index.html`);
    expect(await page.locator("iframe, template, button:visible:not(.theme-switch)").count()).toBe(0);
    const link = page.getByRole("link", { name: /Demo Day/ });
    expect(await link.getAttribute("href")).toContain("dailymotion.com/video/x7zgtds");
    await page.getByRole("link", { name: "Recherche" }).click();
    await page.getByText("La recherche ne fonctionne pas dans cette copie").waitFor();
    expect(await page.getByRole("searchbox").count()).toBe(0);
    expect(await page.locator("select:visible, main button:visible").count()).toBe(0);
    await page.getByRole("main").getByRole("link", { name: "Méthode" }).click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Méthode");
    await page.close();
  }, 60_000);
});
