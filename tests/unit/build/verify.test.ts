// Which pages of a site are looked at again: what was found in those that stay is taken over.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { writeManifest } from "../../../src/build/manifest.ts";
import { verifySite } from "../../../src/build/verify.ts";
import { post } from "../content/site-root.ts";
import { planned } from "../pages/planned.ts";

const PAGE = "blog/2026/01/05/a/index.html";
const INDEX = "pagefind/fr-1/fragment/fr_1234567.pf_fragment";

/** True where a page that stays is looked at again, once these files of the old site are no more. */
async function looksAgain(gone: readonly string[]): Promise<boolean> {
  const plan = await planned({ "content/posts/2026-01-05-a.md": post("title: A") });
  const output = mkdtempSync(join(tmpdir(), "verify-"));
  onTestFinished(() => {
    rmSync(output, { recursive: true, force: true });
  });
  const files = plan.pages.map((page) => page.output);
  for (const file of files) {
    mkdirSync(dirname(join(output, file)), { recursive: true });
    writeFileSync(join(output, file), "<!doctype html><title>A</title><p>A</p>");
  }
  writeManifest(output, [...files, ...gone]);
  const { looked } = verifySite(join(output, "none"), {
    ...{ plan, told: [], shownAs: "_site", staged: [], kept: new Set(files), output },
    before: { problems: [], anchors: { [PAGE]: ["remembered"] } },
  });
  return looked.anchors[PAGE] === undefined;
}

describe("a page that stays", () => {
  it("is not looked at again where all that it may link to is there", async () => {
    expect(await looksAgain([])).toBe(false);
  });

  it("is looked at again where a file that it may link to is no more", async () => {
    expect(await looksAgain(["photo.jpg"])).toBe(true);
    expect(await looksAgain(["pagefind/pagefind.js"])).toBe(true);
  });

  it("is not where only parts of a search index are", async () => {
    expect(await looksAgain([INDEX])).toBe(false);
  });
});
