import { describe, expect, it } from "vitest";
import { seconds } from "../../../src/embeds/frame.ts";
import { findFrame } from "../../../src/embeds/providers.ts";

const ALLOW = ["tube.example.org", "data.eig-forever.org", "speakerdeck.com"];
const UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d";

const DAILYMOTION = "https://www.dailymotion.com";
const NOCOOKIE = "https://www.youtube-nocookie.com/embed";
const YOUTUBE = "https://www.youtube.com";
const VIMEO = "https://player.vimeo.com/video";
const TUBE = "https://tube.example.org";

it.each([
  ["90s", 90],
  ["1m30", 90],
  ["1h2m3s", 3723],
  ["2m", 120],
  ["0", undefined],
  [null, undefined],
  ["1:30", undefined],
  ["1e3", undefined],
])("reads the time %s", (written, expected) => {
  expect(seconds(written)).toBe(expected);
});

describe("findFrame", () => {
  it.each([
    ["https://www.dailymotion.com/video/x7zgtds", "/embed/video/x7zgtds", "/video/x7zgtds"],
    ["https://www.dailymotion.com/video/x7zgtds_titre_en_clair", "/embed/video/x7zgtds", "/video/x7zgtds"],
    ["https://www.dailymotion.com/fr/video/x7zgtds", "/embed/video/x7zgtds", "/video/x7zgtds"],
    ["https://www.dailymotion.com/embed/video/x7xtj58?autoplay=1", "/embed/video/x7xtj58", "/video/x7xtj58"],
    ["//dai.ly/x7h7en4?start=30", "/embed/video/x7h7en4?start=30", "/video/x7h7en4?start=30"],
    ["https://dai.ly/x7zgtds", "/embed/video/x7zgtds", "/video/x7zgtds"],
    ["https://geo.dailymotion.com/player.html?video=x7zgtds", "/embed/video/x7zgtds", "/video/x7zgtds"],
    ["https://www.dailymotion.com/embed/playlist/x65owi", "/embed/playlist/x65owi", "/playlist/x65owi"],
  ])("Dailymotion: %s", (src, embed, watch) => {
    // One of its hosts redirects to the other.
    const hosts = ["www.dailymotion.com", "geo.dailymotion.com"];
    const frame = { embedUrl: DAILYMOTION + embed, watchUrl: DAILYMOTION + watch, hosts };
    expect(findFrame(src, [])).toMatchObject({ frame });
  });

  it.each([
    ["https://www.youtube.com/watch?v=dQw4w9WgXcQ", "/dQw4w9WgXcQ", "/watch?v=dQw4w9WgXcQ"],
    [
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ#t=1h2m3s",
      "/dQw4w9WgXcQ?start=3723",
      "/watch?v=dQw4w9WgXcQ&t=3723s",
    ],
    ["https://youtu.be/dQw4w9WgXcQ?t=90&si=suivi", "/dQw4w9WgXcQ?start=90", "/watch?v=dQw4w9WgXcQ&t=90s"],
    [
      "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=12&list=PL12345",
      "/dQw4w9WgXcQ?start=12&list=PL12345",
      "/watch?v=dQw4w9WgXcQ&list=PL12345&t=12s",
    ],
    [
      "https://www.youtube.com/embed/videoseries?list=PL12345",
      "/videoseries?list=PL12345",
      "/playlist?list=PL12345",
    ],
    ["https://www.youtube.com/playlist?list=PL12345", "/videoseries?list=PL12345", "/playlist?list=PL12345"],
    [
      "https://www.youtube.com/embed/live_stream?channel=UC123456",
      "/live_stream?channel=UC123456",
      "/channel/UC123456/live",
    ],
  ])("YouTube, from its host without cookies: %s", (src, embed, watch) => {
    expect(findFrame(src, [])).toMatchObject({
      frame: { embedUrl: NOCOOKIE + embed, watchUrl: YOUTUBE + watch },
    });
  });

  it.each([
    ["https://vimeo.com/76979871", "/76979871?dnt=1", "/76979871"],
    ["https://vimeo.com/76979871/8272103f6e", "/76979871?h=8272103f6e&dnt=1", "/76979871/8272103f6e"],
    ["https://vimeo.com/channels/staffpicks/76979871", "/76979871?dnt=1", "/76979871"],
    [
      "//player.vimeo.com/video/76979871?h=8272103f6e&badge=0#t=1m30s",
      "/76979871?h=8272103f6e&dnt=1#t=90s",
      "/76979871/8272103f6e#t=90s",
    ],
  ])("Vimeo, with tracking off: %s", (src, embed, watch) => {
    expect(findFrame(src, [])).toMatchObject({
      frame: { embedUrl: VIMEO + embed, watchUrl: `https://vimeo.com${watch}` },
    });
  });

  it.each([
    [`/videos/watch/${UUID}?start=1m2s`, `/videos/embed/${UUID}?start=62s&p2p=0`, `/w/${UUID}?start=62s`],
    [
      `/w/p/${UUID}?playlistPosition=2`,
      `/video-playlists/embed/${UUID}?playlistPosition=2&p2p=0`,
      `/w/p/${UUID}?playlistPosition=2`,
    ],
    [`/videos/watch/playlist/${UUID}`, `/video-playlists/embed/${UUID}?p2p=0`, `/w/p/${UUID}`],
  ])("PeerTube on an allowed host, without sharing between viewers: %s", (path, embed, watch) => {
    expect(findFrame(TUBE + path, ALLOW)).toMatchObject({
      frame: { embedUrl: TUBE + embed, watchUrl: TUBE + watch, provider: "tube.example.org" },
    });
  });

  it.each([
    ["https://data.eig-forever.org/#promo", "https://data.eig-forever.org/#promo"],
    ["http://data.eig-forever.org/", "https://data.eig-forever.org/"],
    ["//speakerdeck.com/player/2de2?x=1", "https://speakerdeck.com/player/2de2?x=1"],
  ])("an allowed host, over https: %s", (src, address) => {
    expect(findFrame(src, ALLOW)).toMatchObject({
      frame: { kind: "page", embedUrl: address, playUrl: address, watchUrl: address },
    });
  });

  it.each([
    ["https://dai.ly/x7zgtds", "https://www.dailymotion.com/embed/video/x7zgtds?autoplay=1"],
    ["https://youtu.be/dQw4w9WgXcQ?t=9", `${NOCOOKIE}/dQw4w9WgXcQ?start=9&autoplay=1`],
    ["https://vimeo.com/1/ab#t=9s", `${VIMEO}/1?h=ab&dnt=1&autoplay=1#t=9s`],
    [`${TUBE}/w/${UUID}`, `${TUBE}/videos/embed/${UUID}?p2p=0&autoplay=1`],
  ])("plays at once after a click: %s", (src, playUrl) => {
    expect(findFrame(src, ALLOW)).toMatchObject({ frame: { playUrl } });
  });

  it.each([
    ["https://dai.ly/x7zgtds?start=3", "https://www.dailymotion.com/embed/video/x7zgtds?start=90"],
    ["https://youtu.be/dQw4w9WgXcQ?t=3", `${NOCOOKIE}/dQw4w9WgXcQ?start=90`],
    ["https://vimeo.com/1#t=3s", `${VIMEO}/1?dnt=1#t=90s`],
    [`${TUBE}/w/${UUID}?start=3s`, `${TUBE}/videos/embed/${UUID}?start=90s&p2p=0`],
  ])("prefers the caller’s start time to that of the address: %s", (src, embedUrl) => {
    expect(findFrame(src, ALLOW, 90)).toMatchObject({ frame: { embedUrl } });
  });

  it.each([
    ["https://example.org/x", { refusedHost: "example.org" }],
    ["https://vimeo.com.example.org/1", { refusedHost: "vimeo.com.example.org" }],
    [`https://autre.example.org/videos/embed/${UUID}`, { refusedHost: "autre.example.org" }],
    ["https://tube.example.org:8443/w/9c9de5e80a1e484ab0", { refusedHost: "tube.example.org:8443" }],
    ["https://www.dailymotion.com/etalab", {}],
    ["https://www.youtube.com/@chaine", {}],
    ["https://vimeo.com/staffpicks", {}],
    ["javascript:alert(1)", {}],
    ["/local.html", {}],
    ["https://user:pw@vimeo.com/1", {}],
    ["", {}],
  ])("refuses %s", (src, refusal) => {
    expect(findFrame(src, ALLOW)).toEqual(refusal);
  });

  it("frames any page of a known provider's host that the site allows", () => {
    expect(findFrame("https://vimeo.com/event/123/embed", ["vimeo.com"])).toMatchObject({
      frame: { kind: "page", embedUrl: "https://vimeo.com/event/123/embed" },
    });
  });
});
