/** The beginning of a text on one line, for a message or a report: at most `most` UTF-16 code units, with an ellipsis if it was cut. */
export function excerpt(text: string, most = 60): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  return `${whole(line.slice(0, most - 1)).trimEnd()}…`;
}

/** The beginning of a text for readers: at most `most` UTF-16 code units, cut between two words unless it is all one. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = whole(text.slice(0, most - 1));
  const end = cut.lastIndexOf(" ");
  return `${(end < most / 2 ? cut : cut.slice(0, end)).replace(/[\s,;:–—«(-]+$/, "")}…`;
}

/** Half of a character outside the basic plane, such as an emoji, would be none. */
const whole = (cut: string): string => cut.replace(/[\ud800-\udbff]$/, "");
