// WordPress shortcodes and comments in an HTML body → the HTML that they produced; unknown ones are reported.
// https://codex.wordpress.org/Shortcode: a name and arguments between square brackets, with or without an end.
import { excerpt } from "../../excerpt.ts";
import type { Change, ChangeKind } from "../model.ts";
import { videoAddress } from "../../markdown/other-tools/media-words.ts";
import { lineAt } from "../../lines.ts";

/** Characters that the report shows of a change. */
const SHOWN = 80;

export interface WordPressBody {
  body: string;
  changes: Change[];
  unknown: { line: number; found: string }[];
}

/** What replaces a shortcode; undefined if it stays. */
type Meaning = (first: string, second: string) => string | undefined;

/** A picture with its link, then its caption. */
const CAPTION =
  /\[caption\s[^\]\n]{0,500}\]\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([^[]{0,2000})\[\/caption\]/gi;
const EMBED = /\[embed\b[^\]\n]{0,200}\]\s*(https?:\/\/[^\s[\]]{1,500})\s*\[\/embed\]/gi;
const VIDEO = /\[(youtube|vimeo|dailymotion)[ =]["']?([^\]\s"']{1,300})[^\]\n]{0,200}\]/gi;
/** Markers of the editor: the end of an excerpt, of a page or of a block. */
const MARK = /<!--\s*(?:more|noteaser|nextpage|\/?wp:)[^>]{0,2000}?-->\n?/gi;
/** Any other shortcode, distinguished from ordinary brackets by its arguments. */
const OTHER =
  /\[[a-z][\w-]{2,30}(?:\s+[\w-]{1,30}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s\]"']{1,300}))+\s*\/?\]/gi;

export function wordpressBody(written: string, bodyLine: number): WordPressBody {
  const done: WordPressBody = { body: written, changes: [], unknown: [] };
  const replace = (pattern: RegExp, kind: ChangeKind, meant: Meaning): void => {
    const { body } = done;
    let out = "";
    let at = 0;
    for (const { 0: from, 1: first = "", 2: second = "", index } of body.matchAll(pattern)) {
      const to = meant(first, second);
      if (to === undefined) continue;
      out += body.slice(at, index) + to;
      at = index + from.length;
      done.changes.push({
        kind,
        line: bodyLine + lineAt(body, index) - 1,
        from: excerpt(from, SHOWN),
        to: excerpt(to, SHOWN),
      });
    }
    done.body = out + body.slice(at);
  };
  replace(CAPTION, "figure", (picture, words) =>
    words.trim() === ""
      ? `<p>${picture}</p>`
      : `<figure>${picture}<figcaption>${words.trim()}</figcaption></figure>`,
  );
  replace(EMBED, "embed", (url) => `\n\n${url}\n\n`);
  replace(VIDEO, "embed", (provider, id) => {
    const url = videoAddress(provider.toLowerCase(), id);
    return url === undefined ? undefined : `\n\n${url}\n\n`;
  });
  replace(MARK, "html", () => "");
  for (const { 0: found, index } of done.body.matchAll(OTHER))
    done.unknown.push({ line: bodyLine + lineAt(done.body, index) - 1, found });
  return done;
}
