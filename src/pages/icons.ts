// Where the icons of a site stand: the names that browsers ask for by themselves, and those that the manifest gives.
// Each gives way to a file of the same name in `public/`.
import { PAPERS } from "../accent.ts";
import type { Site } from "../site.ts";

export const ICONS = {
  ico: "/favicon.ico",
  svg: "/icon.svg",
  apple: "/apple-touch-icon.png",
  small: "/icon-192.png",
  large: "/icon-512.png",
  /** Phones cut it to the shape of their own icons. */
  masked: "/icon-maskable.png",
} as const;

export const MANIFEST = "/site.webmanifest";

/** What browsers paint around a page: its paper. */
export const THEME_COLOUR = { light: PAPERS.light[0], dark: PAPERS.dark[0] };

/** Ground of the icon that is drawn of a site's initial; without an accent of its own, that of layouts/assets/css/tokens.css. */
export function iconColour({ theme }: Pick<Site, "theme">): string {
  return theme.accent ?? "#55269b";
}

/** What the head of a page links to. A PNG of the owner's has no drawing beside it. */
export function headIcons({ icon }: Pick<Site, "icon">): {
  ico: string;
  svg?: string;
  apple: string;
  manifest: string;
} {
  const svg = icon === undefined ? ICONS.svg : /\.svg$/i.test(icon) ? icon : undefined;
  return { ico: ICONS.ico, ...(svg !== undefined && { svg }), apple: ICONS.apple, manifest: MANIFEST };
}
