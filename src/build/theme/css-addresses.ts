// Stylesheet → the addresses in it, and the same stylesheet with some of them replaced.
// Comments and strings are skipped whole: what looks like an address in them is not one.

const TEXT = String.raw`"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'`;
const URL = String.raw`url\(\s*(?:(?<named>${TEXT}|(?:[^"'()\s\\]|\\[^])+)\s*)?\)`;
const COMMENT = String.raw`/\*[^]*?(?:\*/|$)`;

const TOKEN = new RegExp(
  [
    COMMENT,
    "@namespace[^;]*",
    String.raw`(?<before>@import\s+)(?<text>${TEXT})`,
    String.raw`(?<beforeUrl>@import\s+)?${URL}`,
    String.raw`(?<set>image-set\((?:[^()"']|${TEXT}|\((?:[^()"']|${TEXT})*\))*\))`,
    TEXT,
  ].join("|"),
  "gi",
);

/** Tokens of an `image-set()`, in which a bare string is an address, except in `type()`. */
const OF_SET = new RegExp([COMMENT, String.raw`type\([^)]*\)`, URL, `(?<text>${TEXT})`].join("|"), "gi");

export interface CssAddress {
  href: string;
  /** Where `url(` or `@import` begins, or the string in an `image-set()`, in the stylesheet. */
  offset: number;
  /** True if it is the address of another stylesheet. */
  isImport: boolean;
}

/** `change` receives each address; if it returns undefined, the address stays as written. */
export function withAddresses(css: string, change: (address: CssAddress) => string | undefined): string {
  return replaced(TOKEN, css, 0, change);
}

/** `start`: offset of the part in the stylesheet. */
function replaced(
  tokens: RegExp,
  part: string,
  start: number,
  change: (address: CssAddress) => string | undefined,
): string {
  // The last arguments of the callback are the offset, the whole string and the named groups.
  return part.replace(tokens, (token: string, ...found: unknown[]) => {
    const { set, text, named, before, beforeUrl } = found.at(-1) as Parts;
    const offset = start + (found.at(-3) as number);
    if (set !== undefined) return replaced(OF_SET, set, offset, change);
    const written = text ?? named;
    if (written === undefined) return token;
    const lead = before ?? beforeUrl;
    const href = change({
      href: unescaped(written.replace(/^(["'])([^]*)\1$/, "$2")),
      offset,
      isImport: lead !== undefined,
    });
    if (href === undefined) return token;
    const quoted = `"${href.replace(/["\\\n]/g, "\\$&")}"`;
    return (lead ?? "") + (named === undefined ? quoted : `url(${quoted})`);
  });
}

/** The named groups of the tokens. */
interface Parts {
  before?: string | undefined;
  /** An address written as a bare string. */
  text?: string | undefined;
  beforeUrl?: string | undefined;
  named?: string | undefined;
  set?: string | undefined;
}

/** Replaces escapes by the characters that they stand for (https://drafts.csswg.org/css-syntax/#consume-escaped-code-point). */
function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:([\da-f]{1,6})\s?|\n|([^]))/gi, (_, code?: string, sign?: string) => {
    if (code === undefined) return sign ?? "";
    const point = Number.parseInt(code, 16);
    return point === 0 || point > 0x10ffff ? "\ufffd" : String.fromCodePoint(point);
  });
}
