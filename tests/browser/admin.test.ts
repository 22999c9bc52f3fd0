/// <reference lib="dom" />
// An editor in the form of a site, with the texts in a folder of her computer, emulated by the browser's own file system.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";
import {
  choosePicture,
  create,
  field,
  icons,
  insertPicture,
  openForm,
  saveUntil,
  type,
  WRITTEN,
  type OpenForm,
} from "./admin-form.ts";
import { usesBrowser } from "./browser.ts";
import { writeFiles } from "../support/files.ts";
import { filesBelow } from "../../src/files.ts";

usesBrowser();

const SETTINGS = `${SITE_YAML}repository: https://github.com/programme/blog\nadmin: oui\n`;

interface Form extends OpenForm {
  /** Copies the files of the browser's folder over those of the site. */
  fetch: () => Promise<void>;
}

/** Opens the form of a site, and gives it the repository's folder, in which the site is at `inside`. */
async function open(site: TestSite, inside = ""): Promise<Form> {
  const form = await openForm(site, (page) =>
    page.addInitScript(() => {
      Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    }),
  );
  const { page } = form;
  const sources = filesBelow(site.root).filter((path) => /^(?:content|public)\//.test(path));
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
      writeFiles(site.root, { [path.slice(inside.length)]: Buffer.from(bytes, "base64") });
    }
  };
  return { ...form, fetch };
}

/** Runs in the browser: puts files, in Base64, into the folder that the form is given. */
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

/** Runs in the browser: returns all files of that folder. */
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

/** Saves until a file of the folder contains these words. */
async function save(page: Page, words: string): Promise<void> {
  await saveUntil(page, words, async () =>
    (await page.evaluate(contents)).map(([, bytes]) => Buffer.from(bytes, "base64").toString()),
  );
}

describe("an editor in the form of her site", () => {
  it("changes a title, and nothing else in a carefully written text", async () => {
    const site = makeSite({ "content/site.yaml": SETTINGS, "content/posts/2024-01-02-essai.md": WRITTEN });
    const { page, network, told, fetch } = await open(site);
    await page.getByText("Un : essai").first().click();
    // Once the fields are there, there is nothing to save yet.
    await page.getByRole("textbox", { name: "Valeur de l’élément" }).first().scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    expect(await page.getByRole("button", { name: "Enregistrer", exact: true }).isDisabled()).toBe(true);
    const { shown, asLetters } = await icons(page);
    expect(shown).toEqual(expect.arrayContaining(["format_bold", "cloud_upload", "drag_indicator"]));
    expect(asLetters).toEqual([]);
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

  it("keeps the line ends and the end of a text", async () => {
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
    await choosePicture(page);
    // No stock photo service is offered.
    const places = page.getByRole("listbox", { name: "Emplacements" }).getByRole("option");
    expect((await places.allInnerTexts()).map((one) => one.split(/\n/).at(-1))).toEqual([
      "Ressources de l’entrée",
      "Ressources globales",
      "Saisir une URL",
    ]);
    await insertPicture(page);
    await field(page, "Texte").fill("Bonjour **vous**.");
    await save(page, "Bonjour **vous**.");
    await fetch();
    const [name = ""] = readdirSync(join(site.root, "content/posts"));
    expect(name).toMatch(/^\d{4}-\d\d-\d\d-ete-a-l-ecole$/);
    expect(site.read(`content/posts/${name}/index.md`)).toBe(
      "---\ntitle: Été à l’école\nimage: atelier.png\nimageAlt: Un pont\n---\n\nBonjour **vous**.\n",
    );
    // The post has the browser's date, later than the fixed clock of tests.
    expect(site.carnet(["build", "--no-search", "--now", "2100-01-01T00:00:00Z"])).toMatchObject({
      status: 0,
    });
    const html = site.read(`_site/blog/${name.slice(0, 10).replaceAll("-", "/")}/ete-a-l-ecole/index.html`);
    expect(html).toContain("Bonjour <strong>vous</strong>.");
    expect(html).toMatch(/<img [^>]*alt="Un pont"/);
    expect({ network, told }).toEqual({ network: { foreign: [], violations: [] }, told: [] });
    await page.context().close();
  });

  it.each([
    ["fr-CA", "Travailler avec un dépôt local"],
    ["en-GB", "Work with Local Repository"],
  ])("has French or English words, and no error, in a browser in %s", async (locale, words) => {
    const site = makeSite({ "content/site.yaml": SETTINGS });
    const { page, told } = await openForm(site, () => Promise.resolve(), locale);
    await page.getByText(words).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.getByText(/Error|Erreur/).allInnerTexts()).toEqual([]);
    expect(told).toEqual([]);
    await page.context().close();
  });

  it("sees her texts by folder, latest first", async () => {
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
