// A stylesheet → the addresses that it names, and the same stylesheet with others in their place.
// Comments and strings are passed over whole, since what looks like an address in them is none.

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

/** Of a set of pictures, where a text alone is an address, but for the one that names a kind. */
const OF_SET = new RegExp([COMMENT, String.raw`type\([^)]*\)`, URL, `(?<text>${TEXT})`].join("|"), "gi");

export interface CssAddress {
  href: string;
  /** Where it begins to be named, in the stylesheet. */
  offset: number;
  /** True for another stylesheet. */
  isImport: boolean;
}

/** `change` is given each address; undefined leaves it as it is written. */
export function withAddresses(css: string, change: (address: CssAddress) => string | undefined): string {
  return replaced(TOKEN, css, 0, change);
}

/** `start`: where the part stands in the stylesheet. */
function replaced(
  tokens: RegExp,
  part: string,
  start: number,
  change: (address: CssAddress) => string | undefined,
): string {
  // The last of what a replacement is given are its groups, then the offset and the whole before them.
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

/** What the tokens find by name. */
interface Parts {
  before?: string | undefined;
  /** An address that is a text on its own. */
  text?: string | undefined;
  beforeUrl?: string | undefined;
  named?: string | undefined;
  set?: string | undefined;
}

/** The characters that escapes stand for (https://drafts.csswg.org/css-syntax/#consume-escaped-code-point). */
function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:([\da-f]{1,6})\s?|\n|([^]))/gi, (_, code?: string, sign?: string) => {
    if (code === undefined) return sign ?? "";
    const point = Number.parseInt(code, 16);
    return point === 0 || point > 0x10ffff ? "\ufffd" : String.fromCodePoint(point);
  });
}
