// From a site root to everything a build needs: content, planned pages, HTML of each text, and all problems.
// One way for `build`, `check`, `dev` and plain Eleventy, so that they never disagree.
import { join } from "node:path";
import { contentChecks } from "../checks/content-checks.ts";
import { loadContent } from "../content/load.ts";
import type { Content } from "../content/types.ts";
import { createPictureIndex, type PictureIndex } from "../images/facts.ts";
import type { MarkdownSite, Rendered } from "../markdown/types.ts";
import { planSite } from "../pages/plan.ts";
import type { Cover, Plan, ShownCover } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import { findCovers } from "./covers.ts";
import { renderTexts } from "./texts.ts";
import { themeAssets } from "./theme.ts";

export interface PrepareOptions {
  /** Absolute path of the site root. */
  root: string;
  now: Date;
  /** Absolute path of Carnet's own layouts, and their names. */
  builtin: { folder: string; names: readonly string[] };
  drafts?: boolean;
  future?: boolean;
  url?: string;
  basePath?: string;
  /** Called as texts are rendered. */
  onProgress?: (done: number, total: number) => void;
}

export interface Prepared {
  plan: Plan;
  /** HTML and facts of every post and page, withheld ones included, by source file. */
  rendered: ReadonlyMap<string, Rendered>;
  covers: ReadonlyMap<string, Cover>;
  /** Addresses of the theme's files, by the names that layouts know. */
  assets: Readonly<Record<string, string>>;
  /** Files to copy beside the pages: absolute path of the source, path in the output. */
  copies: readonly { from: string; to: string }[];
}

/** `prepared` is missing only where nothing can be built; `problems` always holds all of them. */
export async function prepare(
  options: PrepareOptions,
): Promise<{ prepared?: Prepared; content?: Content; problems: Problem[] }> {
  const loaded = await loadContent({ ...options, builtinLayouts: options.builtin.names });
  const { content } = loaded;
  if (!content) return { problems: loaded.problems };
  const entries = [...content.posts, ...content.pages, ...content.withheld];
  const pictures = createPictureIndex(content.files);
  const picture: MarkdownSite["picture"] = (src, { file }) => pictures.picture(src, file);
  const covers = findCovers(entries, picture);
  const files = publishedFiles(content, pictures);
  const theme = themeAssets([join(options.root, "layouts"), options.builtin.folder]);
  const rendered: { texts: ReadonlyMap<string, Rendered> } = { texts: new Map() };
  const plan = planSite(content, {
    rendered: (entry) => known(rendered.texts, entry),
    cover: ({ file }) => shown(covers.found.get(file)),
    assets: theme.files,
  });
  const texts = await renderTexts(entries, {
    around: { site: content.site, files: content.files, paths: answered(plan, files) },
    onProgress: options.onProgress,
  });
  rendered.texts = texts;
  const problems = [
    ...loaded.problems,
    ...covers.problems,
    ...entries.flatMap((entry) => known(texts, entry).problems),
    ...contentChecks({ content, rendered: texts, pages: plan.pages, copies: files }),
  ];
  return {
    content,
    problems,
    prepared: { plan, rendered: texts, covers: covers.found, assets: theme.urls, copies: files },
  };
}

/** Files published as they are: those of `public/` at the same path, those beside posts where pictures say. */
function publishedFiles({ files }: Content, { beside }: PictureIndex): { from: string; to: string }[] {
  const own = files
    .filter(({ file }) => file.startsWith(PUBLIC))
    .map(({ file, path }) => ({ from: path, to: file.slice(PUBLIC.length) }));
  return [...own, ...beside.map(({ source, path }) => ({ from: source.path, to: path.slice(1) }))];
}

const PUBLIC = "public/";

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
