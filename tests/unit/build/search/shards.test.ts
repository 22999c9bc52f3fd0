import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { prepare, type Prepared, type PrepareOptions } from "../../../../src/build/prepare.ts";
import { IndexesUnderWay } from "../../../../src/build/search/under-way.ts";
import { searchedShards } from "../../../../src/build/search/shards.ts";
import { Indexer } from "../../../../src/build/search/pagefind.ts";
import { builtinLayouts } from "../../../../src/eleventy/builtin-layouts.ts";
import { NOW, post, siteRoot, type Files } from "../../content/site-root.ts";
import { filesBelow } from "../../../../src/files.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

const TWO = {
  "content/posts/2026-01-05-a.md": post("title: A"),
  "content/posts/2026-02-05-b.md": post("title: B"),
};
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

interface IndexFile {
  /** In the folder of the index. */
  path: string;
  content: Buffer;
}

/** Addresses of the texts in an index, from Pagefind's fragments: a mark, then JSON, compressed. */
function urls(files: readonly IndexFile[]): string[] {
  const fragments = files.filter(({ path }) => path.startsWith("fragment/"));
  return fragments
    .map(({ content }) => /"url":"([^"]*)"/.exec(gunzipSync(content).toString())?.[1] ?? "")
    .sort();
}

/** The files of the site's only index. */
async function makeIndex(site: Prepared): Promise<IndexFile[]> {
  const output = scratchFolder();
  await index(site, output);
  const at = join(output, "pagefind");
  return filesBelow(at).map((path) => ({ path, content: readFileSync(join(at, path)) }));
}

interface Run {
  /** The output with another site, and its files. */
  output?: string;
  standing?: string[];
  onProgress?: (done: number, total: number) => void;
}

/** Writes the indexes of a site into a folder. */
async function index(site: Prepared, at: string, run: Run = {}): ReturnType<IndexesUnderWay["made"]> {
  const indexes = new IndexesUnderWay(site, { folder: at, output: run.output ?? at });
  try {
    indexes.want(searchedShards(site.plan), run.standing);
    return await indexes.made(run.onProgress);
  } finally {
    await indexes.stop();
  }
}

describe("an index", () => {
  it("contains posts and pages, but no list, draft, scheduled post or `noindex` text", async () => {
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

  it("contains the page of a term that people have, by their names and roles, and of no other term", async () => {
    const files = await makeIndex(
      await prepared({
        ...A,
        "content/site.yaml": "title: Carnet\ntaxonomies: { promotion: { label: Promotion } }\n",
        "content/people.yaml": "une: { name: Équipe Une, role: cartographie, promotion: EIG 4 }\n",
        "content/posts/2026-01-06-b.md": post("title: B", "promotion: EIG 3"),
      }),
    );
    expect(urls(files)).toEqual(["/blog/2026/01/05/a/", "/blog/2026/01/06/b/", "/promotion/eig-4/"]);
    const fragments = files.flatMap(({ path, content }) =>
      path.startsWith("fragment/") ? gunzipSync(content).toString() : [],
    );
    expect(fragments.find((one) => one.includes("/promotion/eig-4/"))).toContain("Équipe Une, cartographie.");
  });

  it("contains the words of a link to a file, but not the file's type and size", async () => {
    const text = "content/posts/2026-01-05-a.md";
    const site = await prepared({
      ...{ "public/carte.csv": "a;b\n", [text]: `${post("title: Un kayak")}\n[Le parcours](/carte.csv)\n` },
    });
    expect(site.rendered.get(text)?.html).toContain("(CSV, 4\u00a0o)");
    const fragment = (await makeIndex(site)).find(({ path }) => path.startsWith("fragment/"));
    const words = gunzipSync(fragment?.content ?? "").toString();
    expect(words).toContain("Le parcours");
    expect(words).not.toContain("CSV");
  });

  it("contains the title of a player, but neither its provider nor its controls", async () => {
    const text = "content/posts/2026-01-05-a.md";
    const video = "::video[Le film]{url=https://www.dailymotion.com/video/x7zgtds}";
    const site = await prepared({ [text]: `${post("title: Un kayak")}\n${video}\n\nLe texte.\n` });
    expect(site.rendered.get(text)?.html).toContain("<span>Dailymotion</span> Le film");
    const fragment = (await makeIndex(site)).find(({ path }) => path.startsWith("fragment/"));
    expect(gunzipSync(fragment?.content ?? "").toString()).toContain('"content":"Texte. Le film. Le texte."');
  });

  it("has a part for each language, with its own stemming", async () => {
    const files = await makeIndex(
      await prepared({ ...A, "content/posts/en/2026-01-06-b.md": post("title: B") }),
    );
    const names = files.map(({ path }) => path);
    expect(names).toEqual(expect.arrayContaining(["wasm.fr.pagefind", "wasm.en.pagefind"]));
    const entry = files.find(({ path }) => path === "pagefind-entry.json");
    const { languages } = JSON.parse(String(entry?.content)) as { languages: object };
    expect(Object.keys(languages).sort()).toEqual(["en", "fr"]);
  });

  it("has the same bytes each time", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 80 }, (_, i) => [
        `content/posts/2025-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}-p${String(i)}.md`,
        `${post(`title: Texte ${String(i)}`, `tags: [T${String(i % 7)}]`)}\nMot${String(i % 9)} et suite.\n`,
      ]),
    );
    const site = await prepared(many);
    const bytes = (files: readonly IndexFile[]): string[] =>
      files.map(({ path, content }) => `${path} ${content.toString("base64")}`).sort();
    const first = bytes(await makeIndex(site));
    expect(first.length).toBeGreaterThan(80);
    expect(bytes(await makeIndex(site))).toEqual(first);
  });

  it("leaves out Pagefind's user interfaces, which the site does not use", async () => {
    const names = (await makeIndex(await prepared(A))).map(({ path }) => path);
    expect(names).toContain("pagefind.js");
    expect(names.filter((name) => /ui|highlight|worker|playground|\.css$/.test(name))).toEqual([]);
  });
});

describe("the indexes of a site that searches", () => {
  it("are written into their folders, and report progress", async () => {
    const output = scratchFolder();
    const steps: string[] = [];
    const made = await index(await prepared(A), output, {
      onProgress: (done, total) => steps.push(`${String(done)}/${String(total)}`),
    });
    expect(steps).toEqual(["1/1"]);
    expect([...made.keys()]).toEqual(["/pagefind/"]);
    const { files = [], kept } = made.get("/pagefind/") ?? {};
    expect(files).toContain("pagefind/pagefind-entry.json");
    expect(kept).toEqual([]);
    for (const file of files) expect(existsSync(join(output, file)), file).toBe(true);
  });

  it("skip files that stand in the output with the same bytes", async () => {
    const site = await prepared(A);
    const [output, staging] = [scratchFolder(), scratchFolder()];
    const { files = [] } = (await index(site, output)).get("/pagefind/") ?? {};
    const named = (part: string): string => files.find((file) => file.includes(part)) ?? "";
    const [changed, gone, unlisted] = [named("entry"), named("/fragment/"), named("pf_meta")];
    writeFileSync(join(output, changed), "another's");
    rmSync(join(output, gone));
    const standing = files.filter((file) => file !== unlisted);
    const made = (await index(site, staging, { output, standing })).get("/pagefind/");
    const written = [changed, gone, unlisted];
    expect(made?.files.toSorted()).toEqual(files.toSorted());
    expect(made?.kept.toSorted()).toEqual(files.filter((file) => !written.includes(file)).toSorted());
    for (const file of files) expect(existsSync(join(staging, file)), file).toBe(written.includes(file));
    expect(readFileSync(join(staging, gone)).length).toBeGreaterThan(0);
  });

  it("can be started before it is known which are wanted, and are made once", async () => {
    const site = await prepared(
      { ...A, "content/posts/2026-01-06-b.md": post("title: B") },
      { shards: { smallest: 1, most: 1 } },
    );
    const output = scratchFolder();
    const indexes = new IndexesUnderWay(site, { folder: output, output }, site.plan.shards);
    onTestFinished(() => indexes.stop());
    const totals = new Set<number>();
    indexes.want(site.plan.shards);
    const made = await indexes.made((_, total) => totals.add(total));
    expect([...made.keys()]).toEqual(["/pagefind/fr-1/"]);
    expect([...totals]).toEqual([2]);
    expect(readdirSync(join(output, "pagefind"))).toEqual(["fr-1"]);
  });

  it("are neither awaited nor written when none is wanted in the end", async () => {
    const output = scratchFolder();
    const site = await prepared(A);
    const indexes = new IndexesUnderWay(site, { folder: output, output }, site.plan.shards);
    onTestFinished(() => indexes.stop());
    indexes.want([]);
    expect((await indexes.made()).size).toBe(0);
    expect(readdirSync(output)).toEqual([]);
  });

  it("write nothing more once halted", async () => {
    const output = scratchFolder();
    const site = await prepared(A);
    const indexes = new IndexesUnderWay(site, { folder: output, output });
    indexes.want(site.plan.shards);
    indexes.halt();
    await indexes.made();
    await indexes.stop();
    expect(readdirSync(output)).toEqual([]);
  });

  it("are not made when no page searches, or when they are to be made later", async () => {
    const output = scratchFolder();
    for (const search of [undefined, "unindexed"] as const)
      expect((await index(await prepared(A, { search }), output)).size).toBe(0);
    expect(readdirSync(output)).toEqual([]);
  });

  it("report a machine failure when Pagefind’s program cannot be found", async () => {
    programAt("/nowhere/pagefind");
    await expect(index(await prepared(A), scratchFolder())).rejects.toMatchObject(FAILURE);
    const indexer = new Indexer([]);
    await expect(indexer.add([{ url: "/", content: "<p>Un" }])).rejects.toMatchObject(FAILURE);
    // Pagefind's library keeps the program that could not be started for the next caller in this process.
    await indexer.end();
  });

  it("report a machine failure when Pagefind's program ends without an answer", async () => {
    programAt(script("sleep 0.2"));
    await expect(index(await prepared(A), scratchFolder())).rejects.toMatchObject(FAILURE);
  });

  it("fail once when one cannot be started while another is being made", async () => {
    programAt(script("sleep 1"));
    const site = await prepared(TWO, { shards: { smallest: 1, most: 2 } });
    const [{ entry: one } = {}] = site.plan.shards.flatMap(({ texts }) => texts);
    const rendered = new Map([...site.rendered].filter(([file]) => file === one?.file));
    // An unhandled rejection of the other one would end the process.
    await expect(index({ ...site, rendered }, scratchFolder())).rejects.toThrow("before it was rendered");
  });

  it("leave no process behind", async () => {
    const started = join(scratchFolder(), "started");
    const program = createRequire(import.meta.resolve("pagefind")).resolve(
      `@pagefind/${process.platform}-${process.arch}/bin/pagefind_extended`,
    );
    programAt(script(`echo $$ > '${started}'`, `exec '${program}' "$@"`));
    await index(await prepared(A), scratchFolder());
    // A process that ended but was not waited for would still exist.
    expect(() => process.kill(Number(readFileSync(started, "utf8")), 0)).toThrow("ESRCH");
  });
});

const FAILURE = { name: "MachineError", code: "ESEARCH" };

/** Replaces Pagefind's own program for the rest of a test. */
function programAt(path: string): void {
  const before = process.env["PAGEFIND_EXTENDED_BINARY_PATH"];
  process.env["PAGEFIND_EXTENDED_BINARY_PATH"] = path;
  onTestFinished(() => {
    if (before === undefined) delete process.env["PAGEFIND_EXTENDED_BINARY_PATH"];
    else process.env["PAGEFIND_EXTENDED_BINARY_PATH"] = before;
  });
}

function script(...lines: string[]): string {
  const path = join(scratchFolder(), "program");
  writeFileSync(path, ["#!/bin/sh", ...lines, ""].join("\n"), { mode: 0o755 });
  return path;
}
