// The icon that site.yaml names → the site's content with it, or without one that cannot be shown, reported at its key.
// Without an icon, the site shows the letter that Carnet draws.
import type { Content } from "../../content/types.ts";
import type { PictureIndex } from "../../images/facts.ts";
import { pictureProblems } from "../../markdown/picture-problems.ts";
import { problem, type Problem } from "../../problems.ts";
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
  if (fit === true) return { content, problems: [] };
  const without = { ...content, site: { ...site, icon: undefined } };
  if (fit === undefined)
    return { content: without, problems: [problem("broken-image", place, { src: site.icon })] };
  const broken = finding.found ? find(pictures.without(new Set([finding.picture.file]))) : finding;
  return { content: without, problems: pictureProblems(broken, site.icon, place, "letter") };
}
