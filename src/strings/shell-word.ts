// A name as part of a command to paste.

/** Quoted if necessary, so that a shell reads it as one word. */
export function shellWord(word: string): string {
  return /^[\w./~-]+$/.test(word) ? word : `"${word.replace(/["\\$`]/g, "\\$&")}"`;
}
