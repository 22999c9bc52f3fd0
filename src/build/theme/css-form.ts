// Stylesheet → what it opens and never closes, and what it closes without having opened. Browsers report neither: the first
// extends to the end of the file (https://drafts.csswg.org/css-syntax/#parse-errors), the second spoils the next rule.

/** Comments, strings and addresses are matched whole. A string that is not closed ends with its line. */
const TOKEN =
  /\/\*(?:[^]*?\*\/|(?<comment>[^]*$))|"(?:[^"\\\n]|\\[^])*(?:["\n\\]|(?<double>$))|'(?:[^'\\\n]|\\[^])*(?:['\n\\]|(?<single>$))|\\[^]|url\(\s*[^\s"'()\\][^"'()\\]*\)|[{}()[\]]/gi;

const CLOSING: Readonly<Record<string, string>> = {
  "{": "}",
  "(": ")",
  "[": "]",
  "/*": "*/",
  '"': '"',
  "'": "'",
};

/** An opening or closing sign, and its offset in the stylesheet. */
interface OpenedSign {
  sign: string;
  offset: number;
}

export interface CssForm {
  /** What is still open at the end, outermost first. */
  open: readonly OpenedSign[];
  /** Closing signs that close nothing. */
  stray: readonly OpenedSign[];
}

export function cssForm(css: string): CssForm {
  const open: OpenedSign[] = [];
  const stray: OpenedSign[] = [];
  for (const { 0: token, index: offset, groups } of css.matchAll(TOKEN)) {
    if (groups?.["comment"] !== undefined) open.push({ sign: "/*", offset });
    else if (groups?.["double"] !== undefined) open.push({ sign: '"', offset });
    else if (groups?.["single"] !== undefined) open.push({ sign: "'", offset });
    else if (/^[{([]$/.test(token)) open.push({ sign: token, offset });
    else if (/^[})\]]$/.test(token)) {
      const last = open.at(-1);
      if (last !== undefined && CLOSING[last.sign] === token) open.pop();
      // Inside brackets of another kind, it is part of their content.
      else if (last === undefined) stray.push({ sign: token, offset });
    }
  }
  return { open, stray };
}

export const closingOf = (sign: string): string => CLOSING[sign] ?? "";

/** Closes what the stylesheet leaves open, as browsers do, so that another stylesheet can follow. */
export function withEnds(css: string): string {
  const { open } = cssForm(css);
  return (
    css +
    open
      .map(({ sign }) => closingOf(sign))
      .reverse()
      .join("")
  );
}
