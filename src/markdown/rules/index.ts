// Everything that goes beyond CommonMark, as one ordered list.
// Order matters: parsing rules first, then passes over the finished tokens, each relying on those above it.
import type { Rule } from "../rule.ts";
import { attributions } from "./attributions.ts";
import { attributes } from "./attributes.ts";
import { blankLines } from "./blank-lines.ts";
import { brokenLinks } from "./broken-links.ts";
import { callouts } from "./callouts.ts";
import { captions } from "./captions.ts";
import { chevrons } from "./chevrons.ts";
import { cutAutolinks } from "./cut-autolinks.ts";
import { code } from "./code.ts";
import { comments } from "./comments.ts";
import { curlyTags } from "./curly-tags.ts";
import { dashedNames } from "./dashed-names.ts";
import { definitionLists } from "./definition-lists.ts";
import { editorNotes } from "./editor-notes.ts";
import { escapedMarkup } from "./escaped-markup.ts";
import { emphasis } from "./emphasis.ts";
import { extendedAutolinks } from "./extended-autolinks.ts";
import { figurePictures } from "./figure-pictures.ts";
import { footnotes } from "./footnotes.ts";
import { foreignCodes } from "./foreign-codes.ts";
import { foreignMarkup } from "./foreign-markup.ts";
import { formulas } from "./formulas.ts";
import { garbledTexts } from "./garbled-texts.ts";
import { gluedHeadings } from "./glued-headings.ts";
import { gluedHtml } from "./glued-html.ts";
import { headings } from "./headings.ts";
import { leftSigns } from "./left-signs.ts";
import { leftovers } from "./leftovers.ts";
import { indentedLists } from "./indented-lists.ts";
import { joinedLines } from "./joined-lines.ts";
import { linkDefinitions } from "./link-definitions.ts";
import { links } from "./links.ts";
import { literalCallouts } from "./literal-callouts.ts";
import { literalHeadings } from "./literal-headings.ts";
import { literalLists } from "./literal-lists.ts";
import { literalTables } from "./literal-tables.ts";
import { literalTags } from "./literal-tags.ts";
import { longReferences } from "./long-references.ts";
import { lostCells } from "./lost-cells.ts";
import { loneVideos } from "./lone-videos.ts";
import { markdownInHtml } from "./markdown-in-html.ts";
import { mergeMarks } from "./merge-marks.ts";
import { misreadTexts } from "./misread-texts.ts";
import { nestedEmphasis } from "./nested-emphasis.ts";
import { nesting } from "./nesting.ts";
import { obsidianMarks } from "./obsidian-marks.ts";
import { offsets } from "./offsets.ts";
import { pandocSpans } from "./pandoc-spans.ts";
import { pandocTables } from "./pandoc-tables.ts";
import { pastedWords } from "./pasted-words.ts";
import { pictures } from "./pictures.ts";
import { plainCaptions } from "./plain-captions.ts";
import { players } from "./players.ts";
import { quotationLanguages } from "./quotation-languages.ts";
import { rawHtml } from "./raw-html.ts";
import { renumberedLists } from "./renumbered-lists.ts";
import { restructuredText } from "./restructured-text.ts";
import { shallowSubLists } from "./shallow-sub-lists.ts";
import { shortcuts } from "./shortcuts.ts";
import { slackLinks } from "./slack-links.ts";
import { sourceMarks } from "./source-marks.ts";
import { strayBreaks } from "./stray-breaks.ts";
import { strikethrough } from "./strikethrough.ts";
import { styledLetters } from "./styled-letters.ts";
import { tabbedSubLists } from "./tabbed-sub-lists.ts";
import { tabbedTables } from "./tabbed-tables.ts";
import { tableNames } from "./table-names.ts";
import { tables } from "./tables.ts";
import { tagWords } from "./tag-words.ts";
import { taskLists } from "./task-lists.ts";
import { templateTags } from "./template-tags.ts";
import { typedNotes } from "./typed-notes.ts";
import { typedQuotes } from "./typed-quotes.ts";
import { typography } from "./typography.ts";
import { unclosedCode } from "./unclosed-code.ts";
import { unclosedHtml } from "./unclosed-html.ts";
import { videoDirective } from "./video-directive.ts";
import { wikiLinks } from "./wiki-links.ts";
import { wordCount } from "./word-count.ts";

export const RULES: readonly Rule[] = [
  // Parsing.
  shortcuts,
  offsets,
  nesting,
  blankLines,
  tabbedSubLists,
  unclosedHtml,
  markdownInHtml,
  longReferences,
  templateTags,
  strikethrough,
  emphasis,
  extendedAutolinks,
  definitionLists,
  callouts,
  videoDirective,
  loneVideos,
  gluedHtml,
  // Right after block parsing, and so before glued HTML.
  figurePictures,
  // Before text glued to raw HTML is split off.
  curlyTags,
  chevrons,
  leftSigns,
  // Before anything reads the tags of a sentence.
  tagWords,
  // Passes: attributes set ids before headings get theirs, and footnotes reserve theirs before both.
  footnotes,
  attributes,
  captions,
  plainCaptions,
  taskLists,
  headings,
  gluedHeadings,
  tables,
  unclosedCode,
  comments,
  misreadTexts,
  joinedLines,
  literalCallouts,
  literalHeadings,
  literalLists,
  indentedLists,
  dashedNames,
  escapedMarkup,
  strayBreaks,
  typedNotes,
  typedQuotes,
  shallowSubLists,
  renumberedLists,
  literalTables,
  tabbedTables,
  pandocTables,
  literalTags,
  lostCells,
  leftovers,
  nestedEmphasis,
  brokenLinks,
  cutAutolinks,
  // After links that failed, which may name the definition they were meant to use.
  linkDefinitions,
  foreignMarkup,
  restructuredText,
  foreignCodes,
  pandocSpans,
  obsidianMarks,
  sourceMarks,
  wikiLinks,
  slackLinks,
  editorNotes,
  pastedWords,
  garbledTexts,
  styledLetters,
  attributions,
  quotationLanguages,
  formulas,
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
