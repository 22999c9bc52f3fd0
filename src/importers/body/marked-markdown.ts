// What a template tag became in a text of HTML: Markdown already, which is marked so that it is not taken for HTML.
// The marks are private-use characters, which no text contains.

const MARKED = /\ue002([^\ue002\ue003]*)\ue003/g;

/** Marks a text, except for the white space around it, which keeps paragraphs apart. */
export function marked(text: string): string {
  return unmarked(text).replace(/\S(?:[^]*\S)?/, (core) => `\ue002${core}\ue003`);
}

export const unmarked = (text: string): string => text.replace(/[\ue002\ue003]/g, "");

/** Converts a text around what is marked in it. */
export function aroundMarked(text: string, convert: (text: string) => string): string {
  const kept: string[] = [];
  const bare = text.replace(MARKED, (_, core: string) => `\ue002${String(kept.push(core) - 1)}\ue003`);
  return convert(bare).replace(MARKED, (_, index: string) => kept[Number(index)] ?? "");
}
