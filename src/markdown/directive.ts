// `::video[Title]{url=… start=90 poster=… transcript=…}` alone on its line → a request for that video's player.
// A line that is written otherwise stays text, which lint reports.
import type { MarkdownIt } from "markdown-it";
import { seconds } from "../embeds/address.ts";

type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["push"]>[1];

const WHOLE =
  /^::vid[eé]o[ \t]*(?:\[((?:\\.|[^\]\\])*)\])?[ \t]*\{((?:"[^"]*"|“[^”]*”|'[^']*'|[^}"“'])*)\}[ \t\u00a0]*$/i;
const ATTRIBUTE = /(url|start|poster|transcript)=(?:"([^"]*)"|“([^”]*)”|'([^']*)'|(\S*))/gi;

/** What a line asks for. */
export interface VideoDirective {
  title: string;
  src: string;
  /** In seconds; overrides that of the address. */
  start?: number;
  poster?: string;
  transcript?: string;
}

/** The block rule: a token `video` whose `meta` is a `VideoDirective`. */
export const directive: BlockRule = (state, startLine, _endLine, silent) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith("::", start) || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4)
    return false;
  const line = state.src.slice(start, state.eMarks[startLine]).trimEnd();
  const asked = readDirective(line);
  if (asked === undefined) return false;
  if (silent) return true;
  const token = state.push("video", "", 0);
  token.meta = asked;
  token.content = line;
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
};

/** Undefined for a line that is not a whole directive, or has no address. */
function readDirective(line: string): VideoDirective | undefined {
  const found = WHOLE.exec(line);
  if (found === null) return undefined;
  const given = new Map<string, string>();
  for (const [, name = "", ...values] of (found[2] ?? "").matchAll(ATTRIBUTE))
    given.set(
      name.toLowerCase(),
      (values.find((one: string | undefined) => one !== undefined) ?? "").replace(/,$/, "").trim(),
    );
  const src = given.get("url") ?? "";
  if (src === "") return undefined;
  const title = (found[1] ?? "").replace(/\\([!-/:-@[-`{-~])/g, "$1").trim();
  const asked: VideoDirective = { title, src };
  const start = /^0+s?$/.test(given.get("start") ?? "") ? 0 : seconds(given.get("start"));
  if (start !== undefined) asked.start = start;
  const poster = given.get("poster");
  if (poster !== undefined) asked.poster = poster;
  const transcript = given.get("transcript");
  if (transcript !== undefined) asked.transcript = transcript;
  return asked;
}
