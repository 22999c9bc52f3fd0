// Lists and rules whose signs an editor escaped (`\- one`, `\---`), as rich-text editors do with what is typed in them → warnings.
// The text is printed as it is: this rule only reports. A single item does not count: a list has at least two.
import type { Token } from "markdown-it";
import { excerpt } from "../../excerpt.ts";
import type { Env } from "../env.ts";
import { passRule } from "../rule.ts";
import { withoutBreak } from "./stray-breaks.ts";

const ITEM = /^[ \t]*(?:\\([-*+])|(\d{1,2})\\([.)]))[ \t]+(?=\S)/;
const RULE = /^(?=.*\\)(?:\\?[-*_][ \t]*){3,}$/;

interface Item {
  line: string;
  fix: string;
  token: Token;
  at: number;
}

export const escapedMarkup = passRule("escaped-markup", (tokens, env) => {
  if (!env.holds("\\")) return;
  let run: Item[] = [];
  const end = (): void => {
    if (run.length > 1) reportList(run, env);
    run = [];
  };
  for (const [i, token] of tokens.entries()) {
    const opening = tokens[i - 1]?.type;
    if (token.type !== "inline" || (opening !== "paragraph_open" && opening !== "heading_open")) {
      if (token.nesting === 0) end();
    } else if (token.content.length < LONGEST_RULE && RULE.test(token.content)) reportRule(token, env);
    else if (opening === "paragraph_open" && token.content.includes("\\")) {
      reportMarkers(token, env);
      for (const item of linesOf(token)) {
        if (item === undefined) end();
        else run.push(item);
      }
    } else end();
  }
  end();
});

/** Two stars against a word, which an editor escaped where bold began or ended. */
const MARKERS = /\\\*\\\*(?=[\p{L}\p{N}«“])|(?<=[\p{L}\p{N}.!?»”])\\\*\\\*/u;

/** A pair was escaped on purpose: it shows how bold is written. */
function reportMarkers(token: Token, env: Env): void {
  const { content } = token;
  const found = MARKERS.exec(content);
  if (found !== null && content.split(String.raw`\*\*`).length % 2 === 0)
    env.report("literal-emphasis/escaped", env.positions.in(token, found.index), {});
}

/** A longer line of signs is a drawing. */
const LONGEST_RULE = 100;

function reportRule(token: Token, env: Env): void {
  env.report("literal-markup/escaped", env.positions.in(token, 0), { found: token.content.trim() });
}

/** Each line of a paragraph, as an item of a list; undefined if it is none. */
function linesOf(token: Token): (Item | undefined)[] {
  let at = 0;
  return token.content.split("\n").map((line) => {
    const [begun, bullet = "", number = "", mark = ""] = ITEM.exec(line) ?? [];
    const start = at;
    at += line.length + 1;
    if (begun === undefined) return undefined;
    const sign = bullet === "" ? number + mark : "-";
    return {
      line,
      fix: `${sign} ${withoutBreak(line.slice(begun.length))}`,
      token,
      at: start + begun.search(/\S/),
    };
  });
}

function reportList(run: readonly Item[], env: Env): void {
  const [first] = run;
  if (first === undefined) return;
  env.report("literal-list/escaped", env.positions.in(first.token, first.at), {
    found: excerpt(first.line.trim()),
    fix: excerpt(first.fix),
    count: run.length,
  });
}
