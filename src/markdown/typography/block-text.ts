// The text of one block, collected from its tokens and tags → each piece with the changes that apply to it.
// Quotation marks and spaces pair across markup, so rules see the text of a block as a whole. For the text around it, a passage
// in another language or code is one unknown character.
import { BREAK, OBJECT } from "../../typography/characters.ts";
import { changed, type Part } from "../../typography/edits.ts";
import type { Typographer } from "../../typography/typographer.ts";

/** Stands for no character of the text; a blank, so that a sign before it is at the end of a word. */
const PHRASE_END = "\r";
/** What may end a phrase as its punctuation. */
const SIGNS = new Set(Array.from(":;?!", (sign) => sign.charCodeAt(0)));

interface Piece {
  start: number;
  text: string;
  put: (parts: Part[]) => void;
  /** True if it is superscript as written, as in `1<sup>er</sup>`. */
  raised: boolean;
}

/** A passage in one language; without rules, its text is left as it is. */
interface Passage {
  key: string;
  /** The number of open elements of the same name in it, itself included. */
  depth: number;
  rules: Typographer | undefined;
  text: string;
  pieces: Piece[];
}

export class BlockText {
  readonly #base: Passage;
  readonly #passages: Passage[] = [];
  /** The number of open `sup` elements. */
  #raised = 0;
  /** The innermost passage. */
  #now: Passage;

  constructor(rules: Typographer | undefined) {
    this.#base = this.#now = passage("", rules);
  }

  /** The rules that apply at this point of the text. */
  get rules(): Typographer | undefined {
    return this.#now.rules;
  }

  /** True inside an element whose text has its own rules. */
  get inPassage(): boolean {
    return this.#passages.length > 0;
  }

  /** Adds text; if it changes, `put` receives the changed parts when the block ends. */
  add(text: string, put: Piece["put"]): void {
    const now = this.#now;
    // Emphasis leaves empty texts beside it.
    if (now.rules === undefined || text === "") return;
    now.pieces.push({ start: now.text.length, text, put, raised: this.#raised > 0 });
    now.text += text;
  }

  /** Anything that is not text: a picture, code, an address. */
  addObject(): void {
    this.#now.text += OBJECT;
  }

  /** The end of a line that stays one on the page. */
  addBreak(): void {
    this.#now.text += BREAK;
  }

  /** The end of a marked phrase: if a sign ends it, that sign is punctuation, as in `**Note :**text`. */
  addPhraseEnd(): void {
    // The last piece is read instead of the whole text, which is a chain of its pieces until rules read it.
    const last = this.#now.pieces.at(-1);
    if (last === undefined || last.start + last.text.length < this.#now.text.length) return;
    if (SIGNS.has(last.text.charCodeAt(last.text.length - 1))) this.#now.text += PHRASE_END;
  }

  /** Starts an element whose text has its own rules, or none. */
  enter(key: string, rules: Typographer | undefined): void {
    this.addObject();
    this.#now = passage(key, rules);
    this.#passages.push(this.#now);
  }

  /** Starts any other element, whose end must not be mistaken for that of a passage. */
  open(key: string): void {
    if (key === "sup") this.#raised++;
    const last = this.#passages.at(-1);
    if (last?.key === key) last.depth++;
  }

  close(key: string): void {
    if (key === "sup" && this.#raised > 0) this.#raised--;
    const last = this.#passages.at(-1);
    if (last?.key !== key || --last.depth > 0) return;
    this.#passages.pop();
    this.#now = this.#passages.at(-1) ?? this.#base;
    settle(last);
  }

  /** Ends the block: passes each changed piece to its `put`. */
  end(): void {
    settle(this.#base);
    for (const one of this.#passages) settle(one);
    this.#raised = 0;
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
  for (const { start, text: own, put, raised } of pieces) {
    // An edit may span several pieces: it is finished once the text is past its end.
    for (let edit = edits[next]; edit !== undefined && edit.start < start && edit.end <= start;)
      edit = edits[++next];
    const first = edits[next];
    if (first === undefined) return;
    if (first.start >= start + own.length) continue;
    const parts = changed(own, start, edits, next);
    put(raised ? parts.map((part) => ({ ...part, raised: false })) : parts);
  }
}
