// A name as part of a command to paste.

/** Quoted if necessary, so that a shell of the system reads it as one word. */
export function shellWord(word: string, system: NodeJS.Platform = process.platform): string {
  // There, a backslash is only part of a path.
  if (system === "win32") return /^[\w.:/\\~-]+$/.test(word) ? word : `"${word}"`;
  return /^[\w./~-]+$/.test(word) ? word : `"${word.replace(/["\\$`]/g, "\\$&")}"`;
}
