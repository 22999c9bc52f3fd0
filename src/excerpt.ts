/** The beginning of a text on one line, for a message or a report: at most `most` UTF-16 code units, with an ellipsis if it was cut. */
export function excerpt(text: string, most = 60): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  // Half of a character outside the basic plane, such as an emoji, would be none.
  const cut = line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "");
  return `${cut.trimEnd()}…`;
}
