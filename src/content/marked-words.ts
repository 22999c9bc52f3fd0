// A text that is shown as it stands → the Markdown or the tags of HTML in it, which would show with their signs, and its words.

/** Strong words, a link, or words within tags, each with what they mark. */
const MARKUP =
  /(?<![\p{L}\p{N}])(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1(?!\.?[\p{L}\p{N}])|!?\[([^[\]\n]{1,500})\]\((?:https?:\/\/|mailto:|\/)[^()\s]*\)|<(em|strong|b|i|u|a|span)\b[^<>]{0,500}>([^<>]{0,500})<\/\4>/u;

/** The first of its marks with what they mark, and the text without any; undefined where it has none. */
export function markupIn(text: string): { marked: string; words: string } | undefined {
  const [marked] = MARKUP.exec(text) ?? [];
  return marked === undefined ? undefined : { marked, words: withoutMarkup(text) };
}

/** The words alone, also where marks stand within marks. */
function withoutMarkup(text: string): string {
  let left = text;
  for (;;) {
    const [whole, , strong, label, , within] = MARKUP.exec(left) ?? [];
    if (whole === undefined) return left;
    left = left.replace(whole, () => strong ?? label ?? within ?? "");
  }
}
