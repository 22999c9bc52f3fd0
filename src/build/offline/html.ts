// A built page → the page as it opens from a reader's disk: relative addresses, players as links, no search.
// Only the tags that must change are rewritten, in place: all else stays the same to the byte.
import { Parser } from "htmlparser2";
import { decoded } from "../../markup.ts";
import { escapeHtml } from "../../html.ts";
import { ui } from "../../strings/ui.ts";

/** `localize` returns an address of the page as it must be in its folder. */
export function offlineHtml(html: string, localize: (href: string) => string): string {
  const editor = new Editor(html, localize);
  // Entities are not decoded, so that unchanged attributes are written as they were.
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        editor.open(name, attributes, parser.startIndex, parser.endIndex + 1);
      },
      onclosetag: (_, implied) => {
        editor.close(implied ? parser.startIndex : parser.endIndex + 1);
      },
    },
    { decodeEntities: false },
  );
  parser.end(html);
  return editor.end();
}

type Attributes = Record<string, string>;

/**
 * Attributes that hold one address; `data-disk` is that of a program which the theme's script loads when opened from a disk.
 */
const ADDRESSES = ["href", "src", "poster", "action", "data", "data-disk"];

/** Links that only work with a host, or with a script that it serves. */
const DROPPED_LINKS = /^(?:(?:module)?preload|prefetch|preconnect|dns-prefetch|manifest|search)$/i;

/** Id of the search field, to which every page links; the note that explains why there is no search takes it over. */
const FIELD = ' id="search--field"';

class Editor {
  readonly #html: string;
  readonly #localize: (href: string) => string;
  #out = "";
  /** Offset up to which the page has been copied. */
  #at = 0;
  /** For each open element, whether it is a player. */
  readonly #open: boolean[] = [];
  /** Depth of the element that is being left out; 0 outside. */
  #dropping = 0;
  #lang = "fr";

  constructor(html: string, localize: (href: string) => string) {
    this.#html = html;
    this.#localize = localize;
  }

  open(name: string, attributes: Attributes, start: number, end: number): void {
    this.#open.push(/(?:^|\s)player(?:\s|$)/.test(attributes["class"] ?? ""));
    if (this.#dropping > 0) return;
    if (name === "html") this.#lang = attributes["lang"] ?? this.#lang;
    const instead = this.#insteadOf(name, attributes);
    if (instead !== undefined) {
      this.#out += this.#html.slice(this.#at, start) + instead;
      this.#at = end;
      this.#dropping = this.#open.length;
      return;
    }
    const changed = this.#changed(name, attributes);
    if (changed === undefined) return;
    const closing = this.#html.slice(start, end).endsWith("/>") ? " />" : ">";
    const written = Object.entries(changed).map(
      ([key, value]) => ` ${key}="${value.replaceAll('"', "&quot;")}"`,
    );
    this.#out += `${this.#html.slice(this.#at, start)}<${name}${written.join("")}${closing}`;
    this.#at = end;
  }

  close(end: number): void {
    if (this.#dropping === this.#open.length && this.#dropping > 0) {
      this.#dropping = 0;
      this.#at = Math.max(this.#at, end);
    }
    this.#open.pop();
  }

  end(): string {
    return this.#out + this.#html.slice(this.#at);
  }

  /** What replaces an element that cannot work from a disk; `undefined` for one that stays. */
  #insteadOf(name: string, attributes: Attributes): string | undefined {
    switch (name) {
      case "script":
        return this.#runs(attributes) ? undefined : "";
      case "template":
      case "noscript":
      case "base":
        return "";
      case "link":
        return DROPPED_LINKS.test(attributes["rel"] ?? "") ? "" : undefined;
      case "meta":
        return /^content-security-policy$/i.test(attributes["http-equiv"] ?? "") ? "" : undefined;
      case "iframe":
        return this.#open.includes(true) ? "" : frameLink(attributes);
      case "form":
        return attributes["role"] === "search"
          ? `<p class="search-note"${FIELD}>${escapeHtml(ui(this.#lang).search.offline)}</p>`
          : undefined;
      case "p":
        return attributes["class"] === "search-status" ? "" : undefined;
      default:
        return undefined;
    }
  }

  /**
   * False for modules, which browsers do not load from a disk, and for scripts that are not in the folder. Inline data stays.
   */
  #runs({ src, type = "" }: Attributes): boolean {
    if (type === "module") return false;
    return src === undefined || !/^(?:[a-z]+:|\/\/)/i.test(this.#localize(decoded(src)));
  }

  #changed(name: string, attributes: Attributes): Attributes | undefined {
    // Addresses that identify the page online stay as they are.
    if (name === "link" && /^(?:canonical|license|me)$/i.test(attributes["rel"] ?? "")) return undefined;
    const changed = { ...attributes };
    for (const key of ADDRESSES) {
      const value = attributes[key];
      if (value !== undefined) changed[key] = this.#attribute(value);
    }
    for (const key of ["srcset", "imagesrcset"]) {
      const value = attributes[key];
      if (value !== undefined) changed[key] = this.#srcset(value);
    }
    const refresh = /^refresh$/i.test(attributes["http-equiv"] ?? "") && attributes["content"];
    if (name === "meta" && refresh) changed["content"] = this.#refresh(refresh);
    if (name === "link") delete changed["crossorigin"];
    const same = Object.keys(attributes).every((key) => changed[key] === attributes[key]);
    return same ? undefined : changed;
  }

  #attribute(value: string): string {
    const href = decoded(value);
    const local = this.#localize(href);
    return local === href ? value : escapeHtml(local);
  }

  #srcset(value: string): string {
    return value.replace(
      /([^\s,](?:\S*[^\s,])?)((?:\s+[^,]*)?(?:,|$))/g,
      (_, address: string, rest: string) => this.#attribute(address) + rest,
    );
  }

  #refresh(value: string): string {
    return value.replace(
      /^(\s*[\d.]+\s*[;,]\s*url\s*=\s*)(.*)$/i,
      (_, before: string, address: string) =>
        before + this.#attribute(address.replace(/^(['"])(.*)\1$/, "$2")),
    );
  }
}

/** A frame outside a player, as a link to what it shows. */
function frameLink({ src = "", title = "" }: Attributes): string {
  return src === "" ? "" : `<p><a href="${src}">${title === "" ? src : title}</a></p>`;
}
