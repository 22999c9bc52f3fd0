// `<https://example.org/|le bilan>`, a link copied from Slack → a warning with the link to write.
// Its words would be lost, or become part of the address.
import { linkText } from "../other-tools/media-words.ts";
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";
import { eachInline, passRule } from "../rule.ts";
import { readAsText } from "../text-cursor.ts";

const LINK = /<((?:https?:\/\/|mailto:)[^\s<>|]{1,300})\|([^<>|\n]{1,200})>/gi;

export const slackLinks = passRule("slack-links", (tokens, env) => {
  if (!env.holds("|") || !(env.holds("<http") || env.holds("<mailto:"))) return;
  let last = "";
  eachInline(tokens, (_token, _children, span) => {
    // Parts of one long text share its content.
    if (span.content === last || !span.content.includes("|")) return;
    last = span.content;
    report(span, env);
  });
  // In a table, the bar divides the link between two cells.
  for (const { type, map } of tokens)
    if (type === "tr_open" && map !== null)
      report({ content: env.positions.lines()[map[0]] ?? "", first: map[0] }, env);
});

function report(span: Span, env: Env): void {
  for (const { 0: found, 1: address = "", 2: words = "", index } of linksIn(span.content)) {
    const text = span.content.slice(index + address.length + 2, index + found.length - 1);
    const fix = address.endsWith(words) ? `<${address.replace("mailto:", "")}>` : linkText(text, address);
    env.report("literal-markup/slack", env.positions.at(span, index), { found, fix });
  }
}

/** Such links in a text as it is typed. */
export const linksIn = (text: string): RegExpExecArray[] =>
  text.includes("|") ? [...readAsText(text).matchAll(LINK)].filter(isMeant) : [];

/** A bar in a query (`?family=Lato|Roboto`) is part of the address. */
const isMeant = ([, address = "", words = ""]: RegExpExecArray): boolean =>
  !address.includes("?") || /\s/.test(words);

/** Whether an address at an offset of a text, which became a link with the bar, is that of such a link. */
export function isOfSlack(text: string, at: number): boolean {
  const start = text[at] === "<" ? at : at - 1;
  const match = new RegExp(LINK.source, "iy").exec(text.slice(Math.max(0, start), start + 520));
  return match !== null && isMeant(match);
}
