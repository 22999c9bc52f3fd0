// The files of a site → what is known of each picture an author may name: its address, its size, whether it can be shown.
// A picture is inspected once, when a text first names it, and never decoded here; no other host is ever contacted.
import { hasHost } from "../urls.ts";
import type { SourceFile } from "../files.ts";
import { createFinder, type Finder, type Found, type KnownFile } from "./finder.ts";
import { inspectPicture, type PictureFacts, type Unfit } from "./inspect.ts";
import { besidePath, encodePath, publicPath } from "./paths.ts";
import type { KnownPicture } from "./variants.ts";

export type PictureProblem =
  | ({ kind: "missing" } & Pick<Found, "suggestion" | "near">)
  | { kind: "case"; actual: string }
  | { kind: "broken"; why: Unfit; /** Its source. */ file: string }
  /** `here`: a picture of this site at the same path, for example if the other host is one that this site had before. */
  | { kind: "remote"; here?: string };

export type PictureFinding =
  | {
      found: true;
      picture: KnownPicture;
    }
  | { found: false };

export interface PictureIndex {
  /** Finds the picture `src`, as written in the text of `from` (a path relative to the site root). */
  picture(src: string, from: string): PictureFinding & { problem?: PictureProblem };
  /** Site path, encoded, of a file beside the text that a relative link names; `undefined` if there is none. */
  file(href: string, from: string): string | undefined;
  /** Size in bytes of the file at a site path, encoded or not; `undefined` if there is none. */
  size(path: string): number | undefined;
  /** The picture of a source file; `undefined` if it is not one that can be shown. */
  known(file: string): KnownPicture | undefined;
  /** Files beside posts and pages, in order of path. */
  beside: readonly KnownFile[];
}

/**
 * An index of the files of `content/` and `public/`, as `Content.files` lists them. `broken`: hashes of pictures that an earlier
 * build could not decode.
 */
export function createPictureIndex(
  files: readonly SourceFile[],
  broken: ReadonlySet<string> = new Set(),
): PictureIndex {
  const known = files.flatMap((source): KnownFile[] => {
    const path = besidePath(source.file) ?? publicPath(source.file);
    return path === undefined ? [] : [{ source, path }];
  });
  const looked = new Map<string, PictureFacts | Unfit>();
  const look = ({ file, path }: SourceFile): PictureFacts | Unfit => {
    const before = looked.get(file);
    if (before !== undefined) return before;
    const inspected = inspectPicture(path);
    const isBroken = typeof inspected !== "string" && broken.has(inspected.hash);
    const facts = isBroken ? "unreadable" : inspected;
    looked.set(file, facts);
    return facts;
  };
  return indexOf(known, createFinder(known), look);
}

const PUBLIC = "public/";

function indexOf(
  known: readonly KnownFile[],
  finder: Finder,
  look: (source: SourceFile) => PictureFacts | Unfit,
): PictureIndex {
  // A picture may be the cover of thousands of posts.
  const pictures = new Map<KnownFile, KnownPicture | Unfit>();
  const pictureOf = (one: KnownFile): KnownPicture | Unfit => {
    const before = pictures.get(one);
    if (before !== undefined) return before;
    const { source, path } = one;
    const facts = look(source);
    const picture = typeof facts === "string" ? facts : { file: source.file, facts, url: encodePath(path) };
    pictures.set(one, picture);
    return picture;
  };
  return {
    picture(src, from) {
      if (hasHost(src)) {
        const here = finder.exact(withoutHost(src), from)?.path;
        return { found: false, problem: { kind: "remote", ...(here !== undefined && { here }) } };
      }
      const { hit, actual, ...instead } = finder.find(src, from);
      if (hit === undefined) return { found: false, problem: { kind: "missing", ...instead } };
      const picture = pictureOf(hit);
      if (typeof picture === "string")
        return { found: false, problem: { kind: "broken", why: picture, file: hit.source.file } };
      return {
        found: true,
        picture,
        ...(actual !== undefined && { problem: { kind: "case" as const, actual } }),
      };
    },
    file(href, from) {
      const hit = /^(?:[a-z][a-z0-9+.-]*:|[/#?])/i.test(href) ? undefined : finder.exact(href, from);
      return hit === undefined ? undefined : encodePath(hit.path);
    },
    size: (path) => (path.startsWith("/") ? finder.exact(path, "")?.source.size : undefined),
    known(file) {
      const one = finder.bySource(file);
      const picture = one && pictureOf(one);
      return typeof picture === "string" ? undefined : picture;
    },
    beside: known.filter(({ source }) => !source.file.startsWith(PUBLIC)),
  };
}

/** The path of an address of another host; empty if it has none, which names no file. */
const withoutHost = (src: string): string => /^(?:https?:)?\/\/[^/?#]+([^?#]*)/i.exec(src)?.[1] ?? "";
