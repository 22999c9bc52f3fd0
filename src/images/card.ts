// The words of a social card, and the name of its file: the picture shown where a link to a page without a picture is shared.
// Pages name their cards; `images/draw-card.ts` draws them, in another process.
import { createHash } from "node:crypto";

export interface Card {
  /** Absent for the card of the site itself. */
  title?: string;
  site: string;
  /** As it is shown: "2 mars 2026". */
  date?: string;
}

export const CARD = { width: 1200, height: 630 };

/** A letter of an alphabet that the font of cards lacks. */
const FOREIGN = /(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

/** The words of a card that can be drawn: a title or a name in another alphabet is left out; without both, there is no card. */
export function wordsDrawn({ title = "", site }: Card): string[] {
  return [title, site].filter((text) => text !== "" && !FOREIGN.test(text));
}

/** File name under `/pictures/`, known before anything is drawn. */
export function cardName(card: Card): string {
  const words = JSON.stringify([card.title ?? null, card.site, card.date ?? null]);
  return `card-${createHash("sha256").update(words).digest("hex").slice(0, 16)}.png`;
}
