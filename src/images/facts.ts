// The files of a site → what is known of each picture an author may name: its address, its size, whether it can be shown; for a
// name that no file has, the one that was probably meant. A picture is inspected once, when a text first names it, and never
// decoded here; no other host is ever contacted.
import { posix } from "node:path";
import type { SourceFile } from "../files.ts";
import { groupBy } from "../iterate.ts";
import { nearest, ofSameNumbers } from "../nearest.ts";
import { folderIn, nameIn } from "../paths.ts";
import { unaccented } from "../text.ts";
import { hasHost } from "../urls.ts";
import { inspectPicture } from "./inspect.ts";
import { besidePath, decodePath, encodePath, joinPath, publicPath } from "./paths.ts";
import type { KnownPicture } from "./variants.ts";

export type PictureProblem =
  /** `suggestion`: what to write for a file with a name that resembles it, or with that name elsewhere. */
  | { kind: "missing"; suggestion?: string }
  /** Case or accents differ from those of the file: `actual` is what to write. */
  | { kind: "case"; actual: string }
  /** `file`: its source. */
  | { kind: "broken"; file: string }
  /** `here`: a picture of this site at the same path, for example if the other host is one that this site had before. */
  | { kind: "remote"; here?: string };

export type PictureFinding = ({ found: true; picture: KnownPicture } | { found: false }) & {
  problem?: PictureProblem;
};

/** A file as it can be found: by its path in the site root, or by its path on the site. */
export interface KnownFile {
  source: SourceFile;
  /** Where the build publishes it; not encoded, without base path: `/media/2026-03-02-titre/photo.jpg`. */
  path: string;
}

export interface PictureIndex {
  /** Finds the picture `src`, as written in the text of `from` (a path relative to the site root). */
  picture(src: string, from: string): PictureFinding;
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
  const all = files.flatMap((source): KnownFile[] => {
    const path = besidePath(source.file) ?? publicPath(source.file);
    return path === undefined ? [] : [{ source, path }];
  });
  const byKey = new Map<string, KnownFile>();
  for (const one of all) for (const key of keysOf(one)) byKey.set(key.normalize("NFC"), one);
  const at = (key: string | undefined): KnownFile | undefined =>
    key === undefined ? undefined : byKey.get(key.normalize("NFC"));

  const pictures = new Map<KnownFile, KnownPicture | undefined>();
  const pictureOf = (one: KnownFile): KnownPicture | undefined => {
    if (pictures.has(one)) return pictures.get(one);
    const { source, path } = one;
    const facts = inspectPicture(source.path);
    const isKnown = facts !== undefined && !broken.has(facts.hash);
    const picture = isKnown ? { file: source.file, facts, url: encodePath(path) } : undefined;
    pictures.set(one, picture);
    return picture;
  };
  const finding = (one: KnownFile): PictureFinding => {
    const picture = pictureOf(one);
    return picture
      ? { found: true, picture }
      : { found: false, problem: { kind: "broken", file: one.source.file } };
  };
  let alike: Alike | undefined;

  return {
    picture(src, from) {
      if (hasHost(src)) {
        const [, path = ""] = /^(?:https?:)?\/\/[^/?#]+([^?#]*)/i.exec(src) ?? [];
        const here = at(keyOf(path, from))?.path;
        return { found: false, problem: { kind: "remote", ...(here !== undefined && { here }) } };
      }
      const key = keyOf(src, from);
      const hit = at(key);
      if (hit) return finding(hit);
      if (key === undefined) return { found: false, problem: { kind: "missing" } };
      alike ??= alikeOf(all);
      // An author names a file of `public/` from `/`, any other from the text's folder.
      const written = ({ source: { file }, path }: KnownFile): string =>
        file.startsWith("public/") ? path : posix.relative(posix.dirname(from), file);
      const [same] = alike.byPath.get(unaccented(key)) ?? [];
      if (same) return { problem: { kind: "case", actual: written(same.one) }, ...finding(same.one) };
      const meant = meantBy(unaccented(key), alike);
      return { found: false, problem: { kind: "missing", ...(meant && { suggestion: written(meant) }) } };
    },
    file(href, from) {
      const hit = /^(?:[a-z][a-z0-9+.-]*:|[/#?])/i.test(href) ? undefined : at(keyOf(href, from));
      return hit && encodePath(hit.path);
    },
    size: (path) => (path.startsWith("/") ? at(keyOf(path, ""))?.source.size : undefined),
    known(file) {
      const one = at(file);
      return one && pictureOf(one);
    },
    beside: all.filter(({ source }) => !source.file.startsWith("public/")),
  };
}

/** A site path begins with a slash, a path in the site root does not: one map serves both. */
const keysOf = ({ source, path }: KnownFile): [string, string] => [source.file, path];

/** The key of an address; `undefined` for other schemes and paths that leave the root. */
function keyOf(src: string, from: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:/i.test(src)) return undefined;
  const path = decodePath(src);
  if (path === "") return undefined;
  return joinPath(path.startsWith("/") ? "/" : folderIn(from), path);
}

type Alike = ReturnType<typeof alikeOf>;

const PICTURE = /\.(?:svg|png|jpe?g|gif|webp|avif)$/;

/** Files by names in which case and accents do not count: made for the first address that names no file. */
function alikeOf(files: readonly KnownFile[]) {
  const paths = files.flatMap((one) => keysOf(one).map((path) => ({ path: unaccented(path), one })));
  return {
    byPath: groupBy(paths, ({ path }) => path),
    /** A picture converted to another format is still the same one. */
    byName: groupBy(
      files.filter(({ path }) => PICTURE.test(unaccented(path))),
      ({ path }) => stemIn(unaccented(path)),
    ),
  };
}

/** `/img/salle.jpg` → `salle`. */
const stemIn = (path: string): string => nameIn(path).replace(/\.[^.]*$/, "");

/** The picture of the same name elsewhere or in another format, or with a slip of the keyboard in its name. */
function meantBy(key: string, { byName }: Alike): KnownFile | undefined {
  const name = stemIn(key);
  // One number instead of another is no slip: pictures are numbered.
  const others = ofSameNumbers(name, byName.keys());
  const [one, ...more] =
    byName.get(name) ?? byName.get(nearest(name, others, name.length < 5 ? 1 : 2) ?? "") ?? [];
  // A name that several pictures have is ambiguous.
  return more.length === 0 ? one : undefined;
}
