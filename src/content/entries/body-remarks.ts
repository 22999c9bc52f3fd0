// What is to be said of a text from its body as it is written, before it is rendered.
import { problem, type Problem } from "../../problems.ts";
import type { Site } from "../../site.ts";
import { looksOther } from "../language.ts";
import { checkTemplatePassages } from "./template-passages.ts";
import { fold, headingIn } from "../text.ts";
import type { Post, StaticPage } from "../types.ts";

/** Bytes of a text that tell its language: more than its judge looks at, in French or English. */
const BEGINNING = 2100;

/**
 * Front matter below the front matter: a text that was pasted whole into a new one. Each line is read in one way only, since
 * one that may be a key as well as an item takes twice as long as the one before.
 */
const SECOND =
  /^(\s*)---[ \t]*\n\w[\w-]*[ \t]*:(?:[ \t].*)?\n(?:(?:\w[\w-]*[ \t]*:(?:[ \t].*)?|(?:[ \t]|-[ \t]).*)\n)*---[ \t]*(?:\n|$)/;

export function bodyRemarks(entry: Post | StaticPage, site: Site): Problem[] {
  const { text, lang, placeOf } = entry;
  const beginning = text.body.toString("utf8", 0, BEGINNING);
  const remarks = entry.kind === "page" ? checkTemplatePassages(entry, site) : [];
  const [, blank] = SECOND.exec(beginning) ?? [];
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

/** The title, which the page shows above the text, again as a heading before any text: word processors make one of it. */
function repeatedTitle({ file, bodyLine, title }: Post | StaticPage, beginning: string): Problem | undefined {
  const [blank = ""] = /^\s*\n/.exec(beginning) ?? [];
  const heading = headingIn(beginning.slice(blank.length).split("\n", 1)[0] ?? "");
  if (heading === undefined || fold(heading) === "" || fold(heading) !== fold(title)) return undefined;
  const line = bodyLine + blank.split("\n").length - 1;
  return problem("repeated-title", { file, line, column: 1 }, { title });
}
