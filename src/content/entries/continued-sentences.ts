// Sentences of front matter that people continue on a second line whose colon makes it a key → a warning each, with the sentence.
import { problem, type Problem } from "../../problems.ts";
import type { Site } from "../../site/site.ts";
import { uiLang } from "../../ui-lang.ts";
import { isSentence } from "../sentence-keys.ts";
import type { FieldPlaces } from "../types.ts";
import type { YamlMap } from "../yaml/parse.ts";

/** The next line of a sentence, which its colon makes a key: `description: Un bilan⏎de cette année : dix projets`. */
export function continuation(
  key: string,
  raw: YamlMap,
  { placeOf, site }: { placeOf: FieldPlaces; site: Pick<Site, "lang"> },
): { key: string; told: Problem } | undefined {
  const keys = Object.keys(raw);
  const before = keys[keys.indexOf(key) - 1] ?? "";
  const begun = raw[before];
  const rest = raw[key];
  if (!isSentence(before) || typeof begun !== "string" || !/\s/.test(key)) return undefined;
  if (typeof rest !== "string" && typeof rest !== "number") return undefined;
  const colon = uiLang(site.lang) === "fr" ? " :" : ":";
  const sentence = `${begun} ${key}${colon} ${String(rest)}`.replace(/[ \n]+/g, " ");
  const fix = `${before}: ${JSON.stringify(sentence)}`;
  return { key, told: problem("unknown-key/continued", placeOf(key, "key"), { key, before, fix }) };
}
