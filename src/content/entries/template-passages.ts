// Pages that `carnet init` wrote → passages that are still to be completed, or have become untrue.
// A passage to complete is a note: the CI recipes check a new site strictly, before anyone can know who will host it.
import { addressPattern, type Site } from "../../site/site.ts";
import { problem, type Place, type Problem } from "../../problems.ts";
import type { StaticPage } from "../types.ts";
import { placeAt } from "../../lines.ts";

/** As the templates write it; the passage is without its full stop. */
const TO_COMPLETE = /<mark>((?:À compléter|To be completed)\s*:[^<\n]*?)\.?<\/mark>/g;

/** A site that measures its audience must not say that it does not. */
const DENIAL = /^.*(?:ne mesure pas son audience|does not measure its audience).*$/gm;
const DENIED_ABOVE = /ni mesure d.audience|no audience measurement/i;

export function checkTemplatePassages(page: StaticPage, site: Site): Problem[] {
  const text = page.text.body.toString("utf8");
  const passages = Array.from(text.matchAll(TO_COMPLETE), ({ 1: passage = "", index }) => ({
    passage,
    index,
  }));
  const [first] = passages;
  const found = passages.map(({ passage }) => `« ${passage} »`);
  const left =
    first === undefined ? [] : [problem("to-complete", placeIn(page, text, first.index), { found })];
  return site.audience === undefined ? left : [...left, ...denials(page, text, site)];
}

function denials(page: StaticPage, text: string, site: Site): Problem[] {
  const url = addressPattern(site, "audience", page.lang);
  const consent = site.audience?.consent ?? "exempt";
  const said = Array.from(text.matchAll(DENIAL), ({ index }) =>
    problem("audience/denied", placeIn(page, text, index), { part: "text", url, consent, lang: page.lang }),
  );
  if (!DENIED_ABOVE.test(page.description)) return said;
  const place = page.placeOf("description");
  return [problem("audience/denied", place, { part: "description", url, consent, lang: page.lang }), ...said];
}

function placeIn({ file, bodyLine }: StaticPage, text: string, index: number): Place {
  const { line, column } = placeAt(text, index);
  return { file, line: bodyLine + line - 1, column };
}
