// A post's HTML → HTML for a feed reader: absolute addresses, few attributes, and players as links with their picture.
// Feed readers run no script and know none of the site's classes, so whatever needs them is left out.
import { readAttributes, readTags, type Attributes } from "../markup.ts";
import { resolveAddress, type PageAddress } from "./address.ts";

const KEPT_ATTRIBUTES = new Set([
  "href",
  "src",
  "alt",
  "title",
  "lang",
  "dir",
  "width",
  "height",
  "start",
  "reversed",
  "type",
  "value",
  "colspan",
  "rowspan",
  "controls",
  "poster",
  "kind",
  "srclang",
  "label",
]);
const ADDRESSES = new Set(["href", "src", "poster"]);
/** Elements left out with their content. */
const DROPPED = new Set([
  "template",
  "button",
  "script",
  "style",
  "iframe",
  "svg",
  "object",
  "embed",
  "form",
  "link",
  "meta",
]);
/** Elements left out, but not their content. */
const UNWRAPPED = new Set(["span", "picture", "noscript", "section", "label", "details"]);
const VOID = new Set([
  ...[
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr",
  ],
]);

/** Rewrites the HTML of a post for feeds. Text and entities stay as they are. */
export function feedContent(html: string, page: PageAddress): string {
  const writer = new Writer(page);
  readTags(html, {
    // Entities stay as written: the feed's reader decodes them, once.
    read: (written) => readAttributes(written, asWritten),
    open(name, attributes, _, closed) {
      writer.open(name, attributes);
      if (closed) writer.close(name);
    },
    close(name) {
      writer.close(name);
    },
    text(text) {
      writer.text(text);
    },
    raw(_, text) {
      writer.text(text);
    },
  });
  return writer.out.trim();
}

const asWritten = (value: string): string => value;

class Writer {
  out = "";
  readonly #page: PageAddress;
  /** Depth inside a dropped element; 0 outside. */
  #dropped = 0;
  /** The end tag of each open element, outermost first. */
  readonly #ends: string[] = [];
  /** The picture of a player, held until the link that it is put into. */
  #poster = "";
  #posterDepth = 0;

  constructor(page: PageAddress) {
    this.#page = page;
  }

  open(name: string, attributes: Attributes): void {
    const isVoid = VOID.has(name);
    if (this.#dropped > 0 || isDropped(name, attributes)) {
      if (!isVoid) this.#dropped++;
      return;
    }
    const [start, end] = this.#shown(name, attributes);
    if (!isVoid) this.#ends.push(end);
    if (hasClass(attributes, "player-poster")) this.#posterDepth = this.#ends.length;
    else if (this.#posterDepth === 0) this.out += start;
    else if (name === "img") this.#poster = start;
    if (name !== "a" || this.#poster === "") return;
    this.out += `${this.#poster}<br>`;
    this.#poster = "";
  }

  text(text: string): void {
    if (this.#dropped === 0 && this.#posterDepth === 0) this.out += text;
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    if (this.#dropped > 0) {
      this.#dropped--;
      return;
    }
    const isPoster = this.#posterDepth === this.#ends.length;
    const end = this.#ends.pop() ?? "";
    if (this.#posterDepth === 0) this.out += end;
    else if (isPoster) this.#posterDepth = 0;
  }

  /** How an element begins and ends in a feed. */
  #shown(name: string, attributes: Attributes): [start: string, end: string] {
    if (name === "input")
      return [attributes.get("type") === "checkbox" ? (attributes.has("checked") ? "☑ " : "☐ ") : "", ""];
    // Not all readers can unfold what is folded, and none knows callouts: their titles become lines of their own.
    if (name === "summary" || hasClass(attributes, "callout-title")) return ["<p><strong>", "</strong></p>"];
    // The sources of a picture are for the site's layout; those of a video or a sound are all that it has.
    const isChoice = name === "source" && !attributes.has("src");
    const isWrapping = UNWRAPPED.has(name) && !attributes.has("lang");
    if (isWrapping || isChoice || hasClass(attributes, "player")) return ["", ""];
    let tag = `<${name}`;
    for (const [key, value] of attributes) {
      if (!KEPT_ATTRIBUTES.has(key)) continue;
      tag += ` ${key}="${quoted(ADDRESSES.has(key) ? resolveAddress(value, this.#page) : value)}"`;
    }
    return [`${tag}>`, `</${name}>`];
  }
}

/** True for what only the site's own script or style, or assistive technology, uses. */
function isDropped(name: string, attributes: Attributes): boolean {
  return (
    DROPPED.has(name) ||
    attributes.has("hidden") ||
    attributes.get("aria-hidden") === "true" ||
    hasClass(attributes, "visually-hidden")
  );
}

function hasClass(attributes: Attributes, name: string): boolean {
  return attributes.get("class")?.split(/\s+/).includes(name) === true;
}

/** A raw attribute value for use in double quotes; its source may have used single ones. */
function quoted(raw: string): string {
  return raw.includes('"') ? raw.replaceAll('"', "&quot;") : raw;
}
