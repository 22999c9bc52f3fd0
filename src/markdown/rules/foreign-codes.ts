// Codes of other tools inside a sentence, `:star:` (chat tools, MkDocs), `1^er^` and `H~2~O` (Pandoc) → a warning that says what
// to write. The text is printed as it is: this rule only reports.
import { eachInline, passRule } from "../rule.ts";
import { TextCursor } from "../text-cursor.ts";
import { isDirective } from "./restructured-text.ts";

/**
 * A sentence has a space on one side of a colon; a time has no letters. What is before the first colon is looked at after it:
 * a pattern that begins with a character is found sooner.
 */
const EMOJI = /(:(?<![^\s([«]:)[a-z][a-z0-9]*(?:[_+-][a-z0-9]+)*:)(?![^\s)\].,;!?»])/g;
/** What French and English raise, and the digits that formulas lower. */
const SHIFTED = /(?<![^\s([«’'~])([\p{L}\d]{1,6})(?:\^([a-zè]{1,3}|\d)\^(?![\p{L}\d^])|~(\d{1,2})~(?!~))/gu;

/** What every match of `SHIFTED` contains: sought alone, it is found sooner. The mark of a footnote has a single `^`. */
const SHIFT = /\^[a-zè\d]{1,3}\^|~\d{1,2}~/;

export const foreignCodes = passRule("foreign-codes", (tokens, env) => {
  const { body } = env.source;
  const emoji = mayHoldEmoji(body) && body.search(EMOJI) >= 0;
  const shifted = (env.holds("^") || env.holds("~")) && SHIFT.test(body) && body.search(SHIFTED) >= 0;
  if (!emoji && !shifted) return;
  eachInline(tokens, (_token, children, span) => {
    if (isDirective(span.content)) return;
    const [emojis, signs] = [new TextCursor(span, env), new TextCursor(span, env)];
    for (const { type, content } of children) {
      if (type !== "text") continue;
      for (const [code] of emoji ? content.matchAll(EMOJI) : []) {
        const place = emojis.find(code);
        if (place !== undefined) env.report("literal-markup/emoji", place, { found: code });
      }
      for (const [found, before = "", raised, lowered = ""] of shifted ? content.matchAll(SHIFTED) : []) {
        const place = signs.find(found);
        const fix = before + (raised === undefined ? `<sub>${lowered}</sub>` : `<sup>${raised}</sup>`);
        if (place !== undefined) env.report("literal-markup/shifted", place, { found, fix });
      }
    }
  });
});

/** Whether a colon has a letter right after it, as in no sentence: tested for each colon, it takes a sixth of the pattern's time. */
function mayHoldEmoji(text: string): boolean {
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next >= 0x61 && next <= 0x7a) return true;
  }
  return false;
}
