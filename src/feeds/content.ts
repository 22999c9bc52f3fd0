// A post's HTML → HTML for a feed reader: absolute addresses, few attributes, and players as plain links.
// Feed readers run no script and know none of the site's classes, so whatever needs them is left out.
import { Parser } from "htmlparser2";
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
  "colspan",
  "rowspan",
]);
const ADDRESSES = new Set(["href", "src"]);
/** Left out with all they hold. */
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
/** Left out, but what they hold stays. */
const UNWRAPPED = new Set(["span", "picture", "noscript"]);
const VOID = new Set(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"]);

/** Rewrites what a page shows of a post into what a feed may hold. Text and entities stay as they are. */
export function feedContent(html: string, page: PageAddress): string {
  const writer = new Writer(page);
  // Entities are kept as written: they are decoded once, by the feed's reader.
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        writer.open(name, attributes);
      },
      ontext: (text) => {
        writer.text(text);
      },
      onclosetag: (name) => {
        writer.close(name);
      },
    },
    { decodeEntities: false, lowerCaseTags: true },
  );
  parser.end(html);
  return writer.out.trim();
}

class Writer {
  out = "";
  readonly #page: PageAddress;
  /** Depth inside a dropped element, and inside a player's figure; 0 outside. */
  #dropped = 0;
  #player = 0;
  /** Within a player: its link and its caption, which one is being written, and since which depth. */
  #parts = { link: "", caption: "" };
  #part: { name: "link" | "caption"; depth: number } | undefined;

  constructor(page: PageAddress) {
    this.#page = page;
  }

  open(name: string, attributes: Record<string, string>): void {
    const isVoid = VOID.has(name);
    if (this.#dropped > 0 || DROPPED.has(name) || attributes["aria-hidden"] === "true") {
      if (!isVoid) this.#dropped++;
      return;
    }
    if (this.#player > 0) {
      if (!isVoid) this.#player++;
      if (this.#part) this.text(this.#tag(name, attributes));
      else this.#enterPart(name, attributes);
    } else if (name === "figure" && ("data-player" in attributes || hasClass(attributes, "player"))) {
      this.#player = 1;
      this.#parts = { link: "", caption: "" };
    } else this.text(this.#tag(name, attributes));
  }

  text(text: string): void {
    if (this.#dropped > 0) return;
    if (this.#player === 0) this.out += text;
    else if (this.#part) this.#parts[this.#part.name] += text;
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    if (this.#dropped > 0) {
      this.#dropped--;
      return;
    }
    const isPartItself = this.#player > 0 && this.#player === this.#part?.depth;
    if (this.#player !== 1 && !UNWRAPPED.has(name) && (!isPartItself || name === "a"))
      this.text(`</${name}>`);
    if (isPartItself) this.#part = undefined;
    if (this.#player > 0 && --this.#player === 0)
      this.out += paragraph(this.#parts.link) + paragraph(this.#parts.caption);
  }

  /** The fallback may be the link itself, or an element around it. */
  #enterPart(name: string, attributes: Record<string, string>): void {
    const isLink = hasClass(attributes, "player-fallback");
    if (!isLink && name !== "figcaption") return;
    this.#part = { name: isLink ? "link" : "caption", depth: this.#player };
    if (name === "a") this.text(this.#tag(name, attributes));
  }

  #tag(name: string, attributes: Record<string, string>): string {
    if (name === "input")
      return attributes["type"] === "checkbox" ? ("checked" in attributes ? "☑ " : "☐ ") : "";
    if (UNWRAPPED.has(name) || name === "source") return "";
    let tag = `<${name}`;
    for (const [key, value] of Object.entries(attributes)) {
      if (!KEPT_ATTRIBUTES.has(key)) continue;
      tag += ` ${key}="${quoted(ADDRESSES.has(key) ? resolveAddress(value, this.#page) : value)}"`;
    }
    return `${tag}>`;
  }
}

function hasClass(attributes: Record<string, string>, name: string): boolean {
  return (attributes["class"] ?? "").split(/\s+/).includes(name);
}

function paragraph(html: string): string {
  const trimmed = html.trim();
  return trimmed === "" ? "" : `<p>${trimmed}</p>`;
}

/** An attribute's raw value between double quotes, where its source may have used single ones. */
function quoted(raw: string): string {
  return raw.includes('"') ? raw.replaceAll('"', "&quot;") : raw;
}
