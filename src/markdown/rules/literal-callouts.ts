// A quotation that begins with `[!NAME]` but is not a callout → a warning with the line to write; one that begins with such a
// name in bold → a note.
// The text is printed as it is: this rule only reports. A callout is no longer a quotation at this point.
import type { Token } from "markdown-it";
import { excerpt } from "../../excerpt.ts";
import { CALLOUTS, kindOf } from "../other-tools/alerts.ts";
import type { Env } from "../env.ts";
import { passRule } from "../rule.ts";

const OPENING = /^\[!([\p{L}][\p{L} _-]{0,30})\]([-+]?)[ \t]*([^\n]*)/u;
/** What is written out in a message, in characters. */
const LONGEST = 200;
/** Front matter has keys for these. */
const CORRECTION = /^(?:errat(?:um|a)|correct(?:ion|if)s?|rectificat(?:ion|if)s?|corrigendum)$/i;

export const literalCallouts = passRule("literal-callouts", (tokens, env) => {
  if (!env.holds(">")) return;
  for (const [i, token] of tokens.entries())
    if (token.type === "blockquote_open" && tokens[i + 1]?.type === "paragraph_open") {
      beginning(tokens[i + 2], env);
      inBold(tokens[i + 2], env);
    }
});

/** A name of one word in bold, then a colon or the end of the line, and a text. */
const BOLD =
  /^(\*\*|__)(\p{L}+)(?:[ \u00a0\u202f]?:[ \u00a0\u202f]?\1|\1[ \u00a0\u202f]?:|\1[ \t]*\n)\s*(?=\S)([^\n]+)/u;
/** An ordinary word, not a name (`iOS`) or an address, which keep their small letter. */
const SMALL = /^\p{Ll}(?=[\p{Ll}’'-]*(?:[\s\u00a0\u202f,]|$))/u;

/** As GitHub’s first callouts were written. */
function inBold(token: Token | undefined, env: Env): void {
  const { 2: name = "", 3: text = "" } = BOLD.exec(token?.content ?? "") ?? [];
  const kind = CALLOUTS.find((one) => one.toUpperCase() === (kindOf(name) ?? name.toUpperCase()));
  if (token === undefined || kind === undefined) return;
  const rest = excerpt(text, LONGEST).replace(SMALL, (letter) => letter.toUpperCase());
  env.report("literal-callout/bold", env.positions.in(token, 0), { name, kind: kind.toUpperCase(), rest });
}

function beginning(token: Token | undefined, env: Env): void {
  const [first] = token?.children ?? [];
  if (token === undefined || first?.type !== "text" || !first.content.startsWith("[!")) return;
  const [, name = "", fold = "", rest = ""] = OPENING.exec(token.content) ?? [];
  if (name === "") return;
  const place = env.positions.in(token, 0);
  const found = `> [!${name}]${fold}`;
  const same = CALLOUTS.map((kind) => kind.toUpperCase()).find((kind) => kind === name.toUpperCase());
  const kind = same ?? kindOf(name);
  const title = excerpt(rest, LONGEST);
  if (CORRECTION.test(name)) env.report("literal-callout/correction", place, { found });
  else if (fold === "-" || kind === "DETAILS") env.report("literal-callout/folded", place, { found, title });
  else if (kind === "QUOTE") env.report("literal-callout/quotation", place, { found, title });
  else if (same === undefined || fold !== "")
    env.report("literal-callout/name", place, { found, title, ...(kind !== undefined && { kind }) });
  else {
    // An invisible space, if the text is already on the next line.
    const isBlank = title === "" && token.content.includes("\n");
    env.report("literal-callout/line", place, { found: `> [!${same}]`, text: isBlank ? undefined : title });
  }
}
