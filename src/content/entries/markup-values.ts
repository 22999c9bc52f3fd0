// Texts of front matter that hold Markdown or tags of HTML → a warning each, with the line without them.
// They are shown as they stand, in titles of windows, in feeds and by networks that show the page, where no sign means anything.
import { problem, type Problem } from "../../problems.ts";
import type { FrontMatter } from "../schema.ts";
import { excerpt } from "../text.ts";
import type { Places } from "../yaml/locate.ts";
import { quote } from "../yaml/quoting.ts";

type Key = "title" | "description" | "imageAlt" | "imageCredit";
const KEYS: readonly Key[] = ["title", "description", "imageAlt", "imageCredit"];

/** Characters of a line to paste. */
const LONGEST = 500;

/** Strong words, a link, or words within tags, each with what they mark. */
const MARKUP =
  /(?<![\p{L}\p{N}])(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1(?!\.?[\p{L}\p{N}])|!?\[([^[\]\n]{1,500})\]\((?:https?:\/\/|mailto:|\/)[^()\s]*\)|<(em|strong|b|i|u|a|span)\b[^<>]{0,500}>([^<>]{0,500})<\/\4>/u;

export function markupValues(data: FrontMatter, placeIn: Places): Problem[] {
  const texts = KEYS.map((key) => ({
    before: `${key}: `,
    text: data[key],
    path: [key] as (string | number)[],
  }));
  for (const [i, one] of (data.corrections ?? []).entries())
    texts.push(
      typeof one === "string"
        ? { before: "- ", text: one, path: ["corrections", i] }
        : { before: "text: ", text: one.text, path: ["corrections", i, "text"] },
    );
  return texts.flatMap(({ before, text = "", path }) => {
    const [marked] = MARKUP.exec(text) ?? [];
    if (marked === undefined) return [];
    const fix = before + quote(excerpt(withoutMarkup(text), LONGEST));
    return problem("plain-value", placeIn(path), { field: String(path[0]), marked: excerpt(marked), fix });
  });
}

/** The words alone, also where marks stand within marks. */
function withoutMarkup(text: string): string {
  let left = text;
  for (;;) {
    const [whole, , strong, label, , within] = MARKUP.exec(left) ?? [];
    if (whole === undefined) return left;
    left = left.replace(whole, () => strong ?? label ?? within ?? "");
  }
}
