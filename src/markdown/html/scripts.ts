// A script in a text → never a script: that of a known widget is dropped with a warning, any other is an error.
// If the script is all there is of a deck or a video, a player or a link replaces it.
import { findFrame } from "../../embeds/providers.ts";
import { escapeHtml } from "../../html.ts";
import type { Place } from "../../problems.ts";
import type { Env } from "../env.ts";
import { allowedHosts, allowing } from "../players.ts";
import { valueOf } from "./attributes.ts";
import type { OpenTag } from "./cleaner.ts";
import { playerElement } from "./embedded.ts";
import { PLAYER_SCRIPTS, SOCIAL_SCRIPTS } from "./policy.ts";

/** What replaces the script: nothing, a player (a block), or a link (text). */
export function scriptElement(
  tag: OpenTag,
  place: Place,
  heading: string,
  env: Env,
): { player: string } | { link: string } | undefined {
  const src = valueOf(tag.attributes, "src") ?? "";
  const url = src.trim().replace(/^\/\//, "https://");
  const host = URL.canParse(url) ? new URL(url).host : "";
  const page = pageOf(url, host);
  if (page !== undefined) {
    env.report("dropped-html/code-script", place, page);
    return { link: linkTo(page, heading, place, env) };
  }
  const shown = shownBy(host, tag);
  if (shown !== undefined) return shownElement(shown, place, heading, env);
  // Mastodon's widget comes from each server's own host; no other script has this attribute.
  const known = SOCIAL_SCRIPTS.has(host) || valueOf(tag.attributes, "data-allowed-prefixes") !== undefined;
  if (PLAYER_SCRIPTS.has(host)) env.report("dropped-html/player-script", place, { host });
  else if (known && host !== "") env.report("dropped-html/social-script", place, { host });
  else env.report("script/refused", place, {});
  return undefined;
}

/** Whose script it is, and the address of what it shows. */
interface Shown {
  name: string;
  src: string;
}

/** Code or a terminal that a script writes into the page, and the page that shows it: neither may be framed. */
function pageOf(url: string, host: string): Shown | undefined {
  const [, path = ""] = /^https?:\/\/[^/]+\/([\w-]+\/[\w-]+)\.js(?:[?#].*)?$/.exec(url) ?? [];
  if (path === "") return undefined;
  if (host === "gist.github.com") return { name: "GitHub Gist", src: `https://${host}/${path}` };
  return host === "asciinema.org" ? { name: "asciinema", src: `https://${host}/${path}` } : undefined;
}

function shownBy(host: string, tag: OpenTag): Shown | undefined {
  const id = (attribute: string): string | undefined =>
    /^[\w-]{1,64}$/.exec(valueOf(tag.attributes, attribute) ?? "")?.[0];
  if (host === "speakerdeck.com") {
    const deck = id("data-id");
    return deck === undefined
      ? undefined
      : { name: "Speaker Deck", src: `https://speakerdeck.com/player/${deck}` };
  }
  if (host !== "geo.dailymotion.com") return undefined;
  const [video, list] = [id("data-video"), id("data-playlist")];
  if (video !== undefined) return { name: "Dailymotion", src: `https://www.dailymotion.com/video/${video}` };
  return list === undefined
    ? undefined
    : { name: "Dailymotion", src: `https://www.dailymotion.com/playlist/${list}` };
}

function shownElement(
  { name, src }: Shown,
  place: Place,
  heading: string,
  env: Env,
): { player: string } | { link: string } {
  const title = heading.replace(/\s*:$/, "");
  if ("frame" in findFrame(src, allowedHosts(env))) {
    env.report("dropped-html/deck-script", place, { name, src, title });
    const attributes = [
      { name: "src", value: src },
      { name: "title", value: title },
    ];
    const frame: OpenTag = { kind: "open", name: "iframe", attributes, start: 0, end: 0 };
    return { player: playerElement(frame, { place, heading }, env) };
  }
  env.report("dropped-html/deck-link", place, { src, setting: allowing("speakerdeck.com", env) });
  return { link: linkTo({ name, src }, heading, place, env) };
}

function linkTo({ name, src }: Shown, heading: string, place: Place, env: Env): string {
  const text = env.words.playerLink(heading.replace(/\s*:$/, ""), name);
  env.reference("link", src, text, place);
  return `<a href="${escapeHtml(src)}" rel="noopener">${escapeHtml(text)}</a>`;
}
