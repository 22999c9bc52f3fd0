// A number in settings and front matter: YAML gives those that would be written otherwise (`75.0`, `08`) as text.
import * as z from "zod";

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i;

/** What `schema` says of a number, also where it came as its digits. */
export function numeric(schema: z.ZodNumber): z.ZodType<number> {
  return z.preprocess(
    (value) => (typeof value === "string" && NUMBER.test(value) ? Number(value) : value),
    schema,
  );
}
