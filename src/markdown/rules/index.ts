// Everything that goes beyond CommonMark, as one ordered list.
// Order matters: parsing rules first, then passes over the finished tokens, each relying on those above it.
import type { Rule } from "../rule.ts";
import { attributes } from "./attributes.ts";
import { blankLines } from "./blank-lines.ts";
import { callouts } from "./callouts.ts";
import { captions } from "./captions.ts";
import { code } from "./code.ts";
import { definitionLists } from "./definition-lists.ts";
import { extendedAutolinks } from "./extended-autolinks.ts";
import { footnotes } from "./footnotes.ts";
import { gluedHtml } from "./glued-html.ts";
import { headings } from "./headings.ts";
import { leftSigns } from "./left-signs.ts";
import { leftovers } from "./leftovers.ts";
import { links } from "./links.ts";
import { literalHeadings } from "./literal-headings.ts";
import { literalLists } from "./literal-lists.ts";
import { literalTables } from "./literal-tables.ts";
import { longReferences } from "./long-references.ts";
import { loneVideos } from "./lone-videos.ts";
import { mergeMarks } from "./merge-marks.ts";
import { nesting } from "./nesting.ts";
import { offsets } from "./offsets.ts";
import { pictures } from "./pictures.ts";
import { players } from "./players.ts";
import { rawHtml } from "./raw-html.ts";
import { shortcuts } from "./shortcuts.ts";
import { strikethrough } from "./strikethrough.ts";
import { tableNames } from "./table-names.ts";
import { tables } from "./tables.ts";
import { taskLists } from "./task-lists.ts";
import { typography } from "./typography.ts";
import { unclosedCode } from "./unclosed-code.ts";
import { unclosedHtml } from "./unclosed-html.ts";
import { videoDirective } from "./video-directive.ts";
import { wordCount } from "./word-count.ts";

export const RULES: readonly Rule[] = [
  // Parsing.
  shortcuts,
  offsets,
  nesting,
  blankLines,
  unclosedHtml,
  longReferences,
  strikethrough,
  extendedAutolinks,
  definitionLists,
  callouts,
  videoDirective,
  loneVideos,
  gluedHtml,
  leftSigns,
  // Passes: attributes set ids before headings get theirs, and footnotes reserve theirs before both.
  footnotes,
  attributes,
  captions,
  taskLists,
  headings,
  tables,
  unclosedCode,
  literalHeadings,
  literalLists,
  literalTables,
  leftovers,
  wordCount,
  pictures,
  players,
  rawHtml,
  tableNames,
  links,
  typography,
  code,
  // Removes what the other rules reported about conflict markers, which they treat as text.
  mergeMarks,
];
