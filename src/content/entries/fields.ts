// Checks the front matter keys that a site declares under `fields`, with the same code as Carnet's own keys.
import * as z from "zod";
import { flag, numeric } from "../../yaml-values.ts";
import type { Problem } from "../../problems.ts";
import type { Site } from "../../site/site.ts";
import type { Calendar } from "../dates.ts";
import type { Example } from "../schema.ts";
import { checked } from "../schema-problems.ts";
import type { Places } from "../yaml/locate.ts";
import type { YamlMap } from "../yaml/parse.ts";
import { badDate } from "./dates.ts";

type Field = Site["fields"][string];

const word = z.union([z.string(), z.number().transform(String)]);

const SCHEMAS: Readonly<Record<Field["type"], readonly [z.ZodType, example: Example]>> = {
  string: [word, { fr: '"texte"', en: '"text"' }],
  text: [z.string(), { fr: '"texte"', en: '"text"' }],
  number: [numeric(z.number()), "12"],
  boolean: [flag, "true"],
  date: [word, "2026-03-02"],
  url: [
    z.union([z.url({ protocol: /^(https?|mailto)$/ }), z.string().regex(/^\/[^/]/)]),
    "https://example.org/",
  ],
  list: [z.array(word), { fr: "[un, deux]", en: "[one, two]" }],
  object: [z.record(z.string(), z.unknown()), { fr: "{ cle: valeur }", en: "{ key: value }" }],
};

/** A field with options accepts one of them, or a list of them; YAML may have read one as a number. */
function schemaOf({ type, options = [], required }: Field): z.ZodType {
  const [plain, example] = SCHEMAS[type];
  const choice = z.preprocess((one) => (typeof one === "number" ? String(one) : one), z.enum(options));
  const chosen = type === "list" ? z.array(choice) : type === "number" ? choice.transform(Number) : choice;
  const schema = options.length === 0 ? plain : chosen;
  return (required ? schema : schema.optional()).meta({ example: options[0] ?? example });
}

/** The schema of all declared fields. */
export function fieldsSchema({ fields }: Pick<Site, "fields">): FieldsSchema {
  return z.object(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)])));
}

export type FieldsSchema = z.ZodType<Record<string, unknown>>;

/** Values of the declared fields. `sound`: false if one is refused. */
export function readFields(
  values: YamlMap,
  {
    site,
    dates,
    problems,
    fields,
  }: { site: Site; dates: Calendar; problems: Problem[]; fields: FieldsSchema },
  placeOf: Places,
): { fields: Record<string, unknown>; sound: boolean } {
  const names = Object.keys(site.fields);
  const data = Object.fromEntries(Object.entries(values).filter(([key]) => names.includes(key)));
  const { value: read = {}, refused } = checked(fields, { data, placeOf, problems });
  let sound = refused.size === 0;
  for (const name of names) {
    const written = read[name];
    if (site.fields[name]?.type !== "date" || typeof written !== "string") continue;
    const date = dates.read(written);
    if (date.ok) read[name] = date.day;
    else {
      problems.push(badDate(name, written, date, placeOf([name])));
      Reflect.deleteProperty(read, name);
      sound = false;
    }
  }
  return { fields: read, sound };
}
