// An address as an author writes it → the file that it names, or the one that it probably means.
import { nearest, ofSameNumbers } from "../nearest.ts";
import { folderIn, nameIn } from "../paths.ts";
import type { SourceFile } from "../files.ts";
import { decodePath, fold, joinPath, relativePath } from "./paths.ts";

/** A file as it can be found: by its path in the site root, or by its path on the site. */
export interface KnownFile {
  source: SourceFile;
  /** Where the build publishes it; not encoded, without base path: `/media/2026-03-02-titre/photo.jpg`. */
  path: string;
}

export interface Found {
  hit?: KnownFile;
  /** What to write, if case or accents differ. */
  actual?: string;
  suggestion?: string;
  /** The same, for a file whose name only resembles the one that was written. */
  near?: string;
}

export interface Finder {
  /** The file that `src`, in the text of `from` (a path in the site root), names exactly. */
  exact(src: string, from: string): KnownFile | undefined;
  bySource(file: string): KnownFile | undefined;
  find(src: string, from: string): Found;
}

export function createFinder(files: readonly KnownFile[]): Finder {
  const byKey = new Map<string, KnownFile>();
  // A site path begins with a slash, a path in the site root does not: one map serves both.
  for (const one of files) for (const key of keysOf(one)) byKey.set(key.normalize("NFC"), one);
  const at = (key: string | undefined): KnownFile | undefined =>
    key === undefined ? undefined : byKey.get(key.normalize("NFC"));
  let alike: Alike | undefined;
  /** By the address as it is written, if that is the same in all texts. */
  const byAddress = new Map<string, KnownFile>();

  function find(src: string, from: string): Found {
    const known = byAddress.get(src);
    if (known !== undefined) return { hit: known };
    const key = keyOf(src, from);
    if (key === undefined) return {};
    const hit = at(key);
    if (hit !== undefined && src.startsWith("/")) byAddress.set(src, hit);
    return hit === undefined ? findNear(key, src, from) : { hit };
  }

  function findNear(key: string, src: string, from: string): Found {
    alike ??= alikeOf(files);
    const near = alike.byFold.get(fold(key));
    if (near !== undefined)
      return { hit: near, actual: key.startsWith("/") ? near.path : relativePath(from, near.source.file) };
    // Windows separates folders with a character that no address has.
    if (key.includes("\\")) return slashed(find, src.replace(/\\|%5C/gi, "/"), from);
    const literal = literalKeys(src, from)
      .map(at)
      .find((one) => one !== undefined);
    const named = literal ?? alike.byStem.get(stemOf(key)) ?? alike.byName.get(fold(nameIn(key)));
    if (named !== undefined) return { suggestion: writtenFor(named, from) };
    const resembling = nearName(nameIn(key), alike.byName);
    return resembling === undefined ? {} : { near: writtenFor(resembling, from) };
  }

  return { exact: (src, from) => at(keyOf(src, from)), bySource: at, find };
}

const keysOf = ({ source, path }: KnownFile): [string, string] => [source.file, path];

/** Files by simplified names, in which small mistakes do not count: made for the first address that names no file. */
interface Alike {
  byFold: ReadonlyMap<string, KnownFile>;
  /** By the whole path without its extension: a picture converted to another format is still the same one. */
  byStem: ReadonlyMap<string, KnownFile>;
  /** `undefined` for a name that several files have: it is ambiguous. */
  byName: ReadonlyMap<string, KnownFile | undefined>;
}

function alikeOf(files: readonly KnownFile[]): Alike {
  const byFold = new Map<string, KnownFile>();
  const byStem = new Map<string, KnownFile>();
  const byName = new Map<string, KnownFile | undefined>();
  for (const one of files) {
    for (const key of keysOf(one)) {
      addFirst(byFold, fold(key), one);
      if (PICTURE.test(key)) addFirst(byStem, stemOf(key), one);
    }
    const name = fold(nameIn(one.path));
    byName.set(name, byName.has(name) ? undefined : one);
  }
  return { byFold, byStem, byName };
}

/** The file whose name differs by a slip of the keyboard. One number instead of another is no slip: pictures are numbered. */
function nearName(written: string, byName: Alike["byName"]): KnownFile | undefined {
  const name = fold(written);
  const others = ofSameNumbers(name, byName.keys()).filter((one) => PICTURE.test(one));
  return byName.get(nearest(name, others, name.length < 9 ? 1 : 2) ?? "");
}

function addFirst(map: Map<string, KnownFile>, key: string, one: KnownFile): void {
  if (!map.has(key)) map.set(key, one);
}

const PICTURE = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;

/** `/img/Salle.jpg` → `/img/salle`. */
const stemOf = (path: string): string => fold(path.replace(/\.[^./]*$/, ""));

/** Keys of a file whose name has characters that end an address or begin a code in it: as typed, they name another file. */
function literalKeys(src: string, from: string): (string | undefined)[] {
  if (!/[#?%]/.test(src)) return [];
  const folder = src.startsWith("/") ? "/" : folderIn(from);
  // Accents may be percent-encoded, whoever typed them.
  const read = src.split(/([#?])/).map((part) => (/^[#?]$/.test(part) ? part : decodePath(part)));
  return [src, read.join("")].map((path) => joinPath(folder, path));
}

function slashed(find: Finder["find"], src: string, from: string): Found {
  const { hit, actual, suggestion } = find(src, from);
  const written = hit === undefined ? suggestion : (actual ?? decodePath(src));
  return written === undefined ? {} : { suggestion: written };
}

/** How an author writes the address of a file: from `/` for `public/`, from the text's folder otherwise. */
const writtenFor = ({ source, path }: KnownFile, from: string): string =>
  source.file.startsWith("public/") ? path : relativePath(from, source.file);

/**
 * The key of an address: a site path, or a path in the site root; `undefined` for other schemes and paths that leave the root.
 */
function keyOf(src: string, from: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:/i.test(src)) return undefined;
  const path = decodePath(src);
  if (path === "") return undefined;
  return joinPath(path.startsWith("/") ? "/" : folderIn(from), path);
}
