// A number in settings and front matter. The YAML reader returns numbers that are not in their usual form (`75.0`, `08`) as
// text.
import * as z from "zod";

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

/** Applies `schema` to a number, or to text that is a number. */
export function numeric(schema: z.ZodNumber): z.ZodType<number> {
  return z.preprocess(
    (value) => (typeof value === "string" && NUMBER.test(value) ? Number(value) : value),
    schema,
  );
}
