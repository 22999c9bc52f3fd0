// YouTube's addresses (watch, short link, shorts, live, embed, playlist) → its player on the host without cookies.
// The start time comes as `t` or `start`, in seconds or as `1h2m3s`. https://developers.google.com/youtube/player_parameters
import type { Frame, Provider } from "./types.ts";

const HOSTS = new Set([
  "youtube.com",
  "www.youtube.com",
  "m.youtube.com",
  "music.youtube.com",
  "youtube-nocookie.com",
  "www.youtube-nocookie.com",
  "youtu.be",
]);
const ID = /^[A-Za-z0-9_-]{6,}$/;

export const youtube: Provider = {
  name: "YouTube",
  match(url) {
    if (!HOSTS.has(url.hostname)) return undefined;
    const list = valid(url.searchParams.get("list"));
    const id = videoId(url);
    if (id !== undefined) return video(id, list, seconds(url));
    return list === undefined ? undefined : playlist(list);
  },
};

function videoId(url: URL): string | undefined {
  const [first, second] = url.pathname.split("/").filter((part) => part !== "");
  if (url.hostname === "youtu.be") return valid(first);
  if (first === "watch") return valid(url.searchParams.get("v"));
  if (second === "videoseries") return undefined;
  return first === "embed" || first === "shorts" || first === "live" || first === "v"
    ? valid(second)
    : undefined;
}

const valid = (id: string | null | undefined): string | undefined =>
  typeof id === "string" && ID.test(id) ? id : undefined;

function video(id: string, list: string | undefined, start: number): Frame {
  const query = new URLSearchParams({
    ...(start > 0 ? { start: String(start) } : {}),
    ...(list === undefined ? {} : { list }),
  });
  const watch = new URLSearchParams({
    v: id,
    ...(list === undefined ? {} : { list }),
    ...(start > 0 ? { t: `${String(start)}s` } : {}),
  });
  return frame(`${id}${query.size > 0 ? `?${query.toString()}` : ""}`, `watch?${watch.toString()}`);
}

const playlist = (list: string): Frame => frame(`videoseries?list=${list}`, `playlist?list=${list}`);

const frame = (embed: string, watch: string): Frame => ({
  provider: "YouTube",
  embedUrl: `https://www.youtube-nocookie.com/embed/${embed}`,
  watchUrl: `https://www.youtube.com/${watch}`,
  hosts: ["www.youtube-nocookie.com"],
});

function seconds(url: URL): number {
  const written =
    url.searchParams.get("start") ?? url.searchParams.get("t") ?? /[#&]t=(\w+)/.exec(url.hash)?.[1] ?? "";
  const found = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(written);
  return found === null
    ? 0
    : Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
}
