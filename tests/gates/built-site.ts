// A built site on disk, as a crawler sees it: files by path, pages parsed as HTML, addresses resolved to files.
// It knows nothing of how the site was made.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DomUtils, parseDocument } from "htmlparser2";
import { filesBelow } from "../../src/files.ts";

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** A page, by its file and the absolute address under which it is served. */
export class Page {
  readonly file: string;
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

  /** The text of the first element of a name, with the white space that a browser shows; no-break spaces stay. */
  text(name: string): string {
    const [element] = this.all(name);
    return element === undefined
      ? ""
      : DomUtils.textContent(element)
          .replace(/[ \t\r\n]+/g, " ")
          .trim();
  }

  /** The content of the `meta` of a name or property. */
  meta(name: string): string | undefined {
    const [element] = [...this.all("meta", { property: name }), ...this.all("meta", { name })];
    return element?.attribs["content"];
  }

  links(rel: string): Record<string, string>[] {
    return this.all("link", { rel }).map(({ attribs }) => attribs);
  }

  get lang(): string {
    return this.all("html")[0]?.attribs["lang"] ?? "";
  }

  get canonical(): string | undefined {
    return this.links("canonical")[0]?.["href"];
  }

  get isRedirect(): boolean {
    return this.all("meta", { "http-equiv": "refresh" }).length > 0;
  }

  /** Whether search engines are to find it. */
  get isFound(): boolean {
    return !this.isRedirect && this.meta("robots")?.includes("noindex") !== true;
  }
}

export class BuiltSite {
  readonly folder: string;
  readonly basePath: string;
  readonly files: readonly string[];
  readonly pages: readonly Page[];
  /** Scheme and host, from the canonical address of the home page. */
  readonly #origin: string;
  readonly #known: ReadonlySet<string>;

  /** @throws if there is no home page, or if it has no canonical address. */
  constructor(folder: string, basePath = "/") {
    this.folder = folder;
    this.basePath = basePath;
    this.files = filesBelow(folder);
    this.#known = new Set(this.files.map((file) => file.normalize("NFC")));
    const home = new Page("index.html", "", this.bytes("index.html").toString()).canonical ?? "";
    if (!URL.canParse(home))
      throw new Error("index.html: no canonical address, so nothing absolute can be judged");
    this.#origin = new URL(home).origin;
    this.pages = this.files
      .filter((file) => file.endsWith(".html"))
      .map((file) => new Page(file, this.addressOf(file), this.text(file)));
  }

  bytes(file: string): Buffer {
    return readFileSync(join(this.folder, file));
  }

  text(file: string): string {
    return this.bytes(file).toString("utf8");
  }

  /** Absolute and encoded; pages named `index.html` are served as their folder. */
  addressOf(file: string): string {
    return new URL(this.#origin + this.basePath + file.replace(/(^|\/)index\.html$/, "$1")).href;
  }

  /** The file at an absolute address; undefined if there is none, or if the address is outside the site. */
  fileAt(address: string): string | undefined {
    if (!this.isOwn(address)) return undefined;
    const path = decodeURI(new URL(address).pathname).slice(this.basePath.length);
    const names = path === "" || path.endsWith("/") ? [`${path}index.html`] : [path, `${path}/index.html`];
    return names.find((name) => this.#known.has(name.normalize("NFC")));
  }

  isOwn(address: string): boolean {
    if (!URL.canParse(address)) return false;
    const { origin, pathname } = new URL(address);
    return origin === this.#origin && pathname.startsWith(this.basePath);
  }

  pageAt(address: string): Page | undefined {
    const file = this.fileAt(address);
    return this.pages.find((page) => page.file === file);
  }
}
