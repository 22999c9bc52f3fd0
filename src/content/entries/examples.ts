// A value of front matter that is refused → the line to paste in its place: made of the value where it can be mended, else an example.
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

/** Keys whose value is words: a number or a switch may be one, between quotes. */
const WORDS = new Set(["author", "authors", "description", "imageAlt", "imageCredit", "license"]);
/** Keys whose value is a moment, each with its hour: a day that nobody wrote could publish the text. */
const MOMENTS: Readonly<Record<string, string | undefined>> = {
  date: undefined,
  updated: undefined,
  publishAt: "HH:MM",
  expires: "HH:MM",
  deadline: undefined,
};

/** Each inner line reads the whole head once more. */
const MOST_INNER = 20;

/** `values` are those of `head`, as YAML reads them. */
export function examplesFor(values: YamlMap, head: string): (refusal: Refusal, found: unknown) => Example {
  let inner = 0;
  return ({ path, ...wanted }, found) => {
    const [key = ""] = path.map(String);
    const line = path.length > 1 && ++inner <= MOST_INNER ? innerLine(head, { path, ...wanted }, found) : "";
    if (line !== "") return line;
    if (Object.hasOwn(MOMENTS, key)) return formLine(key, MOMENTS[key]);
    if (key === "published" && isMoment(found)) return `publishAt: ${String(found)}`;
    const code = key === "lang" && typeof found === "string" ? languageCode(found) : undefined;
    const [flag] = wanted.expected.includes("flag") ? mended(found, wanted) : [];
    const meant =
      code ?? (typeof flag === "boolean" ? String(flag) : undefined) ?? asText(path, values, head);
    return meant === undefined ? (exampleOf(key) ?? "") : `${key}: ${meant}`;
  };
}

/** What is missing inside a list, or refused there: an example, where its own words do not say it. */
const INNER: Readonly<Record<string, Example | undefined>> = {
  date: formLine("date"),
  text: { fr: 'text: "Chiffre corrigé."', en: 'text: "A figure was corrected."' },
};

/** The line to paste in the place of that of a value inside a list, or beside it; empty where there is none. */
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

/** A day where only a switch may stand; the zone does not matter to it. */
function isMoment(found: unknown): boolean {
  return typeof found === "string" && calendar("UTC").read(found).ok;
}

/** The value of such a key, with what is no text in it between quotes; undefined where it holds no word. */
function asText(path: KeyPath, values: YamlMap, head: string): string | undefined {
  const [key = "", index] = path.map(String);
  if (!WORDS.has(key) || path.length > 2) return undefined;
  const quoted = (value: unknown): string | undefined =>
    typeof value === "number" || typeof value === "boolean" ? quote(String(value)) : undefined;
  const value = values[key];
  const signed = isMap(value) ? signatureOf(value) : undefined;
  if (signed !== undefined) return quote(signed);
  // As it was typed: YAML reads `4.0` and `4` alike.
  const typed = new RegExp(`^${key}[ \\t]*:[ \\t]*([\\w.+-]+)`, "m").exec(head)?.[1];
  if (!Array.isArray(value))
    return index === undefined ? quoted(value) && quote(typed ?? String(value)) : undefined;
  const items = value.map((one: unknown) => quoted(one) ?? yamlOf(one));
  return quoted(value[Number(index)]) && `[${items.join(", ")}]`;
}
