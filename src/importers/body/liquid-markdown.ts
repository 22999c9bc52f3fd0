// `markdownify` of Jekyll → its Markdown, which the text shows as any other, between empty lines where it is a block.

/** Markdown that is only words is the same before and after. Other Markdown is read between empty lines, where it is a block. */
export function markdownify(value: unknown): string {
  if (typeof value !== "string") throw new Error("not Markdown");
  return /[*_`[\]<>#\\\n]/.test(value) ? OPEN + value.trim().replaceAll("\n", LINE) + CLOSE : value;
}

/** Stand for the ends and the line ends of Markdown, until the lines around it are trimmed. */
const [OPEN, CLOSE, LINE] = ["\ue010", "\ue011", "\ue012"];
/** Elements that hold no blocks. */
const IN_WORDS = new RegExp(
  String.raw`(?:[^\s>]|<(?:a|b|button|em|h\d|i|p|span|strong|summary)\b[^>]*>)[ \t]*${OPEN}`,
);

/** What code showed, with its Markdown in its place; undefined where it would be read in another way. */
export function withMarkdown(shown: string): string | undefined {
  if (IN_WORDS.test(shown) || new RegExp(`${CLOSE}[ \\t]*[^<\\s]`).test(shown)) return undefined;
  return shown.replaceAll(OPEN, "\n\n").replaceAll(CLOSE, "\n\n").replaceAll(LINE, "\n");
}
