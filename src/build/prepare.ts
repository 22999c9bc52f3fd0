// A site root → everything a build needs: content, planned pages, HTML of each text, and all problems.
// `build`, `check`, `dev` and plain Eleventy all use it, so that they never disagree.
import { isDeepStrictEqual } from "node:util";
import { adminFiles } from "../admin/page.ts";
import { createContentChecks } from "../checks/content-checks.ts";
import { bodyRemarks } from "../content/body-remarks.ts";
import { createMarkDrafts, entriesOf, sameUntil } from "../content/collections.ts";
import { readBody } from "../content/entry.ts";
import { loadContent, type Made } from "../content/load.ts";
import { withoutCaused } from "../content/settings.ts";
import { sourceFile } from "../content/tree.ts";
import type { Content, Entry } from "../content/types.ts";
import { createPictureIndex, type PictureIndex } from "../images/facts.ts";
import { planSite } from "../pages/plan.ts";
import type { ShardSizes } from "../pages/search.ts";
import type { Cover, Page, Plan, PlanInputs } from "../pages/types.ts";
import type { Logo } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import type { Copy } from "./disk.ts";
import type { PictureJob } from "./pictures/jobs.ts";
import {
  findCovers,
  findLogo,
  findPortraits,
  partnerLogos,
  settleCovers,
  undescribedCovers,
  withoutBrokenIcon,
  type Covers,
  type Portraits,
} from "./pictures/named.ts";
import { createIsUnreadable, linkableFiles, siteFiles } from "./site-files.ts";
import { Store } from "./store.ts";
import { textKey } from "./texts/lookups.ts";
import { renderTexts, type DigestedText } from "./texts/render.ts";
import { codeLanguages, type TextsAround } from "./texts/renderer.ts";
import { layoutFolders, layoutIds, type LayoutFolders } from "./theme/own-layouts.ts";
import { themeAssets, type ThemeAssets } from "./theme/theme.ts";

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
  search?: PlanInputs["search"];
  /** Only tests pass other sizes than Carnet's own. */
  shards?: ShardSizes | undefined;
  /** Whether texts are linted too. */
  lint?: boolean | undefined;
  /** Called as texts are rendered. */
  onProgress?: (done: number, total: number) => void;
  /** What earlier builds stored; by default, that of the site is read and written. */
  store?: Store | undefined;
  /**
   * What this process last prepared with the same options, and the paths of all files written since. `before` is changed, and of no use
   * afterwards, whatever happens.
   */
  since?: { before: Prepared; files: readonly string[] } | undefined;
}

export interface Prepared {
  plan: Plan;
  layouts: LayoutFolders;
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
  settled: Settled;
}

/** What bodies of texts do not decide: when they alone are saved, a process that makes the same site again takes it over. */
interface Settled {
  content: Content;
  made: Made;
  /** Until when the same files give the same content. */
  until: Date;
  problems: readonly Problem[];
  index: PictureIndex;
  layouts: LayoutFolders;
  theme: ThemeAssets;
  logo: Logo | undefined;
  covers: Covers;
  portraits: Portraits;
  plan: Plan;
  around: TextsAround;
  /** The texts rendered so far, which pages of the plan read, and what their bodies show before that. */
  texts: Map<string, DigestedText>;
  remarks: Map<string, readonly Problem[]>;
  /** Checks the plan with the texts rendered so far. */
  check: () => Problem[];
  /** The parts of the fingerprints of pages and entries that bodies do not decide, as far as they are known. */
  fingerprints: { pages: Map<Page, string>; entries: Map<Entry, string> };
}

/** `prepared` is absent only if nothing can be built; `problems` always holds all of them. */
export interface PreparedSite {
  prepared?: Prepared;
  content?: Content;
  problems: Problem[];
}

export async function prepare(options: PrepareOptions): Promise<PreparedSite> {
  const { root, since, lint = false } = options;
  const store = options.store ?? new Store(root, { trust: true, keep: true });
  const changed = since && changedBodies(since.before.settled, since.files, options.now);
  const settled = changed ? since.before.settled : await settle(options, store);
  if (!("content" in settled)) return settled;
  const { content, index, theme, covers, portraits, plan, texts } = settled;
  const entries = entriesOf(content);

  // Render texts.
  const before = changed && settleCovers(covers.found, texts);
  const rendered = await renderTexts(changed ?? entries, {
    around: settled.around,
    pictures: index,
    cover: ({ file }) => covers.pictures.get(file)?.file,
    stored: store.texts,
    onProgress: options.onProgress,
  });
  for (const [file, text] of rendered) texts.set(file, text);
  for (const entry of changed ?? entries) settled.remarks.set(entry.file, bodyRemarks(entry));
  const shown = settleCovers(covers.found, texts);
  // Lists show covers too, which may depend on the pictures of a text.
  if (before && !isDeepStrictEqual(before, shown))
    settled.fingerprints = { pages: new Map(), entries: new Map() };

  // Check.
  const markDrafts = createMarkDrafts(content, options.drafts === true);
  const problems = markDrafts([
    ...settled.problems,
    ...withoutCaused([...settled.remarks.values()].flat(), content.refusedSettings),
    ...(lint ? undescribedCovers(entries, covers.found, texts) : []),
    ...[...texts.values()].flatMap((text) => [...text.problems, ...(lint ? (text.lint ?? []) : [])]),
    ...settled.check(),
  ]);
  const { copies, jobs } = siteFiles(plan, index, texts, { covers, portraits });
  const prepared: Prepared = {
    ...{
      plan,
      layouts: settled.layouts,
      rendered: texts,
      covers: shown,
      assets: theme.urls,
      logo: settled.logo,
      jobs,
      store,
      settled,
    },
    copies: [...copies, ...theme.copies, ...(content.site.admin ? adminFiles() : [])],
  };
  return { prepared, content, problems };
}

/** Reads and plans. The plan comes before the texts, which link to its pages; what pages show of texts is read when they are rendered. */
async function settle(options: PrepareOptions, store: Store): Promise<Settled | { problems: Problem[] }> {
  const { root, builtin, now, lint = false } = options;
  const loaded = await loadContent({
    ...options,
    builtinLayouts: builtin.names,
    readings: store.readings,
  });
  if (!loaded.content || !loaded.made) return { problems: loaded.problems };
  const broken = store.brokenPictures();
  const index = createPictureIndex(loaded.content.files, broken);
  const { content, problems: ofIcon } = withoutBrokenIcon(loaded.content, index);
  const { site, files } = content;
  const entries = entriesOf(content);
  const layouts = layoutFolders(root, builtin.folder, content.theme?.folder);
  const theme = themeAssets(layouts, {
    search: options.search !== undefined,
    audience: site.audience !== undefined,
    filters: content.terms.length > 0,
    theme: site.theme,
    packages: content.theme?.packages,
  });
  const base = site.basePath.slice(0, -1);
  const logo = findLogo(content, index);
  const covers = findCovers(entries, index, base);
  const portraits = findPortraits(content, index, base);
  const texts = new Map<string, DigestedText>();
  const plan = planSite(content, {
    assets: theme.files,
    search: options.search,
    shards: options.shards,
    preview: options.drafts === true || options.future === true,
    rendered: ({ file }) => {
      const text = texts.get(file);
      if (!text) throw new Error(`${file} was asked for before it was rendered.`);
      return text;
    },
    cover: ({ file }) => {
      const cover = covers.found.get(file);
      return cover?.kind === "shown" ? cover : undefined;
    },
    portrait: portraits.of,
    logoOf: partnerLogos(index),
  });
  const linkable = linkableFiles(content, index);
  const paths = [...plan.pages.map(({ url }) => url), ...linkable.map(({ to }) => `/${to}`)];
  const addresses = textAddresses(content, plan);
  const problems = [loaded, covers, portraits, logo].flatMap((one) => one.problems);
  return {
    ...{ content, made: loaded.made, until: sameUntil(content, now), problems: [...problems, ...ofIcon] },
    ...{ index, layouts, theme, logo: logo.logo, covers, portraits, plan, texts },
    ...{ remarks: new Map(), fingerprints: { pages: new Map(), entries: new Map() } },
    check: createContentChecks({
      ...{ content, rendered: texts, pages: plan.pages, copies: linkable, pretended: options.pretended },
      ...{ isUnreadable: createIsUnreadable(index), layoutIds: layoutIds(layouts) },
    }),
    around: { site, files, broken, paths, texts: addresses, languages: codeLanguages(entries), lint },
  };
}

/**
 * The texts of `files`, with the bodies that their files now have; `undefined` if anything else may have changed: front matter, the
 * day, another file, or the languages of code, which decide the colours of all texts.
 */
function changedBodies(
  { content, made, until, around }: Settled,
  files: readonly string[],
  now: Date,
): Entry[] | undefined {
  if (now >= until) return undefined;
  const byFile = new Map([...made].map(([raw, entry]) => [entry.file, { raw, entry }]));
  const changed: Entry[] = [];
  for (const file of files) {
    const { raw, entry } = byFile.get(file) ?? {};
    const body = raw && readBody(raw, sourceFile(content.site.root, file));
    if (entry === undefined || body === undefined) return undefined;
    entry.body = body;
    changed.push(entry);
  }
  const languages = codeLanguages(entriesOf(content));
  return isDeepStrictEqual(languages, around.languages) ? changed : undefined;
}

/** Addresses of the texts that have a page. What an error keeps out may claim the address of another text. */
function textAddresses({ texts, withheld }: Content, plan: Plan): Map<string, string> {
  const pages = new Set(plan.pages.map(({ url }) => url));
  return new Map(
    [...texts, ...withheld]
      .filter(({ url }) => pages.has(url))
      .map(({ file, url }) => [textKey(file), url] as const),
  );
}
