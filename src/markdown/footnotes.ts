// Tokens of markdown-it-footnote → numbered notes at the end of the text, with accessible links both ways.
// Ids of notes are taken before those of headings.
import type { Token } from "markdown-it";
import { escapeHtml } from "../text.ts";
import type { Env } from "./env.ts";
import { Element, finished, NOWHERE, type Finished } from "./tree.ts";

/** `id`: number of the note, from 0; `subId`: which of several references to it, from 0. */
function readMark({ meta }: Token): { number: number; subId: number; refId: string } {
  const { id, subId = 0 } = meta as { id: number; subId?: number };
  const refId = `note-${String(id + 1)}-ref${subId > 0 ? `-${String(subId + 1)}` : ""}`;
  return { number: id + 1, subId, refId };
}

/** A reference in the text. */
export function noteMark(token: Token, env: Env): Finished {
  const { number, refId } = readMark(token);
  env.ids.take(refId);
  const name = `role="doc-noteref" aria-label="${escapeHtml(env.words.footnoteRef(number))}"${env.langs.words}`;
  const link = `<a href="#note-${String(number)}" id="${refId}" ${name}>${String(number)}</a>`;
  return finished(`<sup class="footnote-ref">${link}</sup>`);
}

/** The element of a note. */
export function makeNote(token: Token, env: Env): Element {
  return new Element("li", NOWHERE, [], { id: env.ids.take(`note-${String(readMark(token).number)}`) });
}

/** The beginning and the end of all notes. */
export const NOTES_END = "</ol>\n</section>\n";
export function notesStart(env: Env): string {
  const name = `role="doc-endnotes" aria-label="${escapeHtml(env.words.footnotes)}"${env.langs.words}`;
  return `<section class="footnotes" ${name}>\n<ol${env.langs.page}>\n`;
}

/** The way back to a reference; empty if the page does not show it, as in an alternative text. */
export function wayBack(token: Token, env: Env): Finished {
  const { number, subId, refId } = readMark(token);
  const label = escapeHtml(env.words.footnoteBack(number, subId + 1));
  const name = `role="doc-backlink" aria-label="${label}"${env.langs.words}`;
  const link = ` <a href="#${refId}" class="footnote-backref" ${name}>↩\ufe0e</a>`;
  return finished(env.ids.has(refId) ? link : "");
}
