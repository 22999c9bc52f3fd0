// The planned pages and their texts → the files beside them: those copied as they are, and the pictures to make.
// A picture beside a post is published only as derivatives: its file may reveal more than its author knows.
import type { Content, Entry } from "../content/types.ts";
import type { PictureIndex } from "../images/facts.ts";
import { decodePath, publicPath } from "../images/paths.ts";
import { isAsItIs, viewOf } from "../images/variants.ts";
import type { Rendered } from "../markdown/types.ts";
import type { Plan } from "../pages/types.ts";
import { withBase, type Site } from "../site/site.ts";
import type { Copy } from "./machine/copies.ts";
import type { Covers } from "./pictures/covers.ts";
import type { Portraits } from "./pictures/portraits.ts";
import { createIsWithheldDocument } from "./withheld-documents.ts";
import { iconFiles, iconSource } from "./pictures/icon-job.ts";
import { PictureJobs, type PictureJob } from "./pictures/jobs.ts";

export interface SiteFilesInput {
  plan: Plan;
  index: PictureIndex;
  texts: ReadonlyMap<string, Rendered>;
  covers: Pick<Covers, "pictures" | "broken">;
  portraits: Pick<Portraits, "pictures">;
}

/** All files that a link may lead to: those of `public/` at the same path, those beside posts under `/media/`. */
export function linkableFiles(content: Content, { beside }: PictureIndex): Copy[] {
  return [...publicCopies(content, NONE), ...beside.map(({ source, path }) => copyOf(source.path, path))];
}

/**
 * Whether a site path is that of a picture that is not published: a broken one, or one beside a post that could not be cleaned.
 */
export function createIsUnreadable(
  content: Content,
  index: PictureIndex,
  broken: ReadonlySet<string>,
): (path: string) => boolean {
  let sources: Map<string, string> | undefined;
  const find = (): Map<string, string> =>
    new Map([
      ...content.files.flatMap(({ file }) => {
        const to = publicPath(file);
        return to === undefined ? [] : ([[to, file]] as const);
      }),
      ...index.beside.map(({ source, path }) => [path, source.file] as const),
    ]);
  return (path) => {
    const file = PICTURE.test(path) ? (sources ??= find()).get(decodePath(path)) : undefined;
    if (file === undefined) return false;
    return broken.has(file) || (publicPath(file) === undefined && index.known(file) === undefined);
  };
}

/** Only published pages count: the pictures of a draft are not published either. */
export function siteFiles(input: SiteFilesInput): { copies: Copy[]; jobs: PictureJob[] } {
  const { plan, index, texts, covers, portraits } = input;
  const jobs = new PictureJobs();
  const asItIs = new Set<string>();
  const entries = plan.pages.flatMap(({ entry }) => entry ?? []);
  for (const { file } of entries) {
    const cover = covers.pictures.get(file);
    const { pictures = [], shown = [] } = texts.get(file) ?? {};
    const inText = pictures.flatMap((one) => index.known(one) ?? []);
    for (const picture of inText) {
      // A film's poster is in the text without being one of its pictures.
      const { src } = viewOf(picture, "content", "");
      if (shown.includes(withBase(plan.content.site, src))) jobs.inText(picture);
      else jobs.asPoster(picture);
    }
    if (cover) jobs.asCover(cover);
    for (const picture of cover ? [cover, ...inText] : inText)
      if (isAsItIs(picture.facts)) asItIs.add(picture.file);
  }
  for (const { card } of plan.pages) if (card) jobs.card(card);
  const { site, files, people, members } = plan.content;
  for (const { photo = "" } of [...people, ...members.map(({ person }) => person)]) {
    const picture = portraits.pictures.get(photo);
    if (picture) jobs.asPortrait(picture);
  }
  jobs.icons(iconSource(site, index), iconFiles(site, files));
  const broken = new Set(covers.broken);
  for (const { pictures } of texts.values())
    for (const file of pictures) if (index.known(file) === undefined) broken.add(file);
  const copies = [...publicCopies(plan.content, broken), ...besideCopies(entries, asItIs, jobs, input)];
  return { copies, jobs: jobs.all() };
}

const NONE: ReadonlySet<string> = new Set();
const PICTURE = /\.(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|ico|tiff?|hei[cf])$/i;

const copyOf = (from: string, sitePath: string): Copy => ({ from, to: sitePath.slice(1) });

/** A broken picture that a post names is not published, even from `public/`; a document that a post names as a picture is. */
function publicCopies({ files }: Content, broken: ReadonlySet<string>): Copy[] {
  return files.flatMap(({ file, path }) => {
    const to = publicPath(file);
    return to === undefined || (broken.has(file) && PICTURE.test(file)) ? [] : copyOf(path, to);
  });
}

/** Files beside posts: pictures only if a page shows them as they are, or links to them; no documents of drafts. */
function besideCopies(
  entries: readonly Entry[],
  asItIs: ReadonlySet<string>,
  jobs: PictureJobs,
  { plan, index, texts }: SiteFilesInput,
): Copy[] {
  if (index.beside.length === 0) return [];
  const { content } = plan;
  // Only these cases depend on the links of texts, of which there may be very many.
  const isAsked =
    content.withheld.length > 0 ||
    content.unreadDrafts !== undefined ||
    index.beside.some(({ source: { file } }) => PICTURE.test(file));
  const ledTo = (some: readonly Entry[]): string[] =>
    some.flatMap(({ file }) => [...mediaPaths(texts.get(file)?.html ?? "", content.site)]);
  const named = [
    ...content.people.flatMap(({ photo }) => photo ?? []),
    ...content.settingLinks.map(({ href }) => href),
  ];
  const linked = new Set([...named.map(decodePath), ...(isAsked ? ledTo(entries) : [])]);
  const isWithheld = createIsWithheldDocument({
    content,
    linked,
    linkedByWithheld: new Set(ledTo(content.withheld)),
  });
  return index.beside.flatMap(({ source, path }) => {
    const copy = copyOf(source.path, path);
    if (asItIs.has(source.file)) return copy;
    if (!PICTURE.test(source.file)) return isWithheld({ file: source.file, path }) ? [] : copy;
    if (!linked.has(path)) return [];
    const picture = index.known(source.file);
    if (picture?.facts.metadata !== true || isAsItIs(picture.facts)) return picture ? copy : [];
    jobs.linked(picture, copy.to);
    return [];
  });
}

/** Site paths, decoded, of the files beside posts that an HTML text names in its attributes. */
export function* mediaPaths(html: string, site: Site): Generator<string> {
  const start = withBase(site, MEDIA);
  if (!html.includes(start)) return;
  const base = start.length - MEDIA.length;
  for (const [, address = ""] of html.matchAll(/="([^"#?]*)/g))
    if (address.startsWith(start)) yield decodePath(address.slice(base));
}

const MEDIA = "/media/";
