// Pictures that front matter names → those that can be decoded: what one is that cannot, its header does not tell.
import type { Post, StaticPage } from "../content/types.ts";
import type { PictureIndex } from "../images/facts.ts";
import type { Site } from "../site.ts";
import { findCovers, type Covers } from "./covers.ts";
import { findBroken, type PictureRun } from "./picture-verdicts.ts";

/** `broken` are the sources of those that cannot be decoded; entries are shown without them. */
export async function soundCovers(
  entries: readonly (Post | StaticPage)[],
  index: PictureIndex,
  { basePath }: Site,
  run: PictureRun,
): Promise<{ covers: Covers; broken: ReadonlySet<string> }> {
  const find = (pictures: PictureIndex): Covers =>
    findCovers(entries, (src, { file }) => pictures.picture(src, file), basePath.slice(0, -1));
  const named = find(index);
  const broken = await findBroken(named.pictures.values(), run);
  return { covers: broken.size === 0 ? named : find(index.without(broken)), broken };
}
