// What is to be said of a text from its body as it is written, before it is rendered.
import { problem, type Problem } from "../problems.ts";
import type { Site } from "../site.ts";
import { looksOther } from "./language.ts";
import { checkTemplatePassages } from "./template-passages.ts";
import type { Post, StaticPage } from "./types.ts";

/** Bytes of a text that tell its language: more than its judge looks at, in French or English. */
const BEGINNING = 2100;

export function bodyRemarks(entry: Post | StaticPage, site: Site): Problem[] {
  const { body, lang, placeOf } = entry;
  const passages = entry.kind === "page" ? checkTemplatePassages(entry, site) : [];
  const other = looksOther(body.toString("utf8", 0, BEGINNING), lang);
  if (other === undefined) return passages;
  const place = placeOf("title");
  return [
    ...passages,
    problem("language/looks-other", place, { lang: lang.slice(0, 2).toLowerCase(), other }),
  ];
}
