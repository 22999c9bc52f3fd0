// Pictures that front matter names → what pages show, and what is wrong with them.
// A picture that is missing, broken or on another host is never shown: the page does without.
import type { Post, StaticPage } from "../content/types.ts";
import type { MarkdownSite } from "../markdown/types.ts";
import type { Cover } from "../pages/types.ts";
import { problem, type Problem } from "../problems.ts";

export interface Covers {
  /** By source file of the post or page. */
  found: Map<string, Cover>;
  problems: Problem[];
}

export function findCovers(
  entries: readonly (Post | StaticPage)[],
  picture: MarkdownSite["picture"],
): Covers {
  const found = new Map<string, Cover>();
  const problems: Problem[] = [];
  for (const { file, url, image, placeOf } of entries) {
    if (!image || image.remote) {
      if (image) problems.push(problem("third-party-image", placeOf("image"), { src: image.src }));
      continue;
    }
    const finding = picture(image.src, { file, url });
    const trouble = finding.problem && pictureProblem(finding.problem, image.src);
    if (trouble) problems.push(trouble(placeOf("image")));
    if (!finding.found) continue;
    const { width, height } = finding;
    found.set(file, {
      src: finding.url,
      alt: image.alt,
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
    });
  }
  return { found, problems };
}

function pictureProblem(
  found: NonNullable<ReturnType<MarkdownSite["picture"]>["problem"]>,
  src: string,
): (place: Parameters<typeof problem>[1]) => Problem {
  switch (found.kind) {
    case "missing":
      return (place) => problem("missing-image", place, { src, suggestion: found.suggestion });
    case "case":
      return (place) => problem("image-case", place, { src, actual: found.actual });
    case "broken":
      return (place) => problem("broken-image", place, { src });
    case "remote":
      return (place) => problem("third-party-image", place, { src });
  }
}
