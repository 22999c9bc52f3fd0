// `::video[Title]{url=… start=90 poster=… transcript=…}` alone on its line → that video's player.
// A line that begins so but is malformed is shown as it is, with a warning: no text is lost.
import type { MarkdownIt } from "markdown-it";
import { seconds } from "../../embeds/address.ts";
import { ANY_PROVIDER } from "../../embeds/providers.ts";
import { escapeHtml } from "../../html.ts";
import type { Place } from "../../problems.ts";
import { isWeb } from "../../schemes.ts";
import { createCore } from "../core.ts";
import { envOf, type Env } from "../env.ts";
import { plainText, type Rule } from "../rule.ts";
import { playerToken, type Wanted } from "./players.ts";

/** Also matches providers' names and other numbers of colons, to report the correct form. */
const BEGINS = new RegExp(
  String.raw`^:(?:vid[eé]o[ \t]{0,9}[[{]|:{1,3}(?:(?:vid[eé]o|${ANY_PROVIDER})(?=[\s[{(]|$)|[ \t\u00a0]{1,9}vid[eé]o[ \t]{0,9}[[{]))`,
  "i",
);
/** How such a line begins. */
const BEGINNING = /^:+[ \t\u00a0]*\p{L}+/u;
const WHOLE =
  /^::vid[eé]o[ \t]*(?:\[((?:\\.|[^\]\\])*)\])?[ \t]*\{((?:"[^"]*"|“[^”]*”|'[^']*'|[^}"“'])*)\}[ \t\u00a0]*$/i;
const ATTRIBUTE = /([^\s=]+)=(?:"([^"]*)"|“([^”]*)”|'([^']*)'|(\S*))|[^\s,]+/g;
const KNOWN = ["url", "start", "poster", "transcript"] as const;

export const videoDirective: Rule = {
  name: "video-directive",
  install(md: MarkdownIt) {
    let parser: MarkdownIt | undefined;
    // A title is an attribute too, where emphasis means nothing.
    const wordsOf = (markdown: string): string =>
      plainText(
        (parser ??= createCore().set({ html: false })).parseInline(markdown, {})[0]?.children ?? [],
      ).trim();
    md.block.ruler.before(
      "paragraph",
      "video-directive",
      (state, startLine, _endLine, silent) => {
        const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
        if (!state.src.startsWith(":", start) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4)
          return false;
        const line = state.src.slice(start, state.eMarks[startLine]).trimEnd();
        if (!BEGINS.test(line)) return false;
        if (silent) return true;
        const env = envOf(state.env);
        const place = env.positions.at({ content: line, first: startLine }, 0);
        const ask = (): Wanted | string => read(line, place, env, wordsOf);
        state.tokens.push(playerToken(ask, state.level, startLine));
        state.line = startLine + 1;
        return true;
      },
      { alt: ["paragraph", "reference", "blockquote", "list"] },
    );
  },
};

/** What a line requests; the line as text if nothing in it can be shown. */
function read(line: string, place: Place, env: Env, wordsOf: (markdown: string) => string): Wanted | string {
  const asText = `<p>${escapeHtml(line)}</p>\n`;
  const found = WHOLE.exec(line);
  if (found === null) {
    const fix = line.replace(BEGINNING, "::video");
    if (WHOLE.test(fix) && fix.includes("url="))
      env.report("video-directive/beginning", place, { line, fix });
    else env.report("video-directive/form", place, { line });
    return asText;
  }
  const title = wordsOf(found[1] ?? "");
  const { given, unknown, unnamed } = attributesOf(found[2] ?? "");
  const start = /^0+s?$/.test(given.get("start") ?? "") ? 0 : seconds(given.get("start"));
  const isBadStart = given.has("start") && start === undefined;
  const src = given.get("url") ?? "";
  if (src === "") {
    const url = unnamed ?? "https://www.dailymotion.com/video/…";
    const fix = bracesOf(new Map(given).set("url", url), isBadStart ? "90" : undefined);
    env.report("video-directive/url", place, { line, title, braces: fix });
    return asText;
  }
  const braces = bracesOf(given, isBadStart ? "90" : undefined);
  for (const name of unknown) env.report("video-directive/attribute", place, { name, title, braces });
  if (isBadStart)
    env.report("video-directive/start", place, { start: given.get("start") ?? "", title, braces });
  const wanted: Wanted = { src, title, place, braces, instead: instead(src, title) };
  if (start !== undefined) wanted.start = start;
  const poster = given.get("poster");
  if (poster !== undefined) wanted.poster = poster;
  const transcript = given.get("transcript");
  if (transcript !== undefined) wanted.transcript = transcript;
  return wanted;
}

interface Attributes {
  given: Map<string, string>;
  unknown: string[];
  /** An address without a name, or with an unknown one. */
  unnamed?: string | undefined;
}

function attributesOf(text: string): Attributes {
  const found: Attributes = { given: new Map(), unknown: [] };
  for (const [whole, written, ...values] of text.matchAll(ATTRIBUTE)) {
    const name = KNOWN.find((one) => one === written?.toLowerCase());
    const value = values.find((one: string | undefined) => one !== undefined) ?? "";
    if (name !== undefined) found.given.set(name, value.replace(/,$/, "").trim());
    else {
      found.unknown.push(written ?? whole);
      found.unnamed ??= [whole, value].find((one) => /^(?:https?:)?\/\/\S+$|^www\./i.test(one));
    }
  }
  return found;
}

/** The attributes as they should be written, in the documented order. */
function bracesOf(given: ReadonlyMap<string, string>, start: string | undefined): string {
  return KNOWN.flatMap((name) => {
    const value = name === "start" ? (start ?? given.get(name)) : given.get(name);
    if (value === undefined) return [];
    return `${name}=${/[\s"'}]/.test(value) ? `"${value}"` : value}`;
  }).join(" ");
}

/** What replaces a video that the site does not allow: a link, if there is a page to link to. */
function instead(src: string, title: string): string {
  const text = escapeHtml(title === "" ? src : title);
  return isWeb(src) ? `<p><a href="${escapeHtml(src)}" rel="noopener">${text}</a></p>\n` : `<p>${text}</p>\n`;
}
