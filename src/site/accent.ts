// Accent colour of `site.yaml` → the colours that the stylesheet derives from it, in the light and dark schemes.
// `PAPERS` repeats values of layouts/assets/css/tokens.css; a test checks that both agree.
import { contrast, mixed, movedUntil, shifted } from "../colour.ts";

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

export type AccentTokens = Record<"accent" | "accent-strong" | "on-accent" | "wash", string>;

/** An accent that is not readable in its scheme, and the nearest one that is. */
interface AccentFault {
  key: "accent" | "accentDark";
  found: string;
  /** The lowest contrast with the backgrounds of the scheme. */
  ratio: number;
  nearest: string;
}

/** `accent` must be readable on light paper, `accentDark` on dark paper. A missing one is not checked: it is computed. */
export function accentFaults(theme: Partial<Record<AccentFault["key"], string | undefined>>): AccentFault[] {
  return (
    [
      ["accent", "light"],
      ["accentDark", "dark"],
    ] as const
  ).flatMap(([key, scheme]) => {
    const found = theme[key];
    const ratio = found === undefined ? READABLE : lowest(found, scheme);
    if (found === undefined || ratio >= READABLE) return [];
    return { key, found, ratio, nearest: readable(found, scheme, READABLE) };
  });
}

/** The colours of a scheme, derived from the accent. */
export function accentTokens(
  theme: { accent: string; accentDark?: string | undefined },
  scheme: Scheme,
): AccentTokens {
  const [paper] = PAPERS[scheme];
  const accent = scheme === "light" ? theme.accent : (theme.accentDark ?? forDark(theme.accent));
  return {
    accent,
    "accent-strong": shifted(accent, scheme === "light" ? -0.09 : 0.06),
    "on-accent": scheme === "light" ? "#ffffff" : paper,
    wash: wash(accent, scheme),
  };
}

/** The accent itself if it is readable on dark paper, otherwise a lighter one. */
function forDark(accent: string): string {
  return lowest(accent, "dark") >= READABLE ? accent : readable(accent, "dark", EASY);
}

function readable(colour: string, scheme: Scheme, ratio: number): string {
  return movedUntil(colour, scheme === "light" ? "black" : "white", (hex) => lowest(hex, scheme) >= ratio);
}

/** A background tint of the accent, light enough for the accent to be readable on it. */
function wash(accent: string, scheme: Scheme): string {
  return mixed(accent, PAPERS[scheme][1], scheme === "light" ? 0.08 : 0.1);
}

function lowest(colour: string, scheme: Scheme): number {
  return Math.min(...[...PAPERS[scheme], wash(colour, scheme)].map((ground) => contrast(colour, ground)));
}
