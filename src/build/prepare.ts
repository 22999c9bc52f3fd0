// From a site root to everything a build needs: content, planned pages, HTML of each text, and all problems.
// One way for `build`, `check`, `dev` and plain Eleventy, so that they never disagree.
import { join } from "node:path";
import { contentChecks } from "../checks/content-checks.ts";
import { loadContent } from "../content/load.ts";
import type { Content, Entry } from "../content/types.ts";
import { createPictureIndex } from "../images/facts.ts";
import type { Rendered } from "../markdown/types.ts";
import { planSite } from "../pages/plan.ts";
import type { ShardSizes } from "../pages/search-shards.ts";
import type { Cover, Plan, SearchMode, ShownCover } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import type { BuildMemory, Caches } from "./build-memory.ts";
import { codeLanguages } from "./code-languages.ts";
import { runningVersion } from "./code-version.ts";
import { settleCovers, undescribedCovers } from "./covers.ts";
import { openHeadCache } from "./head-cache.ts";
import { findLogo, type Logo } from "./logo.ts";
import { pageAnchors } from "./page-anchors.ts";
import { openPictureStore, type StoreOptions } from "./picture-store.ts";
import type { PictureRun } from "./picture-verdicts.ts";
import { sitePictures, type SitePictures } from "./pictures.ts";
import { linkableFiles, siteFiles, type Copy } from "./site-files.ts";
import { entriesOf, problemsOf, type Workings } from "./saved-texts.ts";
import { soundCovers } from "./sound-covers.ts";
import { renderSoundTexts } from "./sound-texts.ts";
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
  const entries = entriesOf(content);
  const all = createPictureIndex(files);
  const { covers, broken: first } = await soundCovers(entries, all, site, run);
  const linkable = linkableFiles(content, all);
  const theme = themeAssets([join(options.root, "layouts"), options.builtin.folder], {
    search: options.search !== undefined,
    audience: site.audience !== undefined,
    theme: site.theme,
  });
  const logo = findLogo(content, all);
  const rendered: { texts: ReadonlyMap<string, DigestedText> } = { texts: new Map() };
  const plan = planSite(content, {
    rendered: (entry) => known(rendered.texts, entry),
    cover: ({ file }) => shown(covers.found.get(file)),
    assets: theme.files,
    search: options.search,
    shards: options.shards,
    preview: options.drafts === true || options.future === true,
  });
  const languages = codeLanguages(entries);
  const around = { site, files, paths: answered(plan, linkable), broken: [...first], languages };
  const how = {
    ...{ around, pictures: all.without(first), cache: options.texts },
    cover: ({ file }: Entry) => covers.pictures.get(file)?.file,
  };
  const { texts, broken } = await renderSoundTexts(entries, { ...how, thread, onProgress }, run);
  rendered.texts = texts;
  const anchors = pageAnchors(options.root, options.builtin.folder);
  const checkSite = (): Problem[] =>
    contentChecks({
      anchors,
      ...{ content, rendered: texts, pages: plan.pages, copies: linkable, pretended: options.pretended },
    });
  const { copies, jobs } = siteFiles({ plan, index: all.without(broken), texts, covers });
  return {
    ...{ content, texts, broken, checkSite, ofSite: checkSite() },
    render: (saved) => renderSoundTexts(saved, how, run),
    others: [
      ...options.problems,
      ...covers.problems,
      ...undescribedCovers(entries, covers.found, texts),
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

/** Paths that the planned site answers, so that an address of its own host becomes a link within it. */
function answered(plan: Plan, copies: readonly { to: string }[]): string[] {
  return [...plan.pages.map((page) => page.url), ...copies.map(({ to }) => `/${to}`)];
}

function shown(cover: Cover | undefined): ShownCover | undefined {
  return cover?.kind === "shown" ? cover : undefined;
}

function known(rendered: ReadonlyMap<string, Rendered>, { file }: { file: string }): Rendered {
  const found = rendered.get(file);
  if (!found) throw new Error(`${file} was asked for before it was rendered.`);
  return found;
}
