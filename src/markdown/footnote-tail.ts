// Definitions of footnotes, anywhere in a text → one list of the notes referred to, at its end.
// Returns the same tokens as the last step of markdown-it-footnote, which copies the whole text once per note.
import type { StateCore, Token } from "markdown-it";
import { envOf, type Env } from "./env.ts";
import { makeToken } from "./tokens.ts";

type Note = NonNullable<NonNullable<Env["footnotes"]>["list"]>[number];

export function gatherNotes(state: StateCore): void {
  const env = envOf(state.env);
  const { footnotes } = env;
  if (footnotes === undefined) return;
  const [text, definitions] = setApart(state.tokens, env);
  const list = footnotes.list ?? [];
  if (list.length > 0) {
    text.push(makeToken("footnote_block_open", "", 1));
    for (const [id, note] of list.entries()) appendNote(text, id, note, definitions);
    text.push(makeToken("footnote_block_close", "", -1));
  }
  state.tokens = list.length > 0 ? withoutDeadWays(text) : text;
}

/** Numbers of the notes that a reference in the text, or in a note of the list, points to. */
export function calledNotes(tokens: readonly Token[]): ReadonlySet<number> {
  return new Set(tokens.flatMap((token) => (isWayBack(token) ? markOf(token).id : [])));
}

/** Removes links back to a reference in an alternative text, or in a note that is not shown. */
function withoutDeadWays(tokens: readonly Token[]): Token[] {
  const shown = new Set<string>();
  for (const { children } of tokens)
    for (const child of children ?? []) if (child.type === "footnote_ref") shown.add(keyOf(child));
  return tokens.filter((token) => !isWayBack(token) || shown.has(keyOf(token)));
}

const isWayBack = ({ type }: Token): boolean => type === "footnote_anchor";

function keyOf(token: Token): string {
  const { id, subId = 0 } = markOf(token);
  return `${String(id)}:${String(subId)}`;
}

export interface Mark {
  /** Number of the note, from 0. */
  id: number;
  /** Which of several references to the same note, from 0. */
  subId?: number;
}

export function markOf(token: Token | undefined): Mark {
  const meta: unknown = token?.meta;
  if (typeof meta !== "object" || meta === null || !("id" in meta) || typeof meta.id !== "number")
    return { id: 0 };
  return "subId" in meta && typeof meta.subId === "number"
    ? { id: meta.id, subId: meta.subId }
    : { id: meta.id };
}

/** The text without its definitions, and the definition of each label: the last one, since it replaces any other. */
function setApart(tokens: readonly Token[], env: Env): [text: Token[], definitions: Map<string, Token[]>] {
  const text: Token[] = [];
  const definitions = new Map<string, Token[]>();
  const nextFree = freeLabels(env);
  let definition: Token[] | undefined;
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      const label = labelOf(token);
      if (definitions.has(label))
        env.report("literal-footnote/twice", env.positions.of(token), { label, free: nextFree() });
      definition = [];
      definitions.set(label, definition);
    } else if (token.type === "footnote_reference_close") definition = undefined;
    else (definition ?? text).push(token);
  }
  return [text, definitions];
}

/** Each call returns another number that no note has. */
export function freeLabels({ footnotes }: Env): () => string {
  let number = 0;
  return () => {
    do number++;
    while (footnotes?.refs?.[`:${String(number)}`] !== undefined);
    return String(number);
  };
}

function appendNote(out: Token[], id: number, note: Note, definitions: ReadonlyMap<string, Token[]>): void {
  out.push(makeToken("footnote_open", "", 1, { meta: { id, label: note.label } }));
  const content = note.tokens === undefined ? definitions.get(note.label ?? "") : inlineNote(note);
  for (const token of content ?? []) out.push(token);
  // The link back goes at the end of the last paragraph, if there is one.
  const close = out.at(-1)?.type === "paragraph_close" ? out.pop() : undefined;
  for (let subId = 0; subId < Math.max(1, note.count ?? 0); subId++) {
    out.push(makeToken("footnote_anchor", "", 0, { meta: { id, subId, label: note.label } }));
  }
  if (close !== undefined) out.push(close);
  out.push(makeToken("footnote_close", "", -1));
}

/** `^[a note]`, whose text was parsed in place. */
function inlineNote(note: Note): Token[] {
  return [
    makeToken("paragraph_open", "p", 1, { block: true }),
    makeToken("inline", "", 0, { children: note.tokens ?? [], content: note.content ?? "" }),
    makeToken("paragraph_close", "p", -1, { block: true }),
  ];
}

function labelOf(token: Token): string {
  const meta: unknown = token.meta;
  return typeof meta === "object" && meta !== null && "label" in meta && typeof meta.label === "string"
    ? meta.label
    : "";
}
