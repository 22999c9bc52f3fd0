// Dailymotion's addresses (watch page, short link, embed, playlist) → its player.
// The watch page refuses to be framed: only the embed address plays. https://developers.dailymotion.com/player/
import type { Frame, Provider } from "./types.ts";

const HOSTS = new Set(["dailymotion.com", "www.dailymotion.com", "geo.dailymotion.com", "dai.ly"]);
const ID = /^[A-Za-z0-9]+/;

export const dailymotion: Provider = {
  name: "Dailymotion",
  match(url) {
    if (!HOSTS.has(url.hostname)) return undefined;
    const parts = url.pathname.split("/").filter((part) => part !== "" && part !== "embed");
    if (url.hostname === "dai.ly") return frame("video", parts[0], url);
    if (url.hostname === "geo.dailymotion.com") {
      const list = url.searchParams.get("playlist");
      return list === null
        ? frame("video", url.searchParams.get("video"), url)
        : frame("playlist", list, url);
    }
    const [kind, id] = parts;
    return kind === "video" || kind === "playlist" ? frame(kind, id, url) : undefined;
  },
};

function frame(kind: "video" | "playlist", written: string | null | undefined, url: URL): Frame | undefined {
  const id = ID.exec(written ?? "")?.[0];
  if (id === undefined) return undefined;
  const start = /^\d+$/.exec(url.searchParams.get("start") ?? "")?.[0];
  const query = start === undefined ? "" : `?start=${start}`;
  return {
    provider: "Dailymotion",
    embedUrl: `https://www.dailymotion.com/embed/${kind}/${id}${query}`,
    watchUrl: `https://www.dailymotion.com/${kind}/${id}${query}`,
    // The embed address redirects to the second host.
    hosts: ["www.dailymotion.com", "geo.dailymotion.com"],
  };
}
