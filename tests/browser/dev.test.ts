/// <reference lib="dom" />
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML } from "../support/site.ts";
import { usesBrowser } from "./browser.ts";
import { startDev, open, overlayOf, BILAN, BILAN_FILE } from "./dev-command.ts";

usesBrowser();

describe("carnet dev", () => {
  it("shows the home page, to this machine only", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-un.md": post("Un") });
    const dev = await startDev(site);
    const page = await open(dev.url);
    await page.getByRole("link", { name: "Un", exact: true }).first().waitFor();
    await page.goto(`${dev.url}recherche/`);
    await expect
      .poll(() => page.getByRole("status").innerText())
      .toContain("La recherche ne fonctionne pas dans cet aperçu");
    // A server that listens on every interface of the machine answers here too.
    const elsewhere = await new Promise((resolve) => {
      const socket = connect({ host: "127.0.0.2", port: Number(new URL(dev.url).port), timeout: 1000 });
      socket.once("connect", () => {
        resolve("answered");
      });
      for (const event of ["error", "timeout"])
        socket.once(event, () => {
          socket.destroy();
          resolve("refused");
        });
    });
    expect(elsewhere).toBe("refused");
  });

  it("shows a pasted post without a reload, and lists in the terminal what to improve and how", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML });
    mkdirSync(join(site.root, "content/posts"));
    const dev = await startDev(site);
    const page = await open(dev.url);
    site.write({ [BILAN_FILE]: BILAN });
    await page.getByRole("link", { name: "Bilan de mi-parcours" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Bilan de mi-parcours" }).waitFor();
    const text = (await page.locator("main").innerText()).replaceAll("\u00A0", " ");
    expect(text).toContain("Ana Diallo");
    expect(text).toContain("développeuse");
    expect(text).toContain("Bao Nguyen");
    expect(text).toContain("designer");
    const headings = page.locator(".prose h2");
    expect(await headings.allInnerTexts()).toEqual(["Ce qui marche", "Ce qui reste à faire"]);
    expect(await headings.locator("strong").count()).toBe(0);
    // The page's script reveals it.
    await page.locator(".prose figure button").waitFor();
    expect(dev.said()).toMatch(
      /2026-04-01-bilan\.md:8:8 {2}avertissement {2}missing-image\n {2}.+\n {2}→ .+/,
    );
  });

  it("applies a new filter, block, partial and stylesheet, and later changes to them", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-un.md": post("Un") });
    const dev = await startDev(site);
    const page = await open(`${dev.url}blog/2026/03/02/un/`);
    const config = (filter: string): string =>
      `import carnet, { type EleventyConfig } from "carnet";\nexport default function (config: EleventyConfig): void {\n  config.addPlugin(carnet);\n  config.addFilter("crier", (text: string) => ${filter});\n}\n`;
    site.write({ ".eleventy.ts": config("text.toUpperCase()") });
    await expect.poll(() => dev.said().match(/Mis à jour/g)?.length).toBe(2);
    site.write({
      "layouts/post.njk":
        '{% extends "carnet/post.njk" %}\n{% block related %}<p class="essai">{{ "bravo" | crier }}</p>{% endblock %}\n',
    });
    const added = page.locator(".essai");
    await added.waitFor();
    expect(await added.innerText()).toBe("BRAVO");

    site.write({ ".eleventy.ts": config('text + " !"') });
    await expect.poll(() => added.innerText()).toBe("bravo !");
    site.write({
      "layouts/post.njk":
        '{% extends "carnet/post.njk" %}\n{% block related %}<p class="essai">{{ "encore" | crier }}</p>{% endblock %}\n',
    });
    await expect.poll(() => added.innerText()).toBe("encore !");

    site.write({ "layouts/partials/footer.njk": '<p class="pied">Un</p>' });
    await page.locator(".pied").waitFor();
    site.write({ "layouts/partials/footer.njk": '<p class="pied">Deux</p>' });
    await expect.poll(() => page.locator(".pied").innerText()).toBe("Deux");

    const colour = (): Promise<string> => added.evaluate((element) => getComputedStyle(element).color);
    site.write({ "layouts/assets/carnet.css": ".essai { color: rgb(1, 2, 3) }" });
    await expect.poll(colour).toBe("rgb(1, 2, 3)");
    site.write({ "layouts/assets/carnet.css": ".essai { color: rgb(4, 5, 6) }" });
    await expect.poll(colour).toBe("rgb(4, 5, 6)");
  });

  it("applies a change in a file that .eleventy.ts imports", async () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-un.md": post("Un"),
      "lib/filtres.ts": 'export const crier = (text: string): string => text + " !";\n',
      "layouts/post.njk":
        '{% extends "carnet/post.njk" %}\n{% block related %}<p class="essai">{{ "bravo" | crier }}</p>{% endblock %}\n',
      ".eleventy.ts":
        'import carnet from "carnet";\nimport { crier } from "./lib/filtres.ts";\nexport default function (config) {\n  config.addPlugin(carnet);\n  config.addFilter("crier", crier);\n}\n',
    });
    const dev = await startDev(site);
    const page = await open(`${dev.url}blog/2026/03/02/un/`);
    expect(await page.locator(".essai").innerText()).toBe("bravo !");
    site.write({ "lib/filtres.ts": "export const crier = (text: string) => ;\n" });
    await overlayOf(page).waitFor();
    expect(await overlayOf(page).innerText()).toContain("lib/filtres.ts, ligne 1");
    site.write({ "lib/filtres.ts": 'export const crier = (text: string): string => text + " !!";\n' });
    await expect.poll(() => page.locator(".essai").innerText()).toBe("bravo !!");
    expect(await overlayOf(page).count()).toBe(0);
    // And in one that was not imported at first.
    const plus = (sign: string): Record<string, string> => ({
      "lib/plus.ts": `export const plus = " ${sign}";\n`,
    });
    site.write({
      ...plus("?"),
      "lib/filtres.ts":
        'import { plus } from "./plus.ts";\nexport const crier = (text: string): string => text + plus;\n',
    });
    await expect.poll(() => page.locator(".essai").innerText()).toBe("bravo ?");
    site.write(plus("??"));
    await expect.poll(() => page.locator(".essai").innerText()).toBe("bravo ??");
  });

  it("follows a renamed and a deleted post, and changed settings", async () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-un.md": post("Un"),
      "content/posts/2026-03-03-deux.md": post("Deux"),
    });
    const dev = await startDev(site);
    const page = await open(dev.url);
    const link = page.getByRole("main").getByRole("link", { name: "Un", exact: true }).first();
    expect(await link.getAttribute("href")).toBe("/blog/2026/03/02/un/");
    renameSync(
      join(site.root, "content/posts/2026-03-02-un.md"),
      join(site.root, "content/posts/2026-03-02-autre.md"),
    );
    await expect.poll(() => link.getAttribute("href")).toBe("/blog/2026/03/02/autre/");
    expect((await fetch(`${dev.url}blog/2026/03/02/un/`)).status).toBe(404);
    rmSync(join(site.root, "content/posts/2026-03-02-autre.md"));
    await link.waitFor({ state: "detached" });
    site.write({ "content/site.yaml": SITE_YAML.replace("Mon carnet", "Notre carnet") });
    await page.getByRole("heading", { level: 1, name: "Notre carnet" }).waitFor();
  });

  it("shows a page that is created after it was requested", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML });
    const dev = await startDev(site);
    const page = await open(`${dev.url}blog/2026/03/02/un/`);
    expect(await page.title()).toContain("Page introuvable");
    site.write({ "content/posts/2026-03-02-un.md": "---\ntitle: [Un\n---\n" });
    await overlayOf(page).waitFor();
    expect(await overlayOf(page).innerText()).toContain("Il n’y a pas encore de page à cette adresse.");
    site.write({ "content/posts/2026-03-02-un.md": post("Un") });
    await page.getByRole("heading", { level: 1, name: "Un", exact: true }).waitFor();
  });

  it("shows a save made while the browser was still opening the page", async () => {
    const file = "content/posts/2026-03-02-un.md";
    const site = makeSite({ "content/site.yaml": SITE_YAML, [file]: post("Un", "Avant.") });
    const dev = await startDev(site);
    const page = await open(`${dev.url}blog/2026/03/02/un/`);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/tab.js*", async (route) => {
      await held;
      await route.continue();
    });
    await page.reload({ waitUntil: "commit" });
    await page.getByText("Avant.").waitFor();
    site.write({ [file]: post("Un", "Après.") });
    await expect.poll(() => dev.said().match(/Mis à jour/g)?.length).toBe(2);
    release();
    await page.getByText("Après.").waitFor();
  });

  it("reloads only the pages that a save changes, or all if a file changes that any page may show", async () => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-un.md": post("Un", "Avant."),
      "content/posts/2026-03-03-deux.md": post("Deux"),
      "public/essai.txt": "un",
    });
    const dev = await startDev(site);
    const one = await open(`${dev.url}blog/2026/03/02/un/`);
    const two = await open(`${dev.url}blog/2026/03/03/deux/`);
    const missing = await open(`${dev.url}blog/2026/03/04/trois/`);
    const others = [two, missing];
    for (const page of others) await page.evaluate(() => Object.assign(window, { isHere: true }));
    site.write({ "content/posts/2026-03-02-un.md": post("Un", "Après.") });
    await one.getByText("Après.").waitFor();
    site.write({ "content/posts/2026-03-02-un.md": post("Un", "Encore après.") });
    await one.getByText("Encore après.").waitFor();
    const stayed = (): Promise<boolean[]> =>
      Promise.all(others.map((page) => page.evaluate(() => "isHere" in window)));
    expect(await stayed()).toEqual([true, true]);
    site.write({ "public/essai.txt": "deux" });
    await expect.poll(stayed).toEqual([false, false]);
  });

  it("reloads an open page once the server is started again", async () => {
    const file = "content/posts/2026-03-02-un.md";
    const site = makeSite({ "content/site.yaml": SITE_YAML, [file]: post("Un", "Avant.") });
    const dev = await startDev(site);
    const page = await open(`${dev.url}blog/2026/03/02/un/`);
    await dev.end("SIGINT");
    site.write({ [file]: post("Un", "Après.") });
    await startDev(site, ["--port", new URL(dev.url).port]);
    await page.getByText("Après.").waitFor();
  });

  it("sees changes in a folder whose name has special characters", async () => {
    const outer = makeSite({
      "blog (copie) [2]/content/site.yaml": SITE_YAML,
      "blog (copie) [2]/content/posts/2026-03-02-un.md": post("Un"),
    });
    const dev = await startDev(outer, ["--site", "blog (copie) [2]"]);
    const page = await open(`${dev.url}blog/2026/03/02/un/`);
    outer.write({ "blog (copie) [2]/content/posts/2026-03-02-un.md": post("Un", "Changé.") });
    await page.getByText("Changé.").waitFor();
  });
});
