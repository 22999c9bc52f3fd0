// One built HTML page → its addresses, its ids, and what is wrong in the page itself.
// Reads the text once, tag by tag; lines and columns are computed only for what is reported.
import { problem, type Problem } from "../problems.ts";
import { placeFinder, type FindPlace } from "../lines.ts";
import { readTags, type Part, type TagReader } from "../markup.ts";
import { createNesting } from "./nesting.ts";
import { createTagFacts, type TagFacts, type TagFactsOf } from "./tag-facts.ts";

export interface HtmlReference {
  href: string;
  /** Offset in the text at which its tag begins. */
  offset: number;
}

export interface HtmlPage {
  ids: ReadonlySet<string>;
  references: readonly HtmlReference[];
  problems: readonly Problem[];
  placeAt: FindPlace;
}

/** `file` is the page's path in the output; `factsOf` serves all pages of a site. */
export function readHtmlPage(html: string, file: string, factsOf: TagFactsOf = createTagFacts()): HtmlPage {
  const placeAt = placeFinder(html, file);
  const reader = new Reader(placeAt, factsOf);
  readTags(html, reader);
  reader.end();
  return pageOf(reader, placeAt);
}

/** The same for a part of a page, without the frame around it; undefined if the part alone is not sound. */
export function readHtmlPart(
  html: string,
  file: string,
  { part, factsOf }: { part: Part; factsOf: TagFactsOf },
): HtmlPage | undefined {
  const placeAt = placeFinder(html, file);
  const reader = new Reader(placeAt, factsOf);
  readTags(html, reader, part);
  return reader.endPart() ? pageOf(reader, placeAt) : undefined;
}

function pageOf({ ids, references, problems }: Reader, placeAt: FindPlace): HtmlPage {
  return { ids: new Set(ids.keys()), references, problems, placeAt };
}

/** Ids in the frames of Carnet's own layouts. */
const OF_FRAMES = /^(?:page|search)--/;

class Reader implements TagReader<TagFacts> {
  readonly read: TagFactsOf;
  readonly ids = new Map<string, number>();
  readonly references: HtmlReference[] = [];
  readonly problems: Problem[] = [];
  readonly #placeAt: FindPlace;
  readonly #nesting = createNesting();
  #title = "";
  #lang = false;
  #headings = 0;
  /** Depth of `template` elements: what is inside one is not in the document. */
  #templates = 0;
  #svgs = 0;

  constructor(placeAt: FindPlace, factsOf: TagFactsOf) {
    this.#placeAt = placeAt;
    this.read = factsOf;
  }

  open(name: string, { attributes, addresses, forbidden }: TagFacts, offset: number, closed: boolean): void {
    if (name === "html") this.#lang = (attributes.get("lang") ?? "").trim() !== "";
    else if (name === "template") this.#templates++;
    else if (name === "svg") this.#svgs += closed ? 0 : 1;
    else if (name === "h1" && this.#templates === 0) this.#headings++;
    else if (name === "img" && !attributes.has("alt"))
      this.problems.push(problem("html-alt", this.#placeAt(offset), { src: attributes.get("src") ?? "" }));
    if (!(closed && this.#svgs > 0)) this.#nesting.open(name, offset);
    // What `script-src 'self'` and `style-src 'self'` would block; JSON-LD and the like are data.
    if (name === "style") this.#forbid("<style>", offset);
    if (name === "script" && !attributes.has("src") && isCode(attributes.get("type") ?? ""))
      this.#forbid("<script>", offset);
    for (const what of forbidden) this.#forbid(what, offset);
    const id = attributes.get("id");
    if (id !== undefined && this.#templates === 0) this.#identify(id, offset);
    for (const href of addresses) this.references.push({ href, offset });
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
    if (this.#title.trim() === "") this.problems.push(problem("html-title", this.#placeAt(0), {}));
    if (!this.#lang) this.problems.push(problem("html-lang", this.#placeAt(0), {}));
    if (this.#headings !== 1)
      this.problems.push(problem("html-heading", this.#placeAt(0), { count: this.#headings }));
    for (const { key, name, offset } of this.#nesting.end())
      this.problems.push(problem(key, this.#placeAt(offset), { name }));
  }

  /** False if something is wrong in the part, or may be wrong in the page around it. */
  endPart(): boolean {
    const isSound = this.problems.length === 0 && this.#headings === 0 && this.#nesting.end().length === 0;
    return isSound && ![...this.ids.keys()].some((id) => OF_FRAMES.test(id));
  }

  #forbid(what: string, offset: number): void {
    this.problems.push(problem("html-inline", this.#placeAt(offset), { what }));
  }

  #identify(id: string, offset: number): void {
    const first = this.ids.get(id);
    if (first === undefined) this.ids.set(id, offset);
    else
      this.problems.push(
        problem("html-duplicate-id", this.#placeAt(offset), { id, line: this.#placeAt(first).line }),
      );
  }
}

function isCode(type: string): boolean {
  return type === "" || type === "module" || /javascript$/i.test(type);
}
