// Markup that stayed text, of Markdown and of other tools → a warning with the line to write: one table of patterns, one driver.
// A text is printed as it is written; what is escaped or in code was meant so.
import type { Place } from "../problems.ts";
import type { Env } from "../markdown/env.ts";
import { isElement, isText, type Element } from "../markdown/tree.ts";

interface Pattern {
  code:
    | "literal-markup"
    | "literal-link"
    | "literal-list"
    | "literal-table"
    | "literal-footnote"
    | "template-leftover";
  /** A text without one of these is not searched. */
  signs: readonly string[];
  /** Global. Its first group, if it has one, is what is reported. */
  pattern: RegExp;
  /** For `lines`: the pattern reads a whole paragraph, with its line ends, and not the texts between its markup. */
  lines?: true;
  /** What to write instead. */
  fix?: (found: RegExpExecArray) => string;
}

const ADDRESS = String.raw`(?:https?:\/\/|mailto:|tel:|\.{0,2}\/|#)[^()\s]*|[^()\s]+\.(?:md|html?|pdf|jpe?g|png|gif|webp|svg)`;
const BULLET = String.raw`(?:[•·▪▫◦‣●○■□❖➢➤►▶✓✔☐☑][ \t\u00a0]*|[–—][ \t\u00a0]+|-(?=\p{L}[\p{L}’' ]))`;
const NUMBER = String.raw`(?:\d{1,2}(?:[.)](?=\p{L})|°\)?|\/|\)(?=\S))[ \t\u00a0]*)`;
const CELLS = String.raw`\|[^\n|]+(?:\|[^\n|]+)+\|[ \t]*`;
const DASHES = String.raw`(?=[^\n]*\|)(?=[^\n]*--)[|: \t-]+`;

const PATTERNS: readonly Pattern[] = [
  {
    code: "template-leftover",
    signs: ["{"],
    pattern: /\{%-?\s*[a-z/][^\n]{0,300}?%\}|\{\{[<%]?[^{}\n]{0,300}[>%]?\}\}|\{::?[a-z][^{}\n]{0,200}\}/gi,
  },
  {
    code: "template-leftover",
    signs: ["["],
    pattern:
      /\[(?:caption|gallery|embed|audio|video|playlist|sourcecode|code|youtube|vimeo|contact-form(?:-7)?|vc_\w+|et_pb_\w+) +[\w-]+=[^\][\n]{0,300}\]|\[\/(?:caption|gallery|embed|audio|video|playlist|sourcecode|code|youtube|vimeo|contact-form(?:-7)?|vc_\w+|et_pb_\w+)\](?!\()/gi,
  },
  {
    code: "literal-markup",
    signs: ["**", "__"],
    pattern: /(\*\*|__)[ \u00a0]*([^*_\n]{1,200}?)[ \u00a0]*\1|\*\*(?=[\p{L}\p{N}«“"])[^*\n]{1,60}/gu,
    fix: spaced,
  },
  {
    code: "literal-markup",
    signs: ["*", "_"],
    pattern: /(?<![\p{L}\p{N}\\*_])([*_])([\p{L}\p{N}«“"][^*_\n]{0,200}?)[ \u00a0]+\1(?![\p{L}\p{N}*_])/gu,
    fix: ([, marker = "*", text = ""]) => `${marker}${text}${marker}`,
  },
  {
    code: "literal-markup",
    signs: ["#"],
    pattern: /(?<![^\n])(#{2,6})(?=[\p{L}\d«“"])([^\n]{1,100})/gu,
    fix: ([, signs = "", text = ""]) => `${signs} ${text}`,
  },
  {
    code: "literal-markup",
    signs: [":"],
    pattern: /(?<![^\n]):{1,3}[ \u00a0]?vid[eé]o[ \t]*[[{][^\n]{0,300}/gi,
    fix: () => "::video[Le titre]{url=https://…}",
  },
  { code: "literal-markup", signs: [":"], pattern: /(?<![\w:/]):[a-z][a-z0-9_+-]{2,30}:(?![\w:/])/g },
  {
    code: "literal-link",
    signs: ["] (", "]\n("],
    lines: true,
    pattern: new RegExp(String.raw`(?<!\\)(!?\[[^\][\n]{1,200}\])[ \n]{1,3}\((${ADDRESS})\)`, "gi"),
    fix: ([, text = "", address = ""]) => `${text}(${address})`,
  },
  {
    code: "literal-link",
    signs: ["]("],
    lines: true,
    pattern:
      /(?<!\\)(!?\[[^\][\n]{0,200}\])\(((?:https?:|mailto:|tel:|\.{0,2}\/)[^()\n]{0,200}? +[^()\n" ][^()\n"]{0,200}|[^()\n"]{1,200} [^()\n"]{0,100}\.\w{2,4})\)/gi,
    fix: ([, text = "", address = ""]) => `${text}(${address.trim().replaceAll(" ", "%20")})`,
  },
  {
    code: "literal-link",
    signs: ["]("],
    lines: true,
    pattern:
      /(?<!\\)(!?\[[^\][\n]{1,200}\])\((https?:[^()\s<>]{1,300}?)[.,;:!?]?(?=\s(?!\s*["'()])|$)(?![^()\n]*\))/gi,
    fix: ([, text = "", address = ""]) => `${text}(${address})`,
  },
  {
    code: "literal-footnote",
    signs: ["[^"],
    pattern: /(?<!\\)\[\^[^\s\]]{1,100}\]/g,
  },
  {
    code: "literal-list",
    signs: ["\n"],
    lines: true,
    pattern: new RegExp(
      String.raw`(?<![^\n])(${BULLET})([^\n]*)\n(?=${BULLET})(?:${BULLET}[^\n]*(?:\n|$))+`,
      "gu",
    ),
    fix: ([, , text = ""]) => `- ${text.trim()}`,
  },
  {
    code: "literal-list",
    signs: ["\n"],
    lines: true,
    pattern: new RegExp(
      String.raw`(?<![^\n])(${NUMBER})([^\n]*)\n(?=${NUMBER})(?:${NUMBER}[^\n]*(?:\n|$))+`,
      "gu",
    ),
    fix: ([, , text = ""]) => `1. ${text.trim()}`,
  },
  {
    code: "literal-table",
    signs: ["|"],
    lines: true,
    pattern: new RegExp(
      String.raw`(?<![^\n])(?:${CELLS}\n${CELLS}|(?=[^\n]*\|)[^\n]+\n${DASHES})(?:\n${CELLS})*(?=\n|$)`,
      "g",
    ),
    // A row of dashes with another number of cells than the headers makes no table.
    fix: ([found]) => {
      const [headers = ""] = found.split("\n", 1);
      const cells = headers.replace(/^\s*\||\|\s*$/g, "").split("|");
      return `${headers}\n${"| --- ".repeat(cells.length)}|`;
    },
  },
];

/** The same in bold, as CommonMark reads it: a mark between a word and another sign opens or closes nothing. */
function spaced({
  0: found,
  1: marker = "**",
  2: text = found.slice(2),
  index,
  input,
}: RegExpExecArray): string {
  const end = index + found.length;
  const [before = ""] = /[\p{L}\p{N}]+$/u.exec(input.slice(Math.max(0, index - 60), index)) ?? [];
  const [after = ""] = /^[\p{L}\p{N}]+/u.exec(input.slice(end, end + 60)) ?? [];
  const isGlued = (word: string, edge: RegExp): boolean =>
    word !== "" && (marker === "__" || edge.test(text));
  const left = isGlued(before, /^[^\p{L}\p{N}]/u) ? `${before} ` : "";
  const right = isGlued(after, /[^\p{L}\p{N}]$/u) ? ` ${after}` : "";
  return `${left}${marker}${text}${marker}${right}`;
}

/** Lines of dialogue begin with a dash too, and end as sentences do. */
const DIALOGUE = /[.?!…»"”][ \u00a0]*$/m;

const LINES = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "figcaption"]);

/** The driver: each text, and each paragraph as a whole, against the patterns whose signs it holds. */
export function findPatterns(root: Element, env: Env): void {
  const leftovers: { place: Place; found: string }[] = [];
  root.each((block) => {
    if (block.name === "pre") return false;
    if (!LINES.has(block.name) || block.raw) return true;
    const search = new Search(block, env, leftovers);
    search.texts(block);
    search.lines();
    return block.name === "p";
  });
  const [first] = leftovers;
  if (first === undefined) return;
  const found = [...new Set(leftovers.map((one) => one.found))];
  const more = found.length > 3 ? ["…"] : [];
  env.report("template-leftover", first.place, { found: [...found.slice(0, 3), ...more] });
}

class Search {
  readonly #block: Element;
  readonly #env: Env;
  readonly #leftovers: { place: Place; found: string }[];
  /** The source of the block, with code and what is escaped blanked: only what was parsed as text is looked for in it. */
  #source: string | undefined;
  #from = 0;

  constructor(block: Element, env: Env, leftovers: { place: Place; found: string }[]) {
    this.#block = block;
    this.#env = env;
    this.#leftovers = leftovers;
  }

  texts(parent: Element): void {
    // Consecutive lines are one text.
    let run = "";
    const end = (): void => {
      if (run !== "") this.#read(run, false);
      run = "";
    };
    for (const node of parent.children)
      if (isText(node)) run += node.text;
      else {
        end();
        if (isElement(node) && node.name !== "code" && !node.auto) this.texts(node);
      }
    end();
  }

  lines(): void {
    this.#read(this.#block.span.content, true);
  }

  #read(text: string, lines: boolean): void {
    for (const one of PATTERNS)
      if ((one.lines === true) === lines && one.signs.some((sign) => text.includes(sign)))
        for (const found of text.matchAll(one.pattern)) this.#report(one, found);
  }

  #report({ code, lines, fix }: Pattern, match: RegExpExecArray): void {
    const [found] = match;
    const { span } = this.#block;
    this.#source ??= blanked(span.content);
    const at = this.#source.indexOf(found, lines ? 0 : this.#from);
    if (at < 0 || (code === "literal-list" && DIALOGUE.test(found))) return;
    if (lines !== true) this.#from = at + found.length;
    const place = this.#env.positions.at(span, at);
    if (code === "template-leftover") this.#leftovers.push({ place, found });
    else this.#env.report(code, place, { found: (found.split("\n", 1)[0] ?? "").trim() }, fix?.(match));
  }
}

const UNREAD = /\\[^\n]|(?<!`)(`+)(?!`)[^]{0,2000}?(?<!`)\1(?!`)/g;

const blanked = (content: string): string =>
  /[\\`]/.test(content) ? content.replace(UNREAD, (found) => " ".repeat(found.length)) : content;
