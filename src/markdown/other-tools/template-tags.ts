// Finds the template tags of a text (Liquid, Nunjucks, Hugo's shortcodes) and parses their arguments.
// Lengths are bounded, so that a text with a thousand unclosed tags is read as fast as any other.

export interface Tag {
  syntax: "tag" | "output" | "comment" | "shortcode";
  /** `highlight`, `image`; the whole expression for an output. */
  name: string;
  /** What follows the name, as written. */
  rest: string;
  raw: string;
  start: number;
  end: number;
  closing: boolean;
  /** `{{< x />}}`: self-closing. */
  selfClosing: boolean;
}

/** Positional arguments, in order, and named ones. */
export interface Args {
  list: string[];
  named: ReadonlyMap<string, string>;
}

/** The last form is a component of Nunjucks, called with an object. */
const LIQUID =
  /\{%-?\s*(\/?[A-Za-z][\w-]*)(?:\s+([\s\S]{0,2000}?))?\s*-?%\}|\{\{-?(?!%)\s*([^{}<]{0,500}?)\s*-?\}\}|\{#([\s\S]{0,2000}?)#\}|\{\{-?\s*([\w.]{1,60}\((?:[^{}()\n]{0,100},\s*)?\{[\s\S]{0,2000}?\}\s*\)[^{}()]{0,40})\}\}/g;
const SHORTCODE =
  /\{\{([<%])(\/\*)?\s*(\/?)\s*([\w/.-]{1,80})(?:\s+((?:"(?:\\.|[^"\\])*"|`[^`]*`|[^"`>%]|[>%](?!\}\})){0,2000}?))?\s*(\/)?(?:\*\/)?\s*[>%]\}\}/g;

/** A component of Nunjucks called with an object, on one line: `{{ button({ text: "Oui" }) }}`. */
export const COMPONENT = String.raw`\{\{-?[ \t]*[\w.]{1,60}\((?:[^{}()\n]{0,100},[ \t]*)?\{[^\n\x60]{0,500}?\}[ \t]*\)[^{}()\n\x60]{0,40}\}\}`;

export function findTags(body: string, language: "liquid" | "shortcode"): Tag[] {
  const [pattern, read] = language === "liquid" ? [LIQUID, liquidTag] : [SHORTCODE, shortcode];
  return Array.from(body.matchAll(pattern), (match) => {
    const [raw] = match;
    return { raw, start: match.index, end: match.index + raw.length, ...read(match) };
  });
}

type Read = Omit<Tag, "raw" | "start" | "end">;

function shortcode([, , escaped, slash, name = "", rest = "", self]: RegExpExecArray): Read {
  if (escaped !== undefined) return { syntax: "comment", name, rest, closing: false, selfClosing: true };
  return {
    syntax: "shortcode",
    name: name.replace(/\.html$/, ""),
    rest,
    closing: slash !== "",
    selfClosing: self !== undefined,
  };
}

function liquidTag([, name = "", rest = "", value, comment, component]: RegExpExecArray): Read {
  if (comment !== undefined)
    return { syntax: "comment", name: "#", rest: comment, closing: false, selfClosing: true };
  const expression = value ?? component?.trim();
  if (expression !== undefined)
    return { syntax: "output", name: expression, rest: "", closing: false, selfClosing: true };
  return {
    syntax: "tag",
    name: name.replace(/^(?:end|\/)/, ""),
    rest,
    closing: /^end|^\//.test(name),
    selfClosing: false,
  };
}

const ARGUMENT =
  /(?:([A-Za-z][\w-]*)\s*[:=]\s*)?(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`([^`]*)`|“([^”]*)”|([^\s,"'`]+))/g;

/** `"a" b, key="c" other: d` → positional and named values, without quotes and commas. */
export function readArgs(rest: string): Args {
  const list: string[] = [];
  const named = new Map<string, string>();
  for (const [, name, double, single, back, curly, bare] of rest.matchAll(ARGUMENT)) {
    const quoted = double ?? single;
    const value = quoted === undefined ? (back ?? curly ?? bare ?? "") : quoted.replace(/\\(["'\\])/g, "$1");
    if (name === undefined) list.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { list, named };
}

/** The value of the first of several names that is given, else the argument at a position. */
export function argument(args: Args, names: readonly string[], position?: number): string | undefined {
  for (const name of names) {
    const value = args.named.get(name);
    if (value !== undefined && value !== "") return value;
  }
  return position === undefined ? undefined : args.list[position];
}

/** `"/x" | url | prepend: site.baseurl` → the value and its filters. */
export function readOutput(expression: string): {
  value: string;
  quoted: boolean;
  filters: { name: string; rest: string }[];
} {
  const parts = expression.match(/(?:"[^"]*"|'[^']*'|[^|"']+|["'])+/g) ?? [];
  const [head = "", ...rest] = parts.map((part) => part.trim());
  const quote = /^"([^"]*)"$|^'([^']*)'$/.exec(head);
  return {
    value: quote === null ? head : (quote[1] ?? quote[2] ?? ""),
    quoted: quote !== null,
    filters: rest.map((filter) => {
      const [, name = filter, args = ""] = /^([\w-]+)\s*[:(]?\s*([\s\S]*?)\)?$/.exec(filter) ?? [];
      return { name, rest: args };
    }),
  };
}
