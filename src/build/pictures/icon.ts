// The icon that site.yaml names → the site's content with it, or without one that cannot be shown, reported at its key.
// Without an icon, the site shows the letter that Carnet draws.
import type { Content } from "../../content/types.ts";
import type { PictureFacts } from "../../images/inspect.ts";
import type { PictureIndex } from "../../images/facts.ts";
import { pictureProblems } from "../../markdown/picture-problems.ts";
import { problem, type Place, type Problem } from "../../problems.ts";
import { isFitForIcons, type PictureRun } from "./verdicts.ts";

/** Waits for the picture process, which must receive no other request meanwhile. */
export async function withSoundIcon(
  content: Content,
  pictures: PictureIndex,
  run: PictureRun,
): Promise<{ content: Content; problems: Problem[] }> {
  const { site, iconPlace: place } = content;
  if (site.icon === undefined || place === undefined) return { content, problems: [] };
  const find = (index: PictureIndex): ReturnType<PictureIndex["picture"]> =>
    index.picture(site.icon ?? "", place.file);
  const finding = find(pictures);
  const fit = finding.found && (await isFitForIcons(finding.picture, run));
  if (fit === true) return { content, problems: toldOblong(finding.picture.facts, site.icon, place) };
  const without = { ...content, site: { ...site, icon: undefined } };
  if (fit === undefined)
    return { content: without, problems: [problem("endless-image", place, { icon: site.icon })] };
  const broken = finding.found ? find(pictures.without(new Set([finding.picture.file]))) : finding;
  return { content: without, problems: pictureProblems(broken, site.icon, place, "letter") };
}

/** If the ratio of the sides is more than this, a picture visibly is not square. */
const OBLONG = 1.05;

/** A note on such a picture: icon files are squares that contain it whole, as browsers show an SVG. */
function toldOblong({ width, height }: PictureFacts, icon: string, place: Place): Problem[] {
  if (width === undefined || height === undefined) return [];
  const isOblong = Math.max(width, height) > OBLONG * Math.min(width, height);
  return isOblong ? [problem("oblong-icon", place, { icon, width, height })] : [];
}
