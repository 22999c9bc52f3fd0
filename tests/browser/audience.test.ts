/// <reference lib="dom" />
// What is sent about a reader's visits, with the network watched: one request per page, or nothing at all.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { SITE_YAML } from "../support/site.ts";
import { usesBrowser } from "./browser.ts";
import { ARTICLE, everyKind } from "./every-kind.ts";
import {
  COUNTER,
  EXPLAINED,
  filesNaming,
  HOME,
  measured,
  NO,
  reader,
  told,
  visit,
  YES,
} from "./measured-site.ts";

usesBrowser();

const OBJECT = "Ne pas mesurer mes visites";

describe("a site exempt from consent", () => {
  it("sends each page view once, with address and title, and nothing that identifies a reader", async () => {
    const { context, page, views, faults } = await reader(measured("exempt"));
    // A cookie that a visit to Matomo itself may have left.
    await context.addCookies([{ name: "id", value: "1", url: COUNTER, sameSite: "None", secure: true }]);
    await visit(page, `${HOME}${ARTICLE}?q=secret&utm_campaign=lettre#un-titre`);
    expect(views.map((view) => view.url().split("?")[0])).toEqual([`${COUNTER}matomo.php`]);
    const { rand, ...said } = told(views[0]);
    expect(rand).toMatch(/^0\.\d+$/);
    expect(said).toEqual({
      ...{ idsite: "12", rec: "1", apiv: "1", send_image: "0", cookie: "0" },
      ...{ action_name: "Un article – Mon carnet", url: HOME + ARTICLE },
    });
    const headers = (await views[0]?.allHeaders()) ?? {};
    for (const name of ["cookie", "referer", "origin"]) expect(headers, name).not.toHaveProperty(name);
    expect(views[0]?.method()).toBe("GET");
    await visit(page, HOME);
    expect(views).toHaveLength(2);
    expect(await page.locator(".asking").count()).toBe(0);
    expect(await context.cookies(HOME)).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(faults).toEqual([]);
  });

  it("shows searched words in the title of the page, but does not send them", async () => {
    const { page, views } = await reader(measured("exempt", []));
    await visit(page, `${HOME}recherche/?q=secret`);
    expect(await page.title()).toBe("secret – Recherche – Mon carnet");
    expect(views.map((view) => told(view)["action_name"])).toEqual(["Recherche – Mon carnet"]);
    expect(views[0]?.url()).not.toContain("secret");
  });

  it("sends nothing from any page after an objection, until it is withdrawn", async () => {
    const { page, views } = await reader(measured("exempt"));
    await visit(page, HOME);
    await page.getByRole("contentinfo").getByRole("link", { name: "Mesure d’audience" }).click();
    const button = page.getByRole("button", { name: OBJECT, pressed: false });
    const status = page.getByRole("group", { name: "Votre choix" }).getByRole("status");
    await button.focus();
    expect(await status.innerText()).toBe(YES);
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: OBJECT, pressed: true }).waitFor();
    expect(await status.innerText()).toBe(NO);
    views.length = 0;
    await page.reload({ waitUntil: "networkidle" });
    await visit(page, HOME);
    await visit(page, HOME + ARTICLE);
    await visit(page, EXPLAINED);
    expect(views).toEqual([]);
    expect(await status.innerText()).toBe(NO);
    await page.getByRole("button", { name: OBJECT, pressed: true }).click();
    await expect.poll(() => views.length).toBe(1);
    await visit(page, HOME);
    expect(views).toHaveLength(2);
  });

  it("never sends searched words or the referring page", async () => {
    const { page, views } = await reader(measured("exempt", []));
    await visit(page, `${HOME}recherche/`);
    await page.getByRole("searchbox").fill("motprive");
    await page.waitForURL(/q=motprive/);
    await page.goto(`${HOME}recherche/?q=motprive`, {
      referer: "https://elsewhere.example/motprive",
      waitUntil: "networkidle",
    });
    await page.getByRole("contentinfo").getByRole("link", { name: "Flux" }).click();
    await page.waitForLoadState("networkidle");
    expect(views.length).toBe(3);
    expect(views.map((view) => view.url()).join(" ")).not.toMatch(/motprive|elsewhere/);
  });
});

const signal = (): void => {
  Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true });
};
const doNotTrack = (): void => {
  Object.defineProperty(Navigator.prototype, "doNotTrack", { get: () => "1" });
};
const noStorage = (): void => {
  Object.defineProperty(window, "localStorage", {
    get() {
      throw new DOMException("refused", "SecurityError");
    },
  });
};

/** 1 if the page asks the reader, otherwise 0. */
const asked = (page: Page): Promise<number> => page.locator(".asking:visible").count();

describe.each(["exempt", "ask"] as const)("nothing is sent or asked (%s)", (consent) => {
  it("if the browser asks not to be tracked, or could not keep a refusal, and the page says so", async () => {
    const built = measured(consent);
    for (const { before, said } of [
      { before: signal, said: "demande à ne pas être suivi" },
      { before: doNotTrack, said: "demande à ne pas être suivi" },
      { before: noStorage, said: "ne permet pas de garder un choix" },
    ]) {
      const { page, views, faults } = await reader(built, { before });
      for (const url of [HOME, EXPLAINED]) {
        await visit(page, url);
        expect(await asked(page), before.name).toBe(0);
      }
      const choice = page.getByRole("group", { name: "Votre choix" });
      expect(await choice.innerText()).toContain(said);
      expect(await choice.getByRole("button").count(), before.name).toBe(0);
      expect([...views, ...faults], before.name).toEqual([]);
    }
  });

  it("without JavaScript, and the page says so", async () => {
    const { page, views } = await reader(measured(consent), { javaScriptEnabled: false });
    for (const url of [HOME, EXPLAINED]) {
      await visit(page, url);
      expect(await asked(page)).toBe(0);
    }
    const choice = page.getByRole("group", { name: "Votre choix" });
    expect(await choice.innerText()).toContain("il faudrait JavaScript");
    expect(await choice.getByRole("button").count()).toBe(0);
    expect(views).toEqual([]);
  });

  it("at another address than the site's own, or in a preview", async () => {
    const at = "https://preview.example.net/";
    const copy = await reader(measured(consent), { at });
    for (const path of ["", "mesure-d-audience/"]) await visit(copy.page, at + path);
    const choice = copy.page.getByRole("group", { name: "Votre choix" });
    expect(await choice.innerText()).toContain("adresse publique");
    const preview = await reader(measured(consent, ["--drafts"]));
    for (const url of [HOME, EXPLAINED]) {
      await visit(preview.page, url);
      expect(await asked(preview.page)).toBe(0);
    }
    expect([...copy.views, ...preview.views, ...copy.faults, ...preview.faults]).toEqual([]);
  });
});

it("a site without audience measurement contains nothing of it", () => {
  const site = everyKind({ "content/site.yaml": SITE_YAML });
  const files = site.list("_site");
  expect(filesNaming(`${site.root}/_site`, files, /audience|asking|matomo/i)).toEqual([]);
  expect(files.filter((file) => file.includes("audience"))).toEqual([]);
});
