// What the braces of `{.class #id lang=en}` contain → attributes of a token.
// Only these three kinds are kept, and the size of a picture, whatever else is in the braces: no event handler or style can get
// through.
import type { Token } from "markdown-it";
import type { Place } from "../problems.ts";
import { isReserved } from "./classes.ts";
import type { Env } from "./env.ts";
import { UNSAID_ATTRIBUTES } from "./html/policy.ts";
import { asTyped } from "./picture-problems.ts";
import { takesSize } from "./pictures/size-attributes.ts";

const SIZES = new Set(["width", "height"]);

/**
 * Gives a token the attributes that were found beside it in `inline`. `among` is the content of the block that `token` is or is
 * part of, up to its attributes at least.
 */
export function apply(
  token: Token,
  found: RegExpExecArray,
  inline: Token,
  env: Env,
  among: readonly Token[] = inline.children ?? [],
): void {
  const place = (): Place => env.positions.in(inline, inline.content.indexOf(found[0].trim()));
  for (const word of (found[1] ?? "").trim().match(/(?:"[^"]*"|[^\s"]|\s(?=%))+/g) ?? []) {
    const [, name = "", value = ""] = /^([\w-]+)=(.*)$/.exec(word) ?? [];
    const plain = value.replace(/^["']|["']$/g, "");
    if (word.startsWith(".")) addClass(token, word.slice(1), place, env);
    else if (name === "class") for (const one of plain.split(/\s+/)) addClass(token, one, place, env);
    else if (word.startsWith("#")) token.attrSet("id", env.ids.take(word.slice(1)));
    else if (name === "id" && plain !== "") token.attrSet("id", env.ids.take(plain));
    else if (name === "lang") token.attrSet("lang", plain);
    else if (takesSize(token, among, name, plain)) continue;
    else if (SIZES.has(name) || !UNSAID_ATTRIBUTES.has(name)) {
      const fix = name === "title" ? titled(token, plain) : undefined;
      env.report("dropped-html/attribute", place(), { name, element: token.tag, fix });
    }
  }
}

/** The title of a link or a picture has its place after the address. */
function titled(token: Token, title: string): string | undefined {
  const src = token.attrGet("src");
  const address = src ?? token.attrGet("href");
  return address === null ? undefined : `${src === null ? "" : "!"}[…](${asTyped(address)} "${title}")`;
}

function addClass(token: Token, name: string, place: () => Place, env: Env): void {
  if (isReserved(name)) env.report("dropped-html/class", place(), { name });
  else if (/^[A-Za-z][\w-]*$/.test(name)) token.attrJoin("class", name);
}
