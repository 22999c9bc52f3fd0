// Containers of markdown-it, which many Eleventy blogs have (`::: warning Title` … `:::`) → Carnet's callouts and quotations.
// https://github.com/markdown-it/markdown-it-container: a name that no callout has stays, since its meaning is the theme's.
import { addBlock, calloutText, fenceAt, isBox, isKind, quoted, type Notice } from "./notices.ts";

const OPEN = /^ {0,3}(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(.*)$/;
const CLOSE = /^ {0,3}(:{3,})[ \t]*$/;

/** Boxes inside one another that are converted: each adds a sign to all of its lines. */
const DEEPEST = 20;

/** `depth`: boxes around this text. */
export function withContainers(body: string, depth = 0): { body: string; notices: Notice[] } {
  const notices: Notice[] = [];
  if (!body.includes(":::") || depth > DEEPEST) return { body, notices };
  const lines = body.split(/\r?\n/);
  const ends = endsOf(lines);
  const out: string[] = [];
  let fence: string | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    fence = fenceAt(line, fence);
    const [, , name = "", title = ""] = fence === undefined ? (OPEN.exec(line) ?? []) : [];
    const end = name === "" ? undefined : ends.get(i);
    const inside = { title: title.trim(), lines: lines.slice(i + 1, end ?? i + 1), depth };
    const text = end === undefined ? undefined : meaning(name.toLowerCase(), inside);
    if (end === undefined || text === undefined) {
      out.push(line);
      continue;
    }
    addBlock(text, out, lines[end + 1]);
    notices.push({ line: i, from: line.trim(), to: text });
    i = end;
  }
  return notices.length === 0 ? { body, notices } : { body: out.join("\n"), notices };
}

/** The line that ends each container, past those inside it, by the line that begins it. */
function endsOf(lines: readonly string[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  let fence: string | undefined;
  for (const [i, line] of lines.entries()) {
    fence = fenceAt(line, fence);
    if (fence !== undefined) continue;
    if (OPEN.test(line)) open.push(i);
    else if (CLOSE.test(line)) {
      const start = open.pop();
      if (start !== undefined) ends.set(start, i);
    }
  }
  return ends;
}

function meaning(
  name: string,
  { title, lines, depth }: { title: string; lines: readonly string[]; depth: number },
): string | undefined {
  const isQuotation = name === "quote" || name === "blockquote";
  // A name without a meaning is asked first: what is inside is read again on its own.
  if (!isQuotation && !isKind(name) && !isBox(name)) return undefined;
  const inner = withContainers(lines.join("\n").trim(), depth + 1).body;
  const text = title === "" ? inner : `**${title}**\n\n${inner}`;
  return isQuotation ? quoted(text) : calloutText(name, text);
}
