// Checks the front matter keys that a site declares under `fields`.
// They go through the same schema code as Carnet's own keys, so that messages read alike.
import * as z from "zod";
import { flag } from "../../flag.ts";
import { ofSameNumbers } from "../../nearest.ts";
import { numeric } from "../../numeric.ts";
import { problem, type Problem } from "../../problems.ts";
import type { Site } from "../../site/site.ts";
import { exampleIn, type Example } from "../../strings/problems-yaml.ts";
import { inEach, type Translated } from "../../strings/translated.ts";
import { dateLine, formLine } from "../date-lines.ts";
import type { Calendar } from "../dates.ts";
import { excerpt } from "../../excerpt.ts";
import { choices } from "../mend.ts";
import { yamlOf } from "../settings/lines.ts";
import type { FieldPlaces } from "../types.ts";
import type { YamlMap } from "../yaml/parse.ts";
import { issueProblems } from "../zod-problems.ts";

type Field = Site["fields"][string];

const SCHEMAS: Readonly<Record<Field["type"], z.ZodType>> = {
  string: z.union([z.string(), z.number().transform(String)]),
  text: z.string(),
  number: numeric(z.number()),
  boolean: flag,
  date: z.union([z.string(), z.number().transform(String)]),
  url: z.union([z.url({ protocol: /^(https?|mailto)$/ }), z.string().regex(/^\/[^/]/)]),
  list: z.array(z.union([z.string(), z.number().transform(String)])),
  object: z.record(z.string(), z.unknown()),
};

const TEXT: Translated = { fr: '"texte"', en: '"text"' };

const EXAMPLES: Readonly<Record<Exclude<Field["type"], "date">, Example>> = {
  string: TEXT,
  text: TEXT,
  number: "12",
  boolean: "true",
  url: "https://example.org/",
  list: { fr: "[un, deux]", en: "[one, two]" },
  object: { fr: "{ cle: valeur }", en: "{ key: value }" },
};

/** A field with options accepts one of them, or a list of them; YAML may have read one as a number. */
function schemaOf({ type, options: choices = [] }: Field): z.ZodType {
  if (choices.length === 0) return SCHEMAS[type];
  const choice = z.preprocess(
    (value) => (typeof value === "number" ? String(value) : value),
    z.enum(choices),
  );
  return type === "list" ? z.array(choice) : type === "number" ? choice.transform(Number) : choice;
}

/** Values of the declared fields. `sound`: false if one is refused, which is then missing. */
export function readFields(
  values: YamlMap,
  context: { site: Site; dates: Calendar; problems: Problem[] },
  placeOf: FieldPlaces,
): { fields: Record<string, unknown>; sound: boolean } {
  const read: Record<string, unknown> = {};
  let sound = true;
  for (const [name, field] of Object.entries(context.site.fields)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined && !field.required) continue;
    const found = readField(name, field, value, context, placeOf);
    if (found === undefined) sound = false;
    else read[name] = found.value;
  }
  return { fields: read, sound };
}

function exampleOf(name: string, { type, options = [] }: Field, found: unknown): Example {
  if (options.length > 0) return choiceOf(name, type, options, found);
  return type === "date" ? formLine(name) : inEach((lang) => `${name}: ${exampleIn(EXAMPLES[type], lang)}`);
}

/** The line with the choices that were meant; none if one of them resembles no choice, since any other would be untrue. */
function choiceOf(name: string, type: Field["type"], options: readonly string[], found: unknown): string {
  const written = [found ?? options[0]].flat().map(String);
  const meant = written.flatMap((one) => {
    const alike = ofSameNumbers(one, options);
    return choices(one, { options: alike }).find((choice) => alike.includes(choice)) ?? [];
  });
  if (meant.length < written.length) return "";
  const quoted = meant.map((one) => (/^\d+$/.test(one) ? one : yamlOf(one))).join(", ");
  return `${name}: ${type === "list" ? `[${quoted}]` : quoted}`;
}

function readField(
  name: string,
  field: Field,
  value: unknown,
  context: { dates: Calendar; site: Pick<Site, "lang">; problems: Problem[] },
  placeOf: FieldPlaces,
): { value: unknown } | undefined {
  const result = z
    .object({ [name]: schemaOf(field) })
    .safeParse(value === undefined ? {} : { [name]: value });
  if (!result.success) {
    const example = exampleOf(name, field, value);
    context.problems.push(
      ...issueProblems(result.error.issues, {
        code: "front-matter",
        data: { [name]: value },
        placeOf: () => placeOf(name),
        exampleOf: () => example,
      }),
    );
    return undefined;
  }
  const read = result.data[name];
  if (field.type !== "date" || typeof read !== "string") return { value: read };
  const date = context.dates.read(read);
  if (date.ok) return { value: date.day };
  context.problems.push(
    problem(`bad-date/${date.reason}`, placeOf(name), {
      field: name,
      found: excerpt(read, 40),
      fix: dateLine(name, date, { lang: context.site.lang }),
    }),
  );
  return undefined;
}
