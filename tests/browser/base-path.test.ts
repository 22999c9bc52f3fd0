/// <reference lib="dom" />
// A whole site under a path of a host, in a browser: it must neither request nor link to anything outside that path.
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it, type TestContext } from "vitest";
import { notRun } from "../support/not-run.ts";
import { hasNginx, serveWithNginx } from "../support/nginx.ts";
import type { TestSite } from "../support/site.ts";
import { browser, headersByPath, serveSite, usesBrowser, watchNetwork } from "./browser.ts";
import { ARTICLE, everyKind, PAGES } from "./every-kind.ts";

usesBrowser();

const BASE = "/blog/";

/** Serves the folder of a site under `BASE`, and returns an address that ends with it. */
type Serve = (site: TestSite, context: TestContext) => Promise<string>;

const staticHost: Serve = (site) =>
  serveSite(join(site.root, "_site"), {
    basePath: BASE,
    headers: headersByPath(site.read("_site/_headers")),
  });

const realNginx: Serve = async (site, context) => {
  if (!hasNginx) notRun(context, "nginx is not installed (Debian: nginx-light)");
  const hosted = join(site.root, "hosted");
  mkdirSync(hosted);
  symlinkSync(join(site.root, "_site"), join(hosted, "blog"));
  return (await serveWithNginx(hosted, BASE)) + BASE;
};

interface Opened {
  page: Page;
  url: string;
  /** Addresses that failed, were outside the site or were refused by its policy. */
  faults: string[];
}

async function open(serve: Serve, context: TestContext, more: Record<string, string> = {}): Promise<Opened> {
  const url = await serve(everyKind(more, ["--base-path", BASE]), context);
  const page = await (await browser.newContext()).newPage();
  const faults: string[] = [];
  const network = watchNetwork(page);
  page.on("response", (response) => {
    const inside = response.url().startsWith(url);
    if (response.status() >= 400 || !inside) faults.push(`${String(response.status())} ${response.url()}`);
  });
  page.on("close", () => faults.push(...network.foreign, ...network.violations));
  return { page, url, faults };
}

/** Addresses in the page that begin at the root of the host and are outside the site. */
function strayAddresses(page: Page): Promise<string[]> {
  return page.evaluate((base) => {
    const values = [...document.querySelectorAll("*")].flatMap((one) =>
      [...one.attributes].flatMap(({ name, value }) =>
        name === "srcset" ? value.split(/,\s*/) : /^(href|src|action|data-.+)$/.test(name) ? [value] : [],
      ),
    );
    return values.filter((value) => /^\/(?!\/)/.test(value) && !value.startsWith(base));
  }, BASE);
}

describe.each([
  ["a static host", staticHost],
  ["a real nginx", realNginx],
])("a site under /blog/, on %s", (_, serve) => {
  it("requests and links to nothing outside of it, on every kind of page", async (context) => {
    const { page, url, faults } = await open(serve, context);
    for (const [kind, path] of Object.entries(PAGES)) {
      await page.goto(url + path);
      expect(await strayAddresses(page), kind).toEqual([]);
    }
    await page.close();
    expect(faults).toEqual([]);
  }, 60_000);

  it("leads from home to an article, its tag, a month, the search and a result", async (context) => {
    const { page, url, faults } = await open(serve, context);
    const title = (): Promise<string> => page.getByRole("heading", { level: 1 }).innerText();
    await page.goto(url);
    await page.getByRole("main").getByRole("link", { name: "Un article" }).click();
    expect(page.url()).toBe(url + ARTICLE);
    await page.getByRole("link", { name: "Méthode" }).click();
    expect(await title()).toBe("Méthode");
    await page.getByRole("link", { name: "Archives" }).first().click();
    await page.getByRole("link", { name: "Mars 2026" }).click();
    expect([await title(), page.url()]).toEqual(["Mars 2026", `${url}archives/2026/03/`]);
    await page.getByRole("link", { name: "Recherche" }).click();
    await page.getByRole("searchbox").fill("troisième");
    await page.locator(".search-results").getByRole("link", { name: "Un troisième" }).click();
    expect(await title()).toBe("Un troisième");
    await page.close();
    expect(faults).toEqual([]);
  }, 60_000);
});

it("a link that leaves the site is found", async (context) => {
  const { page, url } = await open(staticHost, context, {
    "layouts/partials/footer.njk": '<a href="/flux/">Flux</a>',
  });
  await page.goto(url);
  expect(await strayAddresses(page)).toEqual(["/flux/"]);
  await page.close();
});
