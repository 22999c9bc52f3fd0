/// <reference lib="dom" />
// Pages opened from the output folder, without a host.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeSite } from "../support/site.ts";
import { browser, serveSite, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind, PAGES } from "./every-kind.ts";

usesBrowser();

/** Opens a page of a folder, and returns the address of the folder. */
async function open(folder: string, path: string): Promise<{ page: Page; url: string }> {
  const page = await browser.newPage();
  const url = pathToFileURL(join(folder, "/")).href;
  await page.goto(url + path);
  return { page, url };
}

const fileOf = (path: string): string => path.replace(/^$|\/$/, "$&index.html");

/** True once the page has a background colour, from the theme. */
const isStyled = (page: Page): Promise<boolean> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor !== "rgba(0, 0, 0, 0)");

const brokenPictures = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.images].filter((one) => one.naturalWidth === 0).map((one) => one.src));

describe("a page opened from a disk", () => {
  it.each([
    ["at the root of its host", []],
    ["under a base path", ["--base-path", "/blog/"]],
  ])(
    "of a site %s has its styles and pictures, for every kind of page",
    async (_, args) => {
      const { page, url } = await open(join(everyKind({}, args).root, "_site"), "index.html");
      for (const [kind, path] of Object.entries(PAGES).filter(([one]) => one !== "not found")) {
        await page.goto(url + fileOf(path));
        await expect.poll(() => isStyled(page), { message: kind }).toBe(true);
        for (const picture of await page.locator("img").all()) await picture.scrollIntoViewIfNeeded();
        await expect.poll(() => brokenPictures(page), { message: kind }).toEqual([]);
      }
      await page.close();
    },
    60_000,
  );

  it("leads to other pages, and to sections of a page", async () => {
    const { page, url } = await open(
      join(everyKind({}, ["--base-path", "/blog/"]).root, "_site"),
      "index.html",
    );
    await page.getByRole("main").getByRole("link", { name: "Un article" }).click();
    expect(page.url()).toBe(`${url}${ARTICLE}index.html`);
    await page.getByRole("link", { name: "Un autre titre" }).first().click();
    expect(page.url()).toBe(`${url}${ARTICLE}index.html#un-autre-titre`);
    await page.getByRole("link", { name: "Méthode" }).click();
    expect(page.url()).toBe(`${url}mots-cles/methode/index.html`);
    await page.getByRole("navigation").getByRole("link", { name: "Accueil" }).click();
    expect(page.url()).toBe(`${url}index.html`);
    await page.close();
  });

  it("of a site whose addresses end in .html has styles and working links", async () => {
    const settings = "title: A\nurl: https://blog.example.org\npermalink: /:year/:slug.html\n";
    const site = everyKind({ "content/site.yaml": settings });
    const { page, url } = await open(join(site.root, "_site"), "2026/article.html");
    await expect.poll(() => isStyled(page)).toBe(true);
    await page.getByRole("link", { name: "Un film" }).first().click();
    expect(page.url()).toBe(`${url}2026/film.html`);
    await page.close();
  });
});

it("a page saved with its files, and with what its scripts had shown, keeps no button of a script that is a module", async () => {
  const { root } = everyKind();
  const folder = join(makeSite({}).root, "saved");
  cpSync(join(root, "_site"), folder, { recursive: true });
  const served = await browser.newPage();
  const url = await serveSite(folder);
  const buttons = (page: Page): Promise<string[]> => page.locator("button:visible").allInnerTexts();
  for (const [path, button] of [
    [ARTICLE, "Copier l’adresse"],
    [PAGES["video"] ?? "", "Lire"],
  ] as const) {
    await served.goto(url + path, { waitUntil: "networkidle" });
    expect((await buttons(served)).join(" ")).toContain(button);
    writeFileSync(join(folder, path, "index.html"), await served.content());
    const { page } = await open(folder, `${path}index.html`);
    await expect.poll(() => isStyled(page)).toBe(true);
    expect(await buttons(page)).toEqual(["Thème sombre"]);
    await page.close();
  }
  await served.close();
});

describe("the script for pages opened from a disk", () => {
  it("is not requested by a page that does not name it", async () => {
    const head = readFileSync("layouts/partials/head.njk", "utf8").replace(/ data-disk="[^"]*"/, "");
    const folder = join(everyKind({ "layouts/partials/head.njk": head }).root, "_site");
    const page = await browser.newPage();
    const missing: string[] = [];
    page.on("requestfailed", (request) => missing.push(request.url().split("/").at(-1) ?? ""));
    await page.goto(`${pathToFileURL(folder).href}/index.html`);
    expect(missing).not.toContain("undefined");
    expect(missing.some((name) => name.startsWith("carnet-"))).toBe(true);
    await page.close();
  });

  it("is not requested by a page that a host serves", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto((await serveSite(join(everyKind().root, "_site"))) + ARTICLE, {
      waitUntil: "networkidle",
    });
    expect(asked.filter((path) => path.startsWith("/assets/theme-"))).toHaveLength(1);
    expect(asked.filter((path) => path.startsWith("/assets/disk-"))).toEqual([]);
    await page.close();
  });

  it("does not prevent the 404 page from loading its styles and scripts, at any depth", async () => {
    const site = everyKind({}, ["--base-path", "/blog/"]);
    const page = await browser.newPage();
    const missing: string[] = [];
    page.on("response", (answer) => {
      if (answer.status() === 404) missing.push(new URL(answer.url()).pathname);
    });
    const url = await serveSite(join(site.root, "_site"), { basePath: "/blog/" });
    await page.goto(`${url}nulle/part/du/tout/`, { waitUntil: "networkidle" });
    expect(missing).toEqual(["/blog/nulle/part/du/tout/"]);
    expect(await isStyled(page)).toBe(true);
    await page.close();
  });
});
