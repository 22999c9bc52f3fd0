// Tokens: how a rule makes one, and which of them show no words.
// The constructor is imported from its own file: markdown-it hands it out only as a property of the state of each step.
import Token from "markdown-it/lib/token.mjs";

/** `fields` are those that the constructor does not set. */
export function makeToken(
  type: string,
  tag: string,
  nesting: Token["nesting"],
  fields: Partial<Token> = {},
): Token {
  return Object.assign(new Token(type, tag, nesting), fields);
}

export const makeText = (content: string): Token => makeToken("text", "", 0, { content });

export const isBreak = (token: Token | undefined): boolean =>
  token?.type === "softbreak" || token?.type === "hardbreak";

/** Text without words, such as what emphasis leaves beside it. */
export const isBlankText = (token: Token | undefined): boolean =>
  token?.type === "text" && token.content.trim() === "";

/** False for the empty texts that markdown-it leaves beside marks. */
export const isSeen = ({ type, content }: Token): boolean => type !== "text" || content !== "";

/** Offset of a token that the rule `offsets` marked, in the content of its block; 0 if there is none. */
export function offsetOf(token: Token): number {
  return token.map?.[0] ?? 0;
}
