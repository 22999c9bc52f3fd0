// An address as written → where it leads: a host and a path, and how to say it to the person who wrote it.
// Addresses without a host get one that cannot exist, so that one parser reads them all.
import { decodeComponent } from "../percent-codes.ts";
import { printable } from "../printable.ts";

export type Located = Pick<URL, "protocol" | "host" | "hostname" | "pathname" | "search" | "hash">;

/** Host given to addresses that name none. */
export const NOWHERE = "site.invalid";

/** Where an address leads from the page at a site path; undefined where it is no address. */
export function locateAddress(href: string, from: string): Located | undefined {
  const simple = /^(\/(?![/\\])[\w\-./%]*?)(#[\w\-.%]*)?$/.exec(href);
  if (simple?.[1] !== undefined && !simple[1].includes("/.")) {
    const [, pathname, hash = ""] = simple;
    return { protocol: "https:", host: NOWHERE, hostname: NOWHERE, pathname, search: "", hash };
  }
  const base = `https://${NOWHERE}${from}`;
  return URL.canParse(href, base) ? new URL(href, base) : undefined;
}

/** A whole address without the name and the password, or the token of a forge, that it holds; undefined where it holds none. */
export function withoutSecret(href: string): string | undefined {
  if (!/^(?:https?:)?[\\/]{2}[^\\/?#]*@/i.test(href)) return undefined;
  return href.replace(/^((?:https?:)?[\\/]{2})[^\\/?#]*@/i, "$1");
}

/** A fragment as the id it names. */
export function decodedId(text: string): string {
  return decodeComponent(text)?.normalize("NFC") ?? text;
}

/** An address with its letters as people type them; the rendering of Markdown codes them. Spaces and what no one sees stay coded. */
export function readable(href: string): string {
  // Codes of ASCII stand for what would end the link, or mean something else: `%29`, `%25`.
  return href.replace(
    /(?:%[89a-f][\da-f])+/gi,
    (codes) =>
      decodeComponent(codes)?.replace(/./gsu, (c) => (isSeen(c) ? c : encodeURIComponent(c))) ?? codes,
  );
}

const isSeen = (character: string): boolean => !/\s/.test(character) && printable(character) === character;

/** The first folder of a path, `/defis/`; the path itself where it has none. */
export function firstFolder(path: string): string {
  const [, first = ""] = path.split("/");
  return path.slice(1).includes("/") ? `/${first}/` : path;
}
