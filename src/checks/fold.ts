// Paths and ids reduced to what people remember of them, so that near misses match.
// Case, accents, `.html`, final slashes and a date before the slug differ most often.
import { nameIn } from "../paths.ts";
import { decodeComponent } from "../percent-codes.ts";

/** A path in the form that is compared: percent-decoded, in NFC. What cannot be decoded stays as it is. */
export function pathKey(path: string): string {
  if (!path.includes("%")) return isAscii(path) ? path : path.normalize("NFC");
  // An encoded slash is not a slash.
  return decodeComponent(path.replace(/%2f/gi, "%252F"))?.normalize("NFC") ?? path;
}

/** Such a path without its final slash, with which it is the same address. */
export function withoutSlash(key: string): string {
  return key.length > 1 && key.endsWith("/") ? key.slice(0, -1) : key;
}

/** Lower case, without accents, words joined by hyphens. */
export function foldText(text: string): string {
  const plain = isAscii(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "");
  return plain.toLowerCase().replace(/[\s_’']+/g, "-");
}

/** `/Blog/2021/04/01/Été.html` and `/blog/2021/04/01/ete/` → `blog/2021/04/01/ete`. */
export function foldPath(path: string): string {
  return foldText(pathKey(path))
    .replace(/\/{2,}/g, "/")
    .replace(/^\/|\/$/g, "")
    .replace(/(?:^|\/)index\.html?$/, "")
    .replace(/\.(?:html?|md|markdown)$/, "");
}

/** The last part of a folded path, without a date or a draft's `_` before it: `blog/2021-04-01-titre` → `titre`. */
export function slugOf(folded: string): string {
  return nameIn(folded).replace(/^-?(?:\d{2,4}-\d{1,2}-\d{1,2}-)?/, "");
}

function isAscii(text: string): boolean {
  return /^[\u0000-\u007F]*$/.test(text);
}
