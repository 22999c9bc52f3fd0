// Problems that can be found in a text's body before it is rendered: it is empty, in another language than declared, or a page
// that `carnet init` wrote and that nobody has completed.
import { placeAt } from "../../lines.ts";
import { problem, type Problem } from "../../problems.ts";
import { looksOther } from "../language.ts";
import type { Entry } from "../types.ts";

/** Bytes of a text that are enough to detect its language: more than `looksOther` reads, in French or English. */
const BEGINNING = 2100;

/** What a template leaves to its reader; the passage is without its full stop. */
const TO_COMPLETE = /<mark>((?:À compléter|To be completed)\s*:[^<\n]*?)\.?<\/mark>/g;

export function bodyRemarks({ kind, file, bodyLine, text, lang, unpublished, placeOf }: Entry): Problem[] {
  const remarks: Problem[] = [];
  if (kind === "post" && unpublished === undefined && isEmpty(text.body))
    remarks.push(problem("no-text", { file, line: bodyLine, column: 1 }, {}));
  if (kind === "page") {
    const body = text.body.toString();
    const [first, ...others] = body.matchAll(TO_COMPLETE);
    if (first !== undefined) {
      const { line, column } = placeAt(body, first.index);
      const found = [first, ...others].map(([, passage = ""]) => passage);
      remarks.push(problem("to-complete", { file, line: bodyLine + line - 1, column }, { found }));
    }
  }
  const other = looksOther(text.body.toString("utf8", 0, BEGINNING), lang);
  if (other !== undefined) remarks.push(problem("language", placeOf("title"), { lang }, `lang: ${other}`));
  return remarks;
}

/** True for a body of nothing but blanks and comments, such as the one that `carnet new` writes. */
function isEmpty(body: Buffer): boolean {
  return (
    body.length < BEGINNING &&
    body
      .toString()
      .replace(/<!--[^]*?-->/g, "")
      .trim() === ""
  );
}
