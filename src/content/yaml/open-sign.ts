// The lines of one key of a YAML map → the bracket, brace or quote in them that is never closed.
// Only a sign that opens a value counts: an apostrophe inside a word, or a bracket after one, is text.

export interface OpenSign {
  sign: "[" | "{" | '"' | "'";
  /** Line and column among the lines given, from 1. */
  line: number;
  column: number;
  /** What closes it and everything around it; empty for a quote. */
  closing: string;
}

/** What precedes a value: the hyphens of a list, then a key. */
const BEFORE = /^\s*(?:- +)*(?:(?:"[^"]*"|'[^']*'|[^\s:"'[{#][^:]*?)[ \t]*:(?=\s|$)[ \t]*)?/;
const CLOSED_BY: Readonly<Record<string, string>> = { "[": "]", "{": "}" };
/** What precedes a quote that opens a value, and would not be at the end of a text of several lines. */
const OPENS_VALUE = /(?::|^\s*-)[ \t]+$/;
/** A block of text: signs in it are text. */
export const BLOCK = /:[ \t]+[|>][-+\d]*[ \t]*$/;

export function findOpenSign(lines: readonly string[]): OpenSign | undefined {
  if (BLOCK.test(lines[0] ?? "")) return undefined;
  const flow = new Flow();
  for (const [i, line] of lines.entries()) {
    const start = flow.isOpen ? 0 : (BEFORE.exec(line)?.[0].length ?? 0);
    if (flow.isOpen || /["'[{]/.test(line.charAt(start))) flow.read(line, start, i + 1);
    if (flow.isBroken) break;
  }
  return flow.open;
}

/** A value in brackets, braces or quotes, as far as it has been read. */
class Flow {
  readonly #brackets: OpenSign[] = [];
  #quote: OpenSign | undefined;
  /** True if the closing sign was forgotten: a bracket of another kind closes, or a quote opens the value of a later line. */
  isBroken = false;

  get isOpen(): boolean {
    return this.#quote !== undefined || this.#brackets.length > 0;
  }

  get open(): OpenSign | undefined {
    const found = this.#quote ?? this.#brackets.at(-1);
    const closing = this.#brackets.map(({ sign }) => CLOSED_BY[sign] ?? "").reverse();
    return found && { ...found, closing: this.#quote ? "" : closing.join("") };
  }

  read(line: string, start: number, number: number): void {
    // The previous sign, ignoring blanks: a quote opens only where a value may begin.
    let before = "";
    for (let i = start; i < line.length; i++) {
      const sign = line.charAt(i);
      const place = { line: number, column: i + 1, closing: "" };
      if (this.#quote !== undefined) {
        if (this.#quote.sign === '"' && sign === "\\") i++;
        else if (sign === this.#quote.sign) {
          this.isBroken =
            this.#quote.line < number && OPENS_VALUE.test(line.slice(0, i)) && /^\S/.test(line.slice(i + 1));
          if (this.isBroken) return;
          if (sign === "'" && line.charAt(i + 1) === "'") i++;
          else this.#quote = undefined;
        }
      } else if (sign === "#" && /\s/.test(line.charAt(i - 1))) return;
      else if (sign === '"' || sign === "'") {
        if (before === "" || "[{,:".includes(before)) this.#quote = { sign, ...place };
      } else if (sign === "[" || sign === "{") this.#brackets.push({ sign, ...place });
      else if (sign === "]" || sign === "}") {
        this.isBroken = CLOSED_BY[this.#brackets.at(-1)?.sign ?? ""] !== sign;
        if (this.isBroken) return;
        this.#brackets.pop();
      }
      if (!this.isOpen) return;
      if (sign.trim() !== "") before = sign;
    }
  }
}
