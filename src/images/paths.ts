// Addresses as authors write them ↔ paths in the site root and on the site.
// Names are compared in one Unicode form: macOS writes an accented letter as two characters, keyboards as one.
import { posix } from "node:path";
import { nameIn } from "../paths.ts";
import { unaccented } from "../text.ts";
import { decodeComponent } from "../urls.ts";

/** The site path of a file beside texts; `undefined` for other files. */
export function besidePath(file: string): string | undefined {
  if (file.startsWith("content/posts/")) return `/media/${file.slice("content/posts/".length)}`;
  return /^content\/[^/]+\//.test(file) ? `/media/${file.slice("content/".length)}` : undefined;
}

const PUBLIC = "public/";

/**
 * The site path of a file of `public/`; `undefined` for other files. It is in composed form, as keyboards type it in links:
 * some systems separate a letter from its accent in names, and for a host the two differ.
 */
export function publicPath(file: string): string | undefined {
  return file.startsWith(PUBLIC) ? file.slice(PUBLIC.length - 1).normalize("NFC") : undefined;
}

/** An address without query and fragment, percent-decoded. */
export function decodePath(src: string): string {
  const path = src.trim().replace(/[?#].*$/s, "");
  return decodeComponent(path) ?? path;
}

/** A path, percent-encoded for an address. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** Joins and resolves `.` and `..`; `undefined` if the path leads above its beginning. */
export function joinPath(folder: string, path: string): string | undefined {
  const joined = posix.join(folder, path);
  return /^\.\.(?:\/|$)/.test(joined) ? undefined : joined;
}

/** Prefix of the names of a picture's derivatives: the recognisable part of the file's name, in plain letters. */
export function pictureSlug(file: string): string {
  const name = nameIn(file).replace(/\.[^.]*$/, "");
  const plain = unaccented(name.replace(/œ/gi, "oe").replace(/æ/gi, "ae")).replace(/[^a-z0-9]+/g, "-");
  return plain.replace(/^-+/, "").slice(0, 40).replace(/-+$/, "") || "image";
}
