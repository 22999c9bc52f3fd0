// Pictures that front matter names → what pages show for them, and their problems.
// A picture that is missing, broken or on another host is never shown: its description replaces it.
import { lazyPlace } from "../../content/yaml.ts";
import type { Entry } from "../../content/types.ts";
import { PICTURES, variantsOf, viewOf, type KnownPicture } from "../../images/variants.ts";
import { pictureProblems } from "../../markdown/pictures.ts";
import type { MarkdownSite, Rendered } from "../../markdown/types.ts";
import type { Cover, ShownCover } from "../../pages/types.ts";
import { problem, type Problem } from "../../problems.ts";

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
  picture: MarkdownSite["picture"],
  base: string,
): Covers {
  const found = new Map<string, Cover>();
  const pictures = new Map<string, KnownPicture>();
  const problems: Problem[] = [];
  // Posts that share a picture share its views.
  const views = new Map<string, PictureViews>();
  for (const { file, url, image, placeOf } of entries) {
    if (!image) continue;
    const { src, alt, remote, credit } = image;
    const described = { alt, ...(credit !== undefined && { credit }) };
    if (remote) {
      const trouble = picture(src, { file, url }).problem;
      const here = trouble?.kind === "remote" ? trouble.here : undefined;
      problems.push(problem("third-party-image", placeOf("image"), { src }, here));
      found.set(file, { kind: "remote", src, ...described });
      continue;
    }
    const finding = picture(src, { file, url });
    const place = lazyPlace(file, () => placeOf("image"));
    problems.push(...pictureProblems(finding, src, place));
    if (!finding.found) {
      found.set(file, { kind: "missing", ...described });
      continue;
    }
    const view = views.get(finding.picture.file) ?? viewsOf(finding.picture, base);
    views.set(finding.picture.file, view);
    pictures.set(file, finding.picture);
    found.set(file, { kind: "shown", ...view, ...described });
  }
  return { found, pictures, problems };
}

/**
 * The covers, once the texts are rendered. A cover that its text also shows is not shown above the text, and its credit is left
 * out if the text has one. A cover without a description takes that of the copy that was removed from the text.
 */
export function settleCovers(
  covers: ReadonlyMap<string, Cover>,
  rendered: ReadonlyMap<string, Rendered>,
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
