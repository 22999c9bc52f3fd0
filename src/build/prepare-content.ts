// The content of a site → its plan, its rendered texts and all that is published beside them, with their problems.
import { join } from "node:path";
import { adminFiles } from "../admin/page.ts";
import { contentChecks } from "../checks/content-checks.ts";
import { entriesOf } from "../content/collections.ts";
import { createMarkDrafts } from "../content/of-drafts.ts";
import type { Content } from "../content/types.ts";
import { createPictureIndex } from "../images/facts.ts";
import type { Problem } from "../problems.ts";
import { settleCovers, undescribedCovers } from "./pictures/covers.ts";
import { withSoundIcon } from "./pictures/icon.ts";
import { findLogo } from "./pictures/logo.ts";
import { stillPublished } from "./pictures/portraits.ts";
import { layoutIds } from "./theme/page-anchors.ts";
import { openPictureStore, type StoreOptions } from "./pictures/store.ts";
import type { PictureRun } from "./pictures/verdicts.ts";
import { sitePictures } from "./pictures/pictures.ts";
import type { PrepareOptions } from "./prepare.ts";
import { renderSite, type KnownTexts } from "./rendered-site.ts";
import type { Workings } from "./saved-texts.ts";
import { createIsUnreadable, linkableFiles, siteFiles } from "./site-files.ts";
import type { TextCache } from "./texts/cache.ts";
import type { TextThread } from "./texts/thread.ts";
import { themeAssets } from "./theme/theme.ts";

export interface ContentOptions extends PrepareOptions {
  version: string;
  cache: StoreOptions;
  texts: TextCache;
  /** Problems of the content. */
  problems: readonly Problem[];
  thread?: TextThread | undefined;
  /** What an earlier build found for exactly this content. */
  known?: (KnownTexts & Pick<Workings, "others" | "ofSite">) | undefined;
}

export async function prepareContent(given: Content, options: ContentOptions): Promise<Workings> {
  const { root, cache, thread, onProgress, onDecode, known } = options;
  const run: PictureRun = { root, store: openPictureStore(root, cache), cache, onDecode };
  const all = createPictureIndex(given.files);
  const { content, problems: ofIcon } = await withSoundIcon(given, all, run);
  const { site } = content;
  const linkable = linkableFiles(content, all);
  const layouts = [join(options.root, "layouts"), options.builtin.folder];
  const theme = themeAssets(layouts, {
    search: options.search !== undefined,
    audience: site.audience !== undefined,
    theme: site.theme,
  });
  const logo = findLogo(content, all);
  const { plan, covers, portraits, texts, broken, fences, render } = await renderSite(
    content,
    {
      ...{ pictures: all, linkable, cache: options.texts, thread, onProgress, known },
      plan: {
        assets: theme.files,
        search: options.search,
        shards: options.shards,
        preview: options.drafts === true || options.future === true,
      },
    },
    run,
  );
  const published = stillPublished(portraits, texts, covers.broken);
  const unpublished = [...broken, ...covers.broken].filter((file) => !published.has(file));
  const isUnreadable = createIsUnreadable(content, all, new Set(unpublished));
  const markDrafts = createMarkDrafts(content, options.drafts === true);
  const checkSite = (): Problem[] =>
    markDrafts(
      contentChecks({
        ...{ isUnreadable, layoutIds: layoutIds(options.root, options.builtin.folder) },
        ...{ content, rendered: texts, pages: plan.pages, copies: linkable, pretended: options.pretended },
      }),
    );
  const { copies, jobs } = siteFiles({ plan, index: all.without(broken), texts, covers, portraits });
  return {
    ...{ content, texts, broken, fences, render, checkSite, markDrafts },
    ofSite: known?.ofSite ?? checkSite(),
    others:
      known?.others ??
      markDrafts([
        ...options.problems,
        ...covers.problems,
        ...portraits.problems,
        ...undescribedCovers(entriesOf(content), covers.found, texts),
        ...logo.problems,
        ...ofIcon,
      ]),
    prepared: {
      version: options.version,
      plan,
      rendered: texts,
      covers: settleCovers(covers.found, texts),
      assets: theme.urls,
      logo: logo.logo,
      copies: [...copies, ...theme.copies, ...(site.admin ? adminFiles() : [])],
      pictures: sitePictures(jobs, run),
    },
  };
}
