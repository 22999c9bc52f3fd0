// The form of the number in a `tel:` link (RFC 3966): digits, with a plus sign before them and separators.
// Phones dial every digit: they would also dial the zero of `+33 (0)1`.
import { decodeComponent } from "../../percent-codes.ts";

export function isTelephone(href: string): boolean {
  const number = numberOf(href);
  return /^(?:\+[1-9]\d{5,14}|[\d*#]{2,15})$/.test(number.replace(/[-.()]/g, "")) && !LOCAL_ZERO.test(number);
}

/** The link with only the number, if the result is valid. */
export function mendTelephone(href: string): string | undefined {
  const plain = numberOf(href)
    .replace(/^0{2}(?=[1-9]\d{9})/, "+")
    .replace(LOCAL_ZERO, "$1")
    .replace(/[^+\d*#]/g, "");
  const mended = `tel:${plain}`;
  return isTelephone(mended) ? mended : undefined;
}

const LOCAL_ZERO = /^(\+.*)\(0\)/;

/** What follows `tel:`, without parameters such as `;ext=12`. */
function numberOf(href: string): string {
  const [written = ""] = href.replace(/^tel:\s*/i, "").split(";");
  return decodeComponent(written) ?? written;
}
