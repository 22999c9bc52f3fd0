// `[^x]` and `[^x]: …` → numbered notes at the end of the text, with accessible links both ways.
// Only notes that a reference on the page points to are shown; their ids are taken before those of headings.
import type { Token } from "markdown-it";
import { escapeHtml } from "../text.ts";
import type { Built } from "./build-tree.ts";
import type { Env } from "./env.ts";
import {
  finished,
  isElement,
  makeElement,
  makeText,
  type Element,
  type Finished,
  type Node,
} from "./tree.ts";

/** `id`: number of the note, from 0; `subId`: which of several references to it, from 0. */
interface Mark {
  id: number;
  subId: number;
}

function markOf({ meta }: Token): Mark {
  const { id, subId } = meta as { id: number; subId?: number };
  return { id, subId: subId ?? 0 };
}

/** A reference in the text. */
export function noteMark(token: Token, env: Env): Finished {
  const mark = markOf(token);
  const label = escapeHtml(env.words.footnoteRef(mark.id + 1));
  env.noteMarks.add(refId(mark));
  return finished(
    `<sup class="footnote-ref"><a href="#${noteId(mark)}" id="${refId(mark)}" role="doc-noteref" aria-label="${label}"${env.langs.words}>` +
      `${String(mark.id + 1)}</a></sup>`,
  );
}

/** Adds the notes that the text refers to at its end. Their ways back are added by what it returns, once captions are known. */
export function addNotes({ root, notes, inlineNotes }: Built, env: Env): () => void {
  const list = env.footnotes?.list ?? [];
  if (list.length === 0) return () => undefined;
  const items = list.map(({ label, count = 1 }, id) => {
    env.ids.take(noteId({ id, subId: 0 }));
    const marks = Array.from({ length: Math.max(1, count) }, (_, subId) => ({ id, subId }));
    for (const mark of marks) env.ids.take(refId(mark));
    const content = inlineNotes.get(id) ?? notes.get(label ?? "") ?? [];
    const shown = marks.filter((mark) => env.noteMarks.has(refId(mark)));
    return { shown, item: makeElement("li", root, content, [["id", noteId({ id, subId: 0 })]]) };
  });
  const { words, page } = env.langs;
  const open = `<section class="footnotes" role="doc-endnotes" aria-label="${escapeHtml(env.words.footnotes)}"${words}>\n<ol${page}>\n`;
  root.children.push(
    finished(open),
    ...items.flatMap(({ item }): Node[] => [item, makeText("\n")]),
    finished("</ol>\n</section>\n"),
  );
  return () => {
    for (const { item, shown } of items) addWaysBack(item, shown, env);
  };
}

/** At the end of the last paragraph, if there is one. */
function addWaysBack(item: Element, marks: readonly Mark[], env: Env): void {
  const last = item.children.findLast((node) => isElement(node));
  const parent = isElement(last, "p") ? last : item;
  parent.children.push(...marks.map((mark) => finished(wayBack(mark, env))));
}

function wayBack(mark: Mark, env: Env): string {
  const label = escapeHtml(env.words.footnoteBack(mark.id + 1, mark.subId + 1));
  const name = `role="doc-backlink" aria-label="${label}"${env.langs.words}`;
  return ` <a href="#${refId(mark)}" class="footnote-backref" ${name}>↩\ufe0e</a>`;
}

const noteId = ({ id }: Mark): string => `note-${String(id + 1)}`;
const refId = ({ id, subId }: Mark): string =>
  `note-${String(id + 1)}-ref${subId > 0 ? `-${String(subId + 1)}` : ""}`;
