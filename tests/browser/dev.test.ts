/// <reference lib="dom" />
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { createServer, connect } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { CARNET, makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";
import { launch } from "./browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

interface Dev {
  url: string;
  pid: number;
  /** What the terminal shows so far. */
  said(): string;
  /** Sends a signal, as the terminal does, and waits for the end. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `carnet dev` as a user would, on a port chosen by the system. */
async function startDev(site: TestSite, args: readonly string[] = []): Promise<Dev> {
  const child: ChildProcess = spawn(
    process.execPath,
    [CARNET, "dev", "--port", "0", "--now", "2026-06-01T12:00:00Z", ...args],
    // In its own process group: Ctrl+C reaches the whole group, and processes that remain can be found.
    {
      detached: true,
      cwd: site.root,
      env: { PATH: process.env["PATH"] ?? "", HOME: site.root, LANG: "fr_FR.UTF-8" },
    },
  );
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  onTestFinished(async () => {
    if (child.exitCode === null) child.kill("SIGKILL");
    await ended;
  });
  const address = /http:\/\/localhost:\d+\S*/;
  await Promise.race([ended, expect.poll(() => text, { timeout: 10_000 }).toMatch(address)]);
  return {
    url: address.exec(text)?.[0].replace("localhost", "127.0.0.1") ?? `no address: ${text}`,
    pid: child.pid ?? 0,
    said: () => text,
    end: (signal) => {
      process.kill(-(child.pid ?? 0), signal);
      return ended;
    },
  };
}

/** True if a process is alive, or, for a negative number, any process of the group. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function open(url: string): Promise<Page> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(url);
  return page;
}

const overlayOf = (page: Page): ReturnType<Page["getByRole"]> => page.getByRole("alert");

/** A post as editors write them: authors and roles in one line, headings in bold, a video as its host gives it. */
const BILAN = `---
title: Bilan de mi-parcours
author: Ana Diallo, développeuse et Bao Nguyen, designer
description: Ce que deux équipes ont appris en six mois, et ce qu’elles feront ensuite.
layout: post
tags:
- Bilan
image: /img/absente.jpg
---

Six mois après le départ, deux équipes racontent.

## **Ce qui marche**

<iframe frameborder="0" width="760" height="480" src="https://www.dailymotion.com/video/x7zgtds" allowfullscreen></iframe>

## **Ce qui reste à faire**

* Écrire
* Publier
`;
const BILAN_FILE = "content/posts/2026-04-01-bilan.md";

describe("carnet dev", () => {
  it("shows the home page, to this machine only", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-un.md": post("Un") });
    const dev = await startDev(site);
    const page = await open(dev.url);
    await page.getByRole("link", { name: "Un", exact: true }).first().waitFor();
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

  it("works under a base path", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-un.md": post("Un") });
    const dev = await startDev(site, ["--base-path", "/blog/"]);
    expect(new URL(dev.url).pathname).toBe("/blog/");
    const page = await open(dev.url);
    await page.getByRole("link", { name: "Un", exact: true }).first().click();
    await page.waitForURL("**/blog/blog/2026/03/02/un/");
    site.write({ "content/posts/2026-03-02-un.md": post("Un", "Bonsoir.") });
    await page.getByText("Bonsoir.").waitFor();
    site.write({ "content/posts/2026-03-02-un.md": post("Un", "Faux.", "date: non\n") });
    await overlayOf(page).waitFor();
  });

  it("moves to a base path added to the settings, on the same port", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-un.md": post("Un") });
    const dev = await startDev(site);
    site.write({ "content/site.yaml": SITE_YAML.replace("example.org", "example.org/carnet") });
    const moved = `${dev.url.replace("127.0.0.1", "localhost")}carnet/`;
    await expect.poll(() => dev.said()).toContain(moved);
    const page = await open(moved);
    site.write({ "content/posts/2026-03-02-un.md": post("Deux") });
    await page.getByRole("link", { name: "Deux", exact: true }).first().waitFor();
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

  it("answers malformed addresses with an error, and goes on", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, "content/posts/2026-03-02-un.md": post("Un") });
    const dev = await startDev(site);
    for (const path of ["%ff", "..%2f..%2fetc%2fpasswd", "%00"])
      expect((await fetch(dev.url + path)).status, path).toBeGreaterThanOrEqual(400);
    expect((await fetch(dev.url)).status).toBe(200);
  });

  it("says in one line that a port is in use, with status 3", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML });
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, "127.0.0.1", () => {
        const address = taken.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    const { status, stdout, stderr } = site.carnet(["dev", "--port", String(port)]);
    taken.close();
    expect({ status, stdout, stderr }).toEqual({
      status: 3,
      stdout: "",
      stderr: `carnet : le port ${String(port)} est déjà pris. Essayez : carnet dev --port ${String(port + 1)}\n`,
    });
  });

  it("refuses to write over the sources", () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML });
    const { status } = site.carnet(["dev", "--output", "content"]);
    expect(status).toBe(2);
    expect(site.list("content")).toEqual(["site.yaml"]);
  });

  it.each([
    ["status 0 at Ctrl+C", "SIGINT", 0],
    // Node cannot exit by itself once the terminal that it started in is gone.
    ["the signal that its terminal leaves", "SIGHUP", null],
  ] as const)("ends with %s, with a browser open, and leaves nothing behind", async (_, signal, status) => {
    const site = makeSite({
      "content/site.yaml": SITE_YAML,
      "content/posts/2026-03-02-un.md": post("Un"),
      ".eleventy.ts":
        'import carnet from "carnet";\nexport default (config) => {\n  config.addPlugin(carnet);\n};\n',
    });
    const dev = await startDev(site);
    await open(dev.url);
    site.write({ "content/posts/2026-03-02-un.md": post("Un", "Bonsoir.") });
    expect(await dev.end(signal)).toBe(status);
    await expect.poll(() => isAlive(-dev.pid)).toBe(false);
    await expect(fetch(dev.url)).rejects.toThrow();
    expect(dev.said()).not.toMatch(/ {4}at /);
  });
});
