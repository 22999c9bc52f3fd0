// An address found in an `iframe` → the player it stands for, or why it cannot be shown.
// Providers are asked in order; the first that knows the address answers.
import { dailymotion } from "./dailymotion.ts";
import { generic } from "./generic.ts";
import { peertube } from "./peertube.ts";
import type { Frame, Provider } from "./types.ts";
import { vimeo } from "./vimeo.ts";
import { youtube } from "./youtube.ts";

const PROVIDERS: readonly Provider[] = [dailymotion, youtube, vimeo, peertube, generic];

export type FrameFinding = { frame: Frame } | { refused: "address" } | { refused: "host"; host: string };

/** Looks an address up; one without a scheme (`//host/…`) is taken as https, and `allow` lists a site's own hosts. */
export function findFrame(src: string, allow: readonly string[]): FrameFinding {
  const written = src.trim().replace(/^\/\//, "https://");
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return { refused: "address" };
  const url = new URL(written);
  if (url.username !== "" || url.password !== "") return { refused: "address" };
  for (const provider of PROVIDERS) {
    const frame = provider.match(url, allow);
    if (frame !== undefined) return { frame };
  }
  return { refused: "host", host: url.host };
}
