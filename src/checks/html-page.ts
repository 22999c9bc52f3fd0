// One built HTML page → where its addresses lead, its ids, and what is wrong with the page in itself.
// Reads the text once, as a stream of tags; lines and columns are worked out only for what is reported.
import { Parser } from "htmlparser2";
import { problem, type Place, type Problem } from "../problems.ts";

export interface HtmlReference {
  href: string;
  /** Where its tag begins, in the text. */
  offset: number;
}

export interface HtmlPage {
  ids: ReadonlySet<string>;
  references: readonly HtmlReference[];
  problems: readonly Problem[];
  placeAt(offset: number): Place;
}

/** `file` is the page's path in the output. */
export function readHtmlPage(html: string, file: string): HtmlPage {
  const placeAt = placeFinder(html, file);
  const reader = new Reader(placeAt);
  const parser = new Parser({
    onopentag: (name, attributes) => {
      reader.open(name, attributes, parser.startIndex);
    },
    ontext: (text) => {
      reader.text(text);
    },
    onclosetag: (name) => {
      reader.close(name);
    },
  });
  parser.end(html);
  reader.end();
  return {
    ids: new Set(reader.ids.keys()),
    references: reader.references,
    problems: reader.problems,
    placeAt,
  };
}

class Reader {
  readonly ids = new Map<string, number>();
  readonly references: HtmlReference[] = [];
  readonly problems: Problem[] = [];
  readonly #placeAt: (offset: number) => Place;
  #title = "";
  #inTitle = false;
  #lang = false;
  #headings = 0;
  /** Depth of `template`s: what is in one is not in the document. */
  #templates = 0;
  #svgs = 0;

  constructor(placeAt: (offset: number) => Place) {
    this.#placeAt = placeAt;
  }

  open(name: string, attributes: Record<string, string>, offset: number): void {
    if (name === "html") this.#lang = (attributes["lang"] ?? "").trim() !== "";
    else if (name === "title" && this.#svgs === 0) this.#inTitle = true;
    else if (name === "template") this.#templates++;
    else if (name === "svg") this.#svgs++;
    else if (name === "h1" && this.#templates === 0) this.#headings++;
    else if (name === "img" && attributes["alt"] === undefined)
      this.problems.push(problem("html-alt", this.#placeAt(offset), { src: attributes["src"] ?? "" }));
    this.#inline(name, attributes, offset);
    this.#collect(attributes, offset);
  }

  text(text: string): void {
    if (this.#inTitle) this.#title += text;
  }

  close(name: string): void {
    if (name === "title") this.#inTitle = false;
    else if (name === "template") this.#templates--;
    else if (name === "svg") this.#svgs--;
  }

  end(): void {
    const start = this.#placeAt(0);
    if (this.#title.trim() === "") this.problems.push(problem("html-title", start, {}));
    if (!this.#lang) this.problems.push(problem("html-lang", start, {}));
    if (this.#headings !== 1) this.problems.push(problem("html-heading", start, { count: this.#headings }));
  }

  /** What `script-src 'self'` and `style-src 'self'` would block; JSON-LD and the like are data. */
  #inline(name: string, attributes: Record<string, string>, offset: number): void {
    const type = attributes["type"] ?? "";
    const isCode = type === "" || type === "module" || /javascript$/i.test(type);
    if (name === "script" && attributes["src"] === undefined && isCode) this.#forbid("<script>", offset);
    if (name === "style") this.#forbid("<style>", offset);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "style" || /^on[a-z]/.test(key)) this.#forbid(`${key}="…"`, offset);
      else if (/^\s*javascript:/i.test(value) && (key === "href" || key === "src"))
        this.#forbid("javascript:", offset);
    }
  }

  #forbid(what: string, offset: number): void {
    this.problems.push(problem("html-inline", this.#placeAt(offset), { what }));
  }

  #collect(attributes: Record<string, string>, offset: number): void {
    const { id, srcset } = attributes;
    if (id !== undefined && this.#templates === 0) {
      const first = this.ids.get(id);
      if (first === undefined) this.ids.set(id, offset);
      else
        this.problems.push(
          problem("html-duplicate-id", this.#placeAt(offset), { id, line: this.#placeAt(first).line }),
        );
    }
    for (const key of ["href", "src", "poster", "action"]) {
      const href = attributes[key];
      if (href !== undefined) this.references.push({ href: href.trim(), offset });
    }
    if (srcset !== undefined)
      for (const href of srcsetAddresses(srcset)) this.references.push({ href, offset });
  }
}

/** Addresses of a `srcset`: each ends at white space, or at a comma that ends it. */
export function srcsetAddresses(srcset: string): string[] {
  return [...srcset.matchAll(/([^\s,](?:\S*[^\s,])?)(?:\s+[^,]*)?(?:,|$)/g)].map(
    ([, address = ""]) => address,
  );
}

function placeFinder(html: string, file: string): (offset: number) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(html);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
