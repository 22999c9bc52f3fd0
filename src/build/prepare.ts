// A site root → everything a build needs: content, planned pages, HTML of each text, and all problems.
// `build`, `check`, `dev` and plain Eleventy all use it, so that they never disagree.
import { EntryMemory } from "../content/entry.ts";
import { loadContent } from "../content/load.ts";
import { sameUntil } from "../content/collections.ts";
import type { Content } from "../content/types.ts";
import type { ShardSizes } from "../pages/search.ts";
import type { Cover, Plan, SearchMode } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import type { SourceFile } from "../files.ts";
import type { Copy } from "./machine/copies.ts";
import { storeOutputs, type Outputs } from "./outputs.ts";
import type { PictureJob } from "./pictures/jobs.ts";
import type { Logo } from "./pictures/logo.ts";
import { prepareSite } from "./prepare-site.ts";
import { problemsOf, renderSaved, resumeSite, type Workings } from "./saved-texts.ts";
import { Store } from "./store.ts";
import type { DigestedText } from "./texts/render.ts";

export interface PrepareOptions {
  /** Absolute path of the site root. */
  root: string;
  now: Date;
  /** True if someone set `now`, instead of the clock. */
  pretended?: boolean | undefined;
  /** Absolute path of Carnet's own layouts, and their names. */
  builtin: { folder: string; names: readonly string[] };
  drafts?: boolean;
  future?: boolean;
  url?: string;
  basePath?: string;
  /** Without it, the site has no search. */
  search?: SearchMode | undefined;
  /** Only tests pass other sizes than Carnet's own. */
  shards?: ShardSizes | undefined;
  /** Whether texts are linted too. */
  lint?: boolean | undefined;
  /** Called as texts are rendered. */
  onProgress?: (done: number, total: number) => void;
  /** What earlier builds stored; by default, that of the site is read and written. */
  store?: Store | undefined;
  /** What the same process prepared before, if it keeps running, and the sources saved since, if all of them are known. */
  memory?: Memory | undefined;
  changed?: readonly string[] | undefined;
  /** The output of the last build, if only these texts were saved since, and the present files of the site. */
  resume?: { output: string; saved: readonly string[]; files: ReadonlyMap<string, SourceFile> } | undefined;
}

export interface Preparing extends PrepareOptions {
  store: Store;
}

export interface Prepared {
  plan: Plan;
  /** HTML and facts of every post and page, including withheld ones, by source file. */
  rendered: ReadonlyMap<string, DigestedText>;
  covers: ReadonlyMap<string, Cover>;
  /** Addresses of the theme's files, by the names that layouts use. */
  assets: Readonly<Record<string, string>>;
  /** The picture before the site's title. */
  logo?: Logo | undefined;
  /** Files to copy beside the pages: absolute path of the source, path in the output. */
  copies: readonly Copy[];
  /** Picture files to make. */
  jobs: readonly PictureJob[];
  store: Store;
}

/** `prepared` is absent only if nothing can be built; `problems` always holds all of them. */
export interface PreparedSite {
  prepared?: Prepared;
  content?: Content;
  problems: Problem[];
  /** What can be stored of the site. */
  workings?: Workings;
  /** Source files of the texts that alone were rendered, if the site is otherwise the one that was prepared before. */
  saved?: readonly string[];
}

/** What a process that prepares a site repeatedly holds of it. */
export class Memory {
  readonly entries = new EntryMemory();
  readonly store: Store;
  /** The output as it was last published. */
  outputs: Outputs | undefined;
  site: { workings: Workings; from: Date; until: Date } | undefined;

  constructor(store: Store) {
    this.store = store;
  }

  /** Writes what the next process can use. If this one is killed before, the next one only has more work. */
  save(output: string): void {
    this.store.save();
    if (this.outputs && this.site) storeOutputs(this.site.workings.prepared, output, this.outputs);
  }
}

export async function prepare(options: PrepareOptions): Promise<PreparedSite> {
  const { root, memory, changed = [], resume } = options;
  const store = memory?.store ?? options.store ?? new Store(root, { trust: true, keep: true });
  const preparing: Preparing = { ...options, store };
  const kept = memory && (await renderKept(memory, options));
  if (kept) return prepared(kept, changed);
  const resumed = resume && (await resumeSite(preparing, resume.output, resume));
  if (resumed) {
    store.save();
    return prepared(resumed, resume.saved);
  }
  const { content, problems } = await loadContent({
    ...options,
    builtinLayouts: options.builtin.names,
    memory: memory?.entries,
  });
  if (!content) return { problems };
  const workings = await prepareSite(content, { ...preparing, problems });
  if (memory) memory.site = { workings, from: options.now, until: sameUntil(content, options.now) };
  else store.save();
  return prepared(workings);
}

function prepared(workings: Workings, saved?: readonly string[]): PreparedSite {
  const { content, prepared: site } = workings;
  return { content, prepared: site, problems: problemsOf(workings), workings, ...(saved && { saved }) };
}

/** The last prepared site with the texts saved since; `undefined` if anything else may differ. */
async function renderKept(memory: Memory, { now, changed }: PrepareOptions): Promise<Workings | undefined> {
  const last = memory.site;
  memory.site = undefined;
  if (last && last.from <= now && now < last.until && changed) {
    const { workings } = last;
    if (await renderSaved(workings, changed, (source) => memory.entries.reread(source))) {
      memory.site = last;
      return workings;
    }
  }
  memory.entries.forget(changed ?? []);
  memory.outputs = undefined;
  return undefined;
}
