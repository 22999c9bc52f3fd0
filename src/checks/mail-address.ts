// The form of the addresses in a `mailto:` link; whether anyone reads them cannot be known here.
import { decodeComponent } from "../percent-codes.ts";

/** True if every address of the link could exist. A link to nobody (`mailto:?subject=…`) is valid too. */
export function isMailto(href: string): boolean {
  const list = addresses(href);
  return list === "" ? href.includes("?") : list.split(",").every((one) => isAddress(one.trim()));
}

/** The link with its most common mistakes corrected, if the result is valid. */
export function mendMailto(href: string): string | undefined {
  const query = href.includes("?") ? href.slice(href.indexOf("?")) : "";
  const written = addresses(href);
  if (written.length > LONGEST_SLIP) return undefined;
  const mended = written
    .replace(/^(?:mailto:|\/)+/i, "")
    .replace(/\s*[([]\s*(?:at|arobase|à|chez)\s*[)\]]\s*/gi, "@")
    .replace(/[\s<>]+/g, "")
    .replace(/@{2,}/g, "@")
    .replace(/@[^@]*$/, (domain) =>
      domain
        .replace(/,/g, ".")
        .replace(/\.{2,}/g, ".")
        .replace(/[.;:\]]+$/, ""),
    );
  return isAddress(mended) ? `mailto:${mended}${query}` : undefined;
}

/** In characters: a longer text is not an address, and its blanks would be scanned again and again. */
const LONGEST_SLIP = 1000;

function addresses(href: string): string {
  const [list = ""] = href.replace(/^mailto:/i, "").split("?");
  return decodeComponent(list) ?? list;
}

function isAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  if (at < 1 || text.length > 320) return false;
  const labels = text.slice(at + 1).split(".");
  const local = text.slice(0, at);
  return (
    /^[^\s@,;:/<>()[\]"\\]+$/.test(local) &&
    !/^\.|\.$|\.\./.test(local) &&
    labels.length > 1 &&
    labels.every((label) => /^[\p{L}\p{N}-]+$/u.test(label) && !/^-|-$/.test(label)) &&
    /^(?:\p{L}{2,}|xn--[\w-]+)$/u.test(labels.at(-1) ?? "")
  );
}
