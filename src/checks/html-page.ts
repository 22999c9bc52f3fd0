// One built HTML page → where its addresses lead, its ids, and what is wrong with the page in itself.
// Reads the text once, tag by tag; lines and columns are worked out only for what is reported.
import { problem, type Problem } from "../problems.ts";
import { placeFinder, type FindPlace } from "./built-place.ts";
import { readTags, type Attributes } from "./markup.ts";
import { createNesting } from "./nesting.ts";

export interface HtmlReference {
  href: string;
  /** Where its tag begins, in the text. */
  offset: number;
}

export interface HtmlPage {
  ids: ReadonlySet<string>;
  references: readonly HtmlReference[];
  problems: readonly Problem[];
  placeAt: FindPlace;
}

/** `file` is the page's path in the output. */
export function readHtmlPage(html: string, file: string): HtmlPage {
  const placeAt = placeFinder(html, file);
  const reader = new Reader(placeAt);
  readTags(html, reader);
  reader.end();
  return {
    ids: new Set(reader.ids.keys()),
    references: reader.references,
    problems: reader.problems,
    placeAt,
  };
}

class Reader {
  readonly asks = /\s(?:alt\b|(?:id|href|src|srcset|poster|action|lang|type|style|on[a-z]+)\s*=)/i;
  readonly ids = new Map<string, number>();
  readonly references: HtmlReference[] = [];
  readonly problems: Problem[] = [];
  readonly #placeAt: FindPlace;
  readonly #nesting = createNesting();
  #title = "";
  #lang = false;
  #headings = 0;
  /** Depth of `template`s: what is in one is not in the document. */
  #templates = 0;
  #svgs = 0;

  constructor(placeAt: FindPlace) {
    this.#placeAt = placeAt;
  }

  open(name: string, attributes: Attributes, offset: number, closed: boolean): void {
    if (name === "html") this.#lang = (attributes.get("lang") ?? "").trim() !== "";
    else if (name === "template") this.#templates++;
    else if (name === "svg") this.#svgs += closed ? 0 : 1;
    else if (name === "h1" && this.#templates === 0) this.#headings++;
    else if (name === "img" && !attributes.has("alt"))
      this.problems.push(problem("html-alt", this.#placeAt(offset), { src: attributes.get("src") ?? "" }));
    if (!(closed && this.#svgs > 0)) this.#nesting.open(name, offset);
    this.#inline(name, attributes, offset);
    if (attributes.size > 0) this.#collect(attributes, offset);
  }

  raw(name: string, text: string): void {
    if (name === "title" && this.#svgs === 0) this.#title += text;
  }

  close(name: string, offset: number): void {
    if (name === "template") this.#templates--;
    else if (name === "svg") this.#svgs--;
    this.#nesting.close(name, offset);
  }

  end(): void {
    const start = this.#placeAt(0);
    if (this.#title.trim() === "") this.problems.push(problem("html-title", start, {}));
    if (!this.#lang) this.problems.push(problem("html-lang", start, {}));
    if (this.#headings !== 1) this.problems.push(problem("html-heading", start, { count: this.#headings }));
    for (const { key, name, offset } of this.#nesting.end())
      this.problems.push(problem(key, this.#placeAt(offset), { name }));
  }

  /** What `script-src 'self'` and `style-src 'self'` would block; JSON-LD and the like are data. */
  #inline(name: string, attributes: Attributes, offset: number): void {
    if (name === "style") this.#forbid("<style>", offset);
    if (name === "script" && !attributes.has("src") && isCode(attributes.get("type") ?? ""))
      this.#forbid("<script>", offset);
    for (const [key, value] of attributes) {
      if (key === "style" || /^on[a-z]/.test(key)) this.#forbid(`${key}="…"`, offset);
      else if ((key === "href" || key === "src") && /^\s*javascript:/i.test(value))
        this.#forbid("javascript:", offset);
    }
  }

  #forbid(what: string, offset: number): void {
    this.problems.push(problem("html-inline", this.#placeAt(offset), { what }));
  }

  #collect(attributes: Attributes, offset: number): void {
    const id = attributes.get("id");
    if (id !== undefined && this.#templates === 0) {
      const first = this.ids.get(id);
      if (first === undefined) this.ids.set(id, offset);
      else
        this.problems.push(
          problem("html-duplicate-id", this.#placeAt(offset), { id, line: this.#placeAt(first).line }),
        );
    }
    for (const key of LEADING) {
      const href = attributes.get(key);
      if (href !== undefined) this.references.push({ href: href.trim(), offset });
    }
    const srcset = attributes.get("srcset");
    if (srcset !== undefined)
      for (const href of srcsetAddresses(srcset)) this.references.push({ href, offset });
  }
}

const LEADING = ["href", "src", "poster", "action"];

function isCode(type: string): boolean {
  return type === "" || type === "module" || /javascript$/i.test(type);
}

/** Addresses of a `srcset`: each ends at white space, or at a comma that ends it. */
export function srcsetAddresses(srcset: string): string[] {
  return [...srcset.matchAll(/([^\s,](?:\S*[^\s,])?)(?:\s+[^,]*)?(?:,|$)/g)].map(
    ([, address = ""]) => address,
  );
}
