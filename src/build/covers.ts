// Pictures that front matter names → what pages show in their place, and what is wrong with them.
// A picture that is missing, broken or on another host is never shown: its description stands there instead.
import type { Post, StaticPage } from "../content/types.ts";
import type { MarkdownSite } from "../markdown/types.ts";
import type { Cover } from "../pages/types.ts";
import { problem, type Place, type Problem } from "../problems.ts";

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
    if (!image) continue;
    const { src, alt, remote, credit } = image;
    const described = { alt, ...(credit !== undefined && { credit }) };
    if (remote) {
      problems.push(problem("third-party-image", placeOf("image"), { src }));
      found.set(file, { kind: "remote", src, ...described });
      continue;
    }
    const finding = picture(src, { file, url });
    if (finding.problem) problems.push(pictureProblem(finding.problem, src, placeOf("image")));
    if (!finding.found) {
      found.set(file, { kind: "missing", ...described });
      continue;
    }
    const { width, height } = finding;
    const size = { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
    found.set(file, { kind: "shown", src: finding.url, ...described, ...size });
  }
  return { found, problems };
}

type PictureTrouble = NonNullable<ReturnType<MarkdownSite["picture"]>["problem"]>;

function pictureProblem(trouble: PictureTrouble, src: string, place: Place): Problem {
  switch (trouble.kind) {
    case "missing":
      return problem("missing-image", place, { src, suggestion: trouble.suggestion });
    case "case":
      return problem("image-case", place, { src, actual: trouble.actual });
    case "broken":
      return problem("broken-image", place, { src });
    case "remote":
      return problem("third-party-image", place, { src });
  }
}
