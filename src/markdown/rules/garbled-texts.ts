// Accents, apostrophes and dashes that another program read in the wrong encoding (`hasnâ€™t`, `crÃ¨me`, `Â£50`) → one warning for
// the text. It is printed as it is: this rule only reports. A sign alone is left, since a text may be about it.
import type { Place } from "../../problems.ts";
import { eachInline, passRule } from "../rule.ts";

/** What the bytes of typographic signs are in Windows-1252, after `â€`. Those of `”` end with one that is not shown. */
const SIGNS: Readonly<Record<string, string>> = {
  "˜": "‘",
  "™": "’",
  œ: "“",
  "“": "–",
  "”": "—",
  "¦": "…",
  "¢": "•",
  "": "”",
};
const PART = "(?:â€(?:[˜™œ“”¦¢]|(?![˜™œ“”¦¢]))|Ã[¡-ª¬-º¼-¿]|Â[£°·©®§¢±²³µ¼½¾])";
const GARBLED = new RegExp(`(?<=[\\p{L}\\p{N}])${PART}|${PART}(?=[\\p{L}\\p{N}])`, "gu");
const PARTS = new RegExp(PART, "g");
/** What every match contains: sought one by one, they are found sooner. */
const MARKS = ["â€", "Ã", "Â"];

export const garbledTexts = passRule("garbled-texts", (tokens, env) => {
  if (!MARKS.some((mark) => env.holds(mark))) return;
  let first: { found: string; place: Place } | undefined;
  let count = 0;
  eachInline(tokens, ({ content: source }, children, span) => {
    if (!MARKS.some((mark) => source.includes(mark))) return;
    for (const { type, content } of children) {
      if (type !== "text") continue;
      for (const { index } of content.matchAll(GARBLED)) {
        count++;
        if (first !== undefined) continue;
        const found = wordAt(content, index);
        first = { found, place: env.positions.at(span, Math.max(0, source.indexOf(found))) };
      }
    }
  });
  if (first === undefined) return;
  const { found, place } = first;
  env.report("garbled-text", place, { found, count, fix: found.replace(PARTS, meant) });
});

function wordAt(text: string, index: number): string {
  const start = index - (/\S{0,40}$/.exec(text.slice(Math.max(0, index - 40), index))?.[0].length ?? 0);
  return /^\S{1,80}/.exec(text.slice(start))?.[0] ?? "";
}

function meant(part: string): string {
  if (part.startsWith("â€")) return SIGNS[part.slice(2)] ?? part;
  const code = part.charCodeAt(1);
  return String.fromCharCode(part.startsWith("Ã") ? code + 0x40 : code);
}
