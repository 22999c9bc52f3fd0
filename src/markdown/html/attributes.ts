// Attributes as written in raw HTML → those that may be shown, their values made safe.
// Presentational ones (`align`, `width`…) go without a word; those that could run code or break the page are reported.
import { escapeHtml } from "../../html.ts";
import type { Place } from "../../problems.ts";
import { resolveAddress } from "../addresses.ts";
import type { Env } from "../env.ts";
import type { OpenTag } from "./cleaner.ts";
import type { Attribute } from "./lexer.ts";
import { ELEMENTS, GLOBAL_ATTRIBUTES } from "./policy.ts";

const REPORTED = /^(?:on.*|style|srcdoc|formaction|xlink:href|srcset)$/;
const NUMERIC = new Set(["width", "height", "colspan", "rowspan", "span", "start", "value"]);

export function allowedAttributes(element: string, tag: OpenTag, place: () => Place, env: Env): Attribute[] {
  const own = ELEMENTS.get(element) ?? new Set();
  const kept: Attribute[] = [];
  for (const { name, value } of tag.attributes) {
    if (REPORTED.test(name)) env.report("dropped-html/attribute", place(), { name, element: tag.name });
    else if (name === "name" && element === "a" && valueOf(tag.attributes, "id") === undefined)
      keepId(value, kept, env);
    else if (name === "id") keepId(value, kept, env);
    else if (name === "href" && element === "a") keepHref(value, kept, place, env);
    else if ((GLOBAL_ATTRIBUTES.has(name) || own.has(name)) && (!NUMERIC.has(name) || /^\d+$/.test(value)))
      kept.push({ name, value });
  }
  return kept;
}

function keepId(value: string, kept: Attribute[], env: Env): void {
  if (/^\S+$/.test(value)) kept.push({ name: "id", value: env.ids.take(value) });
}

function keepHref(value: string, kept: Attribute[], place: () => Place, env: Env): void {
  const address = resolveAddress(value, env);
  if (address === undefined) {
    env.report("dropped-html/url", place(), { url: value });
    return;
  }
  kept.push({ name: "href", value: address.href });
  if (address.external) kept.push({ name: "rel", value: "noopener" });
}

export function valueOf(attributes: readonly Attribute[], name: string): string | undefined {
  return attributes.find((one) => one.name === name)?.value;
}

const BOOLEAN = new Set(["open", "reversed", "controls", "loop", "muted", "default", "download"]);

export function printAttributes(attributes: readonly Attribute[]): string {
  return attributes
    .map(({ name, value }) =>
      BOOLEAN.has(name) && (value === "" || value === name) ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`,
    )
    .join("");
}
