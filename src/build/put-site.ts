// A prepared site → its output: files there whose fingerprint is unchanged stay; the rest is rendered, verified and published.
import { writeFileSync } from "node:fs";
import type { SearchShard } from "../pages/search.ts";
import type { Page } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import { explainPage, type Explanation } from "./explain.ts";
import { createFingerprints, type Fingerprints } from "./fingerprints.ts";
import { writeCopies } from "./machine/copies.ts";
import { Folders } from "./machine/folders.ts";
import type { Wait } from "./output/lock.ts";
import { publish, type Published, type PublishOptions } from "./output/publish.ts";
import { manifestOf, nameFiles, recallOutputs, stampsOf, storeOutputs, type Outputs } from "./outputs.ts";
import { publishPictures } from "./pictures/publish.ts";
import { Pool } from "./pool.ts";
import type { Memory, Prepared } from "./prepare.ts";
import { changedTexts } from "./saved-texts.ts";
import { holdsSaved, makeIndexes, searchedShards, shardName } from "./search/indexes.ts";
import { verifyPages } from "./verify.ts";

/** What writes the pages of a site: Nunjucks alone, or Eleventy with the code of the site's owner. */
export interface Renderer {
  /** Digest of the owner's code and data, which pages depend on; absent if there are none. */
  digest?: string | undefined;
  /** True if code or layouts of the owner's write pages, which are then verified. */
  isOwners: boolean;
  /** Writes these pages into a folder. */
  render(pages: readonly Page[], folder: string): Promise<RenderedPages>;
}

export interface RenderedPages {
  /** Those that read more of the site than their own data. */
  readingSite: readonly Page[];
  /** True if the owner declared that what their code returns depends on its arguments alone. */
  isPure: boolean;
}

export interface PutOptions {
  prepared: Prepared;
  /** The only texts that were saved since the output was published, if that is known. */
  saved?: readonly string[] | undefined;
  /** Absolute path of the output. */
  output: string;
  /** Folder of Carnet's own layouts. */
  builtin: string;
  renderer: Renderer;
  /** For a process that publishes its site repeatedly. */
  memory?: Memory | undefined;
  /** Receives the problems found in the pages; false keeps the old site. Absent for a preview. */
  judge?: Judging;
  onPictures?: (done: number, total: number) => void;
  onIndex?: (done: number, total: number) => void;
  wait?: Wait;
  /** As in `publish`. */
  underWay?: PublishOptions["underWay"];
  /** A page of which to say why it was made again, or was not. */
  explain?: string | undefined;
}

interface Judging {
  /** Path of the output in messages. */
  shownAs: string;
  /** All problems found in the sources. */
  told: readonly Problem[];
  accept(found: readonly Problem[]): boolean;
}

export interface Put extends Published {
  changes: Changes;
  /** True if the owner declared their code pure, or there is none. */
  isPure: boolean;
  /** State of the output's manifest at that moment: another command may publish there since. */
  manifest: string;
  explanation?: Explanation | undefined;
}

/** What a build changed in the output. */
export interface Changes {
  /** HTML pages that were rendered. */
  pages: number;
  /** Other files that were written, and files that were removed. */
  written: number;
  removed: number;
}

/** @throws as `publish` does, what the renderer throws, and BrokenPictures. */
export async function putSite(options: PutOptions): Promise<Put> {
  const { prepared, saved, output, renderer, memory, judge } = options;
  const { plan } = prepared;
  const names = createFingerprints({ prepared, builtin: options.builtin, owner: renderer.digest ?? "" });
  const pool = new Pool();
  let making: Making | undefined;
  let explanation: Explanation | undefined;
  let manifest = "";
  let outputs: Omit<Outputs, "files" | "manifest"> | undefined;
  try {
    const published = await publish({
      output,
      // Only its editor sees a preview.
      mixed: judge === undefined,
      async render(folder) {
        // The lock is held from here on: what is known of the output stays true.
        const recalled = recallOutputs(prepared, output, memory?.outputs);
        // Code that may depend on anything makes all pages again.
        const isKnown = renderer.digest === undefined || recalled?.pure === renderer.digest;
        const before = isKnown ? recalled : undefined;
        const { fingerprints, showing, anything } = nameFiles(prepared, names, before, saved);
        if (options.explain !== undefined) {
          const changed = saved ?? changedTexts(prepared, output);
          const known = { plan, before: recalled, isKnown, fingerprints, around: names.around };
          explanation = explainPage(options.explain, { ...known, changed, showing });
        }
        making = whatToMake(prepared, names, fingerprints, { before, saved });
        const rendered = await makeFiles(making, folder, pool, options);
        const readingSite = new Set(before?.readingSite);
        for (const { output: path } of rendered.readingSite) {
          if (!readingSite.has(path)) fingerprints.set(path, names.withSite(fingerprints.get(path) ?? ""));
          readingSite.add(path);
        }
        const isPure = making.pages.length > 0 ? rendered.isPure : isKnown;
        outputs = {
          around: names.around,
          showing,
          anything,
          readingSite,
          pure: isPure ? renderer.digest : undefined,
        };
        return [...making.kept];
      },
      ...(judge && {
        verify: (folder) => {
          if (!making || !renderer.isOwners) return judge.accept([]);
          const files = [...making.fingerprints.keys()];
          // Those that stay were verified when they were made; a build that reads the whole site reports them again.
          const pages = saved ? making.pages : plan.pages;
          return judge.accept(verifyPages(folder, { ...judge, ...making, plan, output, pages, files }));
        },
      }),
      settled() {
        if (!making || !outputs) return;
        const { fingerprints, before } = making;
        const files = stampsOf(output, fingerprints, before);
        manifest = manifestOf(output);
        const settled = { ...outputs, files, manifest };
        if (memory) memory.outputs = settled;
        if (!memory || !saved) storeOutputs(prepared, output, settled);
      },
      ...(options.wait && { wait: options.wait }),
      ...(options.underWay && { underWay: options.underWay }),
    });
    const isPure = outputs?.pure === renderer.digest;
    return { ...published, changes: changesOf(making), isPure, manifest, explanation };
  } finally {
    await pool.stop();
  }
}

interface Making {
  before: Outputs | undefined;
  /** All files, with their fingerprints. */
  fingerprints: Map<string, string>;
  /** Those that stay in the output. */
  kept: Set<string>;
  pages: readonly Page[];
  /** Shards whose indexes must be made: those of the others are up to date, or not needed. */
  shards: readonly (SearchShard & { name: string })[];
}

function whatToMake(
  { plan }: Prepared,
  names: Fingerprints,
  fingerprints: Map<string, string>,
  { before, saved }: { before: Outputs | undefined; saved: PutOptions["saved"] },
): Making {
  const isSame = (file: string, name: string): boolean => before?.files.get(file)?.[0] === name;
  const kept = new Set([...fingerprints].flatMap(([file, name]) => (isSame(file, name) ? file : [])));
  const shards: (SearchShard & { name: string })[] = [];
  for (const shard of searchedShards(plan)) {
    // The owner may have files there too.
    const there = [...(before?.files ?? [])].filter(
      ([file]) => file.startsWith(shard.folder.slice(1)) && !fingerprints.has(file),
    );
    const [, [published = ""] = []] = there[0] ?? [];
    const isSaved =
      saved === undefined || before?.around !== names.around || holdsSaved(shard, new Set(saved));
    const name = isSaved ? shardName(shard, names) : published;
    if (published !== name || before?.lost?.has(name) === true || name === "") {
      shards.push({ ...shard, name: isSaved ? name : shardName(shard, names) });
      continue;
    }
    for (const [file] of there) {
      fingerprints.set(file, name);
      kept.add(file);
    }
  }
  const pages = plan.pages.filter((page) => !kept.has(page.output));
  return { before, fingerprints, kept, pages, shards };
}

/** Writes all that is to be made. Only then are the files of indexes known, and which of them stay. */
async function makeFiles(
  { fingerprints, kept, pages, shards, before }: Making,
  folder: string,
  pool: Pool,
  { prepared, output, renderer, onPictures, onIndex }: PutOptions,
): Promise<RenderedPages> {
  const { plan, copies, jobs, store } = prepared;
  const control = new AbortController();
  // Others make them while pages are rendered here.
  const pictures = publishPictures(jobs, {
    ...{ root: plan.content.site.root, folder, pool, without: kept },
    ...{ signal: control.signal, store: store.pictures, onProgress: onPictures },
  });
  const indexes = makeIndexes(shards, prepared, {
    ...{ pool, folder, output, before: new Set(before?.files.keys()), onProgress: onIndex },
  });
  // If rendering fails first, nobody awaits them.
  for (const work of [pictures, indexes]) work.catch(() => undefined);
  try {
    await writeCopies(
      copies.filter(({ to }) => !kept.has(to)),
      folder,
    );
    const rendered =
      pages.length > 0 ? await renderer.render(pages, folder) : { readingSite: [], isPure: false };
    await pictures;
    const made = await indexes;
    for (const shard of shards) {
      const index = made.get(shard.folder);
      for (const file of index?.files ?? []) fingerprints.set(file, shard.name);
      for (const file of index?.kept ?? []) kept.add(file);
    }
    return rendered;
  } catch (error) {
    control.abort();
    await pool.stop();
    throw error;
  } finally {
    // The folder may be about to be removed: nothing may be written there any more.
    await Promise.allSettled([pictures, indexes]);
  }
}

/** Writes text files of a site. */
export function pageWriter(folder: string): (page: Page, text: string) => void {
  const folders = new Folders(folder);
  return ({ output }, text) => {
    writeFileSync(folders.room(output), text);
  };
}

function changesOf(making: Making | undefined): Changes {
  if (making === undefined) return { pages: 0, written: 0, removed: 0 };
  const { pages, kept, before, fingerprints } = making;
  const rendered = pages.filter((page) => page.output.endsWith(".html")).length;
  const written = [...fingerprints.keys()].filter((file) => !kept.has(file)).length - rendered;
  const removed = [...(before?.files.keys() ?? [])].filter((file) => !fingerprints.has(file)).length;
  return { pages: rendered, written, removed };
}
