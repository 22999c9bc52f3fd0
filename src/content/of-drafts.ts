// The problems of drafts that a run leaves out → the same, told apart: the site is as sound without such a text, so that one
// unfinished idea stops nobody's publication.
import { codeOf, type Problem } from "../problems.ts";
import { isDraftByName } from "./file-names.ts";
import type { Content } from "./types.ts";

type Drafts = Pick<Content, "withheld" | "unreadDrafts">;

/** Told where a draft stands, of something that readers had and that the site lacks now. */
const OF_SITE: ReadonlySet<string> = new Set(["vanished-url"]);

/** Gives a function that marks such problems. `shown` says whether this run shows drafts: they are as others then. */
export function createMarkDrafts(
  { withheld, unreadDrafts = [] }: Drafts,
  shown: boolean,
): (problems: readonly Problem[]) => Problem[] {
  if (shown) return (problems) => [...problems];
  const drafts = withheld.filter(({ unpublished }) => unpublished === "draft");
  const files = new Set([...drafts, ...unreadDrafts].map(({ file }) => file));
  // A name that cannot be used, or a link, is in no list.
  const isOfDraft = ({ file, key }: Problem): boolean =>
    (files.has(file) || isDraftByName(file)) && !OF_SITE.has(codeOf(key));
  return (problems) => problems.map((one) => (isOfDraft(one) ? { ...one, ofDraft: true } : one));
}
