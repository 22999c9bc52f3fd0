// Marks the problems of drafts that a run leaves out: the site is sound without them, and an unfinished text must not stop
// publication.
import { codeOf, type Problem } from "../problems.ts";
import { isDraftByName } from "./file-names.ts";
import type { Content } from "./types.ts";

type Drafts = Pick<Content, "withheld" | "unreadDrafts">;

/** Reported at a draft, but about something that readers had and that the site now lacks. */
const OF_SITE: ReadonlySet<string> = new Set(["vanished-url"]);

/** Returns a function that marks such problems. If `shown`, this run shows drafts, and treats them like other texts. */
export function createMarkDrafts(
  { withheld, unreadDrafts = [] }: Drafts,
  shown: boolean,
): (problems: readonly Problem[]) => Problem[] {
  if (shown) return (problems) => [...problems];
  const drafts = withheld.filter(({ unpublished }) => unpublished === "draft");
  const files = new Set([...drafts, ...unreadDrafts].map(({ file }) => file));
  // A file whose name cannot be used, or a symbolic link, is in neither list.
  const isOfDraft = ({ file, key }: Problem): boolean =>
    (files.has(file) || isDraftByName(file)) && !OF_SITE.has(codeOf(key));
  return (problems) => problems.map((one) => (isOfDraft(one) ? { ...one, ofDraft: true } : one));
}
