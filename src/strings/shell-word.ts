// A name as part of a command to paste.

/** As a shell takes it for one word. */
export function shellWord(word: string): string {
  return /^[\w./~-]+$/.test(word) ? word : `"${word.replace(/["\\$`]/g, "\\$&")}"`;
}
