/// <reference lib="dom" />
// What an editor does in the form of a site: texts of a folder on her own computer, which stands in the browser's own file system.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSite, post, ROOT, SITE_YAML, type TestSite } from "../support/site.ts";
import { headersByPath, launch, serveSite, watchNetwork } from "./browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

const SETTINGS = `${SITE_YAML}repository: https://github.com/programme/blog\nadmin: oui\n`;

/** A text that was written with care, in ways that a form has no field for. */
const WRITTEN = `---
# Relu par l’équipe
title: "Un : essai"
author: [{ name: Ada Lovelace, role: EIG }, Grace Hopper]
tags: design, données
date: 2024-01-02
related: [autre,   encore]
---

Une **phrase
coupée** et une image\\_nommée.

> [!NOTE]
> Une note.

![Un pont](pont.png)
_Le [pont](https://example.org/)_
`;

const PATIENT = { timeout: 15_000 };

interface Form {
  page: Page;
  network: ReturnType<typeof watchNetwork>;
  /** What the console was told, but for what helps to find faults. */
  told: string[];
  /** Writes what is in the browser's folder over the site's. */
  fetch: () => Promise<void>;
}

/** Builds a site, opens its form as a host serves it, and lets it have the repository's folder, whose part `inside` the site is. */
async function open(site: TestSite, inside = ""): Promise<Form> {
  expect(site.carnet(["build"]).status).toBe(0);
  const url = await serveSite(`${site.root}/_site`, {
    headers: headersByPath(site.read("_site/_headers")),
  });
  const page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  page.setDefaultTimeout(PATIENT.timeout);
  const network = watchNetwork(page);
  const told: string[] = [];
  page.on("console", (message) => {
    // Chromium's shell has no Bluetooth that could be refused.
    if (["warning", "error"].includes(message.type()) && !message.text().includes("bluetooth"))
      told.push(message.text());
  });
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  await page.goto(`${url}admin/`);
  const sources = readdirSync(site.root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(site.root.length + 1))
    .filter((path) => /^(?:content|public)\//.test(path));
  const files = sources.map(
    (path) => [inside + path, readFileSync(join(site.root, path)).toString("base64")] as const,
  );
  await page.evaluate(fill, [...files, [".git/HEAD", ""] as const]);
  await page.getByRole("button", { name: "Travailler avec un dépôt local" }).click();
  await page.getByRole("treeitem").first().waitFor();
  const fetch = async (): Promise<void> => {
    for (const [path, bytes] of await page.evaluate(contents)) {
      if (path.startsWith(".git/")) continue;
      expect(path.startsWith(inside), path).toBe(true);
      const file = join(site.root, path.slice(inside.length));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, Buffer.from(bytes, "base64"));
    }
  };
  return { page, network, told, fetch };
}

/** In the browser: puts files, in Base64, into the folder that the form is given. */
async function fill(files: readonly (readonly [path: string, bytes: string])[]): Promise<void> {
  for (const [path, bytes] of files) {
    const names = path.split("/");
    const name = names.pop() ?? "";
    let folder = await navigator.storage.getDirectory();
    for (const one of names) folder = await folder.getDirectoryHandle(one, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0)));
    await writer.close();
  }
}

/** In the browser: all files of that folder. */
async function contents(): Promise<[path: string, bytes: string][]> {
  const found: [string, string][] = [];
  const walk = async (folder: FileSystemDirectoryHandle, prefix: string): Promise<void> => {
    const entries = (folder as unknown as { entries(): AsyncIterable<[string, FileSystemHandle]> }).entries();
    for await (const [name, handle] of entries) {
      if (handle.kind === "directory") await walk(handle as FileSystemDirectoryHandle, `${prefix}${name}/`);
      else {
        const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer());
        found.push([prefix + name, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))]);
      }
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}

const create = (page: Page): Locator =>
  page.getByRole("button", { name: "Créer une entrée", exact: true }).first();

const field = (page: Page, label: string): Locator => page.getByRole("textbox", { name: label }).first();

/** Types until it stays: a form that has just come writes its own values into its fields once more, sooner than a person types. */
async function type(page: Page, label: string, text: string): Promise<void> {
  const kept = async (): Promise<string> => {
    await field(page, label).fill(text);
    await page.waitForTimeout(300);
    return field(page, label).inputValue();
  };
  await expect.poll(kept, PATIENT).toBe(text);
}

/** Saves until a file holds these words: what was typed last may not have come to the form when it is first asked. */
async function save(page: Page, words: string): Promise<void> {
  const button = page.getByRole("button", { name: "Enregistrer", exact: true });
  const texts = async (): Promise<string> => {
    await button.click({ timeout: 1000 }).catch(() => undefined);
    return (await page.evaluate(contents)).map(([, bytes]) => Buffer.from(bytes, "base64").toString()).join();
  };
  await expect.poll(texts, { ...PATIENT, interval: 1000 }).toContain(words);
}

describe("an editor in the form of her site", () => {
  it("changes a title, and nothing else of a text that was written with care", async () => {
    const site = makeSite({ "content/site.yaml": SETTINGS, "content/posts/2024-01-02-essai.md": WRITTEN });
    const { page, network, told, fetch } = await open(site);
    await page.getByText("Un : essai").first().click();
    await type(page, "Titre", "Un essai");
    await save(page, "Un essai");
    await fetch();
    expect(site.read("content/posts/2024-01-02-essai.md")).toBe(
      WRITTEN.replace('"Un : essai"', '"Un essai"'),
    );
    expect(network).toEqual({ foreign: [], violations: [] });
    expect(told).toEqual([]);
    await page.context().close();
  });

  it("keeps the line ends of a text, and how it ends", async () => {
    const text = `${WRITTEN.replaceAll("\n", "\r\n")}  \r\n\r\n`;
    const site = makeSite({ "content/site.yaml": SETTINGS, "content/posts/2024-01-02-essai.md": text });
    const { page, fetch } = await open(site);
    await page.getByText("Un : essai").first().click();
    await type(page, "Titre", "Un essai");
    await save(page, "Un essai");
    await fetch();
    expect(site.read("content/posts/2024-01-02-essai.md")).toBe(text.replace('"Un : essai"', '"Un essai"'));
    await page.context().close();
  });

  it.each([
    ["", "blog"],
    ["sites/blog/", "outils/tree/main/sites/blog"],
  ])("writes a new post with a picture in %j, which the next build publishes", async (inside, repository) => {
    const settings = SETTINGS.replace("programme/blog", `programme/${repository}`);
    const site = makeSite({ "content/site.yaml": settings });
    const { page, network, told, fetch } = await open(site, inside);
    await create(page).click();
    await type(page, "Titre", "Été à l’école");
    await field(page, "Description de l’image").fill("Un pont");
    await page.getByRole("button", { name: "Parcourir" }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Téléverser" }).click();
    await (await chooser).setFiles(join(ROOT, "tests/fixtures/import/jekyll/img/atelier.png"));
    await page.getByRole("option", { selected: true }).getByRole("img", { name: "atelier.png" }).waitFor();
    // No bank of photographs of others is offered.
    const places = page.getByRole("listbox", { name: "Emplacements" }).getByRole("option");
    expect((await places.allInnerTexts()).map((one) => one.split(/\n/).at(-1))).toEqual([
      "Ressources de l’entrée",
      "Ressources globales",
      "Saisir une URL",
    ]);
    await page.getByRole("button", { name: "Insérer" }).click();
    await page.getByText("Remplacer").waitFor();
    await field(page, "Texte").fill("Bonjour **vous**.");
    await save(page, "Bonjour **vous**.");
    await fetch();
    const [name = ""] = readdirSync(join(site.root, "content/posts"));
    expect(name).toMatch(/^\d{4}-\d\d-\d\d-ete-a-l-ecole$/);
    expect(site.read(`content/posts/${name}/index.md`)).toBe(
      "---\ntitle: Été à l’école\nimage: atelier.png\nimageAlt: Un pont\n---\n\nBonjour **vous**.\n",
    );
    // Its day is that of the browser, which other tests' clock is behind.
    expect(site.carnet(["build", "--now", "2100-01-01T00:00:00Z"])).toMatchObject({ status: 0 });
    const html = site.read(`_site/blog/${name.slice(0, 10).replaceAll("-", "/")}/ete-a-l-ecole/index.html`);
    expect(html).toContain("Bonjour <strong>vous</strong>.");
    expect(html).toMatch(/<img [^>]*alt="Un pont"/);
    expect({ network, told }).toEqual({ network: { foreign: [], violations: [] }, told: [] });
    await page.context().close();
  });

  it("finds her texts by folder, the latest first", async () => {
    const site = makeSite({
      "content/site.yaml": SETTINGS,
      "content/posts/2024-01-02-zeste.md": post("Ancien"),
      "content/posts/2025-01-02-abeille.md": post("Milieu"),
      "content/posts/2026-01-02-mer.md": post("Zone"),
      "content/posts/en/2026-01-03-sea.md": post("Sea"),
    });
    const { page } = await open(site);
    const names = page.getByRole("treeitem");
    expect((await names.allInnerTexts()).map((one) => one.split(/\n/).slice(1).join(" "))).toEqual([
      ...["Articles 3", "Articles – English 1", "Pages 0"],
    ]);
    await page.getByText("Zone").waitFor();
    expect((await page.getByRole("row").allInnerTexts()).map((one) => one.trim())).toEqual([
      ...["Zone", "Milieu", "Ancien"],
    ]);
    await page.context().close();
  });
});
