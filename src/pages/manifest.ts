// A site → its web manifest: the name and icons with which a phone installs it (https://www.w3.org/TR/appmanifest/).
// It opens in a browser like any site: nothing here works without a network.
import { withBase, type Site } from "../site/site.ts";
import { directionOf } from "../strings/direction.ts";
import { addressOf } from "./addresses.ts";
import { ICONS, THEME_COLOUR } from "./icons.ts";

/** The file's whole text. */
export function manifestFile(site: Site): string {
  const png = (src: string, side: number): Record<string, string> => ({
    src: withBase(site, src),
    sizes: `${String(side)}x${String(side)}`,
    type: "image/png",
  });
  const manifest = {
    name: site.title,
    ...(site.description !== "" && { description: site.description }),
    lang: site.lang,
    dir: directionOf(site.lang),
    id: site.basePath,
    start_url: withBase(site, addressOf(site, "home", site.lang)),
    scope: site.basePath,
    display: "browser",
    background_color: THEME_COLOUR.light,
    theme_color: THEME_COLOUR.light,
    icons: [png(ICONS.small, 192), png(ICONS.large, 512), { ...png(ICONS.masked, 512), purpose: "maskable" }],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
