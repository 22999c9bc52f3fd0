// The logo that site.yaml names → its address and its size in the header, so that nothing moves when it loads.
// A file that is missing or unreadable is reported at its key, and the title is shown alone.
import type { Content } from "../../content/types.ts";
import type { PictureIndex } from "../../images/facts.ts";
import { pictureProblems } from "../../markdown/pictures.ts";
import type { Problem } from "../../problems.ts";

export interface Logo {
  src: string;
  alt: string;
  width: number;
  height: number;
}

/** A logo that would be wider is reduced to this width. */
const WIDEST = 220;

export function findLogo(
  { site, logoPlace }: Pick<Content, "site" | "logoPlace">,
  pictures: PictureIndex,
): { logo?: Logo; problems: Problem[] } {
  const { logo: src, logoAlt: alt, logoHeight } = site.theme;
  if (src === undefined || logoPlace === undefined) return { problems: [] };
  const finding = pictures.picture(src, "content/site.yaml");
  const problems = pictureProblems(finding, src, logoPlace);
  if (!finding.found) return { problems };
  const { width = logoHeight, height = logoHeight } = finding.picture.facts;
  const shown = Math.min(logoHeight, (WIDEST * height) / width);
  return {
    problems,
    logo: {
      src: finding.picture.url,
      alt,
      width: Math.round((shown * width) / height),
      height: Math.round(shown),
    },
  };
}
