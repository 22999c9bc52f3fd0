// Tags of templates that enclose a text → where each of them ends.
import type { Tag } from "../../markdown/other-tools/template-tags.ts";
import type { Vocabulary } from "./leftovers.ts";

/** Pairs inside this many others are not looked for: each costs a call within the last, and nobody writes them. */
const DEEPEST = 100;

/** Pairs each opening tag with the end tag of its name, if there is one; tags inside a verbatim pair do not count. */
export function matchPairs(
  tags: readonly Tag[],
  { verbatim }: Pick<Vocabulary, "verbatim">,
): Map<number, number> {
  const ends = new Map<number, number>();
  const pairs = new Set(tags.flatMap(({ closing, name }) => (closing ? name : [])));
  const open: { name: string; index: number }[] = [];
  let within: { name: string; index: number } | undefined;
  for (const [index, tag] of tags.entries()) {
    if (tag.syntax === "output" || tag.syntax === "comment") continue;
    if (within !== undefined) {
      if (tag.closing && tag.name === within.name) {
        ends.set(within.index, index);
        within = undefined;
      }
    } else if (!tag.closing && verbatim.has(tag.name) && hasEnd(tags, index))
      within = { name: tag.name, index };
    else if (!tag.closing && pairs.has(tag.name) && !tag.selfClosing) open.push({ name: tag.name, index });
    else if (tag.closing) {
      const at = open.findLastIndex(({ name }) => name === tag.name);
      const found = open[at];
      if (found === undefined) continue;
      if (at < DEEPEST) ends.set(found.index, index);
      open.length = at;
    }
  }
  return ends;
}

function hasEnd(tags: readonly Tag[], index: number): boolean {
  const name = tags[index]?.name;
  return tags.slice(index + 1, index + 400).some((tag) => tag.closing && tag.name === name);
}
