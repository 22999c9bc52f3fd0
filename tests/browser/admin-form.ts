// What an editor does in the form, wherever her texts are stored.
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { ROOT, type TestSite } from "../support/site.ts";
import { browser, headersByPath, serveSite, watchNetwork } from "./browser.ts";

/** A carefully written text, with things for which the form has no field. */
export const WRITTEN = `---
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

/** The form in a browser. */
export interface OpenForm {
  page: Page;
  network: ReturnType<typeof watchNetwork>;
  /** Warnings and errors in the console, except known ones. */
  told: string[];
}

/** The form says in English that it only has tokens. */
const KNOWN = "OAuth application ID is not defined";

/** Builds a site, prepares a page, and opens the form in it as a host serves it. */
export async function openForm(
  site: TestSite,
  prepare: (page: Page) => Promise<unknown>,
  locale = "fr-FR",
): Promise<OpenForm> {
  expect(site.carnet(["build", "--no-search"]).status).toBe(0);
  const url = await serveSite(`${site.root}/_site`, {
    headers: headersByPath(site.read("_site/_headers")),
  });
  const page = await (await browser.newContext({ locale })).newPage();
  page.setDefaultTimeout(PATIENT.timeout);
  const network = watchNetwork(page);
  const told: string[] = [];
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type()) && !message.text().includes(KNOWN))
      told.push(message.text());
  });
  await prepare(page);
  await page.goto(`${url}admin/`);
  return { page, network, told };
}

export const create = (page: Page): Locator =>
  page.getByRole("button", { name: "Créer une entrée", exact: true }).first();

export const field = (page: Page, label: string): Locator =>
  page.getByRole("textbox", { name: label }).first();

/** Types until the text stays: a form that has just opened resets its fields once, before a person would type. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  const kept = async (): Promise<string> => {
    await field(page, label).fill(text);
    await page.waitForTimeout(300);
    return field(page, label).inputValue();
  };
  await expect.poll(kept, PATIENT).toBe(text);
}

/** Saves until the texts contain these words: the form may not yet have what was typed last at the first try. */
export async function saveUntil(
  page: Page,
  words: string,
  texts: () => Promise<readonly string[]>,
): Promise<void> {
  const button = page.getByRole("button", { name: "Enregistrer", exact: true });
  const saved = async (): Promise<string> => {
    await button.click({ timeout: 1000 }).catch(() => undefined);
    return (await texts()).join();
  };
  await expect.poll(saved, { ...PATIENT, interval: 1000 }).toContain(words);
}

/** Describes a picture for a new text, and uploads it. */
export async function choosePicture(page: Page): Promise<void> {
  await field(page, "Description de l’image").fill("Un pont");
  await page.getByRole("button", { name: "Parcourir" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Téléverser" }).click();
  await (await chooser).setFiles(PICTURE);
  await page.getByRole("option", { selected: true }).getByRole("img", { name: "atelier.png" }).waitFor();
}

export const PICTURE = join(ROOT, "tests/fixtures/import/jekyll/img/atelier.png");

export async function insertPicture(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Insérer" }).click();
  await page.getByText("Remplacer").waitFor();
}

/** Names of the icons that the page has, and of those that show as letters. */
export async function icons(page: Page): Promise<{ shown: string[]; asLetters: string[] }> {
  return page.evaluate(async () => {
    const typeface = '24px "Material Symbols Outlined"';
    await document.fonts.load(typeface);
    const pen = document.createElement("canvas").getContext("2d");
    if (pen) pen.font = typeface;
    const found = [...document.querySelectorAll(".material-symbols-outlined")];
    const shown = [...new Set(found.map(({ textContent }) => textContent.trim()))];
    return { shown, asLetters: shown.filter((name) => pen?.measureText(name).width !== 24) };
  });
}
