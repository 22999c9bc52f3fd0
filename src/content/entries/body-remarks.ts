// Problems that can be found in a text's body before it is rendered.
import { problem, type Problem } from "../../problems.ts";
import type { Site } from "../../site/site.ts";
import { looksOther } from "../language.ts";
import { checkTemplatePassages } from "./template-passages.ts";
import { fold, headingIn } from "../text.ts";
import type { Post, StaticPage } from "../types.ts";

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

export function bodyRemarks(entry: Post | StaticPage, site: Site): Problem[] {
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

/**
 * A heading at the top of the body that repeats the title, which the page already shows. Word processors produce such headings.
 */
function repeatedTitle({ file, bodyLine, title }: Post | StaticPage, beginning: string): Problem | undefined {
  const [blank = ""] = /^\s*\n/.exec(beginning) ?? [];
  const heading = headingIn(beginning.slice(blank.length).split("\n", 1)[0] ?? "");
  if (heading === undefined || fold(heading) === "" || fold(heading) !== fold(title)) return undefined;
  const line = bodyLine + blank.split("\n").length - 1;
  return problem("repeated-title", { file, line, column: 1 }, { title });
}
