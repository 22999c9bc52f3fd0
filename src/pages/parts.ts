// The content of a page made from settings: parts with a title, each with sentences and a list (`partials/parts.njk`).

/** A sentence, which may contain one link. */
export interface Sentence {
  text: string;
  url?: string;
  label?: string;
}

/** Sentences, then a list. */
export interface StatementPart {
  title?: string;
  /** Level of the heading: 2 or 3. */
  level?: number;
  sentences: readonly Sentence[];
  items: readonly Sentence[];
  /** The items are in the owner's words. */
  own?: true;
}

/** A part of a page; the first one needs no title. */
export function part(
  title: string | undefined,
  sentences: readonly Sentence[],
  items: readonly Sentence[] = [],
): StatementPart {
  return { ...(title !== undefined && { title, level: 2 }), sentences, items };
}
