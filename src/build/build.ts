// A prepared site → its output. Pages whose fingerprint is that of the last build stay; the others are rendered into a staging
// folder, verified if code of the owner's wrote them, and published by a rename.
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkBuiltPages } from "../checks/built-pages.ts";
import type { SearchShard } from "../pages/search.ts";
import type { Page, Plan } from "../pages/types.ts";
import { decodeAddress } from "../urls.ts";
import { problem, topOf, type Problem } from "../problems.ts";
import { absoluteUrl, withBase } from "../site/site.ts";
import { stampOf, writeCopies } from "./disk.ts";
import { explain, pageNamed, type Explanation } from "./explain.ts";
import { createFingerprints } from "./fingerprints.ts";
import { Publication, type PublicationOptions } from "./output/publish.ts";
import { makePictures } from "./pictures/make.ts";
import { Pool } from "./pool.ts";
import type { Prepared } from "./prepare.ts";
import { makeIndexes, searchedShards, shardFingerprint } from "./search/indexes.ts";
import { outputName } from "./store.ts";

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

export interface BuildOptions extends PublicationOptions {
  prepared: Prepared;
  renderer: Renderer;
  /** Absent for a preview, which is not verified. */
  verify?: Verifying | undefined;
  /** Names a page: the build says why it made it again, or did not. */
  explain?: string | undefined;
  onPictures?: (done: number, total: number) => void;
  onIndex?: (done: number, total: number) => void;
}

interface Verifying {
  /** Path of the output in messages, relative to the site root: `_site`. */
  shownAs: string;
  /** All problems found in the sources. */
  told: readonly Problem[];
  /** Whether the problems found in the pages keep the old site. */
  refuses: (found: readonly Problem[]) => boolean;
}

export interface Built {
  /** Found since the site was prepared. */
  problems: readonly Problem[];
  /** The site that was restored before, after an earlier build was killed. */
  recovered: "old" | "new" | undefined;
  explanation?: Explanation | undefined;
  /** Absent if the old site stays. */
  published?: {
    changes: Changes;
    /** True if the owner declared their code pure, or there is none. */
    isPure: boolean;
    /** Absolute path of the old site, if it could not be removed. */
    leftover?: string;
  };
}

/** What a build changed in the output. */
export interface Changes {
  /** HTML pages that were rendered. */
  pages: number;
  /** Other files that were written, and files that were removed. */
  written: number;
  removed: number;
}

/** What is recorded of an output: by path, fingerprint, size and time. The files of a search index share a fingerprint. */
interface Outputs {
  files: ReadonlyMap<string, Stamp>;
  /** Paths of the pages that read more of the site than their own data. */
  readingSite: ReadonlySet<string>;
  /** Digest of the owner's code, if it was declared pure. */
  pure: string | undefined;
  /** Fingerprints of what all pages show, and of each text by its file: only to explain why a page is made again. */
  around: string;
  texts: ReadonlyMap<string, string>;
}

type Stamp = readonly [fingerprint: string, size: number, mtimeMs: number];

/** @throws MachineError; what the disk reports, and what the renderer throws. */
export async function buildSite(options: BuildOptions): Promise<Built> {
  const { prepared, output, renderer, verify } = options;
  const { plan, copies, jobs, store } = prepared;
  const { root } = plan.content.site;
  const name = `${outputName(root, output)}.files`;
  const fingerprintsOf = createFingerprints(prepared, renderer.digest ?? "");
  const pool = new Pool();
  const publication = await Publication.begin(options);
  const { staging, recovered } = publication;
  try {
    // Fingerprint. Code that may depend on anything makes all pages again.
    const stored = store.read(name) as Outputs | undefined;
    const isKnown = stored !== undefined && stored.pure === renderer.digest;
    const before = isKnown ? unchangedFiles(output, stored.files) : new Map<string, Stamp>();
    const readingSite = new Set(isKnown ? stored.readingSite : []);
    const fingerprints = new Map<string, string>();
    for (const page of plan.pages) {
      const own = fingerprintsOf.page(page);
      fingerprints.set(page.output, readingSite.has(page.output) ? fingerprintsOf.withSite(own) : own);
    }
    for (const copy of copies) fingerprints.set(copy.to, stampOf(copy));
    for (const { outputs } of jobs) for (const { to, name } of outputs) fingerprints.set(to, name);
    const { around } = fingerprintsOf;
    const texts = new Map(plan.content.texts.map((entry) => [entry.file, fingerprintsOf.entry(entry)]));
    const asked = options.explain === undefined ? undefined : pageNamed(options.explain, plan.pages);
    let explanation: Explanation | undefined = options.explain === undefined ? undefined : { why: "unknown" };
    if (asked !== undefined) {
      const page = fingerprints.get(asked.output);
      const last = stored && {
        ...stored,
        page: before.get(asked.output)?.[0],
        isNew: !stored.files.has(asked.output),
      };
      if (last !== undefined && !isKnown) explanation = { why: last.pure === undefined ? "owner" : "all" };
      else explanation = explain(last, { page, around, texts }, fingerprintsOf.textsOf(asked));
    }
    const shards: (SearchShard & { fingerprint: string })[] = [];
    for (const shard of searchedShards(plan)) {
      const fingerprint = shardFingerprint(shard, fingerprintsOf);
      const ofIndex = (files: ReadonlyMap<string, Stamp> = new Map()): string[] =>
        [...files].flatMap(([file, [of]]) => (of === fingerprint ? file : []));
      const files = ofIndex(before);
      if (files.length === 0 || files.length < ofIndex(stored?.files).length)
        shards.push({ ...shard, fingerprint });
      else for (const file of files) fingerprints.set(file, fingerprint);
    }
    const kept = new Set(
      [...fingerprints].flatMap(([file, of]) => (before.get(file)?.[0] === of ? file : [])),
    );

    // Render. Others make pictures and indexes while pages are rendered here.
    const pages = plan.pages.filter((page) => !kept.has(page.output));
    const control = new AbortController();
    const site = { root, folder: staging, pool, store };
    const making = { without: kept, signal: control.signal, onProgress: options.onPictures };
    const pictures = makePictures(jobs, site, making);
    const indexes = makeIndexes(shards, prepared, staging, pool, options.onIndex);
    let rendered: RenderedPages = { readingSite: [], isPure: isKnown };
    let unmade: string[];
    try {
      // If rendering fails first, nobody awaits them.
      for (const work of [pictures, indexes]) work.catch(() => undefined);
      const changed = copies.filter(({ to }) => !kept.has(to));
      await writeCopies(changed, staging);
      if (pages.length > 0) rendered = await renderer.render(pages, staging);
      unmade = await pictures;
      for (const [{ fingerprint }, files] of await indexes)
        for (const file of files) fingerprints.set(file, fingerprint);
    } catch (error) {
      control.abort();
      await pool.stop();
      throw error;
    } finally {
      // The folder may be about to be removed: nothing may be written there any more.
      await Promise.allSettled([pictures, indexes]);
    }
    // Pages name pictures that cannot be made; those of the next build will not.
    if (unmade.length > 0)
      return {
        recovered,
        problems: unmade.map((file) => problem("broken-image/now", topOf(file), { file })),
      };

    // Verify.
    let problems: readonly Problem[] = [];
    if (verify && renderer.isOwners) {
      const read = (file: string): string =>
        readFileSync(join(kept.has(file) ? output : staging, file), "utf8");
      problems = builtProblems(plan, verify, [...fingerprints.keys()], read);
      if (verify.refuses(problems)) return { recovered, problems };
    }

    // Publish.
    const { leftover } = publication.publish([...kept], { mixed: verify === undefined });

    // Note.
    const reading = new Set(rendered.readingSite);
    for (const page of pages) {
      const { output: path } = page;
      if (readingSite.has(path) === reading.has(page)) continue;
      const own = fingerprintsOf.page(page);
      fingerprints.set(path, reading.has(page) ? fingerprintsOf.withSite(own) : own);
      if (!readingSite.delete(path)) readingSite.add(path);
    }
    const isPure = renderer.digest === undefined || rendered.isPure;
    const files = stampsOf(output, fingerprints, before);
    const pure = isPure ? renderer.digest : undefined;
    store.write(name, { files, readingSite, pure, around, texts } satisfies Outputs);
    const html = pages.filter((page) => page.output.endsWith(".html")).length;
    const changes = {
      pages: html,
      written: fingerprints.size - kept.size - html,
      removed: [...(stored?.files.keys() ?? [])].filter((file) => !fingerprints.has(file)).length,
    };
    const published = { changes, isPure, ...(leftover && { leftover }) };
    return { problems, recovered, explanation, published };
  } finally {
    // The lock is released and staging removed even if a worker cannot be stopped.
    try {
      await pool.stop();
    } finally {
      publication.end();
    }
  }
}

/** The files that have not changed on the disk since they were recorded. */
function unchangedFiles(output: string, recorded: Outputs["files"]): Map<string, Stamp> {
  const files = new Map<string, Stamp>();
  for (const [file, [fingerprint, size, time]] of recorded) {
    const there = lstatSync(join(output, file), { throwIfNoEntry: false });
    if (there?.isFile() === true && there.size === size && isTime(there.mtimeMs, time))
      files.set(file, [fingerprint, size, there.mtimeMs]);
  }
  return files;
}

/** Tools that restore a cache in continuous integration may keep times only to the millisecond or the second. */
function isTime(there: number, noted: number): boolean {
  return Math.abs(there - noted) < 1 || there === Math.floor(noted / 1000) * 1000;
}

/** What to record of files that were just published, or stayed. */
function stampsOf(
  output: string,
  fingerprints: ReadonlyMap<string, string>,
  before: Outputs["files"],
): Map<string, Stamp> {
  const stamps = new Map<string, Stamp>();
  for (const [file, fingerprint] of fingerprints) {
    const known = before.get(file);
    const there = known?.[0] === fingerprint ? undefined : lstatSync(join(output, file));
    if (there) stamps.set(file, [fingerprint, there.size, there.mtimeMs]);
    else if (known) stamps.set(file, known);
  }
  return stamps;
}

/** Problems of the pages that layouts or code of the owner's wrote, without those that were reported in the sources. */
function builtProblems(
  plan: Plan,
  { told, shownAs }: Verifying,
  files: readonly string[],
  read: (file: string) => string,
): Problem[] {
  const { site } = plan.content;
  const written = plan.pages.filter((page) => page.layout !== null && page.output.endsWith(".html"));
  const addressed = told.flatMap(({ file, params: { href, src, to } }) =>
    [href, src, to].flatMap((one) => (typeof one === "string" ? { file, address: one } : [])),
  );
  // The `<head>` has the whole address, the rest of a page the path with the base path.
  const hrefs = new Set(
    addressed.flatMap(({ address }) =>
      [address, withBase(site, address), absoluteUrl(site, address)].map(readable),
    ),
  );
  // Addresses of a text are changed when it is rendered: what its source reports is not found by address.
  const sources = new Set(addressed.map(({ file }) => file));
  const reported = new Set(
    plan.pages.flatMap((page) => (page.entry && sources.has(page.entry.file) ? page.output : [])),
  );
  const problems = checkBuiltPages(
    written.map((page) => page.output),
    {
      ...{ site, files, read },
      isTold: ({ file, params: { href } }) =>
        typeof href === "string" && (reported.has(file) || hrefs.has(readable(href))),
    },
  );
  return problems.map((one) => ({ ...one, file: `${shownAs}/${one.file}` }));
}

const readable = (href: string): string => decodeAddress(href) ?? href;
