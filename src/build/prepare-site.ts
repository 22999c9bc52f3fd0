// The content of a site → its plan, its rendered texts and all that is published beside them, with their problems.
import { join } from "node:path";
import { adminFiles } from "../admin/page.ts";
import { contentChecks } from "../checks/content-checks.ts";
import { createMarkDrafts, entriesOf } from "../content/collections.ts";
import type { Content, Entry } from "../content/types.ts";
import { createPictureIndex } from "../images/facts.ts";
import { planSite } from "../pages/plan.ts";
import type { Plan } from "../pages/types.ts";
import type { Problem } from "../problems.ts";
import { findCovers, settleCovers, undescribedCovers } from "./pictures/covers.ts";
import { withSoundIcon } from "./pictures/icon.ts";
import { findLogo } from "./pictures/logo.ts";
import { findPortraits } from "./pictures/portraits.ts";
import { layoutIds } from "./theme/page-anchors.ts";
import type { Preparing } from "./prepare.ts";
import type { Workings } from "./saved-texts.ts";
import { createIsUnreadable, linkableFiles, siteFiles } from "./site-files.ts";
import { textKey } from "./texts/lookups.ts";
import { lintTexts, renderTexts, type DigestedText } from "./texts/render.ts";
import { codeLanguages, fencesOf, type Fences } from "./texts/renderer.ts";
import { themeAssets } from "./theme/theme.ts";

/** What an earlier build found for exactly this content. */
export interface KnownSite extends Pick<Workings, "others" | "ofSite"> {
  texts: Map<string, DigestedText>;
  fences: Fences;
}

export interface ContentOptions extends Preparing {
  /** Problems of the content. */
  problems: readonly Problem[];
  known?: KnownSite | undefined;
}

export async function prepareSite(given: Content, options: ContentOptions): Promise<Workings> {
  const { root, store, builtin, known } = options;
  const pictures = createPictureIndex(given.files, store.pictures.broken);
  const { content, problems: ofIcon } = withSoundIcon(given, pictures);
  const { site, files } = content;
  const entries = entriesOf(content);

  // The plan comes before the texts, which link to its pages; what pages show of texts is read when they are rendered.
  const layouts = [join(root, "layouts"), builtin.folder];
  const theme = themeAssets(layouts, {
    search: options.search !== undefined,
    audience: site.audience !== undefined,
    theme: site.theme,
  });
  const logo = findLogo(content, pictures);
  const base = site.basePath.slice(0, -1);
  const covers = findCovers(entries, (src, { file }) => pictures.picture(src, file), base);
  const portraits = findPortraits(content, pictures, base);
  let texts = known?.texts ?? new Map<string, DigestedText>();
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

  const linkable = linkableFiles(content, pictures);
  const fences = known?.fences ?? fencesOf(entries);
  const around = {
    ...{ site, files, broken: [...store.pictures.broken], languages: codeLanguages(fences) },
    paths: [...plan.pages.map(({ url }) => url), ...linkable.map(({ to }) => `/${to}`)],
    texts: textAddresses(content, plan),
    lint: options.lint,
  };
  const render: Workings["render"] = (some, onProgress) =>
    renderTexts(some, {
      ...{ around, pictures, store: store.texts, onProgress },
      cover: ({ file }: Entry) => covers.pictures.get(file)?.file,
    });
  if (!known) texts = await render(entries, options.onProgress);
  const advice = new Map<string, readonly Problem[]>();
  const advise: Workings["advise"] = async (some) => {
    if (options.lint !== true) return;
    for (const [file, found] of await lintTexts(some, texts, { around, pictures })) advice.set(file, found);
  };
  await advise(entries);

  const markDrafts = createMarkDrafts(content, options.drafts === true);
  const checkSite = (): Problem[] =>
    markDrafts(
      contentChecks({
        ...{ content, rendered: texts, pages: plan.pages, copies: linkable },
        ...{ isUnreadable: createIsUnreadable(pictures), layoutIds: layoutIds(root, builtin.folder) },
        pretended: options.pretended,
      }),
    );
  const others =
    known?.others ??
    markDrafts([
      ...options.problems,
      ...covers.problems,
      ...portraits.problems,
      ...undescribedCovers(entries, covers.found, texts),
      ...logo.problems,
      ...ofIcon,
    ]);
  const { copies, jobs } = siteFiles({ plan, index: pictures, texts, covers, portraits });
  return {
    ...{ content, texts, fences, render, checkSite, markDrafts, others, advice, advise },
    ofSite: known?.ofSite ?? checkSite(),
    prepared: {
      plan,
      rendered: texts,
      covers: settleCovers(covers.found, texts),
      assets: theme.urls,
      logo: logo.logo,
      copies: [...copies, ...theme.copies, ...(site.admin ? adminFiles() : [])],
      ...{ jobs, store },
    },
  };
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
