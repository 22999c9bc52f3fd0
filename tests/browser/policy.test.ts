/// <reference lib="dom" />
// What the shipped policy must stop in a real browser.
import { expect, it } from "vitest";
import { makeBuiltSite } from "../support/built-sites.ts";
import { post, SITE_YAML } from "../support/site.ts";
import { headersByPath, newPage, serveSite, usesBrowser } from "./browser.ts";

usesBrowser();

const SCRIPT = '<script xmlns="http://www.w3.org/1999/xhtml" src="d.js"></script>';

it("an XML file or a drawing of public/ runs no script, although it is on the origin of the editors' form", async () => {
  const site = makeBuiltSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-05-un.md": post("Un", "Un texte."),
    "public/donnees.xml": `<x>${SCRIPT}</x>`,
    "public/dessin.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${SCRIPT}</svg>`,
    "public/d.js": 'document.documentElement.setAttribute("ran", "");\n',
  });
  const ran = async (headers: (path: string) => Record<string, string>): Promise<boolean[]> => {
    const url = await serveSite(`${site.root}/_site`, { headers });
    const page = await newPage();
    const found: boolean[] = [];
    for (const name of ["donnees.xml", "dessin.svg"]) {
      await page.goto(url + name);
      found.push(await page.evaluate(() => document.documentElement.hasAttribute("ran")));
    }
    return found;
  };
  expect(await ran(() => ({}))).toEqual([true, true]);
  expect(await ran(headersByPath(site.read("_site/_headers")))).toEqual([false, false]);
});
