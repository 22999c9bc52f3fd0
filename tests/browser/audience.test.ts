/// <reference lib="dom" />
// What is sent about a reader's visits, with the network watched. Nothing leaves the machine: the answers of both hosts are
// simulated here.
import { existsSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { BrowserContextOptions, Page, Request } from "playwright-core";
import { describe, expect, it } from "vitest";
import { headersByPath, newPage, TYPES, usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind } from "./every-kind.ts";

usesBrowser();

const HOME = "https://blog.example.org/";
const COUNTER = "https://stats.example.gouv.fr/";
const EXPLAINED = `${HOME}mesure-d-audience/`;
const YES = "Les pages que vous lisez dans ce navigateur sont comptées.";
const NO = "Les pages que vous lisez dans ce navigateur ne sont pas comptées.";
const OBJECT = "Ne pas mesurer mes visites";

interface Reader {
  page: Page;
  /** Requests to Matomo, in order. */
  views: Request[];
  /** Errors in pages, requests that the policy refused, and requests to other hosts. */
  faults: string[];
}

type Reading = BrowserContextOptions & { at?: string; before?: () => void };

/** Opens a browser at a site that counts views; `before` runs in each page before its own scripts. */
async function reader({ at = HOME, before, ...options }: Reading = {}): Promise<Reader> {
  const audience = `audience: { matomo: "${COUNTER}", siteId: 12 }`;
  const site = everyKind({ "content/site.yaml": `title: Mon carnet\nurl: ${HOME}\n${audience}\n` });
  const headers = headersByPath(site.read("_site/_headers"));
  const page = await newPage(options);
  if (before) await page.addInitScript(before);
  const [views, faults]: [Request[], string[]] = [[], []];
  await page.context().route("**/*", (route) => {
    const request = route.request();
    const { origin, pathname, href } = new URL(request.url());
    if (origin !== new URL(at).origin) {
      if (href.startsWith(COUNTER)) views.push(request);
      else faults.push(`foreign: ${href}`);
      return route.fulfill({ status: 204 });
    }
    const asked = join(site.root, "_site", decodeURIComponent(pathname));
    const path = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, "index.html") : asked;
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    return route.fulfill({ path, headers: { ...headers(pathname), "Content-Type": type } });
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  return { page, views, faults };
}

const visit = (page: Page, url: string): Promise<unknown> => page.goto(url, { waitUntil: "networkidle" });

/** The parameters of a request to Matomo. */
const sent = (view: Request | undefined): Record<string, string> =>
  Object.fromEntries(new URL(view?.url() ?? "about:blank").searchParams);

describe("a site that counts", () => {
  it("sends each page view once, with address and title, and nothing that identifies a reader", async () => {
    const { page, views, faults } = await reader();
    // A cookie that a visit to Matomo itself may have left.
    await page
      .context()
      .addCookies([{ name: "id", value: "1", url: COUNTER, sameSite: "None", secure: true }]);
    await visit(page, `${HOME}${ARTICLE}?q=secret&utm_campaign=lettre#un-titre`);
    await expect.poll(() => views.map((view) => view.url().split("?")[0])).toEqual([`${COUNTER}matomo.php`]);
    const { rand, ...parameters } = sent(views[0]);
    expect(rand).toMatch(/^0\.\d+$/);
    expect(parameters).toEqual({
      ...{ idsite: "12", rec: "1", apiv: "1", send_image: "0", cookie: "0" },
      ...{ action_name: "Un article – Mon carnet", url: HOME + ARTICLE },
    });
    const headers = (await views[0]?.allHeaders()) ?? {};
    for (const name of ["cookie", "referer", "origin"]) expect(headers, name).not.toHaveProperty(name);
    expect(await page.context().cookies(HOME)).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(faults).toEqual([]);
  });

  it("never sends searched words or the referring page", async () => {
    const { page, views } = await reader();
    await visit(page, `${HOME}recherche/`);
    await page.getByRole("searchbox").fill("motprive");
    await page.waitForURL(/q=motprive/);
    await page.goto(`${HOME}recherche/?q=motprive`, { referer: "https://elsewhere.example/motprive" });
    await expect.poll(() => page.title()).toBe("motprive – Recherche – Mon carnet");
    await page.getByRole("contentinfo").getByRole("link", { name: "Mesure d’audience" }).click();
    await expect.poll(() => views.length).toBe(3);
    expect(views.map((view) => view.url()).join(" ")).not.toMatch(/motprive|elsewhere/);
  });

  it("sends nothing from any page after an objection, until it is withdrawn", async () => {
    const { page, views } = await reader();
    await visit(page, EXPLAINED);
    const status = page.getByRole("group", { name: "Votre choix" }).getByRole("status");
    expect(await status.innerText()).toBe(YES);
    await page.getByRole("button", { name: OBJECT, pressed: false }).press("Space");
    expect(await status.innerText()).toBe(NO);
    views.length = 0;
    for (const url of [HOME, HOME + ARTICLE, EXPLAINED]) await visit(page, url);
    expect(views).toEqual([]);
    await page.getByRole("button", { name: OBJECT, pressed: true }).click();
    await expect.poll(() => views.length).toBe(1);
  });
});

const SILENT: Record<string, Reading & { said: string }> = {
  "the browser asks not to be tracked": {
    before: () => Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true }),
    said: "demande à ne pas être suivi",
  },
  "the browser could not keep a refusal": {
    before: () =>
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("refused", "SecurityError");
        },
      }),
    said: "ne permet pas de garder un choix",
  },
  "there is no JavaScript": { javaScriptEnabled: false, said: "il faudrait JavaScript" },
  "the address is not the site's own": { at: "https://preview.example.net/", said: "adresse publique" },
};

it.each(Object.entries(SILENT))(
  "nothing is sent if %s, and the page says so",
  async (_, { said, ...how }) => {
    const { page, views, faults } = await reader(how);
    for (const path of ["", "mesure-d-audience/"]) await visit(page, (how.at ?? HOME) + path);
    const choice = page.getByRole("group", { name: "Votre choix" });
    expect(await choice.innerText()).toContain(said);
    expect(await choice.getByRole("button").count()).toBe(0);
    expect([...views, ...faults]).toEqual([]);
  },
);
