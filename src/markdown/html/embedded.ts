// Tags of raw HTML that load something → a picture, a local media file or a click-to-load player.
// Whatever would be loaded from elsewhere becomes a link, or waits for the reader's click.
import { findFrame } from "../../embeds/providers.ts";
import { playerHtml } from "../../embeds/player.ts";
import { escapeHtml } from "../../html.ts";
import type { Place } from "../../problems.ts";
import { resolveAddress } from "../addresses.ts";
import type { Env } from "../env.ts";
import { pictureHtml } from "../pictures.ts";
import { printAttributes, valueOf } from "./attributes.ts";
import type { OpenTag } from "./cleaner.ts";
import type { Attribute } from "./lexer.ts";
import type { OpenElements } from "./open-elements.ts";

export function pictureElement(
  tag: OpenTag,
  attributes: readonly Attribute[],
  place: Place,
  inLink: boolean,
  env: Env,
): string {
  const src = valueOf(tag.attributes, "src")?.trim() ?? "";
  if (src === "") return "";
  const kept = attributes.filter(({ name }) => !["src", "alt", "width", "height"].includes(name));
  return pictureHtml(
    {
      src,
      alt: valueOf(tag.attributes, "alt")?.trim(),
      attributes: kept.map(({ name, value }) => [name, value]),
      place,
      inLink,
    },
    env,
  );
}

/** A player; nothing, and an error, where the frame is not one that the site allows. */
export function playerElement(tag: OpenTag, place: Place, heading: string, env: Env): string {
  const src = valueOf(tag.attributes, "src")?.trim() ?? "";
  const { allow, load } = env.around.site.embeds;
  const found = findFrame(
    src,
    allow.map((host) => host.toLowerCase()),
  );
  if ("refused" in found) {
    if (found.refused === "host") env.report("unknown-frame/host", place, { host: found.host });
    else env.report("unknown-frame/address", place, { src });
    return "";
  }
  const { frame } = found;
  const written = valueOf(tag.attributes, "title")?.trim() ?? "";
  const title = written === "" ? heading.replace(/\s*:$/, "") : written;
  if (written === "") env.report("untitled-frame", place, { provider: frame.provider, title });
  for (const host of frame.hosts) env.frameHosts.add(host);
  env.reference("embed", src, title, place);
  return playerHtml(frame, { title, load, words: env.words });
}

/** A video, sound, or source of one: files of this site only. A file elsewhere becomes a link after the player. */
export function mediaElement(
  name: string,
  attributes: readonly Attribute[],
  place: () => Place,
  open: OpenElements,
  env: Env,
): string {
  const src = valueOf(attributes, "src");
  const address = src === undefined ? undefined : resolveAddress(src, env);
  const local = address !== undefined && !address.external && !/^[a-z][a-z0-9+.-]*:/i.test(address.href);
  const kept = attributes.flatMap((one) =>
    one.name === "poster"
      ? localPoster(one, env)
      : one.name !== "src"
        ? one
        : local
          ? { name: "src", value: address.href }
          : [],
  );
  const elsewhere = address?.external === true && name !== "track" ? mediaLink(address.href) : "";
  if (src !== undefined && !local) env.report("dropped-html/media", place(), { url: src });
  if (name === "source" || name === "track") {
    const player = open.inside("video") ?? open.inside("audio");
    if (player !== undefined && elsewhere !== "") player.close += elsewhere;
    return player !== undefined && local ? `<${name}${printAttributes(kept)}>` : "";
  }
  if (src !== undefined && !local) return elsewhere;
  open.push({ name, close: `</${name}>` });
  return `<${name}${printAttributes(kept)}>`;
}

const mediaLink = (href: string): string =>
  ` <a href="${escapeHtml(href)}" rel="noopener">${escapeHtml(href)}</a>`;

function localPoster(poster: Attribute, env: Env): Attribute[] {
  const address = resolveAddress(poster.value, env);
  return address === undefined || address.external ? [] : [{ name: "poster", value: address.href }];
}
