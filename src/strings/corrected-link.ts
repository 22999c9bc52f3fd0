// The link to paste in place of a wrong one, for the messages about links.

/** Markdown; the address alone where the text is long or would not read back as a link. */
export function corrected({ text, suggestion }: { text: string; suggestion: string }): string {
  return text === "" || text.length > 60 || /[[\]\n\\]/.test(text) ? suggestion : `[${text}](${suggestion})`;
}
