// A post's Markdown → its HTML, and all that the site needs to know of it.
// The phases run in the order in which they stand here. One parser serves every text of a site; what belongs to one text lives in its
// `Env`, made anew for each.
import type { Token } from "markdown-it";
import { unmerged } from "../content/merge-marks.ts";
import type { Problem } from "../problems.ts";
import { readAttributes } from "./attributes.ts";
import { buildTree } from "./build-tree.ts";
import { makeFigures, nameFigures } from "./captions.ts";
import type { Highlighter } from "./code.ts";
import { describeDownloads } from "./downloads.ts";
import { Env } from "./env.ts";
import { makeOutline } from "./headings.ts";
import { resolveLinks } from "./links.ts";
import { showMedia } from "./media.ts";
import { normalised } from "./normalise.ts";
import { createParser } from "./parser.ts";
import { showPictures } from "./pictures.ts";
import { findLoneVideos, showPlayers } from "./players.ts";
import { shapeTables } from "./tables.ts";
import { makeTasks } from "./task-lists.ts";
import { print, type Element } from "./tree.ts";
import type { CoverCopy, MarkdownSite, MarkdownSource, Rendered } from "./types.ts";
import { setTypography } from "./typography.ts";

/** What lint/ reports of a text, read as a tree: `check` and `dev` load it. */
export type Lint = (root: Element, env: Env) => void;

export interface Markdown {
  /** With lint, what it reports is in `lint`. */
  render(source: MarkdownSource): Rendered;
}

/** A renderer for the texts of a site. `highlighter`, from `prepareHighlighter`, colours code; without it, code is plain. */
export function createMarkdown(site: MarkdownSite, highlighter?: Highlighter, lint?: Lint): Markdown {
  const md = createParser();

  return {
    render(written) {
      const env = new Env(site, normalised(written), highlighter);
      const tokens = md.parse(env.source.body, env);
      const root = buildTree(tokens, env);
      readAttributes(root, env);
      makeTasks(root, env);
      findLoneVideos(root, env);
      makeFigures(root, env);
      // The tree before anything is shown in the place of what was written.
      const advice = lint === undefined ? undefined : advise(lint, root, env);
      reportConflicts(tokens, env);
      const outline = makeOutline(root, env);
      takeIds(root, env);
      shapeTables(root, env);
      showPictures(root, env);
      showPlayers(root, env);
      resolveLinks(root, env);
      showMedia(root, env);
      const words = countWords(env.texts.join(" "));
      setTypography(root, env);
      for (const [heading, element] of outline) heading.text = element.typesetTitle;
      nameFigures(root, env);
      describeDownloads(root, env);
      const html = print(root.children);
      return {
        html,
        headings: env.headings,
        references: env.found.sort((a, b) => a.line - b.line || a.column - b.column),
        ids: env.ids.all(),
        words,
        pictures: [...env.named],
        shown: env.pictures > 0 ? shownPictures(html) : [],
        ...(env.cover !== undefined && { cover: credited(env.cover, html) }),
        frameHosts: [...env.frameHosts].sort(),
        problems: env.problems,
        ...(advice !== undefined && { lint: advice }),
      };
    },
  };
}

/** What lint reports goes apart from the problems of the build. */
function advise(lint: Lint, root: Element, env: Env): Problem[] {
  const before = env.problems.length;
  lint(root, env);
  return env.problems.splice(before);
}

/** Conflict markers of an unfinished merge: the page would show two versions of a passage. A text about Git has them in code. */
function reportConflicts(tokens: readonly Token[], env: Env): void {
  if (!/^(?:<{7}|>{7})/m.test(env.source.body)) return;
  const code = tokens.filter(
    ({ type, content }) =>
      type === "fence" || type === "code_block" || (type === "html_block" && /^\s*<pre\b/i.test(content)),
  );
  const isCode = (row: number): boolean =>
    code.some(({ map }) => map !== null && row >= map[0] && row < map[1]);
  for (const { first } of unmerged(env.source.body.split("\n"), isCode))
    env.report("merge-conflict", env.positions.line(first), {});
}

/** The ids of raw HTML, besides those of headings. */
function takeIds(root: Element, env: Env): void {
  root.each((element) => {
    if (!element.raw || /^h\d$/.test(element.name)) return;
    for (const one of element.attrs) if (one[0] === "id") one[1] = env.ids.take(one[1]);
  });
}

/** The first letter or digit of a word, and the rest: a French `:` or `«` between spaces is none. `\p{L}` would take twice as long. */
const WORD = /[\dA-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\ud7ff\uf900-\ufdff]\S*/g;

function countWords(text: string): number {
  let words = 0;
  WORD.lastIndex = 0;
  while (WORD.test(text)) words++;
  return words;
}

/** Addresses in HTML hold `&` as an entity. */
function shownPictures(html: string): string[] {
  return [...html.matchAll(/<img [^>]*?\bsrc="(\/(?!\/)[^"]*)"/g)].map(([, src = ""]) =>
    src.replaceAll("&amp;", "&"),
  );
}

/** Adds whether the caption of the cover in the text has a credit: it is between the first picture and the next. */
function credited(cover: CoverCopy, html: string): CoverCopy {
  const first = html.indexOf("<img");
  const next = html.indexOf("<img", first + 1);
  const after = html.slice(first, next < 0 ? undefined : next);
  return cover.kept && after.includes('class="credit"') ? { ...cover, credited: true } : cover;
}
