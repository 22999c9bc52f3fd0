// A built site on disk, as a crawler sees it: files by path, pages parsed as HTML, addresses resolved to files.
// It knows nothing of how the site was made.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { DomUtils, parseDocument } from "htmlparser2";

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

export class Page {
  readonly file: string;
  /** Absolute address under which it is served. */
  readonly address: string;
  readonly #document: ReturnType<typeof parseDocument>;

  constructor(file: string, address: string, html: string) {
    this.file = file;
    this.address = address;
    this.#document = parseDocument(html);
  }

  all(name: string, attributes: Readonly<Record<string, string>> = {}): Element[] {
    return DomUtils.getElementsByTagName(name, this.#document).filter((element) =>
      Object.entries(attributes).every(([key, value]) => element.attribs[key] === value),
    );
  }

  text(element: Element | undefined): string {
    return element === undefined ? "" : collapsed(DomUtils.textContent(element));
  }

  /** Contents of all `meta` of a name or property. */
  metas(name: string): string[] {
    return [...this.all("meta", { property: name }), ...this.all("meta", { name })].map(
      ({ attribs }) => attribs["content"] ?? "",
    );
  }

  meta(name: string): string | undefined {
    return this.metas(name)[0];
  }

  links(rel: string): Record<string, string>[] {
    return this.all("link", { rel }).map(({ attribs }) => attribs);
  }

  /** Addresses of the page in each language, `x-default` among them. */
  get languages(): Map<string, string> {
    return new Map(
      this.links("alternate").flatMap(({ hreflang, href = "" }): [string, string][] =>
        hreflang === undefined ? [] : [[hreflang, href]],
      ),
    );
  }

  get lang(): string {
    return this.all("html")[0]?.attribs["lang"] ?? "";
  }

  get canonical(): string | undefined {
    return this.links("canonical")[0]?.["href"];
  }

  /** Kind of page, from the class of `body`: `post`, `tag`… */
  get kind(): string {
    return /\bkind-(\S+)/.exec(this.all("body")[0]?.attribs["class"] ?? "")?.[1] ?? "";
  }

  get isRedirect(): boolean {
    return this.all("meta", { "http-equiv": "refresh" }).length > 0;
  }

  get isFound(): boolean {
    return !this.isRedirect && this.meta("robots")?.includes("noindex") !== true;
  }
}

export class BuiltSite {
  readonly files: readonly string[];
  readonly pages: readonly Page[];
  /** Scheme and host, from the canonical address of the home page. */
  readonly origin: string;
  readonly basePath: string;
  readonly #folder: string;
  readonly #known: ReadonlySet<string>;

  /** @throws if there is no home page, or if it has no canonical address. */
  constructor(folder: string, { basePath = "/" }: { basePath?: string } = {}) {
    this.#folder = folder;
    this.basePath = basePath;
    this.files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
      .sort();
    this.#known = new Set(this.files.map((file) => file.normalize("NFC")));
    if (!this.#known.has("index.html"))
      throw new Error(`${folder} holds no home page: build the site first.`);
    const home = new Page("index.html", "", this.text("index.html")).canonical ?? "";
    if (!URL.canParse(home))
      throw new Error("index.html: no canonical address, so nothing absolute can be judged");
    this.origin = new URL(home).origin;
    this.pages = this.files
      .filter((file) => file.endsWith(".html"))
      .map((file) => new Page(file, this.addressOf(file), this.text(file)));
  }

  has(file: string): boolean {
    return this.#known.has(file.normalize("NFC"));
  }

  bytes(file: string): Buffer {
    return readFileSync(join(this.#folder, file));
  }

  text(file: string): string {
    return this.bytes(file).toString("utf8");
  }

  /** Absolute and encoded; pages named `index.html` are served as their folder. */
  addressOf(file: string): string {
    return new URL(this.origin + this.basePath + file.replace(/(^|\/)index\.html$/, "$1")).href;
  }

  /** The file at an absolute address; undefined if there is none, or if the address is outside the site. */
  fileAt(address: string): string | undefined {
    if (!this.isOwn(address)) return undefined;
    const path = decodeURI(new URL(address).pathname).slice(this.basePath.length);
    const names = path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}/index.html`];
    return names.find((name) => this.has(name));
  }

  isOwn(address: string): boolean {
    if (!isAbsolute(address)) return false;
    const { origin, pathname } = new URL(address);
    return origin === this.origin && pathname.startsWith(this.basePath);
  }

  pageAt(address: string): Page | undefined {
    const file = this.fileAt(address);
    return file === undefined ? undefined : this.pages.find((page) => page.file === file);
  }

  /** What is wrong with an address that machines use apart from its page, if anything. */
  addressFault(address: string): string | undefined {
    if (!isAbsolute(address)) return `is not absolute: ${address}`;
    const isLost = this.isOwn(address) && this.fileAt(address) === undefined;
    return isLost ? `leads to no file: ${address}` : undefined;
  }
}

/** Collapses white space as a browser does; no-break spaces stay. */
export function collapsed(text: string): string {
  return text.replace(/[ \t\r\n]+/g, " ").trim();
}

export function isAbsolute(address: string): boolean {
  return /^https?:\/\/[^/]/.test(address) && URL.canParse(address);
}

export function sameAddress(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || !isAbsolute(one) || !isAbsolute(other)) return false;
  return new URL(one).href === new URL(other).href;
}

/** Parses an RFC 3339 timestamp with its zone; `NaN` for anything else, a day alone included. */
export function instant(text: string | undefined): number {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
  return text !== undefined && form.test(text) ? Date.parse(text) : NaN;
}
