// Accordions of eleventy-dsfr (`??? Title`, a text, `???`, in a group between two lines `????`) → collapsible blocks.
// https://github.com/codegouvfr/eleventy-dsfr
import { escapeHtml } from "../../html.ts";
import { fenceAt, type Notice } from "./notices.ts";

const OPEN = /^ {0,3}\?{3}[ \t]+(\S.*)$/;
const CLOSE = /^ {0,3}\?{3}[ \t]*$/;
const GROUP = /^ {0,3}\?{4}[ \t]*(?:accordionsgroup)?[ \t]*$/;

export function withAccordions(body: string): { body: string; notices: Notice[] } {
  const notices: Notice[] = [];
  const lines = body.split(/\r?\n/);
  if (!lines.some((line) => CLOSE.test(line))) return { body, notices };
  const out: string[] = [];
  let fence: string | undefined;
  let isOpen = false;
  for (const [i, line] of lines.entries()) {
    fence = fenceAt(line, fence);
    const [, title] = fence === undefined && !isOpen ? (OPEN.exec(line) ?? []) : [];
    if (title !== undefined && closesBefore(lines, i)) {
      isOpen = true;
      const to = `<details><summary>${escapeHtml(title.trim())}</summary>`;
      out.push(to, "");
      notices.push({ line: i, from: line.trim(), to });
    } else if (isOpen && fence === undefined && CLOSE.test(line)) {
      isOpen = false;
      out.push("", "</details>", "");
    } else if (fence !== undefined || !GROUP.test(line)) out.push(line);
  }
  return notices.length === 0 ? { body, notices } : { body: out.join("\n"), notices };
}

/** Whether the accordion that begins on a line ends before another one begins. */
function closesBefore(lines: readonly string[], start: number): boolean {
  const next = lines.slice(start + 1).find((line) => OPEN.test(line) || CLOSE.test(line));
  return next !== undefined && CLOSE.test(next);
}
