// The text of one block, gathered from its tokens and tags → each piece with the changes that concern it.
// Quotation marks and spaces pair across markup, so rules see a block's text whole; a passage in another language,
// or code, is one unknown sign for the text around it.
import { OBJECT } from "../../typography/characters.ts";
import { changed, type Part } from "../../typography/edits.ts";
import type { Typographer } from "../../typography/typographer.ts";

interface Piece {
  start: number;
  text: string;
  put: (parts: Part[]) => void;
}

/** A passage in one language; without rules, its text is left as it is. */
interface Passage {
  key: string;
  /** Elements of the same name that stand open in it, itself included. */
  depth: number;
  rules: Typographer | undefined;
  text: string;
  pieces: Piece[];
}

export class BlockText {
  readonly #base: Passage;
  readonly #passages: Passage[] = [];

  constructor(rules: Typographer | undefined) {
    this.#base = passage("", rules);
  }

  /** The rules where the text now is. */
  get rules(): Typographer | undefined {
    return this.#now.rules;
  }

  /** True inside an element whose text has rules of its own. */
  get inPassage(): boolean {
    return this.#passages.length > 0;
  }

  /** Adds text; `put` is given it changed, where it changes, once the block ends. */
  add(text: string, put: Piece["put"]): void {
    const now = this.#now;
    if (now.rules === undefined) return;
    now.pieces.push({ start: now.text.length, text, put });
    now.text += text;
  }

  /** What is no text: a picture, code, an address. */
  addObject(): void {
    this.#now.text += OBJECT;
  }

  addLineEnd(): void {
    this.#now.text += "\n";
  }

  /** An element begins whose text has rules of its own, or none. */
  enter(key: string, rules: Typographer | undefined): void {
    this.addObject();
    this.#passages.push(passage(key, rules));
  }

  /** Any other element begins: its end must not be taken for that of a passage. */
  open(key: string): void {
    const last = this.#passages.at(-1);
    if (last?.key === key) last.depth++;
  }

  close(key: string): void {
    const last = this.#passages.at(-1);
    if (last?.key !== key || --last.depth > 0) return;
    this.#passages.pop();
    settle(last);
  }

  /** Ends the block: every piece of it that changes is given back. */
  end(): void {
    settle(this.#base);
    for (const one of this.#passages) settle(one);
  }

  get #now(): Passage {
    return this.#passages.at(-1) ?? this.#base;
  }
}

const passage = (key: string, rules: Typographer | undefined): Passage => ({
  key,
  depth: 1,
  rules,
  text: "",
  pieces: [],
});

function settle(passage: Passage): void {
  const { rules, text, pieces } = passage;
  passage.text = "";
  if (pieces.length === 0) return;
  passage.pieces = [];
  const edits = rules?.(text) ?? [];
  if (edits.length === 0) return;
  let next = 0;
  for (const { start, text: own, put } of pieces) {
    // An edit may reach over several pieces: it is done with when the text is past its end.
    for (let edit = edits[next]; edit !== undefined && edit.start < start && edit.end <= start;)
      edit = edits[++next];
    const first = edits[next];
    if (first === undefined) return;
    if (first.start < start + own.length) put(changed(own, start, edits, next));
  }
}
