// `[^x]` and `[^x]: …` → numbered notes at the end of the text, with accessible links both ways.
// Their ids are reserved before headings get theirs, because the renderer writes them as they are.
import type { MarkdownIt, PluginSimple, Token } from "markdown-it";
import footnote from "markdown-it-footnote";
import { escapeHtml } from "../../html.ts";
import type { Place } from "../../problems.ts";
import { envOf, type Env } from "../env.ts";
import { calledNotes, gatherNotes, markOf, type Mark } from "../footnote-tail.ts";
import type { Span } from "../positions.ts";
import { addPass, eachInline, type Rule } from "../rule.ts";
import { TextCursor } from "../text-cursor.ts";
import { offsetOf } from "../tokens.ts";

export const footnotes: Rule = {
  name: "footnotes",
  install(md: MarkdownIt) {
    // Its published types come from markdown-it's CommonJS build, which TypeScript treats as a different parser.
    md.use(footnote as unknown as PluginSimple);
    bound(md);
    placed(md);
    md.core.ruler.at("footnote_tail", gatherNotes);
    const rules = md.renderer.rules;
    rules["footnote_ref"] = (tokens, i, _options, env) => reference(markOf(tokens[i]), envOf(env));
    rules["footnote_block_open"] = (_tokens, _i, _options, env) => {
      const { words, langs } = envOf(env);
      const label = `aria-label="${escapeHtml(words.footnotes)}"${langs.words}`;
      return `<section class="footnotes" role="doc-endnotes" ${label}>\n<ol${langs.page}>\n`;
    };
    rules["footnote_block_close"] = () => "</ol>\n</section>\n";
    rules["footnote_open"] = (tokens, i) => `<li id="${noteId(markOf(tokens[i]))}">`;
    rules["footnote_anchor"] = (tokens, i, _options, env) => back(markOf(tokens[i]), envOf(env));
    addPass(md, "footnotes", (tokens, env) => {
      takeIds(env);
      reportUncalled(tokens, env);
      reportLeftovers(tokens, env);
    });
  },
};

/** A failed attempt to read `^[` or `[^` scans to the end of the text: after this many, they are treated as text. */
const MOST_FAILURES = 200;

function bound(md: MarkdownIt): void {
  for (const [name, opening] of [
    ["footnote_inline", "^["],
    ["footnote_ref", "[^"],
  ] as const) {
    const original = md.inline.ruler.getRules("").find((rule) => rule.name === name);
    if (original === undefined) throw new Error(`markdown-it-footnote has no rule named ${name}.`);
    md.inline.ruler.at(name, (state, silent) => {
      if (!state.src.startsWith(opening, state.pos)) return false;
      const env = envOf(state.env);
      if (env.failedNotes > MOST_FAILURES) return false;
      const read = original(state, silent);
      if (!read) env.failedNotes++;
      return read;
    });
  }
}

/** Adds to each note the lines that it comes from: one without a text has no other token to tell. */
function placed(md: MarkdownIt): void {
  const original = md.block.ruler.getRules("").find((rule) => rule.name === "footnote_def");
  if (original === undefined) throw new Error("markdown-it-footnote has no rule named footnote_def.");
  md.block.ruler.at(
    "footnote_def",
    (state, startLine, endLine, silent) => {
      const at = state.tokens.length;
      const read = original(state, startLine, endLine, silent);
      const open = state.tokens[at];
      if (read && !silent && open !== undefined) open.map = [startLine, state.line];
      return read;
    },
    { alt: ["paragraph", "reference"] },
  );
}

function reference(mark: Mark, env: Env): string {
  const label = escapeHtml(env.words.footnoteRef(mark.id + 1));
  return (
    `<sup class="footnote-ref"><a href="#${noteId(mark)}" id="${refId(mark)}" role="doc-noteref" aria-label="${label}"${env.langs.words}>` +
    `${String(mark.id + 1)}</a></sup>`
  );
}

function back(mark: Mark, env: Env): string {
  const label = escapeHtml(env.words.footnoteBack(mark.id + 1, (mark.subId ?? 0) + 1));
  const name = `role="doc-backlink" aria-label="${label}"${env.langs.words}`;
  return ` <a href="#${refId(mark)}" class="footnote-backref" ${name}>↩\ufe0e</a>`;
}

function takeIds(env: Env): void {
  const list = env.footnotes?.list ?? [];
  for (const [id, note] of list.entries()) {
    env.ids.take(noteId({ id }));
    for (let subId = 0; subId < Math.max(1, note.count ?? 1); subId++) env.ids.take(refId({ id, subId }));
  }
}

/**
 * Reports notes that are shown, but that no reference points to: one in an alternative text or in a hidden note does not count.
 */
function reportUncalled(tokens: readonly Token[], env: Env): void {
  const list = env.footnotes?.list ?? [];
  if (list.length === 0) return;
  const called = calledNotes(tokens);
  const lost = new Map([...list.entries()].filter(([id]) => !called.has(id)));
  if (lost.size === 0) return;
  eachInline(tokens, (_token, children, span) => {
    for (const image of children) {
      if (image.type !== "image") continue;
      for (const mark of image.children ?? []) {
        const { id } = markOf(mark);
        const note = mark.type === "footnote_ref" ? lost.get(id) : undefined;
        if (note === undefined) continue;
        lost.delete(id);
        const found = writtenAs(note);
        const offset = Math.max(offsetOf(image), span.content.indexOf(found, offsetOf(image)));
        env.report("literal-footnote/alt", env.positions.at(span, offset), { found });
      }
    }
  });
  // A note inside one that is not shown is reported with it.
  const labels = [...lost.values()].flatMap(({ label }) => label ?? []);
  const rows = labels.length === 0 ? undefined : definitionRows(env);
  for (const label of labels)
    env.report("literal-footnote/uncalled", env.positions.line(rows?.get(label) ?? 0), { label });
}

/** How a note is referred to: by its label, or by its text for an inline note. */
function writtenAs({ label, content = "" }: { label?: string; content?: string }): string {
  return label === undefined ? `^[${content}]` : `[^${label}]`;
}

function reportLeftovers(tokens: readonly Token[], env: Env): void {
  if (!env.source.body.includes("[^")) return;
  const unused = Object.entries(env.footnotes?.refs ?? {}).filter(([, number]) => number < 0);
  const rows = unused.length === 0 ? undefined : definitionRows(env);
  for (const [label] of unused) {
    const name = label.slice(1);
    env.report("literal-footnote/unused", env.positions.line(rows?.get(name) ?? 0), { label: name });
  }
  if (env.leaves("[")) reportUndefined(tokens, env);
}

const MARK = /\[\^([^\s\]]{1,200})\]/g;
/** What follows the label of a note that was meant as a definition: French puts a space before a colon. */
const SPACED = /^[ \u00a0\u202f]{1,3}:[ \u00a0\u202f]*([^\n]*)/;

/** The same without a colon, at the beginning of a paragraph. */
const COLONLESS = /^[ \u00a0\u202f]{1,3}(?=[\p{L}\d«“"*_<[])([^\n]*)/u;

/** References without a note, each label once, and definitions that a space before their colon, or no colon, leaves in the text. */
function reportUndefined(tokens: readonly Token[], env: Env): void {
  const places = new Map<string, Place>();
  const spaced = new Set<string>();
  let cursor: TextCursor | undefined;
  let last: Span | undefined;
  eachInline(tokens, (_token, children, span) => {
    // Parts of one long text share its content: each match comes after the previous ones.
    if (span.content !== last?.content || span.first !== last.first) cursor = undefined;
    last = span;
    for (const child of children) {
      if (child.type !== "text" || !child.content.includes("[^")) continue;
      for (const [mark, label = ""] of child.content.matchAll(MARK)) {
        const at = (cursor ??= new TextCursor(span, env)).offset(mark);
        if (at === undefined || spaced.has(label)) continue;
        const place = env.positions.at(span, at);
        const begins = at === 0 || span.content[at - 1] === "\n";
        const end = at + mark.length;
        const rest = begins ? span.content.slice(end, end + LONGEST) : "";
        const text = SPACED.exec(rest);
        const colonless = text === null && at === 0 && places.has(label) ? COLONLESS.exec(rest) : null;
        if (text === null && colonless === null) {
          if (!places.has(label)) places.set(label, place);
          continue;
        }
        spaced.add(label);
        const params = { label, text: (text ?? colonless)?.[1] ?? "" };
        env.report(text === null ? "literal-footnote/colon" : "literal-footnote/space", place, params);
      }
    }
  });
  for (const [label, place] of places)
    if (!spaced.has(label)) env.report("literal-footnote/undefined", place, { label });
}

/** Maximum length of a note that a message quotes. */
const LONGEST = 2000;

const definitionRows = (env: Env): Map<string, number> =>
  env.positions.rowsOf((line) => /^\s*\[\^([^\]]+)\]:/.exec(line)?.[1]);

const noteId = (mark: Mark): string => `note-${String(mark.id + 1)}`;
const refId = (mark: Mark): string =>
  `note-${String(mark.id + 1)}-ref${mark.subId !== undefined && mark.subId > 0 ? `-${String(mark.subId + 1)}` : ""}`;
