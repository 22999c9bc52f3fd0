// Tokens made by rules: markdown-it gives its constructor only to some of them, as a property of the state of a step.
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
