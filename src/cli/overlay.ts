// What `carnet dev` shows over a page whose source has an error: where, what, and the line to type instead.
// It comes first in the page and in its title, so that a screen reader announces it at the reload, whatever the theme does.
import { escapeHtml } from "../text.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { cliWords, type CliWords } from "../strings/cli.ts";
import type { UiLang } from "../ui-lang.ts";

/**
 * The page with the errors over it, or the errors alone if there is no page. `isThere` is false for what the site shows at an
 * address without a page. Never part of a built site.
 */
export function coverPage(
  page: string | undefined,
  errors: readonly ShownProblem[],
  lang: UiLang,
  isThere = true,
): string {
  const words = cliWords(lang);
  const note = isThere ? words.overlayNote : words.overlayMissing;
  const overlay = overlayHtml(errors, words, { lang, note: page === undefined ? words.overlayAlone : note });
  const marked = (page ?? emptyPage(lang))
    // The page's own policy would block the overlay's styles.
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, "")
    .replace(/<title>/i, (title) => `${title}${escapeHtml(words.overlayMark)}`);
  return /<body[^>]*>/i.test(marked)
    ? marked.replace(/<body[^>]*>/i, (body) => body + overlay)
    : overlay + marked;
}

/** Styled inline, since it must show over any theme. It is focusable, so that the keyboard can scroll it. */
function overlayHtml(
  errors: readonly ShownProblem[],
  words: CliWords,
  { lang, note }: { lang: UiLang; note: string },
): string {
  const items = errors.map(
    ({ file, line, message, hint }) =>
      `<li><code style="${MONO}">${escapeHtml(file)}, ${words.atLine(line)}</code><p style="${TEXT}">${escapeHtml(message)}</p>` +
      (hint ? `<pre style="${MONO};white-space:pre-wrap">${escapeHtml(hint)}</pre>` : "") +
      "</li>",
  );
  const title = `${escapeHtml(words.overlayTitle)} (${String(errors.length)})`;
  return (
    `<section id="carnet-overlay" role="alert" tabindex="0" lang="${lang}" dir="ltr" aria-label="${title}" style="${BOX}">` +
    `<h2 style="${TEXT};font-weight:700">${title}</h2><ul style="margin:0;padding:0;list-style:none">${items.join("")}</ul>` +
    `<p style="${TEXT}">${escapeHtml(note)}</p></section>`
  );
}

function emptyPage(lang: UiLang): string {
  return (
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Carnet</title>` +
    '<meta name="viewport" content="width=device-width"></head><body style="margin:0"></body></html>'
  );
}

const TEXT = "margin:.5rem 0;padding:0;border:0;max-inline-size:none;font:inherit;color:inherit";
const MONO =
  "margin:0;padding:0;border:0;font:600 .95rem/1.4 ui-monospace,monospace;color:#ffd0c9;background:none;overflow-wrap:anywhere";
const BOX =
  "position:sticky;inset-block-start:0;z-index:2147483647;box-sizing:border-box;inline-size:100%;max-inline-size:none;" +
  "max-block-size:70vh;overflow:auto;margin:0;padding:1.25rem;border:0;border-block-end:4px solid #ff8a7a;" +
  "background:#2a1215;color:#fff;font:16px/1.5 system-ui,sans-serif;text-align:start";
