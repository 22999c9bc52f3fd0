// Containers of markdown-it, which many Eleventy blogs have (`::: warning Title` … `:::`) → Carnet's callouts and quotations.
// https://github.com/markdown-it/markdown-it-container: a name that no callout has stays, since its meaning is the theme's.
import { calloutText, fenceAt, isBox, isKind, quoted, type Notice } from "./notices.ts";

const OPEN = /^ {0,3}(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(.*)$/;
const CLOSE = /^ {0,3}(:{3,})[ \t]*$/;

export function withContainers(body: string): { body: string; notices: Notice[] } {
  const notices: Notice[] = [];
  if (!body.includes(":::")) return { body, notices };
  const lines = body.split(/\r?\n/);
  const out: string[] = [];
  let fence: string | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    fence = fenceAt(line, fence);
    const [, , name = "", title = ""] = fence === undefined ? (OPEN.exec(line) ?? []) : [];
    const end = name === "" ? -1 : endOf(lines, i);
    const text = end < 0 ? undefined : meaning(name.toLowerCase(), title.trim(), lines.slice(i + 1, end));
    if (text === undefined) {
      out.push(line);
      continue;
    }
    if (out.length > 0 && out.at(-1)?.trim() !== "") out.push("");
    out.push(...text.split("\n"));
    if ((lines[end + 1] ?? "").trim() !== "") out.push("");
    notices.push({ line: i, from: line.trim(), to: text });
    i = end;
  }
  return notices.length === 0 ? { body, notices } : { body: out.join("\n"), notices };
}

/** The line that ends the container, past those inside it; -1 if none does. */
function endOf(lines: readonly string[], start: number): number {
  let depth = 0;
  let fence: string | undefined;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? "";
    fence = fenceAt(line, fence);
    if (fence !== undefined) continue;
    if (OPEN.test(line)) depth++;
    else if (CLOSE.test(line) && --depth === 0) return i;
  }
  return -1;
}

function meaning(name: string, title: string, lines: readonly string[]): string | undefined {
  const inner = withContainers(lines.join("\n").trim()).body;
  const text = title === "" ? inner : `**${title}**\n\n${inner}`;
  if (name === "quote" || name === "blockquote") return quoted(text);
  return isKind(name) || isBox(name) ? calloutText(name, text) : undefined;
}
