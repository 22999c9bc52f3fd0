// Photos that `people.yaml` names → what pages show for them, and their problems.
// A missing photo, or one of another site, is never shown either: `checks/portraits.ts` reports it.
import type { Content } from "../../content/types.ts";
import type { PictureIndex } from "../../images/facts.ts";
import { isAsItIs, viewOf, type KnownPicture, type PictureView } from "../../images/variants.ts";
import { pictureProblems } from "../../markdown/pictures.ts";
import type { PortraitOf } from "../../pages/types.ts";
import type { Problem } from "../../problems.ts";

export interface Portraits {
  of: PortraitOf;
  /** The pictures that portraits are made of, by address as written. */
  pictures: ReadonlyMap<string, KnownPicture>;
  problems: Problem[];
}

/** Everyone's photo, whether or not a page shows that person. `base` is the site's base path without its last slash. */
export function findPortraits(
  { settingLinks }: Pick<Content, "settingLinks">,
  index: PictureIndex,
  base: string,
): Portraits {
  const views = new Map<string, PictureView | false>();
  const pictures = new Map<string, KnownPicture>();
  const problems: Problem[] = [];
  for (const { href, picture: isPhoto, place } of settingLinks) {
    if (isPhoto !== true || !href.startsWith("/")) continue;
    const finding = index.picture(href, place.file);
    const trouble = finding.problem;
    if (trouble?.kind === "broken") {
      views.set(href, false);
      problems.push(...pictureProblems(finding, href, place));
    }
    if (!finding.found || trouble !== undefined) continue;
    const { picture } = finding;
    if (isAsItIs(picture.facts)) continue;
    pictures.set(href, picture);
    views.set(href, viewOf(picture, "portrait", base));
  }
  return { of: (photo) => views.get(photo), pictures, problems };
}
