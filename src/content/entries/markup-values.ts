// Front matter values that contain Markdown, HTML tags or letters that imitate bold → a warning each, with the line without them.
// They are shown as written in window titles, in feeds and by social networks, where markup means nothing.
import { problem, type Place, type Problem } from "../../problems.ts";
import { markupIn } from "../marked-words.ts";
import type { FrontMatter } from "../schema.ts";
import { styledIn, unstyled } from "../styled-words.ts";
import { excerpt } from "../../excerpt.ts";
import type { Places } from "../yaml/locate.ts";
import { quote } from "../yaml/quoting.ts";

const KEYS = ["title", "author", "description", "imageAlt", "imageCredit"] as const;

/** Limit of a line to paste, in characters. */
const LONGEST = 500;

export function markupValues(data: FrontMatter, placeIn: Places): Problem[] {
  const texts = KEYS.map((key) => {
    const value = data[key];
    // Authors may be a list.
    const text = typeof value === "string" ? value : undefined;
    return { before: `${key}: `, text, path: [key] as (string | number)[] };
  });
  for (const [i, one] of (data.corrections ?? []).entries())
    texts.push(
      typeof one === "string"
        ? { before: "- ", text: one, path: ["corrections", i] }
        : { before: "text: ", text: one.text, path: ["corrections", i, "text"] },
    );
  return texts.flatMap(({ before, text = "", path }) => {
    const found = markupIn(text);
    if (found === undefined) return styledValue(text, before, () => placeIn(path));
    const fix = before + quote(excerpt(found.words, LONGEST));
    const marked = excerpt(found.marked);
    return problem("plain-value", placeIn(path), { field: String(path[0]), marked, fix });
  });
}

function styledValue(text: string, before: string, place: () => Place): Problem[] {
  const found = styledIn(text);
  if (found === undefined) return [];
  const fix = before + quote(excerpt(unstyled(text), LONGEST));
  return [problem("garbled-text/styled-value", place(), { found: excerpt(found.words), fix })];
}
