// What the cleaner receives with a piece of raw HTML, and what it returns.
// A piece is a whole block, or one tag of a sentence, whose closing tag is in another piece.
import type { Place } from "../../problems.ts";
import type { RawHeading } from "./headings.ts";

/** Where a piece is. */
export interface Piece {
  /** The place of an offset in the piece. */
  at: (offset: number) => Place;
  /** False inside a paragraph or heading of Markdown, which cannot contain a block. */
  flow: boolean;
  /** True if the end of the element `name` follows in a later piece of the same line of text. */
  closesLater?: (name: string) => boolean;
  /** Title for a frame that has none. */
  heading: string;
  /** Headings of the piece, as the outline decided them, by offset of their tag. */
  headings?: ReadonlyMap<number, RawHeading> | undefined;
}

export interface Cleaned {
  html: string;
  /** Players that a paragraph cannot contain: they follow it. */
  after: string;
  /** Element whose content is dropped in the following pieces, up to its end. */
  skip?: string;
  /** Text of the last heading read, for the frames below it. */
  heading?: string;
  /** Offset of its end, before which block tags are dropped. */
  headingEnd?: number;
  /** Names that have no end in the rest of the piece: each is searched for once, not at every tag. */
  unclosed?: Set<string>;
}
