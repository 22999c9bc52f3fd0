// A script in a text → never a script: a known widget's goes with a warning, any other is an error.
// A Speaker Deck script is all there is of a deck: a player, or a link to the deck, takes its place.
import { findFrame } from "../../embeds/providers.ts";
import { escapeHtml } from "../../html.ts";
import type { Place } from "../../problems.ts";
import type { Env } from "../env.ts";
import { allowedHosts } from "../players.ts";
import { valueOf } from "./attributes.ts";
import type { OpenTag } from "./cleaner.ts";
import { playerElement } from "./embedded.ts";
import { SOCIAL_SCRIPTS } from "./policy.ts";

/** What stands where the script stood: nothing, a player (a block), or a link (text). */
export function scriptElement(
  tag: OpenTag,
  place: Place,
  heading: string,
  env: Env,
): { player: string } | { link: string } | undefined {
  const src = valueOf(tag.attributes, "src") ?? "";
  const url = src.trim().replace(/^\/\//, "https://");
  const host = URL.canParse(url) ? new URL(url).host : "";
  const deck = host === "speakerdeck.com" ? deckAddress(tag) : undefined;
  if (deck !== undefined) return deckElement(deck, place, heading, env);
  // Mastodon's widget comes from each server's own host; no other script has this attribute.
  const known = SOCIAL_SCRIPTS.has(host) || valueOf(tag.attributes, "data-allowed-prefixes") !== undefined;
  if (known && host !== "") env.report("dropped-html/social-script", place, { host });
  else env.report("script/refused", place, {});
  return undefined;
}

function deckAddress(tag: OpenTag): string | undefined {
  const id = valueOf(tag.attributes, "data-id") ?? "";
  return /^[\w-]{1,64}$/.test(id) ? `https://speakerdeck.com/player/${id}` : undefined;
}

function deckElement(
  src: string,
  place: Place,
  heading: string,
  env: Env,
): { player: string } | { link: string } {
  const title = heading.replace(/\s*:$/, "");
  if ("frame" in findFrame(src, allowedHosts(env))) {
    env.report("dropped-html/deck-script", place, { src, title });
    const attributes = [
      { name: "src", value: src },
      { name: "title", value: title },
    ];
    const frame: OpenTag = { kind: "open", name: "iframe", attributes, start: 0, end: 0 };
    return { player: playerElement(frame, place, heading, env) };
  }
  env.report("dropped-html/deck-link", place, { src });
  const text = env.words.playerLink(title, "Speaker Deck");
  env.reference("link", src, text, place);
  return { link: `<a href="${escapeHtml(src)}" rel="noopener">${escapeHtml(text)}</a>` };
}
