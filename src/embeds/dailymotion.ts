// Dailymotion's addresses (watch page, short link, embed, playlist) → its player.
// The watch page cannot be framed: only the embed address plays. https://developers.dailymotion.com/player/
import { seconds, videoFrame, withQuery, type Frame, type Provider } from "./frame.ts";

const HOSTS = new Set([
  "dailymotion.com",
  "www.dailymotion.com",
  "m.dailymotion.com",
  "touch.dailymotion.com",
  "geo.dailymotion.com",
  "dai.ly",
]);
const ID = /^[A-Za-z0-9]+/;

export const dailymotion: Provider = {
  name: "Dailymotion",
  match(url, asked) {
    if (!HOSTS.has(url.hostname)) return undefined;
    const query = url.searchParams;
    const start = asked.start ?? seconds(query.get("start") ?? query.get("startTime"));
    const parts = url.pathname.split("/").filter((part) => part !== "" && part !== "embed");
    if (url.hostname === "dai.ly") return frame("video", parts[0], start);
    if (url.hostname === "geo.dailymotion.com") {
      const list = query.get("playlist");
      return list === null ? frame("video", query.get("video"), start) : frame("playlist", list, start);
    }
    // A local version of the site puts its language first: `/fr/video/…`.
    if (/^[a-z]{2}$/.test(parts[0] ?? "")) parts.shift();
    const [kind, id] = parts;
    return kind === "video" || kind === "playlist" ? frame(kind, id, start) : "other";
  },
};

function frame(
  kind: "video" | "playlist",
  written: string | null | undefined,
  start: number | undefined,
): Frame | "other" {
  const id = ID.exec(written ?? "")?.[0];
  if (id === undefined) return "other";
  return videoFrame(
    {
      provider: "Dailymotion",
      watchUrl: withQuery(`https://www.dailymotion.com/${kind}/${id}`, { start }),
      // The embed address redirects to the second host.
      hosts: ["www.dailymotion.com", "geo.dailymotion.com"],
    },
    `https://www.dailymotion.com/embed/${kind}/${id}`,
    { start },
  );
}
