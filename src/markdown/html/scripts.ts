// A script in a text → never a script: that of a known widget is dropped with a warning, any other is an error.
// Where the script is all there is of a deck or of code, its page takes its place, as for a frame that the site does not allow.
import type { Place } from "../../problems.ts";
import type { Env } from "../env.ts";
import type { Span } from "../positions.ts";
import { valueOf } from "./attributes.ts";
import type { Attribute } from "./lexer.ts";
import { WIDGET_SCRIPTS } from "./policy.ts";

interface Script {
  attributes: readonly Attribute[];
}

/** The attributes of the frame that shows the same; undefined if nothing replaces the script. */
export function scriptFrame(
  { attributes }: Script,
  { span, offset }: { span: Span; offset: number },
  env: Env,
): Attribute[] | undefined {
  const src = (valueOf(attributes, "src") ?? "").trim().replace(/^\/\//, "https://");
  const host = URL.canParse(src) ? new URL(src).host : "";
  const shown = pageOf(src, host, attributes);
  if (shown !== undefined) return [{ name: "src", value: shown }];
  const place: Place = env.positions.at(span, offset);
  // Mastodon's widget comes from each server's own host; no other script has this attribute.
  const isWidget =
    WIDGET_SCRIPTS.has(host) || (host !== "" && valueOf(attributes, "data-allowed-prefixes") !== undefined);
  if (isWidget) env.report("dropped-html", place, { found: `<script src="${src}">` });
  else env.report("script", place, { found: "<script>" });
  return undefined;
}

function pageOf(src: string, host: string, attributes: readonly Attribute[]): string | undefined {
  const id = (name: string): string | undefined => /^[\w-]{1,64}$/.exec(valueOf(attributes, name) ?? "")?.[0];
  if (host === "gist.github.com" || host === "asciinema.org")
    return /^(https:\/\/[^/]+\/[\w-]+\/[\w-]+)\.js(?:[?#].*)?$/.exec(src)?.[1];
  const deck = host === "speakerdeck.com" ? id("data-id") : undefined;
  if (deck !== undefined) return `https://speakerdeck.com/player/${deck}`;
  const video = host === "geo.dailymotion.com" ? id("data-video") : undefined;
  return video === undefined ? undefined : `https://www.dailymotion.com/video/${video}`;
}
