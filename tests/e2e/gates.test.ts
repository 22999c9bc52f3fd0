// The gates accept a sound site, and the command that CI runs fails when one of them does.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BuiltSite } from "../gates/built-site.ts";
import { metadataFaults } from "../gates/index.ts";
import { ROOT } from "../support/site.ts";
import { FR, basePath, root, built, broken, usesSoundSite } from "../gates/sound-site.ts";

usesSoundSite();

it("the gates find no fault in a sound site of two languages under a base path", async () => {
  expect(await metadataFaults(built, { basePath })).toEqual([]);
});

it("the gates fail without a home page or its canonical address", async () => {
  await expect(metadataFaults(join(root, "content"))).rejects.toThrow("holds no home page");
  const changes = broken("index.html", /<link rel="canonical"[^>]*>/, "");
  expect(() => new BuiltSite(built, { basePath, changes })).toThrow("no canonical address");
});

describe("the command that CI runs", () => {
  const check = (folder: string): { status: number | null; said: string } => {
    const args = [join(ROOT, "tests/site-check.mjs"), folder, "--base-path", basePath];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    return { status, said: stdout + stderr };
  };

  it("passes a sound site", () => {
    const { status, said } = check(built);
    expect(said).toMatch(/^\d+ pages: 0 HTML errors, 0 problems .*, 0 faults of metadata\n$/);
    expect(status).toBe(0);
  });

  it.each([
    ["HTML that is not valid", FR, "</main>", "<em><div></div></em></main>", "element-permitted-content"],
    ["a dead link", FR, "/blog/blog/2026/03/01/autre/", "/blog/rien/", "html-link"],
    [
      "false metadata",
      FR,
      'og:image:width" content="1200"',
      'og:image:width" content="1"',
      "og:image is 1200",
    ],
  ])("fails on %s", (_, file, from, to, fault) => {
    const copy = mkdtempSync(join(root, "copy-"));
    cpSync(built, copy, { recursive: true });
    for (const [name, text] of Object.entries(broken(file, from, to))) writeFileSync(join(copy, name), text);
    const { status, said } = check(copy);
    expect(status).toBe(1);
    expect(said).toContain(fault);
  });
});
