import { describe, expect, it } from "vitest";
import { findFrame } from "../../../src/embeds/providers.ts";

const ALLOW = ["tube.example.org", "data.eig-forever.org", "speakerdeck.com"];
const UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d";

describe("findFrame", () => {
  it.each([
    [
      "https://www.dailymotion.com/video/x7zgtds",
      "https://www.dailymotion.com/embed/video/x7zgtds",
      "https://www.dailymotion.com/video/x7zgtds",
    ],
    [
      "https://www.dailymotion.com/video/x7zgtds_titre_en_clair",
      "https://www.dailymotion.com/embed/video/x7zgtds",
      "https://www.dailymotion.com/video/x7zgtds",
    ],
    [
      "//www.dailymotion.com/embed/video/x7h7en4?start=30",
      "https://www.dailymotion.com/embed/video/x7h7en4?start=30",
      "https://www.dailymotion.com/video/x7h7en4?start=30",
    ],
    [
      "https://www.dailymotion.com/embed/playlist/x65owi",
      "https://www.dailymotion.com/embed/playlist/x65owi",
      "https://www.dailymotion.com/playlist/x65owi",
    ],
    [
      "https://geo.dailymotion.com/player.html?video=x7zgtds",
      "https://www.dailymotion.com/embed/video/x7zgtds",
      "https://www.dailymotion.com/video/x7zgtds",
    ],
    [
      "https://dai.ly/x7zgtds",
      "https://www.dailymotion.com/embed/video/x7zgtds",
      "https://www.dailymotion.com/video/x7zgtds",
    ],
    [
      "https://youtu.be/dQw4w9WgXcQ?t=90",
      "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90",
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90s",
    ],
    [
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m30s",
      "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90",
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90s",
    ],
    [
      "http://m.youtube.com/shorts/dQw4w9WgXcQ",
      "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    ],
    [
      "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?list=PL12345",
      "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?list=PL12345",
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL12345",
    ],
    [
      "https://www.youtube.com/embed/videoseries?list=PL12345",
      "https://www.youtube-nocookie.com/embed/videoseries?list=PL12345",
      "https://www.youtube.com/playlist?list=PL12345",
    ],
    [
      "https://vimeo.com/76979871",
      "https://player.vimeo.com/video/76979871?dnt=1",
      "https://vimeo.com/76979871",
    ],
    [
      "https://vimeo.com/76979871/8272103f6e",
      "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1",
      "https://vimeo.com/76979871/8272103f6e",
    ],
    [
      "https://player.vimeo.com/video/76979871?h=8272103f6e#t=30s",
      "https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1#t=30s",
      "https://vimeo.com/76979871/8272103f6e#t=30s",
    ],
    [
      `https://tube.example.org/videos/watch/${UUID}?start=1m2s`,
      `https://tube.example.org/videos/embed/${UUID}?start=1m2s`,
      `https://tube.example.org/w/${UUID}?start=1m2s`,
    ],
    [
      "https://tube.example.org/w/9c9de5e80a1e484ab0",
      "https://tube.example.org/videos/embed/9c9de5e80a1e484ab0",
      "https://tube.example.org/w/9c9de5e80a1e484ab0",
    ],
    [
      `https://tube.example.org/w/p/${UUID}`,
      `https://tube.example.org/video-playlists/embed/${UUID}`,
      `https://tube.example.org/w/p/${UUID}`,
    ],
    [
      "https://data.eig-forever.org/#promo",
      "https://data.eig-forever.org/#promo",
      "https://data.eig-forever.org/#promo",
    ],
    [
      "//speakerdeck.com/player/2de2?x=1",
      "https://speakerdeck.com/player/2de2?x=1",
      "https://speakerdeck.com/player/2de2?x=1",
    ],
  ])("%s", (src, embedUrl, watchUrl) => {
    expect(findFrame(src, ALLOW)).toMatchObject({ frame: { embedUrl, watchUrl } });
  });

  it.each([
    ["https://example.org/x", { refused: "host", host: "example.org" }],
    ["https://vimeo.com.example.org/1", { refused: "host", host: "vimeo.com.example.org" }],
    [`https://autre.example.org/videos/embed/${UUID}`, { refused: "host", host: "autre.example.org" }],
    ["https://www.dailymotion.com/fr", { refused: "host", host: "www.dailymotion.com" }],
    ["javascript:alert(1)", { refused: "address" }],
    ["/local.html", { refused: "address" }],
    ["https://user:pw@vimeo.com/1", { refused: "address" }],
    ["", { refused: "address" }],
  ])("refuses %s", (src, refusal) => {
    expect(findFrame(src, ALLOW)).toEqual(refusal);
  });

  it("names both hosts of Dailymotion, since one redirects to the other", () => {
    expect(findFrame("https://dai.ly/x7zgtds", [])).toMatchObject({
      frame: { hosts: ["www.dailymotion.com", "geo.dailymotion.com"] },
    });
  });
});
