// Visible text → the same with the typography of its language. Runs last: ids, links and messages use what the author wrote.
// Quotation marks and spaces pair across markup, so rules see the text of a block as a whole. For the text around it, a passage in
// another language or code is one unknown character.
import { BREAK, OBJECT } from "../typography/common.ts";
import { changed, typeset, typographerFor, type Part, type Typographer } from "../typography/typographer.ts";
import type { Env } from "./env.ts";
import { Element, isBlock, makeText, type Node, type Text } from "./tree.ts";
import { VOID } from "./html/policy.ts";

export function setTypography(root: Element, env: Env): void {
  const { typography, lang, body } = env.source;
  const rules = typographerFor(lang);
  if (typography !== true || (rules === undefined && !body.includes("lang"))) return;
  const run = new Run(rules);
  read(root, run);
  run.end();
}

/** Elements whose text is not in a language. */
const CODE = new Set(["code", "kbd", "pre", "samp", "var"]);
/** What Markdown writes `**` and `_` for. */
const PHRASES = new Set(["b", "em", "i", "strong"]);
/** Stands for no character of the text; a blank, so that a sign before it is at the end of a word. */
const PHRASE_END = "\r";

interface Piece {
  text: Text;
  start: number;
  /** Where it stands, for a text that becomes several nodes. */
  parent: Element;
}

/** The text of a block in one language, with what it is made of. */
class Run {
  readonly rules: Typographer | undefined;
  #text = "";
  #pieces: Piece[] = [];

  constructor(rules: Typographer | undefined) {
    this.rules = rules;
  }

  add(text: Text, parent: Element): void {
    if (this.rules === undefined || text.text === "") return;
    this.#pieces.push({ text, start: this.#text.length, parent });
    this.#text += text.text;
  }

  /** Anything that is not text: a picture, code, the end of a line that stays one on the page. */
  addSign(sign: string): void {
    this.#text += sign;
  }

  /** The end of a marked phrase: if a sign ends it, that sign is punctuation, as in `**Note :**text`. */
  addPhraseEnd(): void {
    if (/[:;?!]$/.test(this.#text)) this.#text += PHRASE_END;
  }

  /** Ends the block: its rules are applied. */
  end(): void {
    const [text, pieces] = [this.#text, this.#pieces];
    [this.#text, this.#pieces] = ["", []];
    const edits = pieces.length === 0 ? [] : (this.rules?.(text) ?? []);
    if (edits.length === 0) return;
    let next = 0;
    for (const { text: node, start, parent } of pieces) {
      // An edit may span several pieces: it is finished once the text is past its end.
      for (let edit = edits[next]; edit !== undefined && edit.start < start && edit.end <= start;)
        edit = edits[++next];
      const first = edits[next];
      if (first === undefined) return;
      if (first.start < start + node.text.length) put(node, changed(node.text, start, edits, next), parent);
    }
  }
}

function put(node: Text, parts: readonly Part[], parent: Element): void {
  if (parent.name === "sup" || !parts.some(({ raised }) => raised)) {
    node.text = parts.map(({ text }) => text).join("");
    return;
  }
  const nodes = parts.map(({ text, raised }): Node => {
    const part = makeText(text);
    return raised ? new Element("sup", parent, [part]) : part;
  });
  parent.children.splice(parent.children.indexOf(node), 1, ...nodes);
}

function read(parent: Element, run: Run): void {
  for (const node of [...parent.children]) {
    if (node.kind === "text") run.add(node, parent);
    else if (node.kind === "finished") run.addSign(OBJECT);
    else if (node.name === "br") run.addSign(BREAK);
    else if (VOID.has(node.name) || node.auto) run.addSign(OBJECT);
    else {
      const isApart = isBlock(node) || node.name === "section";
      const own = runOf(node, run);
      if (isApart) run.end();
      else if (own !== run) run.addSign(OBJECT);
      read(node, own);
      if (isApart || own !== run) own.end();
      else if (PHRASES.has(node.name)) run.addPhraseEnd();
    }
  }
}

/** The run for the content of an element: its own, if its language is another one. */
function runOf(node: Element, run: Run): Run {
  const lang = node.attr("lang");
  const rules = CODE.has(node.name) || lang === undefined ? undefined : typographerFor(lang);
  const own = CODE.has(node.name) || lang !== undefined ? new Run(rules) : run;
  for (const one of node.attrs) if (one[0] === "title") one[1] = typeset(one[1], own.rules);
  return own;
}
