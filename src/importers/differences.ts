// What a text lost or gained by its conversion → tasks of its report: words, pictures and links.
import { isHtmlFile } from "./body/bodies.ts";
import { compareTexts, type Comparison } from "./comparison.ts";
import type { Markdown } from "../markdown/render.ts";
import type { ManualKind, OldSite } from "./model.ts";
import type { NewEntry } from "./new-entry.ts";

/** Words that a line of the report quotes. */
const WORDS = 12;

export function reportDifferences(
  markdown: Markdown,
  { kind, emoji, base }: Pick<OldSite, "kind" | "emoji" | "base">,
  made: NewEntry,
): Comparison {
  const { source, text } = made.entry;
  const compared = compareTexts(
    markdown,
    {
      body: withShown(text.body, made.replaced),
      shortcodes: kind === "hugo",
      html: isHtmlFile(source),
      emoji: emoji !== undefined,
      base,
    },
    {
      ...made,
      unknown: made.manual.flatMap((one) => (one.kind === "template" ? one.found : [])),
    },
  );
  const name = (of: ManualKind, found: string): void =>
    void made.manual.push({ kind: of, file: source, line: 0, found });
  const { words, pictures, links } = compared;
  if (words.lost.length > 0) name("words-lost", words.lost.slice(0, WORDS).join(" "));
  if (words.added.length > 0) name("words-added", words.added.slice(0, WORDS).join(" "));
  for (const address of new Set(pictures.lost)) name("pictures-lost", address);
  for (const address of new Set(pictures.added)) name("pictures-added", address);
  for (const address of new Set(links.lost)) name("links-lost", address);
  return compared;
}

/** The text with what its code showed: of a condition, readers saw one branch. */
const withShown = (body: string, replaced: NewEntry["replaced"]): string =>
  replaced.reduce((text, { code, shown }) => text.replace(code, () => shown), body);
