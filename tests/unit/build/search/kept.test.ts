// A site put in place repeatedly, its pages made by a stub: which of its search indexes are made, and which are kept.
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LastPut } from "../../../../src/build/last-put.ts";
import { prepare } from "../../../../src/build/prepare.ts";
import { putSite } from "../../../../src/build/put-site.ts";
import { builtinLayouts } from "../../../../src/eleventy/builtin-layouts.ts";
import { NOW, post, siteRoot, type Files } from "../../content/site-root.ts";
import { writeFiles } from "../../../support/files.ts";
import { filesBelow } from "../../../../src/files.ts";

const OLD = "content/posts/2025-01-02-a.md";
const NEW = "content/posts/2025-03-02-e.md";
const FILES: Files = {
  [OLD]: post("title: Un kayak"),
  "content/posts/2025-01-03-b.md": post("title: Deux kayaks"),
  "content/posts/2025-02-02-c.md": post("title: Trois kayaks"),
  "content/posts/2025-02-03-d.md": post("title: Quatre kayaks"),
  [NEW]: post("title: Cinq kayaks"),
};

interface Put {
  /** Folders of the indexes that were written. */
  made: string[];
  /** Path in the search folder → the file's bytes. */
  files: Map<string, string>;
}

/** `last` is what an earlier process put in place, to be reused; `saved` are the texts saved since. */
async function put(root: string, last?: LastPut, saved: readonly string[] = []): Promise<Put> {
  const builtin = builtinLayouts();
  const shards = { smallest: 2, most: 3 };
  const { prepared } = await prepare({ root, now: NOW, builtin, search: "indexed", shards });
  if (!prepared) throw new Error("refused");
  const output = join(root, "_site");
  const left = last?.leave();
  if (left) last?.resume({ ...left, prepared, saved });
  const before = new Set(entryFiles(output).values());
  await putSite({
    prepared,
    output,
    builtin: builtin.folder,
    cache: { trust: true, keep: true },
    last,
    render(pages, folder) {
      for (const page of pages) {
        writeFiles(folder, { [page.output]: page.url });
      }
      return Promise.resolve();
    },
  });
  const made = [...entryFiles(output)].flatMap(([folder, written]) => (before.has(written) ? [] : folder));
  return { made, files: filesIn(join(output, "pagefind")) };
}

/** Folder of each index → the inode and write time of its entry file. */
function entryFiles(output: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of [".", "fr-1", "fr-2", "fr-3"]) {
    const there = statSync(join(output, "pagefind", folder, "pagefind-entry.json"), {
      throwIfNoEntry: false,
    });
    if (there) found.set(folder, `${String(there.ino)} ${String(there.mtimeMs)}`);
  }
  return found;
}

function filesIn(folder: string): Map<string, string> {
  return new Map(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

/** The site after an edit; its indexes must be the same, byte for byte, as those of a build from nothing. */
async function edited(edit: (root: string) => void): Promise<Put> {
  const root = siteRoot(FILES);
  await put(root);
  edit(root);
  const after = await put(root);
  rmSync(join(root, ".cache"), { recursive: true });
  rmSync(join(root, "_site"), { recursive: true });
  const { files } = await put(root);
  expect([...after.files.keys()]).toEqual([...files.keys()]);
  for (const [file, bytes] of files) expect(after.files.get(file) === bytes, file).toBe(true);
  return after;
}

describe("the indexes of a large site", () => {
  it("are all made by the first build, and none when nothing changed", async () => {
    const root = siteRoot(FILES);
    const first = await put(root);
    expect(first.made).toEqual(["fr-1", "fr-2", "fr-3"]);
    const again = await put(root);
    expect(again.made).toEqual([]);
    expect(again.files).toEqual(first.files);
  });

  it("are made again only where a text changed", async () => {
    const { made } = await edited((root) => {
      writeFileSync(join(root, OLD), post("title: Une pirogue"));
    });
    expect(made).toEqual(["fr-1"]);
  });

  it("are made again only for a saved text when a site is reused, and keep their fingerprints otherwise", async () => {
    const root = siteRoot(FILES);
    const last = new LastPut();
    await put(root, last);
    writeFileSync(join(root, OLD), `${String(FILES[OLD])}\nUne pirogue.\n`);
    const after = await put(root, last, [OLD]);
    expect(after.made).toEqual(["fr-1"]);
    last.save();
    // Fingerprints cover all that an index is made from.
    expect((await put(root)).made).toEqual([]);
    for (const folder of [".cache", "_site"]) rmSync(join(root, folder), { recursive: true });
    expect(after.files).toEqual((await put(root)).files);
  });

  it("keep the files that an edit did not change, also in an index made again", async () => {
    const root = siteRoot(FILES);
    const { files } = await put(root);
    const inode = (file: string): number => statSync(join(root, "_site/pagefind", file)).ino;
    const before = new Map([...files.keys()].map((file) => [file, inode(file)]));
    writeFileSync(join(root, OLD), post("title: Une pirogue"));
    const { made, files: now } = await put(root);
    expect(made).toEqual(["fr-1"]);
    const stayed = [...now.keys()].filter(
      (file) => file.startsWith("fr-1/") && inode(file) === before.get(file),
    );
    expect(stayed).toContain("fr-1/pagefind.js");
    // The other post's.
    expect(stayed.filter((file) => file.startsWith("fr-1/fragment/"))).toHaveLength(1);
  });

  it("are made again where a text was added, and removed with their last text", async () => {
    const { made } = await edited((root) => {
      writeFileSync(join(root, "content/posts/2025-03-04-f.md"), post("title: Six kayaks"));
    });
    expect(made).toEqual(["fr-3"]);
    const without = await edited((root) => {
      rmSync(join(root, NEW));
    });
    expect(without.made).toEqual([]);
    expect([...without.files.keys()].some((file) => file.startsWith("fr-3/"))).toBe(false);
  });

  it("become a single one when few texts are left", async () => {
    const { made, files } = await edited((root) => {
      for (const file of Object.keys(FILES)) if (file !== OLD && file !== NEW) rmSync(join(root, file));
    });
    expect(made).toEqual(["."]);
    expect([...files.keys()].some((file) => file.startsWith("fr-"))).toBe(false);
  });

  it("are made again for the name or role of someone on the page of a term, and not for a portrait or a link", async () => {
    const people = (more: string): Files => ({
      "content/site.yaml": "title: Carnet\ntaxonomies: { promotion: { label: Promotion } }\n",
      "content/people.yaml": `une: { name: Équipe Une, promotion: EIG 4${more} }\n`,
    });
    const before = ", role: cartographie, links: [{ label: Site, url: 'https://une.example' }]";
    const root = siteRoot({ ...FILES, ...people(before) });
    const edit = (more: string): void => {
      writeFileSync(join(root, "content/people.yaml"), String(people(more)["content/people.yaml"]));
    };
    await put(root);
    edit(", role: cartographie");
    expect((await put(root)).made).toEqual([]);
    edit(", role: reportage");
    expect((await put(root)).made).toEqual(["fr-3"]);
    edit(", role: reportage, aliases: [Pôle Une]");
    expect((await put(root)).made).toEqual([]);
    writeFileSync(join(root, "content/people.yaml"), "une: { name: Équipe Une }\n");
    const { made, files } = await put(root);
    expect(made).toEqual(["fr-3"]);
    for (const folder of [".cache", "_site"]) rmSync(join(root, folder), { recursive: true });
    expect((await put(root)).files).toEqual(files);
  });

  it("are made again only where one of their files is missing", async () => {
    const { made } = await edited((root) => {
      rmSync(join(root, "_site/pagefind/fr-2"), { recursive: true });
    });
    expect(made).toEqual(["fr-2"]);
  });

  it("are kept beside the owner's files in their folder when a site is reused", async () => {
    const root = siteRoot({ ...FILES, "public/pagefind/fr-2/own.txt": "own" });
    const last = new LastPut();
    const first = await put(root, last);
    writeFileSync(join(root, OLD), `${String(FILES[OLD])}\nUne pirogue.\n`);
    const { made, files } = await put(root, last, [OLD]);
    expect(made).toEqual(["fr-1"]);
    const ofSecond = (all: Map<string, string>): string[] =>
      [...all.keys()].filter((file) => file.startsWith("fr-2/"));
    expect(ofSecond(files)).toEqual(ofSecond(first.files));
  });
});
