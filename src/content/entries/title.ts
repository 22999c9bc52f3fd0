// `title` of front matter → one line of text, or what is wrong with it.
// A text without a title is refused; the line to paste has the title that its author wrote under another key, and the text is
// checked under that one.
import { problem, type Problem } from "../../problems.ts";
import { meantKey } from "../key-names.ts";
import { excerpt } from "../../excerpt.ts";
import { oneLine } from "../text.ts";
import type { FieldPlaces } from "../types.ts";
import { quote } from "../yaml/quoting.ts";
import type { YamlMap } from "../yaml/parse.ts";

/** In characters. */
export const LONGEST_TITLE = 500;

/** Stands for the title of a text without one, which no page shows. */
const UNTITLED = "—";

/**
 * The title on one line. If something is wrong with it: `meant`, the title that the author seems to have meant, and `instead`,
 * the other key under which they wrote it.
 */
export function readTitle(
  raw: YamlMap,
  head: string,
  placeOf: FieldPlaces,
): { title: string } | { problem: Problem; meant: string; instead?: string } {
  const value = raw["title"];
  const written = /^title[ \t]*:(?!:)[ \t]*(.*)$/m.exec(head)?.[1]?.trim() ?? "";
  const missing = (): { problem: Problem; meant: string; instead?: string } => {
    const [key, other] = otherTitle(raw) ?? [];
    const meant = oneLine(other ?? "") || UNTITLED;
    const fix = other === undefined ? undefined : `title: ${quote(other)}`;
    // An empty `title` is reported at its own line; the other key is reported separately.
    if (key === undefined || Object.hasOwn(raw, "title"))
      return { problem: problem("front-matter/no-title", placeOf("title"), {}, fix), meant };
    return {
      problem: problem("front-matter/no-title", placeOf(key, "key"), {}, fix),
      ...{ meant, instead: key },
    };
  };
  if (typeof value === "string") {
    const title = oneLine(value);
    if (!/[^\p{C}\p{Z}]/u.test(title)) return missing();
    if (title.length > LONGEST_TITLE)
      return {
        problem: problem("front-matter/title-long", placeOf("title"), {
          length: title.length,
          limit: LONGEST_TITLE,
        }),
        meant: excerpt(title, LONGEST_TITLE),
      };
    // A bare date is text in Carnet's YAML, but a date in every other tool. A title in quotes is intended.
    if (!/^\d{4}-\d{1,2}-\d{1,2}$/.test(written)) return { title };
  }
  if (written === "" && (value === undefined || value === null)) return missing();
  const shown = written === "" ? JSON.stringify(value) : written;
  const params = { found: excerpt(shown), fix: `title: ${quote(excerpt(shown, LONGEST_TITLE))}` };
  return { problem: problem("front-matter/title", placeOf("title"), params), meant: oneLine(shown) };
}

/** A key such as `titre` and its value, if that is text. */
function otherTitle(raw: YamlMap): [key: string, value: string] | undefined {
  const [key = "", value] =
    Object.entries(raw).find(([one]) => one !== "title" && meantKey(one, ["title"])) ?? [];
  return typeof value === "string" && value.trim() !== "" ? [key, excerpt(value, LONGEST_TITLE)] : undefined;
}
