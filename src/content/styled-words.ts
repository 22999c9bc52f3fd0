// Words in mathematical letters that imitate bold or italics (`𝗡𝗼𝘂𝘃𝗲𝗮𝘂`), as people write on social networks → the same words in
// plain letters. Screen readers spell or skip the others, and fonts of cards do not have them.

const LETTER = String.raw`[\u{1d400}-\u{1d7ff}]\p{M}?`;
/** Fewer letters may be a formula. */
const WORDS = new RegExp(String.raw`(?:${LETTER}){3,}(?:[ \u00a0’'-]{1,2}(?:${LETTER})+)*`, "u");
const ALL = new RegExp(WORDS.source, "gu");
/** The first half of each of these letters in UTF-16. */
export const STYLED = "\ud835";

/** The first such words of a text, and where they are. */
export function styledIn(text: string): { words: string; index: number } | undefined {
  const found = text.includes(STYLED) ? WORDS.exec(text) : null;
  return found === null ? undefined : { words: found[0], index: found.index };
}

/** A text with all such words in plain letters. */
export const unstyled = (text: string): string => text.replace(ALL, (words) => words.normalize("NFKC"));
