/// <reference lib="dom" />
// An editor opens the form of a site, with the texts in a folder of her computer, emulated by the browser's own file system.
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeSite, post, SITE_YAML } from "../support/site.ts";
import { browser, headersByPath, serveSite, usesBrowser, watchNetwork } from "./browser.ts";

usesBrowser();

const TEXT = "content/posts/2024-01-02-essai.md";

it("the form lists the texts of the site and the fields of a post, in French, and requests nothing elsewhere", async () => {
  const site = makeSite({
    "content/site.yaml": `${SITE_YAML}repository: https://github.com/programme/blog\nadmin: oui\n`,
    [TEXT]: post("Un essai"),
  });
  expect(site.carnet(["build", "--no-search"]).status).toBe(0);
  const headers = headersByPath(site.read("_site/_headers"));
  const url = await serveSite(join(site.root, "_site"), { headers });
  const page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  const { foreign } = watchNetwork(page);
  const answered: string[] = [];
  page.on("response", (response) => answered.push(new URL(response.url()).hostname));
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  await page.goto(`${url}admin/`);
  await page.evaluate(fill, { [TEXT]: site.read(TEXT), ".git/HEAD": "" });
  await page.getByRole("button", { name: "Travailler avec un dépôt local" }).click();
  await page.getByText("Un essai").first().click();
  const title = page.getByRole("textbox", { name: "Titre" }).first();
  await expect.poll(() => title.inputValue()).toBe("Un essai");
  for (const label of ["Qui signe", "Résumé", "Description de l’image", "Texte"])
    await page.getByRole("textbox", { name: label }).first().waitFor();
  // The icons are drawn, although Sveltia names their font on another host.
  const icon = page.locator(".material-symbols-outlined").first();
  await expect.poll(async () => (await icon.boundingBox())?.width).toBeLessThan(40);
  expect(answered.filter((host) => host !== "" && host !== "127.0.0.1")).toEqual([]);
  // What is left of them are fonts that the policy refuses.
  expect(foreign.filter((address) => !address.endsWith(".woff2"))).toEqual([]);
  await page.context().close();
}, 60_000);

/** Runs in the browser: puts files into the folder that the form is given. */
async function fill(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const names = path.split("/");
    const name = names.pop() ?? "";
    let folder = await navigator.storage.getDirectory();
    for (const one of names) folder = await folder.getDirectoryHandle(one, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}
