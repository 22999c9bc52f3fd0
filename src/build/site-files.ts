// The planned pages and their texts → the files beside them: those copied as they are, and the pictures to make.
// Of `content/`, only what a published text or a setting names is published; a picture only as derivatives, since its file may
// reveal more than its author knows.
import type { Content } from "../content/types.ts";
import type { Card } from "../images/card.ts";
import type { PictureIndex } from "../images/facts.ts";
import { mayHoldMetadata } from "../images/inspect.ts";
import { decodePath, publicPath } from "../images/paths.ts";
import { isAsItIs, viewOf, type KnownPicture } from "../images/variants.ts";
import type { Plan } from "../pages/types.ts";
import { withBase } from "../site/site.ts";
import type { SourceFile } from "../files.ts";
import type { Copy } from "./disk.ts";
import { derivatives, drawnCard, icons, stripped, type PictureJob, type Shown } from "./pictures/jobs.ts";
import { isOfPerson, type Covers, type Portraits } from "./pictures/named.ts";
import type { DigestedText } from "./texts/render.ts";

/** Pictures in which cameras and phones write where, when and with what they were taken. */
const CAMERA = /\.(?:jpe?g|jfif|png|webp|avif)$/i;
const PICTURE = /\.(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|ico|tiff?|hei[cf])$/i;

/** All files that a link may lead to: those of `public/` at the same path, those beside posts under `/media/`. */
export function linkableFiles({ files }: Content, { beside }: PictureIndex): Copy[] {
  const ofPublic = files.flatMap(({ file, path }) => {
    const to = publicPath(file);
    return to === undefined ? [] : copyOf(path, to);
  });
  return [...ofPublic, ...beside.map(({ source, path }) => copyOf(source.path, path))];
}

/** Whether a site path is that of a picture beside a text that cannot be shown, and is not published. */
export function createIsUnreadable(index: PictureIndex): (path: string) => boolean {
  const files = new Map(index.beside.map(({ source, path }) => [path, source.file]));
  return (path) => {
    const file = PICTURE.test(path) ? files.get(decodePath(path)) : undefined;
    return file !== undefined && index.known(file) === undefined;
  };
}

/** Only published pages count: the files of a draft are not published either. */
export function siteFiles(
  plan: Plan,
  index: PictureIndex,
  texts: ReadonlyMap<string, DigestedText>,
  { covers, portraits }: { covers: Covers; portraits: Portraits },
): { copies: Copy[]; jobs: PictureJob[] } {
  const { site, files, people, settingLinks } = plan.content;

  // What pages show.
  const wanted = new Map<KnownPicture, Set<Shown>>();
  const want = (picture: KnownPicture, ...uses: Shown[]): void => {
    wanted.set(picture, new Set([...(wanted.get(picture) ?? []), ...uses]));
  };
  const cards = new Map<string, Card>();
  const asItIs = new Set<string>();
  const named = new Set(
    [...people.flatMap(({ photo }) => photo ?? []), ...settingLinks.map(({ href }) => href)].map(decodePath),
  );
  for (const { entry, card } of plan.pages) {
    if (card) cards.set(JSON.stringify(card), card);
    if (!entry) continue;
    const cover = covers.pictures.get(entry.file);
    const { pictures = [], shown = [], media = [] } = texts.get(entry.file) ?? {};
    for (const path of media) named.add(path);
    const inText = pictures.flatMap((one) => index.known(one) ?? []);
    for (const picture of inText) {
      const isShown = (use: "content" | "row"): boolean =>
        shown.includes(withBase(site, viewOf(picture, use, "").src));
      const uses = (["content", "row"] as const).filter(isShown);
      // A film's poster is in the text without being one of its pictures.
      want(picture, ...(uses.length > 0 ? uses : (["poster"] as const)));
    }
    if (cover && isOfPerson(entry)) want(cover, "portrait", "share");
    else if (cover) want(cover, "cover", "card", "thumb", "share");
    for (const picture of cover ? [cover, ...inText] : inText)
      if (isAsItIs(picture.facts)) asItIs.add(picture.file);
  }
  for (const { photo = "" } of people) {
    const picture = portraits.pictures.get(photo);
    if (picture) want(picture, "portrait");
  }

  // What texts, settings and `public/` publish: without its metadata, a picture has the same address.
  const copies: Copy[] = [];
  const withoutMetadata: PictureJob[] = [];
  const published = (source: SourceFile, copy: Copy): void => {
    const picture =
      CAMERA.test(source.file) && mayHoldMetadata(source.path) ? index.known(source.file) : undefined;
    if (picture && !isAsItIs(picture.facts)) withoutMetadata.push(stripped(picture, copy.to));
    else copies.push(copy);
  };
  for (const source of files) {
    const path = publicPath(source.file);
    if (path !== undefined) published(source, copyOf(source.path, path));
  }
  for (const { source, path } of index.beside) {
    const copy = copyOf(source.path, path);
    if (asItIs.has(source.file)) copies.push(copy);
    else if (named.has(path) && !(PICTURE.test(source.file) && index.known(source.file) === undefined))
      published(source, copy);
  }
  const jobs = [
    ...icons(site, files, index),
    ...[...wanted].map(([picture, uses]) => derivatives(picture, uses)),
    ...withoutMetadata,
    ...[...cards.values()].map(drawnCard),
  ];
  return { copies, jobs };
}

const copyOf = (from: string, sitePath: string): Copy => ({ from, to: sitePath.slice(1) });
