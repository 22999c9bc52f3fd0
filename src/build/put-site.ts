// A prepared site → its output: what stands there already and would be made of the same stays, the rest is rendered, looked
// at, and put in place. It is given what renders and what judges.
import { existsSync } from "node:fs";
import type { Page } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import { writeCopies } from "./copies.ts";
import { PageFiles } from "./page-files.ts";
import { createFingerprints, type Fingerprints } from "./fingerprints.ts";
import type { LastPut } from "./last-put.ts";
import { outputMemory, type Remembered } from "./output-memory.ts";
import { endPictures, killPictures } from "./picture-process.ts";
import type { StoreOptions } from "./picture-store.ts";
import type { Prepared } from "./prepare.ts";
import { publish, type Published, type PublishOptions, type Wait } from "./publish.ts";
import { renderSearched } from "./search.ts";
import { startPageThread, type PageThread } from "./page-thread.ts";
import { changesOf, jobOf, madeOf, type Changes, type Job } from "./site-job.ts";
import { verifySite, type Looked } from "./verify.ts";

/** What the owner's own configuration may do to pages. */
export interface OwnerEffect {
  /** Changes when the configuration does. */
  digest: string;
  /** True where it only adds what works on the values of one page: filters and shortcodes. */
  isLocal: boolean;
}

export interface PutOptions {
  prepared: Prepared;
  /** Absolute path of the output. */
  output: string;
  /** Folder of Carnet's own layouts. */
  builtin: string;
  owner?: OwnerEffect | undefined;
  /** Whether all that makes a page is Carnet's own: of many of those, some are looked at. */
  isOurs?: ((page: Page) => boolean) | undefined;
  cache: StoreOptions;
  /** Writes these pages into a folder, through `files` or by another hand of which it tells `files`. */
  render: (pages: readonly Page[], folder: string, files: PageFiles) => Promise<void>;
  /** Told what the pages are found to have; false keeps the old site. Without it, nothing is looked at. */
  judge?: Judging;
  /** Of a process that stays, and puts its site there again and again. */
  last?: LastPut | undefined;
  onPictures?: (done: number, total: number) => void;
  onIndex?: (done: number, total: number) => void;
  wait?: Wait;
  /** As `publish` tells it. */
  underWay?: PublishOptions["underWay"];
}

export interface Judging {
  /** Path of the output as problems name it. */
  shownAs: string;
  /** All that was found in the sources. */
  told: readonly Problem[];
  accept(found: readonly Problem[]): boolean;
}

export interface Put extends Published {
  changes: Changes;
}

/** Throws as `publish` does, and what `render` throws. */
export async function putSite(options: PutOptions): Promise<Put> {
  const { prepared, output } = options;
  let named: Named | undefined;
  let job: Job | undefined;
  let thread: PageThread | undefined;
  let looked: Looked | undefined;
  try {
    const published = await publish({
      output,
      async render(folder) {
        // Only now is no other process at work there. On a first build the thread gets ready while files are named.
        if (options.judge && !existsSync(output)) thread = startPageThread(prepared.plan, options.isOurs);
        named = nameFiles(options);
        const { made, names, since, recall } = named;
        job = { ...jobOf(prepared, made, names, since ?? recall()), folder, made };
        if (job.kept.size === 0 && options.judge) {
          thread ??= startPageThread(prepared.plan, options.isOurs);
          thread?.begin(folder, made.keys());
          job.thread = thread;
        }
        await makeFiles(job, options);
        return [...job.kept];
      },
      // A preview is its editor's alone.
      mixed: options.judge === undefined,
      ...(options.judge && {
        verify: async (folder, staged) => {
          const verified = await verifyJob({ folder, staged }, options, job);
          looked = verified.looked;
          return options.judge?.accept(verified.problems) ?? true;
        },
      }),
      settled: () => {
        named?.settle(looked);
      },
      ...(options.wait && { wait: options.wait }),
      underWay: (undo) =>
        options.underWay?.(() => {
          killPictures();
          thread?.halt();
          undo();
        }) ?? (() => undefined),
    });
    return { ...published, changes: changesOf(job) };
  } finally {
    await thread?.stop();
  }
}

/** What each file is made of, and what is known of those that stand; `settle` keeps it once the new ones do. */
function nameFiles({ prepared, output, owner, cache, builtin, last }: PutOptions): Named {
  const memory = outputMemory(prepared.plan.content.site.root, output, prepared.version, cache);
  const names = createFingerprints({ prepared, builtin, owner: owner?.digest ?? "" });
  const isLocal = owner?.isLocal !== false;
  const since = isLocal ? last?.since(prepared, output, names) : undefined;
  const made =
    since?.made ?? last?.nameAll((note) => madeOf(prepared, names, note)) ?? madeOf(prepared, names);
  return {
    ...{ names, made, since },
    recall: () => (isLocal ? memory.recall() : undefined),
    settle(looked) {
      const standing = memory.look(made, since?.standing);
      last?.keep({ prepared, output, made, standing, around: names.around });
      const keep = (): void => {
        memory.keep(standing, looked);
      };
      if (since) last?.saveLater(keep);
      else keep();
    },
  };
}

interface Named {
  names: Fingerprints;
  made: Map<string, string>;
  since: Remembered | undefined;
  recall: () => Remembered | undefined;
  settle: (looked: Looked | undefined) => void;
}

async function makeFiles(job: Job, options: PutOptions): Promise<void> {
  const { shards, folder: output, made } = job;
  const render = (): Promise<void> => writeSite(job, options);
  const indexes = { output, render, shards, onProgress: options.onIndex };
  for (const [{ name }, files] of await renderSearched(options.prepared, indexes))
    for (const file of files) made.set(file, name);
}

/** Picture files are made beside the pages; how far they are is said when only they are awaited. */
async function writeSite(job: Job, { prepared, render, judge, onPictures }: PutOptions): Promise<void> {
  const { folder, pages, kept, thread } = job;
  const control = new AbortController();
  let tell: PutOptions["onPictures"];
  const pictures = prepared.pictures.publish(folder, {
    signal: control.signal,
    without: kept,
    onProgress: (done, total) => tell?.(done, total),
  });
  // A preview may want more of them at its next save; a build needs the room.
  const settled = pictures.catch(() => undefined).then(() => (judge ? endPictures() : undefined));
  try {
    const copies = prepared.copies.filter(({ to }) => !kept.has(to));
    await writeCopies(copies, folder);
    if (pages.length > 0) await render(pages, folder, new PageFiles(folder, thread));
    await thread?.written();
    tell = onPictures;
    await pictures;
  } catch (error) {
    thread?.halt();
    throw error;
  } finally {
    // Begins no further one, and waits for those under way: the folder may then be removed.
    control.abort();
    await settled;
  }
}

/** A site that has other files than planned, which only an owner's own code can make, is looked at as it is. */
async function verifyJob(
  { folder, staged }: { folder: string; staged: readonly string[] },
  { prepared, output, judge, isOurs }: PutOptions,
  job: Job | undefined,
): Promise<ReturnType<typeof verifySite>> {
  const { kept, before, made, thread } = job ?? {};
  const planned = thread && staged.every((file) => made?.has(file));
  return verifySite(folder, {
    ...{ plan: prepared.plan, staged, kept, output, isOurs, before: before?.looked },
    ...{ told: judge?.told ?? [], shownAs: judge?.shownAs ?? "" },
    looked: planned === true ? await thread.end() : undefined,
  });
}
