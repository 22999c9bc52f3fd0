// The address of a video, as people write and copy it → its player, or why it cannot be shown.
// Providers are tried in order; the first that returns a frame wins.
import { isWeb } from "../urls.ts";
import { dailymotion } from "./dailymotion.ts";
import type { Frame, Provider } from "./frame.ts";
import { peertube } from "./peertube.ts";
import { vimeo } from "./vimeo.ts";
import { youtube } from "./youtube.ts";

/** Any address on a host that the site allows, over HTTPS: tried last, since the others know better addresses for the same hosts. */
const page: Provider = {
  name: "page",
  match(url, { allow }) {
    if (!allow.includes(url.host)) return undefined;
    const secure = `https://${url.host}${url.pathname}${url.search}${url.hash}`;
    return {
      provider: url.host,
      kind: "page",
      embedUrl: secure,
      playUrl: secure,
      watchUrl: secure,
      hosts: [url.host],
      features: [],
      shape: "page",
    };
  },
};

const PROVIDERS: readonly Provider[] = [dailymotion, youtube, vimeo, peertube, page];

/** A name of a provider as people and snippets write it, as part of a regular expression. */
export const ANY_PROVIDER = PROVIDERS.filter((one) => one !== page)
  .map(({ name }) => name.toLowerCase())
  .join("|");

export interface FrameFinding {
  frame?: Frame;
  /** The host that the site would have to allow; none for an address that cannot be framed, or a known provider's that shows no video. */
  refusedHost?: string;
}

/**
 * Finds the frame for an address; one without a scheme (`//host/…`, `www.host/…`) is treated as https.
 * `allow` lists the site's own hosts, in lower case; `start`, in seconds, overrides the start time in the address.
 */
export function findFrame(src: string, allow: readonly string[], start?: number): FrameFinding {
  const written = src.trim().replace(/^(?:\/\/|(?=www\.))/i, "https://");
  if (!isWeb(written) || !URL.canParse(written)) return {};
  const url = new URL(written);
  if (url.username !== "" || url.password !== "") return {};
  let isKnown = false;
  for (const provider of PROVIDERS) {
    const found = provider.match(url, { allow, start });
    if (found === "other") isKnown = true;
    else if (found !== undefined) return { frame: found };
  }
  return isKnown ? {} : { refusedHost: url.host };
}
