// Reads the tags of HTML that Carnet wrote, in order, without a tree: fast enough to verify ten thousand pages.
// One regular expression finds a tag with its attributes, many times as fast as a parser. Comments and scripts are skipped.

/** `T` is what `read` makes of the attributes of a tag. */
export interface TagReader<T> {
  /** Receives the attributes as written, with the white space before them. */
  read(written: string): T;
  /** `closed` is true for `<path/>`. Names are in lower case. `offset` is where the tag begins in the HTML. */
  open(name: string, attributes: T, offset: number, closed: boolean): void;
  close(name: string, offset: number): void;
  /** The text inside `<title>`, `<script>` and the like, in which no tags are read. */
  raw?(name: string, text: string): void;
  /** The text between two tags, as written. */
  text?(text: string): void;
}

/** Part of a text, from offset `from` up to offset `to`. */
export interface Part {
  from: number;
  to: number;
}

/** Names are in lower case; an attribute without a value has an empty one. */
export type Attributes = ReadonlyMap<string, string>;

/** Reads all tags of a text, or those that begin in `part` of it. */
export function readTags<T>(html: string, reader: TagReader<T>, part?: Part): void {
  const tag = new RegExp(TAG);
  tag.lastIndex = part?.from ?? 0;
  const to = part?.to ?? html.length;
  let last = tag.lastIndex;
  for (let match = tag.exec(html); match !== null && match.index < to; match = tag.exec(html)) {
    const ending = match[1];
    const name = (ending ?? match[2])?.toLowerCase();
    if (match.index > last) reader.text?.(html.slice(last, match.index));
    if (name === undefined) {
      const end = html.indexOf("-->", tag.lastIndex);
      // As in browsers, an unclosed comment extends to the end.
      if (end < 0) return;
      tag.lastIndex = end + "-->".length;
    } else if (ending !== undefined) reader.close(name, match.index);
    else {
      const written = match[3] ?? "";
      reader.open(name, reader.read(written), match.index, written.endsWith("/"));
      if (RAW.has(name)) tag.lastIndex = passRaw(html, { name, from: tag.lastIndex }, reader);
    }
    last = tag.lastIndex;
  }
  if (to > last) reader.text?.(html.slice(last, to));
}

/** The beginning of a comment, an end tag, or a start tag with its attributes. None extends past the next tag. */
const TAG = /<(?:!--|\/([a-z][^\s<>/]*)[^<>]*>|([a-z][^\s<>/]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>)/gi;

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Elements that contain only text. */
const RAW: ReadonlySet<string> = new Set(["script", "style", "textarea", "title"]);

/** `read` converts each written value; by default, it decodes entities. */
export function readAttributes(written: string, read = decoded): Attributes {
  const attributes = new Map<string, string>();
  if (written === "") return attributes;
  const attribute = new RegExp(ATTRIBUTE);
  for (let match = attribute.exec(written); match !== null; match = attribute.exec(written)) {
    const key = (match[1] ?? "").toLowerCase();
    // Browsers keep the first of two attributes with the same name.
    if (!attributes.has(key)) attributes.set(key, read(match[2] ?? match[3] ?? match[4] ?? ""));
  }
  return attributes;
}

/** Passes the text up to the end tag to `raw`, and returns the offset of the end tag. */
function passRaw(
  html: string,
  { name, from }: { name: string; from: number },
  reader: Pick<TagReader<never>, "raw">,
): number {
  const end = new RegExp(`</${name}[\\s>/]`, "gi");
  end.lastIndex = from;
  const at = end.exec(html)?.index ?? html.length;
  reader.raw?.(name, html.slice(from, at));
  return at;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Decodes numeric entities and those that XML defines; leaves others as they are. */
export function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (all, name, decimal, hex) => {
      if (typeof name === "string") return NAMED[name.toLowerCase()] ?? all;
      const point = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
      return point > 0x10ffff ? all : String.fromCodePoint(point);
    },
  );
}
