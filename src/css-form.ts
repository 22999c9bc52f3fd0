// A stylesheet → what it opens and never closes, and what it closes without having opened it. Browsers say nothing of either:
// the first lasts to the end of the file (https://drafts.csswg.org/css-syntax/#parse-errors), the second spoils the next rule.

/** Comments, texts and addresses are passed over whole; a text ends with its line where nothing ends it before. */
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

/** A sign that opens something, and where it stands. */
export interface OpenedSign {
  sign: string;
  offset: number;
}

export interface CssForm {
  /** What is open at the end, from the outermost on. */
  open: readonly OpenedSign[];
  /** Signs that close nothing. */
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
      // Within brackets of another kind, it is one of the signs between them.
      else if (last === undefined) stray.push({ sign: token, offset });
    }
  }
  return { open, stray };
}

export const closingOf = (sign: string): string => CLOSING[sign] ?? "";

/** The stylesheet with the ends that browsers would give it, so that another one can follow. */
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
