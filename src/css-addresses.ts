// A stylesheet → the addresses that it names, and the same stylesheet with others in their place.
// Comments and strings are passed over whole, since what looks like an address in them is none.

const TOKEN =
  /\/\*[^]*?(?:\*\/|$)|@namespace[^;]*|(?<before>@import\s+)(?<imported>"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|(?<beforeUrl>@import\s+)?url\(\s*(?:(?<named>"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|(?:[^"'()\s\\]|\\[^])+)\s*)?\)|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/gi;

export interface CssAddress {
  href: string;
  /** Where it begins to be named, in the stylesheet. */
  offset: number;
  /** True for another stylesheet. */
  isImport: boolean;
}

/** `change` is given each address; undefined leaves it as it is written. */
export function withAddresses(css: string, change: (address: CssAddress) => string | undefined): string {
  const replaced = (token: string, offset: number, parts: Parts): string => {
    const written = parts.imported ?? parts.named;
    if (written === undefined) return token;
    const before = parts.before ?? parts.beforeUrl;
    const href = change({
      href: unescaped(written.replace(/^(["'])([^]*)\1$/, "$2")),
      offset,
      isImport: before !== undefined,
    });
    if (href === undefined) return token;
    const quoted = `"${href.replace(/["\\\n]/g, "\\$&")}"`;
    return (before ?? "") + (parts.imported === undefined ? `url(${quoted})` : quoted);
  };
  // The last of what a replacement is given are its groups, then the offset and the whole before them.
  return css.replace(TOKEN, (token: string, ...found: unknown[]) =>
    replaced(token, found.at(-3) as number, found.at(-1) as Parts),
  );
}

/** What TOKEN finds by name. */
interface Parts {
  before?: string | undefined;
  imported?: string | undefined;
  beforeUrl?: string | undefined;
  named?: string | undefined;
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
