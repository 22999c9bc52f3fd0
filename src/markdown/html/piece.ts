// What the cleaner is given with a piece of raw HTML, and what it gives back.
// A piece is a whole block, or one tag of a sentence, whose end stands in another piece.
import type { Place } from "../../problems.ts";
import type { RawHeading } from "./headings.ts";

/** Where a piece stands. */
export interface Piece {
  /** Gives the place of an offset of the piece. */
  at: (offset: number) => Place;
  /** False inside a paragraph or heading of Markdown, which no block may enter. */
  flow: boolean;
  /** True where the end of the element `name` follows in a later piece of the same line of text. */
  closesLater?: (name: string) => boolean;
  /** Title for a frame that has none. */
  heading: string;
  /** Headings of the piece, as the outline decided them, by the offset of their tag. */
  headings?: ReadonlyMap<number, RawHeading> | undefined;
}

export interface Cleaned {
  html: string;
  /** Players that a paragraph cannot hold: they come after it. */
  after: string;
  /** Element whose content, in the pieces that follow, is dropped up to its end. */
  skip?: string;
  /** Text of the last heading read, for the frames under it. */
  heading?: string;
  /** Offset of its end, before which no block is let in. */
  headingEnd?: number;
  /** Names that have no end in the rest of the piece: looked for once, not at every tag. */
  unclosed?: Set<string>;
}
