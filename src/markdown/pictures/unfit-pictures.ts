// The address of a picture that no picture of a site has (`data:`, a file of the author's computer, another scheme) → the message
// that says what to write instead. Pictures of texts and posters of films and players are told alike.
import type { Place } from "../../problems.ts";
import { hasNoLink, type Instead } from "../../strings/problems-pictures.ts";
import type { Env } from "../env.ts";
import { localFile } from "../local-files.ts";
import { asTyped } from "../picture-problems.ts";

/** A picture that is written in the text itself. */
export const EMBEDDED = /^data:image\/([a-z]+)/i;
const OTHER_SCHEME = /^(?!https?:)[a-z][a-z0-9+.-]+:/i;

/** An address that no picture has. */
export function isUnfit(src: string): boolean {
  return OTHER_SCHEME.test(src) || localFile(src) !== undefined;
}

/** True, with a message, for such an address; `instead` is what readers get in its place. */
export function reportUnfit(src: string, place: Place, instead: Instead, env: Env): boolean {
  if (!isUnfit(src)) return false;
  const [start, type = ""] = EMBEDDED.exec(src) ?? [];
  const file = localFile(src);
  if (start !== undefined) {
    // Its address, which may be a million characters long, would not help in a message.
    const name = `image.${type.toLowerCase().replace("jpeg", "jpg")}`;
    env.report("missing-image/embedded", place, { start: `${start}…`, name, instead });
  } else if (file !== undefined) {
    const as = hasNoLink(instead) ? "poster" : "picture";
    env.report("local-link/file", place, { url: asTyped(src), name: file, as });
  } else env.report("dropped-html/url", place, { url: src });
  return true;
}
