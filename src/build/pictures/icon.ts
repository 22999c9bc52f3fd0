// The icon that site.yaml names → the site's content with it, or without one that cannot be shown, reported at its key.
// Without an icon, the site shows the letter that Carnet draws.
import type { Content } from "../../content/types.ts";
import type { PictureIndex } from "../../images/facts.ts";
import { pictureProblems } from "../../markdown/pictures.ts";
import type { Problem } from "../../problems.ts";

export function withSoundIcon(
  content: Content,
  pictures: PictureIndex,
): { content: Content; problems: Problem[] } {
  const { site, iconPlace: place } = content;
  if (site.icon === undefined || place === undefined) return { content, problems: [] };
  const finding = pictures.picture(site.icon, place.file);
  if (finding.found) return { content, problems: [] };
  const without = { ...content, site: { ...site, icon: undefined } };
  return { content: without, problems: pictureProblems(finding, site.icon, place) };
}
