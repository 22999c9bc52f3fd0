// A text that is shown as written → the Markdown or HTML tags in it, whose signs would show, and its words.

/** Bold text, a link, or text inside tags, each with the words that it marks. */
const MARKUP =
  /(?<![\p{L}\p{N}])(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1(?!\.?[\p{L}\p{N}])|!?\[([^[\]\n]{1,500})\]\((?:https?:\/\/|mailto:|\/)[^()\s]*\)|<(em|strong|b|i|u|a|span|sup|sub|small|mark|code|del|s|strike|font)\b[^<>]{0,500}>([^<>]{0,500})<\/\4>|<br ?\/?>/u;

/** The first markup with the words that it marks, and the text without any; undefined if there is none. */
export function markupIn(text: string): { marked: string; words: string } | undefined {
  const [marked] = MARKUP.exec(text) ?? [];
  return marked === undefined ? undefined : { marked, words: withoutMarkup(text) };
}

/** Markers whose pair was misplaced, against a word. */
const LONE = /\*\*(?=\S)|(?<=\S)\*\*/g;

/** Italics and code, which alone may also be names or arithmetic. */
const SLIGHT =
  /(?<![\p{L}\p{N}_*])([_*])(?=[^\s_*])([^_*\n]{1,200}?)(?<=\S)\1(?![\p{L}\p{N}_*])|`([^`\n]{1,200})`/gu;

/** The words alone, without nested markup either. */
function withoutMarkup(text: string): string {
  let left = text;
  for (;;) {
    const [whole, , strong, label, , within] = MARKUP.exec(left) ?? [];
    if (whole === undefined) break;
    left = left.replace(whole, () => strong ?? label ?? within ?? " ");
  }
  return left
    .replace(SLIGHT, (_, __, italic?: string, code?: string) => italic ?? code ?? "")
    .replace(LONE, "")
    .replace(/ {2,}/g, " ")
    .trim();
}
