// Addresses of a site's icons: those that browsers request by themselves, and those in feeds.
// A file of the same name in `public/` replaces an icon.
import { PAPERS } from "./accent.ts";
import type { Site } from "./site.ts";

export const ICONS = {
  ico: "/favicon.ico",
  svg: "/icon.svg",
  apple: "/apple-touch-icon.png",
  small: "/icon-192.png",
  large: "/icon-512.png",
} as const;

/** The colour that browsers paint around a page: that of its paper. */
export const THEME_COLOUR = { light: PAPERS.light[0], dark: PAPERS.dark[0] };

/** Background of the icon drawn from a site's initial; without an accent, the colour in layouts/assets/css/tokens.css. */
export function iconColour({ theme }: Pick<Site, "theme">): string {
  return theme.accent ?? "#55269b";
}

/** What the head of a page links to. If the owner's icon is a PNG, there is no SVG. */
export function headIcons({ icon }: Pick<Site, "icon">): {
  ico: string;
  svg?: string;
  apple: string;
} {
  const svg = icon === undefined ? ICONS.svg : /\.svg$/i.test(icon) ? icon : undefined;
  return { ico: ICONS.ico, ...(svg !== undefined && { svg }), apple: ICONS.apple };
}
