// A PeerTube instance's addresses (watch page, short or long, embed, playlist) → its player.
// Anyone may run an instance: only hosts that the site allows are taken. https://docs.joinpeertube.org/support/doc/api/embeds
import type { Provider } from "./types.ts";

const VIDEO = /^\/(?:w|videos\/(?:watch|embed))\/([A-Za-z0-9-]{16,})\/?$/;
const PLAYLIST = /^\/(?:w\/p|videos\/watch\/playlist|video-playlists\/embed)\/([A-Za-z0-9-]{16,})\/?$/;

export const peertube: Provider = {
  name: "PeerTube",
  match(url, allow) {
    if (!allow.includes(url.host)) return undefined;
    const list = PLAYLIST.exec(url.pathname)?.[1];
    const id = list ?? VIDEO.exec(url.pathname)?.[1];
    if (id === undefined) return undefined;
    const start = /^(?:\d+h)?(?:\d+m)?(?:\d+s?)?$/.exec(url.searchParams.get("start") ?? "")?.[0] ?? "";
    const query = start === "" ? "" : `?start=${start}`;
    return {
      provider: "PeerTube",
      embedUrl: `https://${url.host}/${list === undefined ? "videos" : "video-playlists"}/embed/${id}${query}`,
      watchUrl: `https://${url.host}/w/${list === undefined ? "" : "p/"}${id}${query}`,
      hosts: [url.host],
    };
  },
};
