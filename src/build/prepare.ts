// A site root → everything a build needs: content, planned pages, HTML of each text, and all problems.
// `build`, `check`, `dev` and plain Eleventy all use it, so that they never disagree.
import { join } from "node:path";
import { adminFiles } from "../admin/page.ts";
import { contentChecks } from "../checks/content-checks.ts";
import { createMarkDrafts, entriesOf } from "../content/collections.ts";
import { loadContent } from "../content/load.ts";
import type { Content } from "../content/types.ts";
import { createPictureIndex } from "../images/facts.ts";
import { planSite } from "../pages/plan.ts";
import type { ShardSizes } from "../pages/search.ts";
import type { Cover, Plan, PlanInputs } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import type { Copy } from "./disk.ts";
import type { PictureJob } from "./pictures/jobs.ts";
import {
  findCovers,
  findLogo,
  findPortraits,
  settleCovers,
  undescribedCovers,
  withoutBrokenIcon,
  type Logo,
} from "./pictures/named.ts";
import { createIsUnreadable, linkableFiles, siteFiles } from "./site-files.ts";
import { Store } from "./store.ts";
import { textKey } from "./texts/lookups.ts";
import { renderTexts, type DigestedText } from "./texts/render.ts";
import { codeLanguages } from "./texts/renderer.ts";
import { layoutIds } from "./theme/own-layouts.ts";
import { themeAssets } from "./theme/theme.ts";

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
}

export async function prepare(options: PrepareOptions): Promise<PreparedSite> {
  const { root, builtin, lint = false } = options;
  const store = options.store ?? new Store(root, { trust: true, keep: true });

  // Read and settle.
  const loaded = await loadContent({
    ...options,
    builtinLayouts: builtin.names,
    readings: store.readings,
  });
  if (!loaded.content) return { problems: loaded.problems };
  const broken = store.brokenPictures();
  const index = createPictureIndex(loaded.content.files, broken);
  const { content, problems: ofIcon } = withoutBrokenIcon(loaded.content, index);
  const { site, files } = content;
  const entries = entriesOf(content);

  // Plan. The plan comes before the texts, which link to its pages; what pages show of texts is read when they are rendered.
  const theme = themeAssets([join(root, "layouts"), builtin.folder], {
    search: options.search !== undefined,
    audience: site.audience !== undefined,
    theme: site.theme,
  });
  const base = site.basePath.slice(0, -1);
  const logo = findLogo(content, index);
  const covers = findCovers(entries, index, base);
  const portraits = findPortraits(content, index, base);
  let texts = new Map<string, DigestedText>();
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
  });

  // Render texts.
  const linkable = linkableFiles(content, index);
  const paths = [...plan.pages.map(({ url }) => url), ...linkable.map(({ to }) => `/${to}`)];
  const addresses = textAddresses(content, plan);
  texts = await renderTexts(entries, {
    around: { site, files, broken, paths, texts: addresses, languages: codeLanguages(entries), lint },
    pictures: index,
    cover: ({ file }) => covers.pictures.get(file)?.file,
    stored: store.texts,
    onProgress: options.onProgress,
  });

  // Check.
  const markDrafts = createMarkDrafts(content, options.drafts === true);
  const problems = markDrafts([
    ...loaded.problems,
    ...covers.problems,
    ...portraits.problems,
    ...(lint ? undescribedCovers(entries, covers.found, texts) : []),
    ...logo.problems,
    ...ofIcon,
    ...[...texts.values()].flatMap((text) => [...text.problems, ...(lint ? (text.lint ?? []) : [])]),
    ...contentChecks({
      ...{ content, rendered: texts, pages: plan.pages, copies: linkable },
      ...{ isUnreadable: createIsUnreadable(index), layoutIds: layoutIds(root, builtin.folder) },
      pretended: options.pretended,
    }),
  ]);
  const { copies, jobs } = siteFiles(plan, index, texts, { covers, portraits });
  const prepared: Prepared = {
    ...{ plan, rendered: texts, covers: settleCovers(covers.found, texts) },
    ...{ assets: theme.urls, logo: logo.logo, jobs, store },
    copies: [...copies, ...theme.copies, ...(site.admin ? adminFiles() : [])],
  };
  return { prepared, content, problems };
}

/** Addresses of the texts that have a page. What an error keeps out may claim the address of another text. */
function textAddresses({ posts, pages: texts, withheld }: Content, plan: Plan): Map<string, string> {
  const pages = new Set(plan.pages.map(({ url }) => url));
  return new Map(
    [...posts, ...texts, ...withheld]
      .filter(({ url }) => pages.has(url))
      .map(({ file, url }) => [textKey(file), url] as const),
  );
}
