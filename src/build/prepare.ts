// From a site root to everything a build needs: content, planned pages, HTML of each text, and all problems.
// One way for `build`, `check`, `dev` and plain Eleventy, so that they never disagree.
import { join } from "node:path";
import { contentChecks } from "../checks/content-checks.ts";
import { loadContent } from "../content/load.ts";
import type { Content } from "../content/types.ts";
import { createPictureIndex } from "../images/facts.ts";
import type { ShardSizes } from "../pages/search-shards.ts";
import type { Cover, Plan, SearchMode } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import type { BuildMemory, Caches } from "./build-memory.ts";
import { runningVersion } from "./code-version.ts";
import { settleCovers, undescribedCovers } from "./covers.ts";
import { openHeadCache } from "./head-cache.ts";
import { findLogo, type Logo } from "./logo.ts";
import { pageAnchors } from "./page-anchors.ts";
import { openPictureStore, type StoreOptions } from "./picture-store.ts";
import type { PictureRun } from "./picture-verdicts.ts";
import { sitePictures, type SitePictures } from "./pictures.ts";
import { renderSite } from "./rendered-site.ts";
import { linkableFiles, siteFiles, type Copy } from "./site-files.ts";
import { entriesOf, problemsOf, type Workings } from "./saved-texts.ts";
import { openTextCache, type TextCache } from "./text-cache.ts";
import { TextThread } from "./text-thread.ts";
import type { DigestedText } from "./stored-text.ts";
import { themeAssets } from "./theme.ts";

/** Texts from which it is worth while to render some before all are read. */
const WORTH_AN_EARLY_THREAD = 500;

export interface PrepareOptions {
  /** Absolute path of the site root. */
  root: string;
  now: Date;
  /** True where `now` was named by someone, and is not the clock's. */
  pretended?: boolean | undefined;
  /** Absolute path of Carnet's own layouts, and their names. */
  builtin: { folder: string; names: readonly string[] };
  drafts?: boolean;
  future?: boolean;
  url?: string;
  basePath?: string;
  /** Without it, nothing on the site searches. */
  search?: SearchMode | undefined;
  /** Only tests have other sizes than Carnet's own. */
  shards?: ShardSizes | undefined;
  /** Called as texts are rendered. */
  onProgress?: (done: number, total: number) => void;
  /** What is believed of `.cache/`, and whether anything is kept there; both unless said otherwise. */
  cache?: StoreOptions;
  /** What the same process read before, for one that stays. */
  memory?: BuildMemory | undefined;
  /** Sources that changed since, where all of them are known. */
  changed?: readonly string[] | undefined;
  /** Called when a picture's pixels are read, with its source. */
  onDecode?: (file: string) => void;
}

export interface Prepared {
  /** Name of the Carnet that runs: what another one kept is worth nothing. */
  version: string;
  plan: Plan;
  /** HTML and facts of every post and page, withheld ones included, by source file. */
  rendered: ReadonlyMap<string, DigestedText>;
  covers: ReadonlyMap<string, Cover>;
  /** Addresses of the theme's files, by the names that layouts know. */
  assets: Readonly<Record<string, string>>;
  /** The picture in front of the site's title. */
  logo?: Logo | undefined;
  /** Files to copy beside the pages: absolute path of the source, path in the output. */
  copies: readonly Copy[];
  /** Picture files, made and written when asked. */
  pictures: SitePictures;
}

/** `prepared` is missing only where nothing can be built; `problems` always holds all of them. */
export async function prepare(
  options: PrepareOptions,
): Promise<{ prepared?: Prepared; content?: Content; problems: Problem[] }> {
  const { root, cache = { trust: true, keep: true }, onDecode, memory } = options;
  const resaved = await memory?.takeUp(options);
  if (resaved) return resaved;
  const version = runningVersion();
  const open = (): Caches => ({
    heads: openHeadCache(root, version, cache),
    texts: openTextCache(root, version, cache),
  });
  const { heads, texts } = memory ? memory.caches(open) : open();
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
    const run = { root, store: openPictureStore(root, cache), cache, onDecode };
    const workings = await prepareContent(content, { ...options, version, texts, problems, thread }, run);
    texts.save();
    memory?.keep(workings, options);
    return { prepared: workings.prepared, content, problems: problemsOf(workings) };
  } finally {
    await thread?.stop();
  }
}

/** `problems` are those of the content. */
async function prepareContent(
  content: Content,
  options: PrepareOptions & {
    version: string;
    texts: TextCache;
    problems: readonly Problem[];
    thread: TextThread | undefined;
  },
  run: PictureRun,
): Promise<Workings> {
  const { site, files } = content;
  const { thread, onProgress } = options;
  const all = createPictureIndex(files);
  const linkable = linkableFiles(content, all);
  const theme = themeAssets([join(options.root, "layouts"), options.builtin.folder], {
    search: options.search !== undefined,
    audience: site.audience !== undefined,
    theme: site.theme,
  });
  const logo = findLogo(content, all);
  const { plan, covers, texts, broken, render } = await renderSite(
    content,
    {
      ...{ pictures: all, linkable, cache: options.texts, thread, onProgress },
      plan: {
        assets: theme.files,
        search: options.search,
        shards: options.shards,
        preview: options.drafts === true || options.future === true,
      },
    },
    run,
  );
  const anchors = pageAnchors(options.root, options.builtin.folder);
  const checkSite = (): Problem[] =>
    contentChecks({
      anchors,
      ...{ content, rendered: texts, pages: plan.pages, copies: linkable, pretended: options.pretended },
    });
  const { copies, jobs } = siteFiles({ plan, index: all.without(broken), texts, covers });
  return {
    ...{ content, texts, broken, checkSite, ofSite: checkSite() },
    render,
    others: [
      ...options.problems,
      ...covers.problems,
      ...undescribedCovers(entriesOf(content), covers.found, texts),
      ...logo.problems,
    ],
    prepared: {
      version: options.version,
      plan,
      rendered: texts,
      covers: settleCovers(covers.found, texts),
      assets: theme.urls,
      logo: logo.logo,
      copies: [...copies, ...theme.copies],
      pictures: sitePictures(jobs, run),
    },
  };
}
