// An address of a video, as people write and copy it → the player it stands for, or why it cannot be shown.
// Providers are asked in order; the first that makes a frame of it answers.
import { isWeb } from "../schemes.ts";
import { dailymotion } from "./dailymotion.ts";
import { generic } from "./generic.ts";
import { peertube } from "./peertube.ts";
import type { Frame, Provider } from "./types.ts";
import { vimeo } from "./vimeo.ts";
import { youtube } from "./youtube.ts";

const PROVIDERS: readonly Provider[] = [dailymotion, youtube, vimeo, peertube, generic];

export type FrameFinding =
  | { frame: Frame }
  /** Not an address that a frame can have. */
  | { refused: "address" }
  | { refused: "host"; host: string }
  /** A known provider's address that shows no video: a channel, a search, a home page. */
  | { refused: "other"; provider: string };

/**
 * Looks an address up; one without a scheme (`//host/…`, `www.host/…`) is taken as https.
 * `allow` lists a site's own hosts, in lower case; `start`, in seconds, wins over the address's own.
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
