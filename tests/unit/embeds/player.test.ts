import { expect, it } from "vitest";
import { playerHtml, type PlayerOptions } from "../../../src/embeds/player.ts";
import { findFrame } from "../../../src/embeds/providers.ts";
import type { Frame } from "../../../src/embeds/frame.ts";
import { ui } from "../../../src/strings/ui.ts";

function frame(src: string): Frame {
  const found = findFrame(src, ["page.example.org"]);
  if (!("frame" in found)) throw new Error(`No frame for ${src}.`);
  return found.frame;
}

const player = (src: string, more: Partial<PlayerOptions> = {}): string =>
  playerHtml(frame(src), {
    title: "Le film",
    borrowed: false,
    load: "click",
    words: ui("fr"),
    wordsLang: "",
    features: [],
    shape: "16-9",
    poster: "",
    ...more,
  });

const allow = (html: string): string => /<iframe [^>]*?(?:allow="([^"]*)")/.exec(html)?.[1] ?? "";

it("has an inert frame, and a button hidden until a script runs, which names the video and its provider", () => {
  const html = player("https://vimeo.com/1");
  const src = "https://player.vimeo.com/video/1?dnt=1&amp;autoplay=1";
  expect(html).toContain(
    `<section class="player" data-player><template><iframe src="${src}" title="Le film"`,
  );
  const rest = html.replace(/<template>.*<\/template>/, "");
  expect(rest).not.toContain("<iframe");
  expect(rest).toMatch(/<div class="player-start" hidden><button [^>]*>Lire/);
  const text = rest.replace(/<[^>]*>/g, "");
  expect(text).toContain("Lire «\u00a0Le film\u00a0» (Vimeo)");
  expect(text).toContain("En appuyant, vous chargez un contenu fourni par Vimeo.");
  expect(text).toContain("Voir «\u00a0Le film\u00a0» sur Vimeo");
});

it("is a lazy frame that does not play by itself if the site says `lazy`", () => {
  const html = player("https://vimeo.com/1", { load: "lazy", features: ["autoplay"] });
  const src = "https://player.vimeo.com/video/1?dnt=1";
  expect(html).toContain(`<section class="player"><iframe src="${src}" `);
  expect(html).toContain(' loading="lazy"');
  expect(html).not.toMatch(/template|button|data-player/);
  expect(allow(html)).toBe("autoplay; fullscreen; picture-in-picture");
});

it("adds the provider to a frame title borrowed from a heading", () => {
  expect(player("https://vimeo.com/1", { borrowed: true })).toContain('title="Le film (Vimeo)"');
});

it.each([
  ["https://vimeo.com/1", [], "autoplay; fullscreen; picture-in-picture"],
  [
    "https://youtu.be/abcdefghijk",
    ["camera", "geolocation"],
    "autoplay; encrypted-media; fullscreen; picture-in-picture",
  ],
  ["https://page.example.org/", [], ""],
  ["https://page.example.org/", ["camera", "autoplay", "fullscreen"], "autoplay; fullscreen"],
])("lets %s, asked for %j, use only what it needs", (src, features, expected) => {
  const html = player(src, { features });
  expect(allow(html)).toBe(expected);
  expect(html.includes(" allowfullscreen")).toBe(expected.includes("fullscreen"));
});

it("escapes its title and transcript, and has its shape as a class, since the policy allows no style", () => {
  const given = { title: '"><script>x</script>', transcript: '/t/"><b>', shape: "9-16" } as const;
  const html = player("https://vimeo.com/1", given);
  expect(html).not.toMatch(/<script|<b>|style=/);
  expect(html).toContain('class="player player--9-16"');
});
