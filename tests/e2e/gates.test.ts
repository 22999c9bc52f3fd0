// The gates accept a sound site, and each of them names the fault of a broken one; the command that CI runs then fails.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { metadataFaults } from "../gates/index.ts";
import { ROOT } from "../support/site.ts";
import { FR, basePath, broken, built, usesSoundSite } from "../gates/sound-site.ts";

usesSoundSite();

const check = (folder: string): { status: number | null; said: string } => {
  const args = [join(ROOT, "tests/site-check.mjs"), folder, "--base-path", basePath];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, said: stdout + stderr };
};

it("the command finds no fault in a sound site of two languages under a base path", () => {
  const { status, said } = check(built);
  expect(said).toMatch(/^\d+ pages: 0 HTML errors, 0 problems .*, 0 faults of metadata\n$/);
  expect(status).toBe(0);
});

it.each([
  ["HTML that is not valid", "</main>", "<em><div></div></em></main>", "element-permitted-content"],
  ["a dead link", "/blog/blog/2026/03/01/autre/", "/blog/rien/", "html-link"],
  ["false metadata", 'og:image:width" content="1200"', 'og:image:width" content="1"', "og:image is 1200"],
])("the command fails on %s", (_, from, to, fault) => {
  const { status, said } = check(broken(FR, from, to));
  expect([status, said]).toEqual([1, expect.stringContaining(fault)]);
});

it.each([
  [
    "head",
    FR,
    'hreflang="en" href="',
    'hreflang="en" href="https://blog.example.org/blog/rien/',
    "hreflang en leads to no page",
  ],
  ["JSON-LD", FR, '"headline":"', '"headline":"x', "headline is not the h1"],
  [
    "feeds",
    "feed.xml",
    /<updated>[^<]*/,
    "<updated>2020-01-01T00:00:00Z",
    "updated is not the latest change",
  ],
  ["feeds", "feed.json", '"title": "Autre"', '"title": "x"', "does not say what feed.xml says"],
  ["sitemap", "sitemap.xml", /<lastmod>2026-03-09/, "<lastmod>2026-03-08", "lastmod 2026-03-08 is not"],
  ["icons", "site.webmanifest", "192x192", "191x191", "no icon of 192x192"],
])("the gate of %s reads %s", async (_, file, from, to, fault) => {
  expect((await metadataFaults(broken(file, from, to), { basePath })).join("\n")).toContain(fault);
});

it("the gates fail without the canonical address of the home page", async () => {
  const copy = broken("index.html", /<link rel="canonical"[^>]*>/, "");
  await expect(metadataFaults(copy, { basePath })).rejects.toThrow("no canonical address");
});
