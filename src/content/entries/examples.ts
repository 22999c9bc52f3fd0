// A refused front matter value → the line to paste instead: made from the value if it can be corrected, otherwise an example.
import type { Example } from "../../strings/problems-yaml.ts";
import { formLine, lineAround } from "../date-lines.ts";
import { calendar } from "../dates.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { languageCode, mended } from "../mend.ts";
import { exampleOf, frontMatterSchema } from "../schema.ts";
import { lineWith, settingLine, yamlOf } from "../settings/lines.ts";
import { quote } from "../yaml/quoting.ts";
import { isMap, type YamlMap } from "../yaml/parse.ts";
import { signatureOf } from "./signed-map.ts";
import type { Refusal } from "../zod-problems.ts";

/** Keys whose value is text: a number or a flag is accepted in quotes. */
const WORDS = new Set(["author", "authors", "description", "imageAlt", "imageCredit", "license"]);
/** Keys whose value is a date, each with the hour of its example: a guessed day could publish the text. */
const MOMENTS: Readonly<Record<string, string | undefined>> = {
  date: undefined,
  updated: undefined,
  publishAt: "HH:MM",
  expires: "HH:MM",
  deadline: undefined,
};

/** Each inner line parses the whole front matter again. */
const MOST_INNER = 20;

/** `values` are those of `head`, parsed from YAML. */
export function examplesFor(values: YamlMap, head: string): (refusal: Refusal, found: unknown) => Example {
  let inner = 0;
  return ({ path, ...wanted }, found) => {
    const [key = ""] = path.map(String);
    const line = path.length > 1 && ++inner <= MOST_INNER ? innerLine(head, { path, ...wanted }, found) : "";
    if (line !== "") return line;
    if (Object.hasOwn(MOMENTS, key)) return formLine(key, MOMENTS[key]);
    if (key === "image" && isMap(found)) return pictureLines(found, values);
    if (key === "published" && isMoment(found)) return `publishAt: ${String(found)}`;
    if (key === "corrections" && path.length === 1 && typeof found === "string") return dated(found);
    const code = key === "lang" && typeof found === "string" ? languageCode(found) : undefined;
    const [flag] = wanted.expected.includes("flag") ? mended(found, wanted) : [];
    const meant =
      code ?? (typeof flag === "boolean" ? String(flag) : undefined) ?? asText(path, values, head);
    return meant === undefined ? (exampleOf(key) ?? "") : `${key}: ${meant}`;
  };
}

/** A cover written as a map, as in other tools: its address and its words have a key each. */
function pictureLines(found: YamlMap, values: YamlMap): Example {
  const src = [found["src"], found["url"], found["path"]].find((one) => typeof one === "string");
  if (src === undefined) return exampleOf("image") ?? "";
  const { alt } = found;
  const isNew = typeof alt === "string" && values["imageAlt"] === undefined;
  return `image: ${yamlOf(src)}${isNew ? `\nimageAlt: ${yamlOf(alt)}` : ""}`;
}

/** The words of a correction, which lack their day. */
function dated(text: string): Example {
  const rest = `, text: ${yamlOf(text)} }]`;
  return { fr: `corrections: [{ date: AAAA-MM-JJ${rest}`, en: `corrections: [{ date: YYYY-MM-DD${rest}` };
}

/** Examples for keys inside a list whose value is missing or refused, unless its own words are used. */
const INNER: Readonly<Record<string, Example | undefined>> = {
  date: formLine("date"),
  text: { fr: 'text: "Chiffre corrigé."', en: 'text: "A figure was corrected."' },
};

/** The line to paste instead of that of a value inside a list, or beside it; empty if there is none. */
function innerLine(head: string, { path, ...wanted }: Refusal, found: unknown): Example {
  const isText = wanted.expected.includes("text");
  const [only, another] = Array.isArray(found) ? (found as unknown[]) : [];
  if (isText && typeof only === "string" && another === undefined) return lineWith(head, path, yamlOf(only));
  const refused = { path, found, ...wanted, ...(isText && { expected: ["text" as const] }) };
  const lineOf = (value?: string): string =>
    settingLine(head, refused, { schema: frontMatterSchema, examples: () => value });
  const example = INNER[String(path.at(-1))];
  return example === undefined ? lineOf() : lineAround(example, lineOf);
}

/** True for a day where only a flag is allowed; the zone does not matter. */
function isMoment(found: unknown): boolean {
  return typeof found === "string" && calendar("UTC").read(found).ok;
}

/**
 * The value of such a key, with its numbers and flags in quotes; undefined if the refused value is neither, nor a signature.
 */
function asText(path: KeyPath, values: YamlMap, head: string): string | undefined {
  const [key = "", index] = path.map(String);
  if (!WORDS.has(key) || path.length > 2) return undefined;
  const quoted = (value: unknown): string | undefined =>
    typeof value === "number" || typeof value === "boolean" ? quote(String(value)) : undefined;
  const value = values[key];
  const signed = isMap(value) ? signatureOf(value) : undefined;
  if (signed !== undefined) return quote(signed);
  // As typed: YAML reads `4.0` and `4` alike.
  const typed = new RegExp(`^${key}[ \\t]*:[ \\t]*([\\w.+-]+)`, "m").exec(head)?.[1];
  if (!Array.isArray(value))
    return index === undefined ? quoted(value) && quote(typed ?? String(value)) : undefined;
  const items = value.map((one: unknown) => quoted(one) ?? yamlOf(one));
  return quoted(value[Number(index)]) && `[${items.join(", ")}]`;
}
