/// <reference lib="dom" />
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML } from "../support/site.ts";
import { usesBrowser } from "./browser.ts";
import { startDev, open, overlayOf, BILAN, BILAN_FILE } from "./dev-command.ts";

usesBrowser();

describe("carnet dev", () => {
  it("shows an error over the last good page, and removes it once it is corrected", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, [BILAN_FILE]: BILAN });
    const dev = await startDev(site);
    const page = await open(`${dev.url}blog/2026/04/01/bilan/`);
    expect(await overlayOf(page).count()).toBe(0);
    site.write({ [BILAN_FILE]: BILAN.replace("layout: post", "date: 31/02/2026") });
    await overlayOf(page).waitFor();
    const said = await overlayOf(page).innerText();
    expect(said).toContain(`${BILAN_FILE}, ligne 5`);
    expect(said).toContain("date: 2026-02-28");
    expect(await page.title()).toBe("Erreur – Bilan de mi-parcours – Mon carnet");
    expect(await page.getByRole("heading", { level: 1, name: "Bilan de mi-parcours" }).isVisible()).toBe(
      true,
    );
    expect(dev.said()).toContain("La dernière version correcte reste affichée.");

    site.write({ [BILAN_FILE]: BILAN.replace("Bilan de mi-parcours", "Bilan corrigé") });
    await page.getByRole("heading", { level: 1, name: "Bilan corrigé" }).waitFor();
    expect(await overlayOf(page).count()).toBe(0);
  });

  it("neither reloads the editors' form at a save nor covers it with an error, which it may serve to fix", async () => {
    const settings = `${SITE_YAML}repository: https://github.com/a/b\nadmin: oui\n`;
    const site = makeSite({ "content/site.yaml": settings, [BILAN_FILE]: BILAN });
    const dev = await startDev(site);
    const other = await open(dev.url);
    const page = await open(`${dev.url}admin/`);
    const signIn = page.getByRole("button", { name: /local/i });
    await signIn.waitFor();
    await page.evaluate(() => Object.assign(window, { isHere: true }));
    site.write({ [BILAN_FILE]: BILAN.replace("Bilan de mi-parcours", "Bilan corrigé") });
    await other.getByText("Bilan corrigé").first().waitFor();
    expect(await page.evaluate(() => "isHere" in window)).toBe(true);
    site.write({ [BILAN_FILE]: BILAN.replace("layout: post", "date: 31/02/2026") });
    await overlayOf(other).waitFor();
    await page.reload();
    await signIn.waitFor();
    expect(await overlayOf(page).count()).toBe(0);
  });

  it("shows errors in an overlay that scrolls by keyboard and fits 360 pixels", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, [BILAN_FILE]: BILAN });
    const dev = await startDev(site);
    const page = await open(dev.url);
    await page.setViewportSize({ width: 360, height: 640 });
    const wrong = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [
        `content/posts/2026-05-0${String(i + 1)}-un-nom-de-fichier-vraiment-tres-long-pour-un-telephone.md`,
        post("Faux", "Texte.", "date: hier\n"),
      ]),
    );
    site.write(wrong);
    await overlayOf(page).waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");
    await page.keyboard.press("End");
    await expect.poll(() => overlayOf(page).evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it("shows the error alone if no page was ever built, then the site", async () => {
    const wrong = BILAN.replace("layout: post", "date: demain");
    const site = makeSite({ "content/site.yaml": SITE_YAML, [BILAN_FILE]: wrong });
    const dev = await startDev(site);
    const page = await open(dev.url);
    await overlayOf(page).waitFor();
    expect(await overlayOf(page).innerText()).toContain(`${BILAN_FILE}, ligne 5`);
    expect(await overlayOf(page).innerText()).toContain("La page apparaîtra ici");
    site.write({ [BILAN_FILE]: BILAN });
    await page.getByRole("link", { name: "Bilan de mi-parcours" }).first().waitFor();
    expect(await overlayOf(page).count()).toBe(0);
  });

  it("names the file and the line of a mistake in a layout", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-un.md": post("Un") });
    const dev = await startDev(site);
    const page = await open(`${dev.url}blog/2026/03/02/un/`);
    const layout = (filter: string): string =>
      `{% extends "carnet/post.njk" %}\n{% block related %}\n<p>{{ title | ${filter} }}</p>\n{% endblock %}\n`;
    site.write({ "layouts/post.njk": layout("criez") });
    await overlayOf(page).waitFor();
    const said = await overlayOf(page).innerText();
    expect(said).toContain("layouts/post.njk, ligne 3");
    expect(said).toContain('config.addFilter("criez"');
    expect(dev.said()).toContain("layouts/post.njk:3:15");
    expect(await page.getByRole("heading", { level: 1, name: "Un" }).isVisible()).toBe(true);
    site.write({ "layouts/post.njk": layout("upper") });
    await page.getByText("UN", { exact: true }).waitFor();
    expect(await overlayOf(page).count()).toBe(0);
  });

  it("reports what the disk refuses, and goes on at the next save", async () => {
    const text = (body: string): Record<string, string> => ({
      "content/posts/2026-03-02-un.md": post("Un", body),
    });
    const site = makeSite({ "content/site.yaml": SITE_YAML, ...text("Bonjour.") });
    const dev = await startDev(site);
    rmSync(join(site.root, "_preview"), { recursive: true });
    site.write({ ...text("Bonsoir."), _preview: "a file in the way" });
    await expect.poll(() => dev.said()).toMatch(/^carnet : .*\[ENOTDIR\]/m);
    rmSync(join(site.root, "_preview"));
    site.write(text("Bonne nuit."));
    const shown = async (): Promise<string> => (await fetch(`${dev.url}blog/2026/03/02/un/`)).text();
    await expect.poll(shown).toContain("Bonne nuit.");
  });

  it("names the line of a mistake in .eleventy.ts", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-un.md": post("Un") });
    const dev = await startDev(site);
    const page = await open(dev.url);
    site.write({
      ".eleventy.ts":
        'import carnet from "carnet";\nexport default function (config) {\n  config.addPlugin(carnet;\n}\n',
    });
    await overlayOf(page).waitFor();
    expect(await overlayOf(page).innerText()).toContain(".eleventy.ts, ligne 3");
    rmSync(join(site.root, ".eleventy.ts"));
    await overlayOf(page).waitFor({ state: "detached" });
  });
});
