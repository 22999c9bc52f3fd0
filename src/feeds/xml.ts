// Makes text valid in an XML document, where some characters are forbidden even as references.
// The allowed ones are listed in https://www.w3.org/TR/xml/#charsets.
import { escapeHtml } from "../text.ts";

/** Removes the characters that XML forbids: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
export function legalText(text: string): string {
  // Without any surrogate, the engine need not distinguish pairs from halves: a quarter of the time.
  if (!/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/.test(text)) return text;
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "");
}

/** Escapes text for use between tags and in quoted attributes of an XML document. */
function xmlText(text: string): string {
  return escapeHtml(legalText(text));
}

/** One element on its own line; attributes without a value are left out. */
export function element(name: string, attributes: Record<string, string | undefined>, text?: string): string {
  const opening = openTag(name, attributes);
  return text === undefined ? `${opening.slice(0, -1)}/>` : `${opening}${xmlText(text)}</${name}>`;
}

export function openTag(name: string, attributes: Record<string, string | undefined>): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) tag += ` ${key}="${xmlText(value)}"`;
  return `${tag}>`;
}
