// Lines that begin with a hand-typed bullet or number but are not a list → a warning with the line to paste.
// The text is printed as it is: this rule only reports. A single line does not count: a list has at least two.
import type { Token } from "markdown-it";
import { excerpt } from "../../excerpt.ts";
import type { Env } from "../env.ts";
import { eachParagraph, passRule } from "../rule.ts";
import { readAsText } from "../text-cursor.ts";

/** Characters used only in lists; the last three are those of Word's fonts of symbols. */
const SIGNS = "•·▪▫◦‣●○■□❖➢➤►▶▸➔✓✔✗✘☐☑\uf0a7\uf0b7\uf0d8";
/** A hyphen without its space, before italics or bold. */
const GLUED_EMPHASIS = String.raw`-(?=\*[^\s*][^*\n]*\*|\*\*[^\s*][^*\n]*\*\*)`;
/** Word's other bullets are ordinary letters in such a font, and a tab follows them; SPIP's are `-*` and `-#`. */
const BULLET = new RegExp(
  `^[ \\t]*(?:[${SIGNS}][ \\t\\u00a0\\u202f]*(?=[^\\s\ufe0f${SIGNS}])|[o§üØ]\\t+(?=\\S)|${GLUED_EMPHASIS}|-(?:\\*{1,5}|#{1,5})[ \\t]*(?=[^\\s*#]))`,
  "u",
);
/** A picture in place of a bullet, as on social networks; it may mean something. */
const PICTURE =
  /^[ \t]*(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)[^\s\p{L}\d]{0,6}(?:[ \t\u00a0\u202f]+(?=\S)|(?=\p{L}))/u;
/** A dash, or hyphens in its place; it may also begin a line of dialogue. */
const DASH = /^[ \t]*(?:[–—]|-{2,3})[ \t\u00a0\u202f]+(?=\S)/;
/** Two letters: a single one is a command-line option. */
const HYPHEN = /^[ \t]*-(?=\p{L}[\p{L}’' ])/u;
/** A star glued to its text, in a list of stars; another on the line would make it emphasis. */
const STAR = /^[ \t]*\*(?=[\p{L}[«“])(?!.*\*)/u;
/** Numbers below zero are rarely followed by a word, least of all on two lines in a row. */
const MINUS = /^[ \t]*-(?=\d{1,4}[ \u00a0\u202f]\p{L}{3})/u;
const NUMBER = /^[ \t]*(\d{1,3})([.)])(?=\p{L})/u;
/** Numbers and letters as they are written by hand: `1/`, `1°)`, `1 -`, `a)`, `A)`, `a.`. */
const ORDINAL =
  /^[ \t]*(?:(\d{1,2})(?:\/|°\)?| ?[-–—])|([a-zA-Z](?=\))|[a-z](?=\.))[).])[ \t\u00a0\u202f]+(?=[\p{L}«“"*_[])/u;
/** A task without the sign of its item. */
const TASK = /^[ \t]*\[[ xX]\](?:[ \t\u00a0\u202f]+(?=\S)|(?=\p{L}))/u;
const ANY = new RegExp(
  `^[ \\t>]*(?:[–—${SIGNS}]|[o§üØ]\\t|-[\\p{L}\\d*#]|-{2,3}[ \\t\\u00a0\\u202f]|\\*[\\p{L}[«“]|\\d{1,3}[.)]\\p{L}|\\d{1,2}(?:[/°]| ?[-–—])|[a-zA-Z]\\)|[a-z]\\.[ \\t\\u00a0]|\\[[ xX]\\]|\\p{RI}|\\p{Extended_Pictographic})`,
  "mu",
);

/** Lines of dialogue end this way; a list item after a dash ends with a semicolon or nothing. */
const SAID = /[?!…»"”][\s\u00a0\u202f]*$/;
const SENTENCE = /[.?!…»"”][\s\u00a0\u202f]*$/;

export const literalLists = passRule("literal-lists", (tokens, env) => {
  let bulletsUpTo = -1;
  eachParagraph(tokens, (token, i) => {
    if (token.content.includes("\n")) inLines(token, tokens[i - 2], env);
    else if (BULLET.test(token.content) && i > bulletsUpTo) bulletsUpTo = inParagraphs(tokens, i, env);
  });
});

type Kind = "bullet" | "picture" | "task" | "dash" | "hyphen" | "star" | "minus" | "number" | "ordinal";

interface Item {
  kind: Kind;
  /** The line as it should be written. */
  fix: string;
  line: string;
  at: number;
  number: number;
}

/** Consecutive items in a paragraph are one list, reported at its first line. */
function inLines(token: Token, before: Token | undefined, env: Env): void {
  const { content } = token;
  if (!ANY.test(content)) return;
  let run: Item[] = [];
  let at = 0;
  const end = (): void => {
    const [first] = run;
    if (first !== undefined && first.kind !== "star" && run.length > 1 && !isDialogue(run))
      report(first, run.length, token, env);
    else if (first !== undefined && !isDialogue(run) && continues(first, token, before, env))
      env.report("literal-list/item", env.positions.in(token, first.at), {
        found: excerpt(first.line),
        // A different marker would begin another list.
        fix: first.fix.trim().replace(/^(\d+)[.)]/, `$1${before?.markup ?? "."}`),
      });
    run = [];
  };
  const written = content.split("\n");
  for (const [n, text] of readAsText(content).split("\n").entries()) {
    const line = written[n] ?? "";
    const item = itemOf(text, line, at);
    const last = run.at(-1);
    if (last !== undefined && (item === undefined || !follows(last, item))) end();
    if (item !== undefined) run.push(item);
    at += line.length + 1;
  }
  end();
}

function itemOf(text: string, line: string, at: number): Item | undefined {
  const signs = {
    bullet: BULLET,
    picture: PICTURE,
    task: TASK,
    dash: DASH,
    hyphen: HYPHEN,
    star: STAR,
    minus: MINUS,
    number: NUMBER,
    ordinal: ORDINAL,
  };
  for (const [kind, sign] of Object.entries(signs) as [Kind, RegExp][]) {
    const [found, digits = "", mark = ""] = sign.exec(text) ?? [];
    if (found === undefined) continue;
    const begin = at + found.length - found.trimStart().length;
    const kept =
      kind === "task" ? `${found.trim()} ` : kind === "picture" ? line.slice(begin - at, found.length) : "";
    const rest = kept + line.slice(found.length);
    const fix =
      digits === ""
        ? `${kind === "star" ? "*" : found.endsWith("#") || found.includes("# ") ? "1." : "-"} ${rest}`
        : `${digits}${kind === "number" ? mark : "."} ${rest}`;
    const number = kind === "ordinal" && digits === "" ? mark.charCodeAt(0) : Number(digits);
    return { kind, fix, line, at: begin, number };
  }
  return undefined;
}

/** A single line is enough if it is at the margin of a list whose items begin with the same marker. */
function continues(
  { kind, fix, at, number }: Item,
  token: Token,
  before: Token | undefined,
  env: Env,
): boolean {
  if (before?.type !== "list_item_open") return false;
  const same =
    kind === "hyphen" || kind === "star"
      ? before.markup === fix.trimStart()[0]
      : kind === "number" && Number(before.info) + 1 === number;
  return same && env.positions.in(token, at).column < env.positions.in(token, 0).column;
}

const follows = (last: Item, item: Item): boolean =>
  last.kind === item.kind && (item.number === 0 || item.number === last.number + 1);

function isDialogue(run: readonly Item[]): boolean {
  const [first] = run;
  if (first?.kind !== "dash" && first?.kind !== "hyphen") return false;
  return run.some(({ line }) => (first.kind === "dash" ? SENTENCE : SAID).test(line));
}

/** Paragraphs of one line that begin with a bullet; returns the index of the last. */
function inParagraphs(tokens: readonly Token[], from: number, env: Env): number {
  let last = from;
  for (let next = from + 3; isBullet(tokens, next); next += 3) last = next;
  const token = tokens[from];
  const item = token && itemOf(token.content, token.content, 0);
  if (token && item && last > from) report(item, (last - from) / 3 + 1, token, env);
  return last;
}

const isBullet = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.type === "paragraph_open" &&
  tokens[at]?.type === "inline" &&
  BULLET.test(tokens[at].content);

function report({ kind, fix, line, at }: Item, count: number, token: Token, env: Env): void {
  env.report(
    kind === "hyphen" || kind === "minus" || kind === "number" ? "literal-list/space" : "literal-list/sign",
    env.positions.in(token, at),
    { found: excerpt(line), fix: fix.trim(), count },
  );
}
