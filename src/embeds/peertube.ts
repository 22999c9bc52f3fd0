// A PeerTube instance's addresses (watch page, short or long, embed, playlist) → its player.
// Anyone may run an instance, so only hosts that the site allows match. https://docs.joinpeertube.org/support/doc/api/embeds
import { seconds, videoFrame, withQuery, type Provider } from "./frame.ts";

const VIDEO = /^\/(?:w|videos\/(?:watch|embed))\/([A-Za-z0-9-]{16,})\/?$/;
const PLAYLIST = /^\/(?:w\/p|videos\/watch\/playlist|video-playlists\/embed)\/([A-Za-z0-9-]{16,})\/?$/;

export const peertube: Provider = {
  name: "PeerTube",
  match(url, asked) {
    if (!asked.allow.includes(url.host)) return undefined;
    const list = PLAYLIST.exec(url.pathname)?.[1];
    const id = list ?? VIDEO.exec(url.pathname)?.[1];
    if (id === undefined) return undefined;
    const time = asked.start ?? seconds(url.searchParams.get("start"));
    const start = time === undefined ? undefined : `${String(time)}s`;
    const place = /^\d+$/.exec(url.searchParams.get("playlistPosition") ?? "")?.[0];
    const playlistPosition = list === undefined ? undefined : place;
    const watch = `https://${url.host}/w/${list === undefined ? "" : "p/"}${id}`;
    return videoFrame(
      // Readers know the instance by its host, which also receives their request.
      { provider: url.host, watchUrl: withQuery(watch, { start, playlistPosition }), hosts: [url.host] },
      `https://${url.host}/${list === undefined ? "videos" : "video-playlists"}/embed/${id}`,
      // Peer-to-peer playback would disclose each viewer's IP address to the others.
      { start, playlistPosition, p2p: 0 },
    );
  },
};
