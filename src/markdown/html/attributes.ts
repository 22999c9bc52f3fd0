// Attributes of raw HTML → those that are allowed, with safe values.
// Presentational ones (`border`, `width`…) and the data of widgets are dropped silently; all others that are dropped are
// reported.
import { excerpt } from "../../excerpt.ts";
import { escapeHtml } from "../../html.ts";
import type { Place } from "../../problems.ts";
import { reportRefused, resolveAddress } from "../addresses.ts";
import type { Env } from "../env.ts";
import { isOnlySize } from "../wanted-size.ts";
import type { OpenTag } from "./cleaner.ts";
import type { Attribute } from "./lexer.ts";
import { isReserved } from "../classes.ts";
import { ELEMENTS, GLOBAL_ATTRIBUTES, UNSAID_ATTRIBUTES } from "./policy.ts";

const NUMERIC = new Set(["width", "height", "colspan", "rowspan", "span", "start", "value"]);

/**
 * A value that lacks its closing quote contains tags and ends where the value in the last of them begins. Kept: what comes before
 * the first tag.
 */
const SWALLOWING = /^([^<>]*)>[^]*<[a-z][^<>]*[\w-]\s*=\s*$/i;

export function allowedAttributes(element: string, tag: OpenTag, place: () => Place, env: Env): Attribute[] {
  const own = ELEMENTS.get(element) ?? new Set();
  const kept: Attribute[] = [];
  const report = (name: string): void => {
    env.report("dropped-html/attribute", place(), { name, element: tag.name });
  };
  for (const { name, value } of tag.attributes) {
    const unclosed = SWALLOWING.exec(value)?.[1];
    if (unclosed !== undefined) {
      // What seem to be further attributes is text, or the value of one in the text.
      env.report("dropped-html/quote", place(), { name, element: tag.name, value: excerpt(unclosed) });
      break;
    }
    if (
      name === "id" ||
      (name === "name" && element === "a" && valueOf(tag.attributes, "id") === undefined)
    ) {
      if (!keepId(value, kept, env)) report(name);
    } else if (name === "href" && element === "a") keepHref(value, kept, place, env);
    else if (name === "class") keepClasses(value, kept, place, env);
    else if (
      (GLOBAL_ATTRIBUTES.has(name) || own.has(name)) &&
      (!NUMERIC.has(name) || /^\d{1,6}$/.test(value))
    )
      kept.push({ name, value });
    else if (name === "align" && CELLS.has(element)) keepAlign(value, kept);
    // As unsaid as `width` and `height`.
    else if (name === "style" && isOnlySize(value)) continue;
    // What a figure is already, or what RGAA asked of those with a caption.
    else if (name === "role" && element === "figure" && /^(?:figure|group)$/.test(value)) continue;
    // HTML parses a no-break space between attributes as a name; its author did not mean one.
    else if (!UNSAID_ATTRIBUTES.has(name) && !name.startsWith("data-") && name.trim() !== "") report(name);
  }
  return kept;
}

const CELLS = new Set(["td", "th"]);

/** The same classes as aligned cells of Markdown tables. */
function keepAlign(value: string, kept: Attribute[]): void {
  const side = /^(?:left|center|right)$/.exec(value.trim().toLowerCase())?.[0];
  if (side === undefined) return;
  const classes = kept.find(({ name }) => name === "class");
  if (classes === undefined) kept.push({ name: "class", value: `align-${side}` });
  else classes.value += ` align-${side}`;
}

function keepClasses(value: string, kept: Attribute[], place: () => Place, env: Env): void {
  const all = [...new Set(value.split(/\s+/))].filter((name) => name !== "");
  const free = all.filter((name) => !isReserved(name));
  for (const name of all) if (isReserved(name)) env.report("dropped-html/class", place(), { name });
  if (free.length === 0) return;
  const aligned = kept.find(({ name }) => name === "class");
  if (aligned === undefined) kept.push({ name: "class", value: free.join(" ") });
  else aligned.value = `${free.join(" ")} ${aligned.value}`;
}

/** False if a value cannot be an id; an empty one is dropped silently. */
function keepId(value: string, kept: Attribute[], env: Env): boolean {
  if (!/^\S*$/.test(value)) return false;
  if (value !== "") kept.push({ name: "id", value: env.ids.take(value) });
  return true;
}

function keepHref(value: string, kept: Attribute[], place: () => Place, env: Env): void {
  const address = resolveAddress(value, env);
  if (address === undefined) {
    reportRefused(value, place(), env);
    return;
  }
  kept.push({ name: "href", value: address.href });
  if (address.external) kept.push({ name: "rel", value: "noopener" });
}

export function valueOf(attributes: readonly Attribute[], name: string): string | undefined {
  return attributes.find((one) => one.name === name)?.value;
}

const BOOLEAN = new Set([
  "open",
  "reversed",
  "controls",
  "loop",
  "muted",
  "default",
  "download",
  "playsinline",
]);

export function printAttributes(attributes: readonly Attribute[]): string {
  return attributes
    .map(({ name, value }) =>
      BOOLEAN.has(name) && (value === "" || value === name) ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`,
    )
    .join("");
}
