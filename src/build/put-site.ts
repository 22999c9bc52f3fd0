// A prepared site → its output: files there whose fingerprint is unchanged stay; the rest is rendered, verified and published.
// The code that renders and the code that judges problems are passed in.
import { existsSync } from "node:fs";
import type { Page, Plan } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import type { PageFiles } from "./pages/files.ts";
import { IndexesUnderWay } from "./search/under-way.ts";
import { nameFiles, type Named, type Naming } from "./named-files.ts";
import { killPictures } from "./pictures/process.ts";
import { PicturesUnderWay } from "./pictures/under-way.ts";
import { makeFiles, type Making } from "./site-making.ts";
import type { Wait } from "./output/lock.ts";
import { publish, type Published, type PublishOptions, type Stay } from "./output/publish.ts";
import { startPageThread, type PageThread } from "./pages/thread.ts";
import { holdsSaved, searchedShards } from "./search/shards.ts";
import { changesOf, jobOf, looksOf, type Changes, type Job } from "./site-job.ts";
import { lookedAt } from "./pages/looked-at.ts";
import { stayingPages, type Looked, type Staying } from "./pages/staying-pages.ts";
import { checkPages, verifySite, type Ahead } from "./pages/verify.ts";

export interface PutOptions extends Omit<Naming, "isPreview"> {
  /** Whether a page is made by Carnet alone: of many of those, a sample is verified. */
  isOurs?: ((page: Page) => boolean) | undefined;
  /** Writes these pages into a folder, through `files` or with other code that reports them to `files`. */
  render: (pages: readonly Page[], folder: string, files: PageFiles) => Promise<void>;
  /** Receives the problems found in the pages; false keeps the old site. Without it, nothing is verified. */
  judge?: Judging;
  onPictures?: (done: number, total: number) => void;
  onIndex?: (done: number, total: number) => void;
  wait?: Wait;
  /** As in `publish`. */
  underWay?: PublishOptions["underWay"];
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
  /** State on disk of the files that stay, if all of them were inspected. */
  looks?: ReadonlyMap<string, string> | undefined;
}

/** The state of one call. */
interface Run {
  named?: Named;
  making?: Making;
  thread?: PageThread | undefined;
  indexes?: IndexesUnderWay;
  looked?: Looked | undefined;
  /** What was found as soon as the pages were written. */
  ahead?: Ahead;
  /** The files that were written, if no code of the owner can have written others. */
  staged?: readonly string[];
}

/** @throws as `publish` does, and what `render` throws. */
export async function putSite(options: PutOptions): Promise<Put> {
  const run: Run = {};
  try {
    const published = await publish({
      output: options.output,
      render: (folder, stay) => makeInto(folder, { run, stay }, options),
      staged: () => run.staged,
      // Only its editor sees a preview.
      mixed: options.judge === undefined,
      ...(options.judge && {
        verify: async (folder, staged) => {
          const verified = await verifyJob({ folder, staged }, options, run);
          run.looked = verified.looked;
          return options.judge?.accept(verified.problems) ?? true;
        },
      }),
      settled: () => {
        run.named?.settle(run.looked);
      },
      ...(options.wait && { wait: options.wait }),
      underWay: (undo) =>
        options.underWay?.(() => {
          killPictures();
          run.thread?.halt();
          run.indexes?.halt();
          undo();
        }) ?? (() => undefined),
    });
    const { job } = run.making ?? {};
    const looks = published.untouched && job ? looksOf(job) : undefined;
    return { ...published, changes: changesOf(job), looks };
  } finally {
    await run.thread?.stop();
    await run.indexes?.stop();
  }
}

/** Makes the site in an empty folder that no other process uses; returns the files that stay in the output. */
async function makeInto(
  folder: string,
  { run, stay }: { run: Run; stay: Stay },
  options: PutOptions,
): Promise<string[]> {
  const { prepared, output, judge, isOurs } = options;
  const begin = (without: ReadonlySet<string>): PicturesUnderWay =>
    // A preview may need the process again at its next save; a build needs the memory.
    new PicturesUnderWay(prepared.pictures, { folder, without, last: judge !== undefined });
  // On a first build, other threads and processes start before fingerprints are computed.
  const isFirst = !existsSync(output);
  if (judge && isFirst) run.thread = startPageThread(prepared.plan, { isOurs });
  let pictures = isFirst ? begin(new Set()) : undefined;
  // An index with a saved text must be made again, and takes longer than all the rest.
  const saved = options.last?.saved(prepared) ?? new Set();
  const first = searchedShards(prepared.plan).filter((shard) => isFirst || holdsSaved(shard, saved));
  const indexes = (run.indexes = new IndexesUnderWay(prepared, { folder, output }, first));
  try {
    const named = (run.named = nameFiles({ ...options, isPreview: judge === undefined }));
    const { made, since } = named;
    const before = since ?? named.recall();
    const job = { ...jobOf(prepared, named, before, since?.saved), folder, made };
    indexes.want(job.shards, [...(before?.files.keys() ?? [])]);
    const making: Making = (run.making = { job, indexes, pictures: (pictures ??= begin(job.kept)) });
    if (judge) beginThread(making, { run, plan: prepared.plan, output, isOurs });
    // The owner's code, where it renders, may write anything, even through a hard link into the published site.
    const isAlone = isOurs && job.pages.every(isOurs);
    if (isAlone && job.kept.size < made.size) stay([...job.kept], made.size);
    if (judge && isAlone && !making.thread) making.rendered = () => (run.ahead = lookAhead(making, options));
    await makeFiles(making, options);
    if (isAlone) run.staged = [...made.keys()].filter((file) => !job.kept.has(file)).sort();
    return [...job.kept];
  } catch (error) {
    // The folder is about to be removed.
    run.thread?.halt();
    indexes.halt();
    throw error;
  } finally {
    await pictures?.halt();
  }
}

/** Has many pages written and verified on a thread, as well as those that stay but whose findings are no longer valid. */
function beginThread(
  making: Making,
  { run, plan, output, isOurs }: { run: Run; plan: Plan } & Pick<PutOptions, "output" | "isOurs">,
): void {
  const { folder, pages, kept } = making.job;
  const thread = (run.thread ??= startPageThread(plan, { isOurs, pages }));
  if (!thread) return;
  const { files, staying } = stayingNow(making.job, plan, output);
  making.thread = thread;
  making.staying = staying;
  thread.begin(folder, { files, kept, output, linked: staying.linked });
  thread.wrote(plan.pages.filter((page) => kept.has(page.output) && !staying.stays(page.output)));
}

/** Verifies few pages on this thread, while other processes make what is still missing. */
function lookAhead({ job }: Making, { prepared: { plan }, output, isOurs }: PutOptions): Ahead {
  const { files, staying } = stayingNow(job, plan, output);
  const checked = checkPages(job.folder, {
    ...{ plan, output, files, kept: job.kept, staying },
    wanted: lookedAt(plan, isOurs),
  });
  return { staying, checked, isOfTexts: false };
}

/** The planned files, before those of indexes are known, and which pages need not be verified. */
function stayingNow(
  { kept, made, before, shards }: Job,
  plan: Plan,
  output: string,
): { files: string[]; staying: Staying } {
  const files = [...made.keys()];
  const coming = shards.map((shard) => shard.folder.slice(1));
  return { files, staying: stayingPages({ plan, files, coming, kept, output, before: before?.looked }) };
}

/** If the site has other files than planned, which only the owner's code can make, earlier findings are not used. */
async function verifyJob(
  { folder, staged }: { folder: string; staged: readonly string[] },
  { prepared, output, judge, isOurs }: PutOptions,
  { making, ahead }: Run,
): Promise<ReturnType<typeof verifySite>> {
  const { kept, before, made } = making?.job ?? {};
  const { thread, staying } = making ?? {};
  const isPlanned = staged.every((file) => made?.has(file));
  const onThread = async (): Promise<Ahead | undefined> =>
    thread && staying && { staying, checked: await thread.end(), isOfTexts: true };
  return verifySite(folder, {
    ...{ plan: prepared.plan, staged, kept, output, isOurs, before: before?.looked },
    ...{ told: judge?.told ?? [], shownAs: judge?.shownAs ?? "" },
    ahead: isPlanned ? (ahead ?? (await onThread())) : undefined,
  });
}
