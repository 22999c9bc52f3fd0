// Vimeo's addresses (page, unlisted page with its hash, channel, showcase, player) → its player.
// `dnt=1` asks the player not to track viewers. https://developer.vimeo.com/player/sdk/embed
import { seconds, videoFrame, type Provider } from "./frame.ts";

const HOSTS = new Set(["vimeo.com", "www.vimeo.com", "player.vimeo.com"]);
const PATH = new RegExp(
  String.raw`^/(?:video/|channels/[^/]+/|groups/[^/]+/videos/|(?:album|showcase)/\d+/video/|manage/videos/|ondemand/[^/]+/)?` +
    String.raw`(\d+)(?:/([0-9a-f]+))?/?$`,
);

export const vimeo: Provider = {
  name: "Vimeo",
  match(url, asked) {
    if (!HOSTS.has(url.hostname)) return undefined;
    const found = PATH.exec(url.pathname);
    const id = found?.[1];
    if (id === undefined) return "other";
    const h = found?.[2] ?? /^[0-9a-f]+$/.exec(url.searchParams.get("h") ?? "")?.[0];
    const start = asked.start ?? seconds(/^#t=(\w+)$/.exec(url.hash)?.[1]);
    const time = start === undefined ? "" : `#t=${String(start)}s`;
    const watchUrl = `https://vimeo.com/${id}${h === undefined ? "" : `/${h}`}${time}`;
    return videoFrame(
      { provider: "Vimeo", watchUrl, hosts: ["player.vimeo.com"] },
      `https://player.vimeo.com/video/${id}`,
      { h, dnt: 1 },
      time,
    );
  },
};
