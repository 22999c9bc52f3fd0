// A site root → everything a build needs: content, planned pages, HTML of each text, and all problems.
// `build`, `check`, `dev` and plain Eleventy all use it, so that they never disagree.
import { loadContent } from "../content/load.ts";
import type { Content } from "../content/types.ts";
import type { ShardSizes } from "../pages/search.ts";
import type { Plan, SearchMode } from "../pages/types.ts";
import type { Cover } from "../pages/views.ts";
import type { Problem } from "../problems.ts";
import type { BuildMemory, Caches } from "./build-memory.ts";
import { runningVersion } from "./kept/code-version.ts";
import { openHeadCache } from "./kept/heads.ts";
import { leaver, type Leave, type Left } from "./left-texts.ts";
import type { Logo } from "./pictures/logo.ts";
import type { StoreOptions } from "./pictures/store.ts";
import type { SitePictures } from "./pictures/pictures.ts";
import { prepareContent } from "./prepare-content.ts";
import { problemsOf } from "./saved-texts.ts";
import { takeUp } from "./take-up.ts";
import type { Copy } from "./machine/copies.ts";
import type { DigestedText } from "./texts/stored-text.ts";
import { openTextCache } from "./texts/cache.ts";
import { TextThread } from "./texts/thread.ts";

/** From this number of texts, it is worth rendering some before all are read. */
const WORTH_AN_EARLY_THREAD = 500;

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
  /** Called as texts are rendered. */
  onProgress?: (done: number, total: number) => void;
  /** Whether `.cache/` is read, and whether anything is stored there; both by default. */
  cache?: StoreOptions;
  /** What the same process read before, if it keeps running. */
  memory?: BuildMemory | undefined;
  /** Sources that changed since, if all of them are known. */
  changed?: readonly string[] | undefined;
  /** What an earlier build stored, if only texts were saved since. */
  left?: Left | undefined;
  /** Called when a picture's pixels are read, with its source file. */
  onDecode?: (file: string) => void;
}

export interface Prepared {
  /** Version of the running Carnet: what another version stored is ignored. */
  version: string;
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
  /** Picture files, made and written on request. */
  pictures: SitePictures;
}

/** `prepared` is absent only if nothing can be built; `problems` always holds all of them. */
export interface PreparedSite {
  prepared?: Prepared;
  content?: Content;
  problems: Problem[];
  /** True if the stored site was reused. */
  resumed?: true;
  /** Returns what to store of it for the next build. */
  leave?: Leave;
}

export async function prepare(options: PrepareOptions): Promise<PreparedSite> {
  const { root, cache = { trust: true, keep: true }, memory, left } = options;
  const resaved = await memory?.takeUp(options);
  if (resaved) return resaved;
  const version = runningVersion();
  const open = (): Caches => ({
    heads: openHeadCache(root, version, cache),
    texts: openTextCache(root, version, cache),
  });
  const caches = memory ? memory.caches(open) : open();
  const how = { ...options, cache, version };
  if (!left) return prepareAnew({ ...how, caches });
  // Caches are opened again: what the failed attempt asked of them must not count as part of the site.
  return (await takeUp(left, { ...how, caches })) ?? prepareAnew({ ...how, caches: open() });
}

export interface Preparing extends PrepareOptions {
  cache: StoreOptions;
  version: string;
  caches: Caches;
}

async function prepareAnew(options: Preparing): Promise<PreparedSite> {
  const { memory, caches } = options;
  const { heads, texts } = caches;
  let thread: TextThread | undefined;
  try {
    const { content, problems } = await loadContent({
      ...options,
      builtinLayouts: options.builtin.names,
      memory: memory?.entries,
      heads: (settings) => heads.under(settings),
      onEntries: (site, files, count) => {
        if (!texts.isEmpty || count < WORTH_AN_EARLY_THREAD) return undefined;
        const started = (thread = new TextThread({ site, files }));
        return (entry) => {
          started.read(entry);
        };
      },
    });
    heads.save();
    if (!content) return { problems };
    const workings = await prepareContent(content, { ...options, texts, problems, thread });
    texts.save();
    memory?.keep(workings, options);
    return {
      ...{ content, prepared: workings.prepared, problems: problemsOf(workings) },
      leave: leaver(workings, caches),
    };
  } finally {
    await thread?.stop();
  }
}
