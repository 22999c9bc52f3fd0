// The files of a site → what is known of each picture an author may name: its address, its size, whether it can be shown.
// A picture is looked at when a text first names it, once, and never decoded here; no other host is ever asked.
import { nameIn } from "../paths.ts";
import { hasHost } from "../schemes.ts";
import type { SourceFile } from "../source-file.ts";
import { inspectPicture, type PictureFacts, type Unfit } from "./inspect.ts";
import { besidePath, decodePath, encodePath, fold, joinPath, publicPath, relativePath } from "./paths.ts";
import type { KnownPicture } from "./variants.ts";

export type PictureProblem =
  | { kind: "missing"; suggestion?: string }
  | { kind: "case"; actual: string }
  | { kind: "broken"; why: Unfit; /** Its source. */ file: string }
  /** `here`: a picture of this site at the same path, as where the other host is one that this site had before. */
  | { kind: "remote"; here?: string };

export type PictureFinding =
  | {
      found: true;
      picture: KnownPicture;
      /** What a file published as it is would better not hold: where it was taken; a script. */
      holds?: "location" | "script";
    }
  | { found: false };

/** A file beside posts or pages, and the site path at which the build publishes it. */
export interface BesideFile {
  source: SourceFile;
  /** Not encoded, without base path: `/media/2026-03-02-titre/photo.jpg`. */
  path: string;
}

export interface PictureIndex {
  /** Finds the picture `src`, as written in the text of `from` (a path relative to the site root). */
  picture(src: string, from: string): PictureFinding & { problem?: PictureProblem };
  /** Site path, encoded, of a file beside the text that a relative link names; undefined where there is none. */
  file(href: string, from: string): string | undefined;
  /** The picture of a source file; undefined where it is none that can be shown. */
  known(file: string): KnownPicture | undefined;
  /** Files beside posts and pages, in order of path. */
  beside: readonly BesideFile[];
  /** The same index for a build that found that these pictures, by path in the site root, cannot be decoded. */
  without(broken: ReadonlySet<string>): PictureIndex;
}

/** A file as it can be found: by its path in the site root, or by its path on the site. */
interface Known {
  source: SourceFile;
  path: string;
}

/** An index of the files of `content/` and `public/`, as `Content.files` lists them. */
export function createPictureIndex(files: readonly SourceFile[]): PictureIndex {
  const known = files.flatMap((source): Known[] => {
    const path = besidePath(source.file) ?? publicPath(source.file);
    return path === undefined ? [] : [{ source, path }];
  });
  const looked = new Map<string, PictureFacts | Unfit>();
  const look = ({ file, path }: SourceFile): PictureFacts | Unfit => {
    const facts = looked.get(file) ?? inspectPicture(path);
    looked.set(file, facts);
    return facts;
  };
  return indexOf(known, new Finder(known), look);
}

const PUBLIC = "public/";

function indexOf(
  known: readonly Known[],
  finder: Finder,
  look: (source: SourceFile) => PictureFacts | Unfit,
): PictureIndex {
  // A picture may be the cover of thousands of posts.
  const pictures = new Map<Known, KnownPicture | Unfit>();
  const pictureOf = (one: Known): KnownPicture | Unfit => {
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
      const { hit, actual, suggestion } = finder.find(src, from);
      if (hit === undefined)
        return {
          found: false,
          problem: { kind: "missing", ...(suggestion === undefined ? {} : { suggestion }) },
        };
      const picture = pictureOf(hit);
      if (typeof picture === "string")
        return { found: false, problem: { kind: "broken", why: picture, file: hit.source.file } };
      return {
        found: true,
        picture,
        ...holds(picture),
        ...(actual !== undefined && { problem: { kind: "case" as const, actual } }),
      };
    },
    file(href, from) {
      const hit = /^(?:[a-z][a-z0-9+.-]*:|[/#?])/i.test(href) ? undefined : finder.exact(href, from);
      return hit === undefined ? undefined : encodePath(hit.path);
    },
    known(file) {
      const one = finder.bySource(file);
      const picture = one && pictureOf(one);
      return typeof picture === "string" ? undefined : picture;
    },
    beside: known.filter(({ source }) => !source.file.startsWith(PUBLIC)),
    without: (broken) =>
      indexOf(known, finder, (source) => (broken.has(source.file) ? "unreadable" : look(source))),
  };
}

function holds({ file, facts }: KnownPicture): { holds?: "location" | "script" } {
  if (facts.script) return { holds: "script" };
  return facts.location && file.startsWith(PUBLIC) ? { holds: "location" } : {};
}

interface Found {
  hit?: Known;
  /** What to write, where case or accents differ. */
  actual?: string;
  suggestion?: string;
}

class Finder {
  readonly #byKey = new Map<string, Known>();
  readonly #byFold = new Map<string, Known>();
  /** Undefined for a name that several have: which one is meant cannot be told. */
  readonly #byName = new Map<string, Known | undefined>();
  /** By the whole path without its extension: a picture that became another format is still the same one. */
  readonly #byStem = new Map<string, Known>();
  /** By the address as it is written, where that is the same in all texts. */
  readonly #byAddress = new Map<string, Known>();

  constructor(files: readonly Known[]) {
    for (const one of files) {
      // A site path begins with a slash, a path in the site root does not: one map serves both.
      for (const key of [one.source.file, one.path]) {
        this.#byKey.set(key.normalize("NFC"), one);
        if (!this.#byFold.has(fold(key))) this.#byFold.set(fold(key), one);
        if (PICTURE.test(key) && !this.#byStem.has(stemOf(key))) this.#byStem.set(stemOf(key), one);
      }
      const name = fold(nameIn(one.path));
      this.#byName.set(name, this.#byName.has(name) ? undefined : one);
    }
  }

  exact(src: string, from: string): Known | undefined {
    const key = keyOf(src, from);
    return key === undefined ? undefined : this.#byKey.get(key.normalize("NFC"));
  }

  bySource(file: string): Known | undefined {
    return this.#byKey.get(file.normalize("NFC"));
  }

  find(src: string, from: string): Found {
    const known = this.#byAddress.get(src);
    if (known !== undefined) return { hit: known };
    const key = keyOf(src, from);
    if (key === undefined) return {};
    const hit = this.#byKey.get(key.normalize("NFC"));
    if (hit !== undefined && src.startsWith("/")) this.#byAddress.set(src, hit);
    if (hit !== undefined) return { hit };
    const near = this.#byFold.get(fold(key));
    if (near !== undefined)
      return { hit: near, actual: key.startsWith("/") ? near.path : relativePath(from, near.source.file) };
    // Windows parts folders by a sign that no address has.
    if (key.includes("\\")) return this.#slashed(src.replace(/\\|%5C/gi, "/"), from);
    const named =
      this.#literal(src, from) ?? this.#byStem.get(stemOf(key)) ?? this.#byName.get(fold(nameIn(key)));
    return named === undefined ? {} : { suggestion: writtenFor(named, from) };
  }

  /** A file whose name holds signs that end an address, or are a code in it: typed as they are, they name another. */
  #literal(src: string, from: string): Known | undefined {
    if (!/[#?%]/.test(src)) return undefined;
    const folder = src.startsWith("/") ? "/" : from.slice(0, from.lastIndexOf("/") + 1);
    // Accents are codes here, whoever typed them.
    const read = src.split(/([#?])/).map((part) => (/^[#?]$/.test(part) ? part : decodePath(part)));
    for (const path of [src, read.join("")]) {
      const known = this.#byKey.get((joinPath(folder, path) ?? "").normalize("NFC"));
      if (known !== undefined) return known;
    }
    return undefined;
  }

  #slashed(src: string, from: string): Found {
    const { hit, actual, suggestion } = this.find(src, from);
    const written = hit === undefined ? suggestion : (actual ?? decodePath(src));
    return written === undefined ? {} : { suggestion: written };
  }
}

const PICTURE = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;

/** `/img/Salle.jpg` → `/img/salle`. */
const stemOf = (path: string): string => fold(path.replace(/\.[^./]*$/, ""));

/** How an author writes the address of a file: from `/` for `public/`, from the text's folder otherwise. */
const writtenFor = ({ source, path }: Known, from: string): string =>
  source.file.startsWith("public/") ? path : relativePath(from, source.file);

/** The path of an address of another host; empty where it has none, which names no file. */
const withoutHost = (src: string): string => /^(?:https?:)?\/\/[^/?#]+([^?#]*)/i.exec(src)?.[1] ?? "";

/** The key of an address: a site path, or a path in the site root; undefined for other schemes and paths that leave the root. */
function keyOf(src: string, from: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:/i.test(src)) return undefined;
  const path = decodePath(src);
  if (path === "") return undefined;
  return path.startsWith("/")
    ? joinPath("/", path)
    : joinPath(from.slice(0, from.lastIndexOf("/") + 1), path);
}
