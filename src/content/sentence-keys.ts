// Front matter keys whose value is a sentence or a name, in which signs of YAML are usually punctuation.

const SENTENCES = ["title", "description", "imageAlt", "imageCredit"];

export function isSentence(key: string): boolean {
  return SENTENCES.includes(key);
}

/** The beginning of a pattern: a key whose value is a sentence, or the names of authors. */
export const SENTENCE_OR_NAMES = `^(${[...SENTENCES, "author", "authors"].join("|")})`;
