// What `carnet dev` puts over a page whose source has an error: where, what, and the line to type instead.
import { escapeHtml } from "../html.ts";
import type { ShownProblem } from "../problems.ts";
import type { CliWords } from "../strings/cli.ts";

/** HTML to insert after `<body>`. Styled inline, since it must show over any theme; never part of a built site. */
export function overlayHtml(errors: readonly ShownProblem[], words: CliWords, lang: "fr" | "en"): string {
  const items = errors.map(
    ({ file, line, column, message, hint }) =>
      `<li style="margin:0 0 1rem"><code style="${PLACE}">${escapeHtml(file)}:${String(line)}:${String(column)}</code>` +
      `<p style="margin:.25rem 0">${escapeHtml(message)}</p>` +
      (hint ? `<pre style="${HINT}">${escapeHtml(hint)}</pre>` : "") +
      "</li>",
  );
  return (
    `<section role="alert" lang="${lang}" aria-label="${escapeHtml(words.overlayTitle)}" style="${BOX}">` +
    `<h2 style="margin:0 0 1rem;font:inherit;font-weight:700;font-size:1.25rem;color:inherit">${escapeHtml(words.overlayTitle)}</h2>` +
    `<ul style="list-style:none;margin:0;padding:0">${items.join("")}</ul>` +
    `<p style="margin:0;opacity:.85">${escapeHtml(words.overlayNote)}</p></section>`
  );
}

const BOX = [
  "position:sticky",
  "inset-block-start:0",
  "z-index:2147483647",
  "box-sizing:border-box",
  "max-block-size:80vh",
  "overflow:auto",
  "padding:1.5rem",
  "border-block-end:4px solid #ff8a7a",
  "background:#2a1215",
  "color:#fff",
  "font:16px/1.5 system-ui,sans-serif",
].join(";");
const PLACE = "font:600 .95rem/1.4 ui-monospace,monospace;color:#ffd0c9;background:none";
const HINT =
  "margin:.25rem 0;padding:.5rem .75rem;background:#000;color:#bff0c6;white-space:pre-wrap;font:.95rem/1.4 ui-monospace,monospace";
