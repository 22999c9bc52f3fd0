// Problems that can be found in a text's body before it is rendered.
import { problem, type Problem } from "../../problems.ts";
import type { Site } from "../../site/site.ts";
import { looksOther } from "../language.ts";
import { checkTemplatePassages } from "./template-passages.ts";
import { fold, headingIn } from "../text.ts";
import type { Entry } from "../types.ts";

/** Bytes of a text that are enough to detect its language: more than `looksOther` reads, in French or English. */
const BEGINNING = 2100;

/**
 * Front matter below the front matter: a text that was pasted whole into a new one. Each line can match in one way only: if it
 * could match as a key and as an item, every such line would double the time.
 */
const SECOND =
  /^(\s*)---[ \t]*\n\w[\w-]*[ \t]*:(?:[ \t].*)?\n(?:(?:\w[\w-]*[ \t]*:(?:[ \t].*)?|(?:[ \t]|-[ \t]).*)\n)*---[ \t]*(?:\n|$)/;
/** The same in TOML. */
const TOML = /^(\s*)\+\+\+[ \t]*\n\s*\w[\w.-]*[ \t]*=.*\n(?:.*\n){0,60}?\+\+\+[ \t]*(?:\n|$)/;

export function bodyRemarks(entry: Entry, site: Site): Problem[] {
  const { text, lang, placeOf } = entry;
  const beginning = text.body.toString("utf8", 0, BEGINNING);
  const remarks = entry.kind === "page" ? checkTemplatePassages(entry, site) : [];
  const [, blank] = SECOND.exec(beginning) ?? TOML.exec(beginning) ?? [];
  if (blank !== undefined) {
    const line = entry.bodyLine + blank.split("\n").length - 1;
    remarks.push(problem("literal-front-matter", { file: entry.file, line, column: 1 }, {}));
  }
  const repeated = repeatedTitle(entry, beginning);
  if (repeated !== undefined) remarks.push(repeated);
  const other = looksOther(beginning, lang);
  if (other === undefined) return remarks;
  const place = placeOf("title");
  return [
    ...remarks,
    problem("language/looks-other", place, { lang: lang.slice(0, 2).toLowerCase(), other }),
  ];
}

/** A heading of raw HTML on one line; its tags are not read further. */
const RAW_HEADING = /^ {0,3}<h([1-6])(?:\s[^<>]{0,200})?>([^<>]{1,500})<\/h\1>[ \t]*$/i;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
/** A title of one or two words (“Merci”) may also be how its text begins. */
const SEVERAL_WORDS = /\S\s+\S+\s+\S/;
/** A line that no sign makes an item, a quotation or code. */
const PLAIN = /^ {0,3}[*_]{0,3}[\p{L}\p{N}«“"]/u;

/** What folds to the same has at most this many times its length, but for needless spaces. */
const LONGER = 3;

/**
 * A heading or a line at the top of the body that repeats the title, which the page already shows. Word processors and pages copied
 * whole produce such lines.
 */
function repeatedTitle({ file, bodyLine, title }: Entry, beginning: string): Problem | undefined {
  const [blank = ""] = /^\s*\n/.exec(beginning) ?? [];
  const [first = "", under = ""] = beginning.slice(blank.length).split("\n", 2);
  const underlined = UNDERLINE.test(under);
  const alone = PLAIN.test(first) && (underlined || (under.trim() === "" && SEVERAL_WORDS.test(title)));
  const words = headingIn(first) ?? RAW_HEADING.exec(first)?.[2] ?? (alone ? first : "");
  // A whole paragraph is no title, and takes long to fold: most texts begin with one.
  if (words === "" || words.length > LONGER * title.length) return undefined;
  const folded = fold(words);
  if (folded === "" || folded !== fold(title)) return undefined;
  const line = bodyLine + blank.split("\n").length - 1;
  return problem("repeated-title", { file, line, column: 1 }, { title, underlined });
}
