// Vimeo's addresses (page, unlisted page with its hash, channel, player) → its player.
// `dnt=1` asks the player not to follow people. https://developer.vimeo.com/player/sdk/embed
import type { Provider } from "./types.ts";

const HOSTS = new Set(["vimeo.com", "www.vimeo.com", "player.vimeo.com"]);

export const vimeo: Provider = {
  name: "Vimeo",
  match(url) {
    if (!HOSTS.has(url.hostname)) return undefined;
    const found =
      /^\/(?:video\/|channels\/[^/]+\/|groups\/[^/]+\/videos\/|ondemand\/[^/]+\/)?(\d+)(?:\/([0-9a-f]+))?\/?$/.exec(
        url.pathname,
      );
    const id = found?.[1];
    if (id === undefined) return undefined;
    const hash = found?.[2] ?? /^[0-9a-f]+$/.exec(url.searchParams.get("h") ?? "")?.[0];
    const time = /^#t=(\w+)$/.exec(url.hash)?.[0] ?? "";
    return {
      provider: "Vimeo",
      embedUrl: `https://player.vimeo.com/video/${id}?${hash === undefined ? "" : `h=${hash}&`}dnt=1${time}`,
      watchUrl: `https://vimeo.com/${id}${hash === undefined ? "" : `/${hash}`}${time}`,
      hosts: ["player.vimeo.com"],
    };
  },
};
