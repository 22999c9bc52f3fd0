/// <reference lib="dom" />
// `carnet dev` as a user starts it, with a browser that opens its pages.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { CARNET, makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";
import { newPage, usesBrowser } from "./browser.ts";

usesBrowser();

const FILE = "content/posts/2026-03-02-un.md";
const ADDRESS = "blog/2026/03/02/un/";

interface Dev {
  url: string;
  /** What the terminal shows so far. */
  said: () => string;
  /** Sends a signal to the whole process group, as the terminal does, and waits for the end. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
  /** Whether a process of the group is alive. */
  isAlive: () => boolean;
}

/** Starts `carnet dev` on a port chosen by the system. */
async function startDev(site: TestSite, args: readonly string[] = []): Promise<Dev> {
  const options = {
    detached: true,
    cwd: site.root,
    env: { PATH: process.env["PATH"] ?? "", HOME: site.root, LANG: "fr_FR.UTF-8" },
  };
  const command = [CARNET, "dev", "--port", "0", "--now", "2026-06-01T12:00:00Z", ...args];
  const child = spawn(process.execPath, command, options);
  const group = -(child.pid ?? 0);
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  onTestFinished(async () => {
    if (child.exitCode === null) child.kill("SIGKILL");
    await ended;
  });
  const address = /http:\/\/localhost:\d+\S*/;
  let isOver = false;
  void ended.then(() => (isOver = true));
  await expect.poll(() => isOver || address.test(text)).toBe(true);
  return {
    url: (address.exec(text)?.[0] ?? `no address: ${text}`).replace("localhost", "127.0.0.1"),
    said: () => text,
    end: (signal) => {
      process.kill(group, signal);
      return ended;
    },
    isAlive: () => {
      try {
        process.kill(group, 0);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** A site with one post, with more files, and a browser that shows that post. */
async function started(more: Record<string, string> = {}): Promise<{ site: TestSite; dev: Dev; page: Page }> {
  const site = makeSite({ "content/site.yaml": SITE_YAML, [FILE]: post("Un", "Avant."), ...more });
  const dev = await startDev(site);
  const page = await newPage();
  await page.goto(dev.url + ADDRESS);
  return { site, dev, page };
}

const overlayOf = (page: Page): ReturnType<Page["getByRole"]> => page.getByRole("alert");

describe("carnet dev", () => {
  it("shows a save without a reload by hand, and a new post in lists, to this machine only", async () => {
    const { site, dev, page } = await started();
    site.write({ [FILE]: post("Un", "Après.") });
    await page.getByText("Après.").waitFor();
    await page.goto(dev.url);
    site.write({ "content/posts/2026-03-03-deux.md": post("Deux") });
    await page.getByRole("link", { name: "Deux", exact: true }).first().waitFor();
    rmSync(join(site.root, FILE));
    await page.getByRole("link", { name: "Un", exact: true }).waitFor({ state: "detached" });
    // A server that listens on every interface of the machine answers here too.
    const elsewhere = await new Promise((resolve) => {
      const socket = connect({ host: "127.0.0.2", port: Number(new URL(dev.url).port) });
      socket.once("connect", () => {
        resolve("answered");
      });
      socket.once("error", () => {
        resolve("refused");
      });
    });
    expect(elsewhere).toBe("refused");
  });

  it("shows an error over the last good page, and removes it once it is corrected", async () => {
    const { site, dev, page } = await started();
    site.write({ [FILE]: post("Un", "Avant.", "date: 31/02/2026\n") });
    await overlayOf(page).waitFor();
    expect(await overlayOf(page).innerText()).toContain(`${FILE}, ligne 5`);
    expect(await page.getByRole("heading", { level: 1, name: "Un" }).isVisible()).toBe(true);
    expect(dev.said()).toContain(`${FILE}:5:`);
    site.write({ [FILE]: post("Corrigé") });
    await page.getByRole("heading", { level: 1, name: "Corrigé" }).waitFor();
    expect(await overlayOf(page).count()).toBe(0);
  });

  it("shows the error alone if no page was ever built, then the site", async () => {
    const { site, page } = await started({ [FILE]: post("Un", "Avant.", "date: demain\n") });
    await overlayOf(page).waitFor();
    site.write({ [FILE]: post("Un", "Avant.") });
    await page.getByText("Avant.").waitFor();
    expect(await overlayOf(page).count()).toBe(0);
  });

  it("applies a new layout, stylesheet and filter, later changes to them, and names the line of a mistake", async () => {
    const { site, page } = await started();
    const layout = (filter: string): Record<string, string> => ({
      "layouts/post.njk": `{% extends "carnet/post.njk" %}\n{% block related %}\n<p class="essai">{{ "bravo" | ${filter} }}</p>\n{% endblock %}\n`,
    });
    const added = page.locator(".essai");
    site.write(layout("upper"));
    await expect.poll(() => added.innerText()).toBe("BRAVO");
    const colour = (): Promise<string> => added.evaluate((element) => getComputedStyle(element).color);
    site.write({ "layouts/assets/css/maison.css": ".essai { color: rgb(1, 2, 3) }" });
    await expect.poll(colour).toBe("rgb(1, 2, 3)");
    site.write(layout("crier"));
    await overlayOf(page).waitFor();
    expect(await overlayOf(page).innerText()).toContain("layouts/post.njk");
    const config = (sign: string): Record<string, string> => ({
      ".eleventy.ts": `import carnet from "carnet";\nexport default function (config) {\n  config.addPlugin(carnet);\n  config.addFilter("crier", (text) => text + " ${sign}");\n}\n`,
    });
    site.write(config("!"));
    await expect.poll(() => added.innerText()).toBe("bravo !");
    site.write(config("!!"));
    await expect.poll(() => added.innerText()).toBe("bravo !!");
  });

  it("works under a base path, and answers malformed addresses with an error", async () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML, [FILE]: post("Un") });
    const dev = await startDev(site, ["--base-path", "/blog/"]);
    expect(new URL(dev.url).pathname).toBe("/blog/");
    const page = await newPage();
    await page.goto(dev.url + ADDRESS);
    site.write({ [FILE]: post("Un", "Bonsoir.") });
    await page.getByText("Bonsoir.").waitFor();
    for (const path of ["%ff", "..%2f..%2fetc%2fpasswd", "%00"])
      expect((await fetch(dev.url + path)).status, path).toBeGreaterThanOrEqual(400);
    expect((await fetch(dev.url)).status).toBe(200);
  });

  it("ends with status 0 at Ctrl+C, with a browser open, and leaves nothing behind", async () => {
    const { site, dev, page } = await started();
    site.write({ [FILE]: post("Un", "Bonsoir.") });
    await page.getByText("Bonsoir.").waitFor();
    expect(await dev.end("SIGINT")).toBe(0);
    await expect.poll(dev.isAlive).toBe(false);
    expect(dev.said()).not.toMatch(/ {4}at /);
  });
});
