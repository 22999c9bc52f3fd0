// A prepared site and its output → what must be made and what stays, according to fingerprints.
import type { SearchShard } from "../pages/search.ts";
import type { Page, Plan } from "../pages/types.ts";
import { stampOf } from "./machine/copies.ts";
import type { Fingerprints, Shown } from "./fingerprints.ts";
import type { Remembered } from "./kept/output-memory.ts";
import type { Prepared } from "./prepare.ts";
import { holdsSaved, searchedShards, shardName, type NamedShard } from "./search/shards.ts";

export interface Job {
  /** An empty folder. */
  folder: string;
  pages: readonly Page[];
  kept: Set<string>;
  before: Remembered | undefined;
  /** Shards whose indexes must be made: those of the others are up to date, or not needed. */
  shards: readonly NamedShard[];
  /** All files, with their fingerprints. */
  made: Map<string, string>;
}

export function jobOf(
  { plan }: Prepared,
  { made, names }: { made: Map<string, string>; names: Fingerprints },
  before: Remembered | undefined,
  saved?: ReadonlySet<string>,
): Pick<Job, "pages" | "kept" | "before" | "shards"> {
  const kept = new Set(
    before && [...made].flatMap(([file, name]) => (before.files.get(file) === name ? file : [])),
  );
  const pages = plan.pages.filter(({ output }) => !kept.has(output));
  const shards: NamedShard[] = [];
  for (const { shard, there } of shardsThere(plan, before)) {
    // The owner may have files there too.
    const [, left] = [...there].find(([file]) => !made.has(file)) ?? [];
    const stays = saved && left !== undefined && !holdsSaved(shard, saved);
    const name = stays ? left : shardName(shard, names);
    const standing = [...there].filter(([, of]) => of === name);
    if (standing.length === 0 || before?.lost.has(name)) {
      shards.push({ ...shard, name });
      continue;
    }
    for (const [file] of standing) {
      made.set(file, name);
      kept.add(file);
    }
  }
  return { pages, kept, before, shards };
}

/** Shards with the files that are in their folders. */
function shardsThere(
  plan: Plan,
  before: Remembered | undefined,
): { shard: SearchShard; there: Map<string, string> }[] {
  const all = searchedShards(plan).map((shard) => ({ shard, there: new Map<string, string>() }));
  for (const [file, name] of all.length > 0 ? (before?.files ?? []) : [])
    all.find(({ shard }) => file.startsWith(shard.folder.slice(1)))?.there.set(file, name);
  return all;
}

/** The files of a site, except its search indexes. */
export function filesOf({ plan, copies, pictures }: Prepared): string[] {
  return [...plan.pages.map(({ output }) => output), ...[...copies, ...pictures.files].map(({ to }) => to)];
}

/** The same files, with their fingerprints. */
export function madeOf(
  { plan, copies, pictures }: Prepared,
  names: Fingerprints,
  note?: (page: Page, shown: Shown) => void,
): Map<string, string> {
  const nameOf = (page: Page): string => {
    if (!note) return names.page(page);
    const shown: Shown = { entries: new Set(), around: false };
    const name = names.page(page, shown);
    note(page, shown);
    return name;
  };
  return new Map([
    ...plan.pages.map((page): [string, string] => [page.output, nameOf(page)]),
    ...copies.map((copy): [string, string] => [copy.to, stampOf(copy)]),
    ...pictures.files.map(({ to, name }): [string, string] => [to, name]),
  ]);
}

/** State on disk of the files that stay, if they were inspected. */
export function looksOf({ kept, before }: Job): ReadonlyMap<string, string> | undefined {
  return before?.looks && new Map([...before.looks].filter(([file]) => kept.has(file)));
}

/** What a build changed in the output. */
export interface Changes {
  /** HTML pages that were rendered. */
  pages: number;
  /** Other files that were written, and files that were removed. */
  written: number;
  removed: number;
}

export function changesOf(job: Job | undefined): Changes {
  if (job === undefined) return { pages: 0, written: 0, removed: 0 };
  const { pages, kept, before, made } = job;
  const rendered = pages.filter((page) => page.output.endsWith(".html")).length;
  const written = [...made.keys()].filter((file) => !kept.has(file)).length - rendered;
  const removed = [...(before?.files.keys() ?? [])].filter((file) => !made.has(file)).length;
  return { pages: rendered, written, removed };
}
