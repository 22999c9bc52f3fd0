// Everything that goes beyond CommonMark, as one ordered list.
// Order matters: parsing rules first, then passes over the finished tokens, each relying on those above it.
import type { Rule } from "../rule.ts";
import { attributes } from "./attributes.ts";
import { blankLines } from "./blank-lines.ts";
import { callouts } from "./callouts.ts";
import { code } from "./code.ts";
import { definitionLists } from "./definition-lists.ts";
import { footnotes } from "./footnotes.ts";
import { headings } from "./headings.ts";
import { leftovers } from "./leftovers.ts";
import { links } from "./links.ts";
import { marks } from "./marks.ts";
import { nesting } from "./nesting.ts";
import { pictures } from "./pictures.ts";
import { rawHtml } from "./raw-html.ts";
import { references } from "./references.ts";
import { strikethrough } from "./strikethrough.ts";
import { tables } from "./tables.ts";
import { taskLists } from "./task-lists.ts";
import { unclosedHtml } from "./unclosed-html.ts";
import { wordCount } from "./word-count.ts";

export const RULES: readonly Rule[] = [
  // Parsing.
  marks,
  nesting,
  blankLines,
  unclosedHtml,
  references,
  strikethrough,
  definitionLists,
  callouts,
  // Passes: attributes give ids before headings take theirs, footnotes before both.
  footnotes,
  attributes,
  taskLists,
  headings,
  tables,
  leftovers,
  wordCount,
  pictures,
  rawHtml,
  links,
  code,
];
