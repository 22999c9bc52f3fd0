// YouTube's addresses (watch, short link, shorts, live, embed, playlist) → its player on the host without cookies.
// The start time is `t` or `start`, in seconds or as `1h2m3s`. https://developers.google.com/youtube/player_parameters
import { seconds, videoFrame, withQuery, type Frame, type Params, type Provider } from "./frame.ts";

const HOSTS = new Set([
  "youtube.com",
  "www.youtube.com",
  "m.youtube.com",
  "music.youtube.com",
  "youtube-nocookie.com",
  "www.youtube-nocookie.com",
  "youtu.be",
  "www.youtu.be",
]);
const ID = /^[A-Za-z0-9_-]{6,}$/;
/** First part of a path whose second part is the ID of a video. */
const BEFORE_ID = new Set(["embed", "shorts", "live", "v", "e"]);

export const youtube: Provider = {
  name: "YouTube",
  match(url, asked) {
    if (!HOSTS.has(url.hostname)) return undefined;
    const parts = url.pathname.split("/").filter((part) => part !== "");
    const list = valid(url.searchParams.get("list"));
    const channel = valid(url.searchParams.get("channel"));
    if (parts[1] === "live_stream")
      return channel === undefined
        ? "other"
        : frame("live_stream", { channel }, `channel/${channel}/live`, {});
    const id = videoId(url, parts);
    const start = asked.start ?? startOf(url);
    if (id !== undefined) {
      const t = start === undefined ? undefined : `${String(start)}s`;
      const shown = frame(id, { start, list }, "watch", { v: id, list, t });
      return parts[0] === "shorts" ? { ...shown, shape: "9-16" } : shown;
    }
    return list === undefined ? "other" : frame("videoseries", { list }, "playlist", { list });
  },
};

function videoId(url: URL, [first, second]: readonly string[]): string | undefined {
  if (url.hostname.endsWith("youtu.be")) return valid(first);
  if (first === "watch") return valid(url.searchParams.get("v"));
  if (second === "videoseries") return undefined;
  return BEFORE_ID.has(first ?? "") ? valid(second) : undefined;
}

const valid = (id: string | null | undefined): string | undefined =>
  typeof id === "string" && ID.test(id) ? id : undefined;

function frame(embed: string, params: Params, watch: string, watchParams: Params): Frame {
  const watchUrl = withQuery(`https://www.youtube.com/${watch}`, watchParams);
  const player = `https://www.youtube-nocookie.com/embed/${embed}`;
  const shown = videoFrame(
    { provider: "YouTube", watchUrl, hosts: ["www.youtube-nocookie.com"] },
    player,
    params,
  );
  return { ...shown, features: [...shown.features, "encrypted-media"] };
}

function startOf(url: URL): number | undefined {
  const { searchParams, hash } = url;
  return seconds(searchParams.get("start") ?? searchParams.get("t") ?? /[#&]t=(\w+)/.exec(hash)?.[1]);
}
