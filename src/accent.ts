// The accent that `site.yaml` names → the colours that the stylesheet needs of it, by day and by night.
// The papers here are those of layouts/assets/css/tokens.css; a test holds both to the same values.
import { contrast, mixed, movedUntil, shifted } from "./colour.ts";

export type Scheme = "light" | "dark";

/** Grounds on which links stand. */
export const PAPERS: Readonly<Record<Scheme, readonly [paper: string, sheet: string, code: string]>> = {
  light: ["#fbf8f1", "#fffdf9", "#f3eff6"],
  dark: ["#16131d", "#1e1a27", "#221d2d"],
};

/** What WCAG 2.2 AA asks of text of any size. */
const READABLE = 4.5;
/** A colour that is found rather than chosen is easy to read. */
const EASY = 7;

export interface AccentTokens {
  accent: string;
  "accent-strong": string;
  "on-accent": string;
  wash: string;
}

/** An accent that cannot be read in a scheme, and the nearest that can. */
export interface AccentFault {
  key: "accent" | "accentDark";
  scheme: Scheme;
  found: string;
  /** The lowest contrast on the papers of the scheme. */
  ratio: number;
  nearest: string;
}

/** `accent` must be readable on light paper, `accentDark` on dark paper; where there is none, it is found. */
export function accentFaults(theme: {
  accent?: string | undefined;
  accentDark?: string | undefined;
}): AccentFault[] {
  const { accent, accentDark } = theme;
  return [
    ...(accent === undefined ? [] : fault("accent", "light", accent)),
    ...(accentDark === undefined ? [] : fault("accentDark", "dark", accentDark)),
  ];
}

/** The colours of a scheme made from the accent. */
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

function fault(key: AccentFault["key"], scheme: Scheme, found: string): AccentFault[] {
  const ratio = lowest(found, scheme);
  return ratio >= READABLE ? [] : [{ key, scheme, found, ratio, nearest: readable(found, scheme, READABLE) }];
}

/** The accent itself where it can be read on dark paper. */
function forDark(accent: string): string {
  return lowest(accent, "dark") >= READABLE ? accent : readable(accent, "dark", EASY);
}

function readable(colour: string, scheme: Scheme, ratio: number): string {
  return movedUntil(colour, scheme === "light" ? "black" : "white", (hex) => lowest(hex, scheme) >= ratio);
}

/** A tint of the accent for grounds: light enough for the accent itself to be read on it. */
function wash(accent: string, scheme: Scheme): string {
  return mixed(accent, PAPERS[scheme][1], scheme === "light" ? 0.08 : 0.1);
}

function lowest(colour: string, scheme: Scheme): number {
  return Math.min(...[...PAPERS[scheme], wash(colour, scheme)].map((ground) => contrast(colour, ground)));
}
