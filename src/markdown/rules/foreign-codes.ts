// Codes of other tools inside a sentence, `:star:` (chat tools, MkDocs) and `1^er^` (Pandoc) → a warning that says what to write.
// The text is printed as it is: this rule only reports.
import { eachInline, passRule } from "../rule.ts";
import { TextCursor } from "../text-cursor.ts";

/**
 * A sentence has a space on one side of a colon; a time has no letters. What is before the first colon is looked at after it:
 * a pattern that begins with a character is found sooner.
 */
const EMOJI = /(:(?<![^\s([«]:)[a-z][a-z0-9]*(?:[_+-][a-z0-9]+)*:)(?![^\s)\].,;!?»])/;
/** What French and English raise. */
const RAISED = /(?<![^\s([«’'])([\p{L}\d]{1,6})\^([a-zè]{1,3}|\d)\^(?![\p{L}\d^])/u;

export const foreignCodes = passRule("foreign-codes", (tokens, env) => {
  const { body } = env.source;
  const [emoji, raised] = [EMOJI.test(body), env.holds("^") && RAISED.test(body)];
  if (!emoji && !raised) return;
  eachInline(tokens, (_token, children, span) => {
    for (const { type, content } of children) {
      if (type !== "text") continue;
      const code = emoji ? EMOJI.exec(content)?.[1] : undefined;
      const sign = raised ? RAISED.exec(content) : null;
      if (code !== undefined) {
        const place = new TextCursor(span, env).find(code);
        if (place !== undefined) env.report("literal-markup/emoji", place, { found: code });
      }
      if (sign === null) continue;
      const place = new TextCursor(span, env).find(sign[0]);
      const fix = `${sign[1] ?? ""}<sup>${sign[2] ?? ""}</sup>`;
      if (place !== undefined) env.report("literal-markup/raised", place, { found: sign[0], fix });
    }
  });
});
