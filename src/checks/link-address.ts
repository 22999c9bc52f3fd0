// An address as written → where it leads (a host and a path), and how to show it to its author.
// Addresses without a host get one that cannot exist, so that one parser reads them all.
import { decodeComponent } from "../percent-codes.ts";
import { printable } from "../printable.ts";

export type Located = Pick<URL, "protocol" | "host" | "hostname" | "pathname" | "search" | "hash">;

/** Host given to addresses that have none. */
export const NOWHERE = "site.invalid";

/** Where an address leads from the page at a site path; undefined if it is not an address. */
export function locateAddress(href: string, from: string): Located | undefined {
  const simple = /^(\/(?![/\\])[\w\-./%]*?)(#[\w\-.%]*)?$/.exec(href);
  if (simple?.[1] !== undefined && !simple[1].includes("/.")) {
    const [, pathname, hash = ""] = simple;
    return { protocol: "https:", host: NOWHERE, hostname: NOWHERE, pathname, search: "", hash };
  }
  const base = `https://${NOWHERE}${from}`;
  return URL.canParse(href, base) ? new URL(href, base) : undefined;
}

/** A whole address without the name and password, or the forge token, in it; undefined if it has none. */
export function withoutSecret(href: string): string | undefined {
  if (!/^(?:https?:)?[\\/]{2}[^\\/?#]*@/i.test(href)) return undefined;
  return href.replace(/^((?:https?:)?[\\/]{2})[^\\/?#]*@/i, "$1");
}

/** The id that a fragment names. */
export function decodedId(text: string): string {
  return decodeComponent(text)?.normalize("NFC") ?? text;
}

/**
 * An address with its letters as people type them, which Markdown rendering encodes. Spaces and invisible characters stay
 * encoded.
 */
export function readable(href: string): string {
  // Codes of ASCII characters stay: the characters would end the link, or mean something else (`%29`, `%25`).
  return href.replace(
    /(?:%[89a-f][\da-f])+/gi,
    (codes) =>
      decodeComponent(codes)?.replace(/./gsu, (c) => (isSeen(c) ? c : encodeURIComponent(c))) ?? codes,
  );
}

const isSeen = (character: string): boolean => !/\s/.test(character) && printable(character) === character;

/**
 * The text of a link, to paste back in Markdown with another address. Empty for a bare address, whose text is as wrong, and in
 * raw HTML, where Markdown may not be parsed.
 */
export function textToPaste({ href, text, raw }: { href: string; text: string; raw?: true }): string {
  return raw === true || isBare(href, text) ? "" : text;
}

/** True for a link whose text is its address. */
export const isBare = (href: string, text: string): boolean => text === href || text === readable(href);

/** The first folder of a path, `/defis/`; the path itself if it has none. */
export function firstFolder(path: string): string {
  const [, first = ""] = path.split("/");
  return path.slice(1).includes("/") ? `/${first}/` : path;
}
