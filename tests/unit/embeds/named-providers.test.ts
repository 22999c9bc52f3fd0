// Where people are told which players need no consent of the site, all of them are named.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { KNOWN_PROVIDERS } from "../../../src/embeds/providers.ts";
import { show } from "../../../src/shown-problems.ts";
import { problem } from "../../../src/problems.ts";
import { SITE_SETTINGS } from "../../../src/strings/settings-site.ts";

const unnamed = (text: string | undefined): string[] =>
  KNOWN_PROVIDERS.filter((name) => text?.includes(name) !== true);

it.each(["fr", "en"] as const)(
  "the description of `embeds.allow` names every known provider (%s)",
  (lang) => {
    expect(unnamed(SITE_SETTINGS["embeds.allow"]?.[lang])).toEqual([]);
  },
);

it.each([
  "CHANGELOG.md",
  "content/posts/2026-03-24-videos.md",
  "templates/en/content/site.yaml",
  "templates/fr/content/site.yaml",
])("%s names every known provider", (file) => {
  expect(unnamed(readFileSync(file, "utf8"))).toEqual([]);
});

it.each([
  ["fr", "Sont admis ceux de Dailymotion, d’Arte et des sites que `content/site.yaml` nomme."],
  ["en", "only those of Dailymotion, Arte and the sites that `content/site.yaml` names are."],
] as const)("the message about a frame that is not allowed lists the providers (%s)", (lang, words) => {
  const place = { file: "a.md", line: 1, column: 1 };
  const params = {
    host: "example.org",
    src: "https://example.org/",
    providers: ["Dailymotion", "Arte"],
    setting: "embeds: { allow: [example.org] }",
  };
  expect(show([problem("unknown-frame/host", place, params)], { lang })[0]?.message).toContain(words);
});
