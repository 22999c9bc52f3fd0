// What YAML 1.2 reads as text in settings and front matter, and a person meant as a flag or a number.
import * as z from "zod";

/** The words for on and off. */
export const YES = ["yes", "oui", "on", "true"] as const;
export const NO = ["no", "non", "off", "false"] as const;

/** A setting that is on or off; parses to a boolean. */
export const flag = z.union([
  z.boolean(),
  z.enum([...YES, ...NO]).transform((word) => YES.some((yes) => yes === word)),
]);

/** A number that is not in its usual form: `75.0`, `08`. */
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

/** Applies `schema` to a number, or to text that is a number. */
export function numeric(schema: z.ZodNumber): z.ZodType<number> {
  return z.preprocess(
    (value) => (typeof value === "string" && NUMBER.test(value) ? Number(value) : value),
    schema,
  );
}
