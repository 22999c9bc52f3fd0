// A person's photo in `people.yaml` → a problem if no page can show it.
import type { SettingLink } from "../content/types.ts";
import { problem, type Problem } from "../problems.ts";
import { isSitePath } from "../schemes.ts";
import { locateAddress, NOWHERE, readable } from "./link-address.ts";
import { answerTo, type Checker } from "./link-checker.ts";

/** A photo on another site, or at a relative path, which no page shows. */
export function portraitElsewhere({ href, place, lineWith }: SettingLink): Problem | undefined {
  if (isSitePath(href)) return undefined;
  // The file of a Windows path is behind a backslash.
  const path = `/img/${/([^\\/?#]+\.\w+)(?:[?#].*)?$/.exec(href)?.[1] ?? "photo.jpg"}`;
  return problem("missing-image/portrait-path", place, {
    src: readable(href),
    fix: lineWith?.(path) ?? path,
  });
}

/** A person's photo, on the page of that person. */
export function checkPortrait(checker: Checker, { href, place, lineWith }: SettingLink): void {
  const url = locateAddress(href.trim(), "/");
  if (url?.host !== NOWHERE) return;
  const { path, answer } = answerTo(checker, url);
  if (answer.is !== "nothing") return;
  const near = readable(checker.map.near(path) ?? "");
  const fix = PICTURE.test(near) ? (lineWith?.(near) ?? near) : undefined;
  checker.problems.push(problem("missing-image/portrait", place, { src: readable(href), fix }));
}

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;
