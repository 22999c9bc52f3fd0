// Accent colour of `site.yaml` → the colours that the stylesheet derives from it, in the light and dark schemes.
// `PAPERS` repeats values of layouts/assets/css/tokens.css; a test checks that both agree.
import { contrast, mixed, movedUntil } from "../colour.ts";

export type Scheme = "light" | "dark";

/** Backgrounds that links appear on. */
export const PAPERS: Readonly<Record<Scheme, readonly [paper: string, sheet: string, code: string]>> = {
  light: ["#fbf8f1", "#fffdf9", "#f3eff6"],
  dark: ["#16131d", "#1e1a27", "#221d2d"],
};

/** Contrast that WCAG 2.2 AA requires of text of any size. */
const READABLE = 4.5;
/** Contrast of a colour that is computed rather than chosen. */
const EASY = 7;

/** The end of the scale that is further from the backgrounds. */
const FURTHER: Readonly<Record<Scheme, string>> = { light: "#000000", dark: "#ffffff" };

export type AccentTokens = Record<"accent" | "accent-strong" | "on-accent" | "wash", string>;

interface Theme {
  accent?: string | undefined;
  accentDark?: string | undefined;
}

/**
 * Accents that are not readable, with their lowest contrast with the backgrounds and the nearest one that is: `accent` on light
 * paper, `accentDark` on dark paper. A missing one is not checked: it is computed.
 */
export function accentFaults(
  theme: Theme,
): { key: keyof Theme; found: string; ratio: number; nearest: string }[] {
  return (["accent", "accentDark"] as const).flatMap((key) => {
    const [found, scheme] = [theme[key], key === "accent" ? "light" : "dark"] as const;
    const ratio = found === undefined ? READABLE : lowest(found, scheme);
    if (found === undefined || ratio >= READABLE) return [];
    return { key, found, ratio, nearest: readable(found, scheme, READABLE) };
  });
}

/** The colours of a scheme, derived from the accent. */
export function accentTokens(theme: Theme & { accent: string }, scheme: Scheme): AccentTokens {
  const [paper] = PAPERS[scheme];
  const accent = scheme === "light" ? theme.accent : (theme.accentDark ?? forDark(theme.accent));
  return {
    accent,
    "accent-strong": mixed(FURTHER[scheme], accent, 0.25),
    "on-accent": scheme === "light" ? "#ffffff" : paper,
    wash: wash(accent, scheme),
  };
}

/** The accent itself if it is readable on dark paper, otherwise a lighter one. */
function forDark(accent: string): string {
  return lowest(accent, "dark") >= READABLE ? accent : readable(accent, "dark", EASY);
}

function readable(colour: string, scheme: Scheme, ratio: number): string {
  return movedUntil(colour, FURTHER[scheme], (hex) => lowest(hex, scheme) >= ratio);
}

/** A background tint of the accent, light enough for the accent to be readable on it. */
function wash(accent: string, scheme: Scheme): string {
  return mixed(accent, PAPERS[scheme][1], scheme === "light" ? 0.08 : 0.1);
}

function lowest(colour: string, scheme: Scheme): number {
  return Math.min(...[...PAPERS[scheme], wash(colour, scheme)].map((ground) => contrast(colour, ground)));
}
