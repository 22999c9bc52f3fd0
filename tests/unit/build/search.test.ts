import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { prepare, type Prepared, type PrepareOptions } from "../../../src/build/prepare.ts";
import { renderSearched, searchedShards, type SearchRun } from "../../../src/build/search.ts";
import { makeIndexes, type IndexFile } from "../../../src/build/search-index.ts";
import { builtinLayouts } from "../../../src/eleventy/builtin-layouts.ts";
import type { SearchShard } from "../../../src/pages/search-shards.ts";
import { NOW, post, siteRoot, type Files } from "../content/site-root.ts";

const A = { "content/posts/2026-01-05-a.md": post("title: Un kayak", "author: Ada", "tags: [Eau]") };

async function prepared(files: Files, options: Partial<PrepareOptions> = {}): Promise<Prepared> {
  const made = await prepare({
    root: siteRoot(files),
    now: NOW,
    builtin: builtinLayouts(),
    search: "indexed",
    ...options,
  });
  if (!made.prepared) throw new Error(JSON.stringify(made.problems));
  return made.prepared;
}

/** Addresses of the texts in an index, as Pagefind keeps them: a mark, then JSON, compressed. */
function urls(files: readonly IndexFile[]): string[] {
  const fragments = files.filter(({ path }) => path.startsWith("fragment/"));
  return fragments
    .map(({ content }) => /"url":"([^"]*)"/.exec(gunzipSync(content).toString())?.[1] ?? "")
    .sort();
}

/** The files of the site's only index. */
async function makeIndex(site: Prepared): Promise<IndexFile[]> {
  const [files] = (await makeIndexes(site, site.plan.shards)).values();
  return files ?? [];
}

function render(site: Prepared, run: Omit<SearchRun<SearchShard>, "shards">): Promise<unknown> {
  return renderSearched(site, { ...run, shards: searchedShards(site.plan) });
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "search-"));
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}

describe("an index", () => {
  it("holds posts and pages, and no list, draft, post of the future or text kept out of search engines", async () => {
    const files = await makeIndex(
      await prepared({
        ...A,
        "content/posts/2026-01-06-b.md": post("title: B", "draft: true"),
        "content/posts/2026-01-07-c.md": post("title: C", "noindex: true"),
        "content/posts/2027-01-01-d.md": post("title: D"),
        "content/pages/aide.md": post("title: Aide"),
      }),
    );
    expect(urls(files)).toEqual(["/aide/", "/blog/2026/01/05/a/"]);
  });

  it("leaves a draft out of a preview that shows it", async () => {
    const draft = { "content/posts/2026-01-06-b.md": post("title: B", "draft: true") };
    const site = await prepared({ ...A, ...draft }, { drafts: true });
    expect(site.plan.pages.some(({ url }) => url === "/blog/2026/01/06/b/")).toBe(true);
    expect(urls(await makeIndex(site))).toEqual(["/blog/2026/01/05/a/"]);
  });

  it("has a part for each language, with its own stems", async () => {
    const files = await makeIndex(
      await prepared({ ...A, "content/posts/en/2026-01-06-b.md": post("title: B") }),
    );
    const names = files.map(({ path }) => path);
    expect(names).toEqual(expect.arrayContaining(["wasm.fr.pagefind", "wasm.en.pagefind"]));
    const entry = files.find(({ path }) => path === "pagefind-entry.json");
    const { languages } = JSON.parse(Buffer.from(entry?.content ?? []).toString()) as { languages: object };
    expect(Object.keys(languages).sort()).toEqual(["en", "fr"]);
  });

  it("has the same bytes twice", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 80 }, (_, i) => [
        `content/posts/2025-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}-p${String(i)}.md`,
        `${post(`title: Texte ${String(i)}`, `tags: [T${String(i % 7)}]`)}\nMot${String(i % 9)} et suite.\n`,
      ]),
    );
    const site = await prepared(many);
    const bytes = (files: readonly IndexFile[]): string[] =>
      files.map(({ path, content }) => `${path} ${Buffer.from(content).toString("base64")}`).sort();
    const first = bytes(await makeIndex(site));
    expect(first.length).toBeGreaterThan(80);
    expect(bytes(await makeIndex(site))).toEqual(first);
  });

  it("comes without the interfaces of Pagefind, which the site has no use for", async () => {
    const names = (await makeIndex(await prepared(A))).map(({ path }) => path);
    expect(names).toContain("pagefind.js");
    expect(names.filter((name) => /ui|highlight|worker|playground|\.css$/.test(name))).toEqual([]);
  });
});

describe("rendering a site that searches", () => {
  it("leaves the index beside its pages, and says how far it is once they are written", async () => {
    const output = folder();
    const steps: string[] = [];
    await render(await prepared(A), {
      output,
      render: () => {
        steps.push("pages");
        return Promise.resolve();
      },
      onProgress: (done, total) => steps.push(`${String(done)}/${String(total)}`),
    });
    expect(steps[0]).toBe("pages");
    expect(existsSync(join(output, "pagefind/pagefind-entry.json"))).toBe(true);
  });

  it("leaves nothing where pages fail", async () => {
    const output = folder();
    const failing = render(await prepared(A), {
      output,
      render: () => Promise.reject(new Error("gabarit")),
    });
    await expect(failing).rejects.toThrow("gabarit");
    expect(readdirSync(output)).toEqual([]);
  });

  it("makes no index where no page searches, or where it is to be made later", async () => {
    const output = folder();
    for (const search of [undefined, "unindexed"] as const)
      await render(await prepared(A, { search }), { output, render: () => Promise.resolve() });
    expect(readdirSync(output)).toEqual([]);
  });

  it("says that the machine failed where Pagefind’s program cannot be found", async () => {
    const path = process.env["PAGEFIND_EXTENDED_BINARY_PATH"];
    process.env["PAGEFIND_EXTENDED_BINARY_PATH"] = "/nowhere/pagefind";
    onTestFinished(() => {
      if (path === undefined) delete process.env["PAGEFIND_EXTENDED_BINARY_PATH"];
      else process.env["PAGEFIND_EXTENDED_BINARY_PATH"] = path;
    });
    const run = render(await prepared(A), { output: folder(), render: () => Promise.resolve() });
    await expect(run).rejects.toMatchObject({ name: "MachineError" });
  });
});
