// A heading → what its lines hold besides its text, for the line that a message offers in their place.
import type { Token } from "markdown-it";
import type { Env } from "./env.ts";

/** The signs of the quotation or item that begin the line of a heading; empty for a heading outside of them. */
export function signsBefore(open: Token, inline: Token | undefined, env: Env): string {
  if (open.level === 0) return "";
  const line = env.positions.lines()[open.map?.[0] ?? 0] ?? "";
  const [first = ""] = open.markup.startsWith("#") ? ["#"] : (inline?.content.split("\n") ?? []);
  return line.slice(0, Math.max(0, line.indexOf(first))).trimStart();
}

const FRAMED = /^={2,}[ \t]*\n([^\n]+)$/;

/** The title between two lines of equal signs, of which only the second makes a heading; undefined for any other heading. */
export function framedTitle(inline: Token | undefined): string | undefined {
  return FRAMED.exec(inline?.content ?? "")?.[1]?.trim();
}
