// A text and the room for it → lines that fit, broken at spaces; if there are too few lines, the last ends with an ellipsis.

interface Room {
  /** Largest width of a line. */
  most: number;
  lines: number;
  width: (text: string) => number;
}

/** `whole` is false if words were cut or left out. No-break spaces keep words together as long as they fit on a line. */
export function breakLines(text: string, room: Room): { lines: string[]; whole: boolean } {
  const lines: string[] = [];
  let line = "";
  let whole = true;
  for (const word of text.split(" ").filter((one) => one !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (room.width(longer) <= room.most) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    for (; room.width(line) > room.most && lines.length < room.lines; whole = false) {
      const head = cut(line, room);
      lines.push(head);
      line = line.slice(head.length);
    }
    if (lines.length > room.lines) break;
  }
  if (line !== "") lines.push(line);
  if (lines.length <= room.lines) return { lines, whole };
  const kept = lines.slice(0, room.lines);
  return { lines: [...kept.slice(0, -1), ellipsis(kept.at(-1) ?? "", room)], whole: false };
}

/** The longest beginning that fits, but at least one character. */
function cut(text: string, { most, width }: Room): string {
  const characters = Array.from(text);
  const beginning = (length: number): string => characters.slice(0, length).join("");
  let [fits, tooLong] = [1, characters.length + 1];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (width(beginning(middle)) > most) tooLong = middle;
    else fits = middle;
  }
  return beginning(fits);
}

function ellipsis(line: string, { most, width }: Room): string {
  let text = line;
  while (text.includes(" ") && width(`${text}…`) > most) text = text.slice(0, text.lastIndexOf(" "));
  while (text !== "" && width(`${text}…`) > most) text = Array.from(text).slice(0, -1).join("");
  return `${text.replace(/[\s\u00a0,;:.!?]+$/u, "")}…`;
}
