// Attributes of a tag of raw HTML → those that are allowed. Addresses and ids are judged by the passes that read them.
// Presentational ones (`border`, `width`…) and the data of widgets are dropped silently; others that are dropped are reported.
import type { Attribute } from "./lexer.ts";
import { ELEMENTS, GLOBAL_ATTRIBUTES, isReserved, UNSAID_ATTRIBUTES } from "./policy.ts";
import { isOnlySize } from "../wanted-size.ts";

const NUMERIC = new Set(["width", "height", "colspan", "rowspan", "span", "start", "value"]);
const CELLS = new Set(["td", "th"]);

/** A value that lacks its second quote contains tags, and ends where the value in the last of them begins. */
const SWALLOWING = /^[^<>]*>[^]*<[a-z][^<>]*[\w-]\s*=\s*$/i;

/** `drop` is called with each attribute that readers of the old page would miss. */
export function allowedAttributes(
  element: string,
  attributes: readonly Attribute[],
  drop: (name: string) => void,
): [string, string][] {
  const own = ELEMENTS.get(element);
  const allowed: [string, string][] = [];
  const classes = new Set<string>();
  const addClass = (one: string): void => {
    if (classes.size === 0) allowed.push(["class", ""]);
    classes.add(one);
  };
  for (const { name, value } of attributes) {
    if (SWALLOWING.test(value)) drop(name);
    else if (name === "class") {
      for (const one of value.split(/\s+/))
        if (isReserved(one)) drop(`class="${one}"`);
        else if (one !== "") addClass(one);
    } else if (name === "id" || (name === "name" && element === "a")) {
      if (/\s/.test(value)) drop(name);
      else if (value !== "" && !allowed.some((one) => one[0] === "id")) allowed.push(["id", value]);
    } else if (
      (GLOBAL_ATTRIBUTES.has(name) || own?.has(name)) &&
      (!NUMERIC.has(name) || /^\d{1,6}$/.test(value))
    )
      allowed.push([name, value]);
    else if (name === "align" && CELLS.has(element)) {
      if (/^(?:left|center|right)$/i.test(value.trim())) addClass(`align-${value.trim().toLowerCase()}`);
    } else if (!isUnsaid(element, name, value)) drop(name);
  }
  for (const one of allowed) if (one[0] === "class") one[1] = [...classes].join(" ");
  return allowed;
}

/** HTML parses a no-break space between attributes as a name; its author did not mean one. */
const isUnsaid = (element: string, name: string, value: string): boolean =>
  UNSAID_ATTRIBUTES.has(name) ||
  name.startsWith("data-") ||
  name.trim() === "" ||
  (name === "style" && isOnlySize(value)) ||
  (name === "role" && element === "figure" && /^(?:figure|group)$/.test(value));

export const valueOf = (attributes: readonly Attribute[], name: string): string | undefined =>
  attributes.find((one) => one.name === name)?.value;
