// The address of a video, as people write and copy it → its player, or why it cannot be shown.
// Providers are tried in order; the first that returns a frame wins.
import { isWeb } from "../urls.ts";
import { dailymotion } from "./dailymotion.ts";
import { generic } from "./generic.ts";
import { peertube } from "./peertube.ts";
import type { Frame, Provider } from "./types.ts";
import { vimeo } from "./vimeo.ts";
import { youtube } from "./youtube.ts";

/** Those with addresses of their own, which a site need not allow. */
const KNOWN: readonly Provider[] = [dailymotion, youtube, vimeo];

const PROVIDERS: readonly Provider[] = [...KNOWN, peertube, generic];

/** A name of a provider as people and snippets write it, as part of a regular expression. */
export const ANY_PROVIDER = [...KNOWN, peertube].map(({ name }) => name.toLowerCase()).join("|");

export type FrameFinding =
  | { frame: Frame }
  /** Not an address that can be framed. */
  | { refused: "address" }
  | { refused: "host"; host: string }
  /** An address of a known provider that shows no video: a channel, a search, a home page. */
  | { refused: "other"; provider: string };

/**
 * Finds the frame for an address; one without a scheme (`//host/…`, `www.host/…`) is treated as https.
 * `allow` lists the site's own hosts, in lower case; `start`, in seconds, overrides the start time in the address.
 */
export function findFrame(src: string, allow: readonly string[], start?: number): FrameFinding {
  const written = src.trim().replace(/^(?:\/\/|(?=www\.))/i, "https://");
  if (!isWeb(written) || !URL.canParse(written)) return { refused: "address" };
  const url = new URL(written);
  if (url.username !== "" || url.password !== "") return { refused: "address" };
  let other: string | undefined;
  for (const provider of PROVIDERS) {
    const found = provider.match(url, { allow, start });
    if (found === "other") other = provider.name;
    else if (found !== undefined) return { frame: found };
  }
  return other === undefined ? { refused: "host", host: url.host } : { refused: "other", provider: other };
}
