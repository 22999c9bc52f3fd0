// A site's content → its planned pages and rendered texts, which show only pictures that can be decoded.
// All pictures are first assumed to be sound. Covers and portraits are decoded while texts are rendered; if one is broken, the
// site is planned again without it.
import { entriesOf } from "../content/collections.ts";
import type { Content, Entry } from "../content/types.ts";
import type { PictureIndex } from "../images/facts.ts";
import type { Rendered } from "../markdown/types.ts";
import { planSite } from "../pages/plan.ts";
import type { Plan, PlanInputs } from "../pages/types.ts";
import type { Cover, ShownCover } from "../pages/views.ts";
import { codeLanguages, fencesOf, type Fences } from "./texts/code-languages.ts";
import { textKey } from "./texts/lookups.ts";
import { findCovers, type Covers } from "./pictures/covers.ts";
import { findPortraits, type Portraits } from "./pictures/portraits.ts";
import type { PictureRun } from "./pictures/verdicts.ts";
import type { Workings } from "./saved-texts.ts";
import { renderSoundTexts } from "./texts/sound-texts.ts";
import type { DigestedText } from "./texts/stored-text.ts";
import type { TextsOptions } from "./texts/render.ts";

export interface RenderedSite extends Pick<Workings, "texts" | "broken" | "fences" | "render"> {
  plan: Plan;
  covers: Covers;
  portraits: Portraits;
}

/** Texts of the same site as rendered before, in which no other picture has been found broken since. */
export interface KnownTexts {
  texts: Map<string, DigestedText>;
  broken: ReadonlySet<string>;
  fences: Fences;
}

export interface RenderSiteOptions extends Pick<TextsOptions, "cache" | "thread" | "onProgress"> {
  /** All pictures, as their headers describe them. */
  pictures: PictureIndex;
  /** Files that texts may link to. */
  linkable: readonly { to: string }[];
  plan: Omit<PlanInputs, "rendered" | "cover" | "portrait">;
  /** If given, no text is rendered. */
  known?: KnownTexts | undefined;
}

export async function renderSite(
  content: Content,
  { pictures, linkable, plan: planning, cache, thread, onProgress, known: left }: RenderSiteOptions,
  run: PictureRun,
): Promise<RenderedSite> {
  const { site, files } = content;
  const entries = entriesOf(content);
  const rendered: { texts: ReadonlyMap<string, DigestedText> } = { texts: new Map() };
  const plannedWith = (broken: ReadonlySet<string>): Planned => {
    const index = broken.size === 0 ? pictures : pictures.without(broken);
    const picture = (src: string, { file }: { file: string }): ReturnType<PictureIndex["picture"]> =>
      index.picture(src, file);
    const base = site.basePath.slice(0, -1);
    const covers = findCovers(entries, picture, base);
    const portraits = findPortraits(content, index, base);
    const plan = planSite(content, {
      ...planning,
      rendered: (entry) => known(rendered.texts, entry),
      cover: ({ file }) => shown(covers.found.get(file)),
      portrait: portraits.of,
    });
    return { index, covers, portraits, plan };
  };
  const fences = left?.fences ?? fencesOf(entries);
  const languages = codeLanguages(fences);
  const how = ({ index, covers, plan }: Planned, broken: ReadonlySet<string>): TextsOptions => ({
    around: {
      ...{ site, files, broken: [...broken], languages },
      ...{ paths: answered(plan, linkable), texts: textAddresses(content, plan) },
    },
    ...{ pictures: index, cache },
    cover: ({ file }: Entry) => covers.pictures.get(file)?.file,
  });
  const first = plannedWith(new Set());
  const outside = [...first.covers.pictures.values(), ...first.portraits.pictures.values()];
  const { texts, broken } =
    left ??
    (await renderSoundTexts(entries, { ...how(first, new Set()), thread, onProgress }, { ...run, outside }));
  rendered.texts = texts;
  const isSound = outside.every(({ file }) => !broken.has(file));
  const settled = isSound ? { ...first, index: pictures.without(broken) } : plannedWith(broken);
  const { plan, covers, portraits } = settled;
  return {
    ...{ plan, covers, portraits, texts, broken, fences },
    render: (saved) => renderSoundTexts(saved, how(settled, broken), { ...run, outside: [] }),
  };
}

interface Planned {
  index: PictureIndex;
  covers: Covers;
  portraits: Portraits;
  plan: Plan;
}

/** Paths that the planned site answers, so that an address of its own host becomes a link within it. */
function answered(plan: Plan, copies: readonly { to: string }[]): string[] {
  return [...plan.pages.map((page) => page.url), ...copies.map(({ to }) => `/${to}`)];
}

/** Addresses of the texts that have a page. What an error keeps out may claim the address of another text. */
export function textAddresses({ posts, pages: texts, withheld }: Content, plan: Plan): Map<string, string> {
  const pages = new Set(plan.pages.map(({ url }) => url));
  return new Map(
    [...posts, ...texts, ...withheld]
      .filter(({ url }) => pages.has(url))
      .map(({ file, url }) => [textKey(file), url] as const),
  );
}

function shown(cover: Cover | undefined): ShownCover | undefined {
  return cover?.kind === "shown" ? cover : undefined;
}

function known(rendered: ReadonlyMap<string, Rendered>, { file }: { file: string }): Rendered {
  const found = rendered.get(file);
  if (!found) throw new Error(`${file} was asked for before it was rendered.`);
  return found;
}
