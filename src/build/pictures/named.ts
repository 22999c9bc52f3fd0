// Pictures that front matter, `people.yaml` and `site.yaml` name → what pages show for them, and their problems.
// A picture that is missing, broken or on another host is never shown: its description replaces it.
import type { Content, Entry } from "../../content/types.ts";
import { lazyPlace } from "../../content/yaml.ts";
import type { PictureIndex } from "../../images/facts.ts";
import { decodePath } from "../../images/paths.ts";
import {
  isAsItIs,
  PICTURES,
  variantsOf,
  viewOf,
  type KnownPicture,
  type PictureView,
} from "../../images/variants.ts";
import { isAlsoServed } from "../../markdown/links.ts";
import { pictureProblems } from "../../markdown/pictures.ts";
import type { Rendered } from "../../markdown/types.ts";
import type { Cover, Logo, PortraitOf, ShownCover } from "../../pages/types.ts";
import { problem, type Problem } from "../../problems.ts";
import { PEOPLE } from "../../site/site.ts";
import { isSitePath } from "../../urls.ts";

export interface Covers {
  /** By source file of the post or page. */
  found: ReadonlyMap<string, Cover>;
  /** The pictures that are shown, by source file of the post or page. */
  pictures: ReadonlyMap<string, KnownPicture>;
  problems: Problem[];
}

/** `base` is the site's base path without its last slash. */
export function findCovers(
  entries: readonly Entry[],
  index: Pick<PictureIndex, "picture">,
  base: string,
): Covers {
  const found = new Map<string, Cover>();
  const pictures = new Map<string, KnownPicture>();
  const problems: Problem[] = [];
  // Posts that share a picture share its views.
  const views = new Map<string, PictureViews>();
  for (const entry of entries) {
    const { file, image, placeOf } = entry;
    if (!image) continue;
    const { src, alt, remote, credit } = image;
    const described = { alt, ...(credit !== undefined && { credit }) };
    const finding = index.picture(src, file);
    const place = lazyPlace(file, () => {
      const here = placeOf("image");
      // Line 2 is also the place of an absent key.
      return here.line === 2 && isOfPerson(entry) ? placeOf("photo") : here;
    });
    problems.push(...pictureProblems(finding, src, place));
    if (remote) found.set(file, { kind: "remote", src, ...described });
    else if (!finding.found) found.set(file, { kind: "missing", ...described });
    else {
      const view = views.get(finding.picture.file) ?? viewsOf(finding.picture, base);
      views.set(finding.picture.file, view);
      pictures.set(file, finding.picture);
      const portrait = isOfPerson(entry) && { portrait: viewOf(finding.picture, "portrait", base) };
      found.set(file, { kind: "shown", ...view, ...described, ...portrait });
    }
  }
  return { found, pictures, problems };
}

/** The picture of a person's file is their photo. */
export const isOfPerson = (entry: Entry): boolean => entry.kind === "term" && entry.taxonomy === PEOPLE;

/**
 * The covers, once the texts are rendered. A cover that its text also shows is not shown above the text, and its credit is left
 * out if the text has one. A cover without a description takes that of the copy that was removed from the text.
 */
export function settleCovers(
  covers: ReadonlyMap<string, Cover>,
  rendered: ReadonlyMap<string, Pick<Rendered, "cover">>,
): Map<string, Cover> {
  const settled = new Map(covers);
  for (const [file, cover] of covers) {
    const copy = rendered.get(file)?.cover;
    if (copy === undefined || cover.kind !== "shown") continue;
    const alt = cover.alt === "" ? (copy.alt ?? "") : cover.alt;
    const shown = { ...cover, alt, ...(copy.kept && { inText: true }) };
    if (copy.credited === true) delete shown.credit;
    settled.set(file, shown);
  }
  return settled;
}

/** A problem for each cover that is shown without a description, if neither its front matter nor its text has one. */
export function undescribedCovers(
  entries: readonly Entry[],
  covers: ReadonlyMap<string, Cover>,
  rendered: ReadonlyMap<string, Pick<Rendered, "cover">>,
): Problem[] {
  return entries.flatMap(({ file, image, placeOf }) => {
    if (image?.undescribed !== true || covers.get(file)?.kind !== "shown") return [];
    const copy = rendered.get(file)?.cover;
    // A picture in the text must be described there.
    if (copy !== undefined && (copy.kept || copy.alt !== "")) return [];
    return problem("missing-alt/cover", placeOf("image"), {});
  });
}

type PictureViews = Omit<ShownCover, "kind" | "alt" | "credit">;

function viewsOf(picture: KnownPicture, base: string): PictureViews {
  const [share] = variantsOf(picture, "share");
  return {
    ...viewOf(picture, "cover", base),
    card: viewOf(picture, "card", base),
    thumb: viewOf(picture, "thumb", base),
    ...(share !== undefined && { share: PICTURES + share.name }),
  };
}

export interface Portraits {
  of: PortraitOf;
  /** The pictures that portraits are made of, by address as written. */
  pictures: ReadonlyMap<string, KnownPicture>;
  problems: Problem[];
}

/**
 * Everyone's photo, whether or not a page shows that person. One that is missing or broken is shown nowhere; one on another site
 * of the host is shown as it is. Other checks report one that is missing.
 */
export function findPortraits(
  { settingLinks, site }: Pick<Content, "settingLinks" | "site">,
  index: Pick<PictureIndex, "picture">,
  base: string,
): Portraits {
  const views = new Map<string, PictureView | false>();
  const pictures = new Map<string, KnownPicture>();
  const problems: Problem[] = [];
  for (const { href, picture: isPhoto, place } of settingLinks) {
    if (isPhoto !== true || !isSitePath(href)) continue;
    const finding = index.picture(href, place.file);
    if (finding.problem?.kind === "broken") problems.push(...pictureProblems(finding, href, place));
    if (!finding.found || finding.problem !== undefined) {
      if (!isAlsoServed(decodePath(href), site.alsoServed)) views.set(href, false);
    } else if (!isAsItIs(finding.picture.facts)) {
      pictures.set(href, finding.picture);
      views.set(href, viewOf(finding.picture, "portrait", base));
    }
  }
  return { of: (photo) => views.get(photo), pictures, problems };
}

/** A logo that would be wider is reduced to this width. */
const WIDEST = 220;

/** The logo with its size in the header, so that nothing moves when it loads; without it, the title is shown alone. */
export function findLogo(
  { site, logoPlace }: Pick<Content, "site" | "logoPlace">,
  index: Pick<PictureIndex, "picture">,
): { logo?: Logo; problems: Problem[] } {
  const { logo: src, logoAlt: alt, logoHeight } = site.theme;
  if (src === undefined || logoPlace === undefined) return { problems: [] };
  const finding = index.picture(src, "content/site.yaml");
  const problems = pictureProblems(finding, src, logoPlace);
  return { problems, ...(finding.found && { logo: sized(finding.picture, alt, logoHeight) }) };
}

/** Height of a partner's logo in CSS pixels. */
const PARTNER_HEIGHT = 64;

/** The logos of partners, whose faults other checks report. */
export function partnerLogos(index: Pick<PictureIndex, "picture">) {
  return (src: string, alt: string): Logo | undefined => {
    const finding = index.picture(src, "content/site.yaml");
    return finding.found ? sized(finding.picture, alt, PARTNER_HEIGHT) : undefined;
  };
}

function sized({ url: src, facts }: KnownPicture, alt: string, tallest: number): Logo {
  const { width = tallest, height = tallest } = facts;
  const shown = Math.min(tallest, (WIDEST * height) / width);
  return { src, alt, width: Math.round((shown * width) / height), height: Math.round(shown) };
}

/** The content without an icon that cannot be shown: the site then has the letter that Carnet draws. */
export function withoutBrokenIcon(
  content: Content,
  index: Pick<PictureIndex, "picture">,
): { content: Content; problems: Problem[] } {
  const { site, iconPlace: place } = content;
  if (site.icon === undefined || place === undefined) return { content, problems: [] };
  const finding = index.picture(site.icon, place.file);
  if (finding.found) return { content, problems: [] };
  const without = { ...content, site: { ...site, icon: undefined } };
  return { content: without, problems: pictureProblems(finding, site.icon, place) };
}
