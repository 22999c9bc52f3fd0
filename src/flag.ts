// A setting that is on or off, as people write it: YAML 1.2 reads `yes`, `oui` and `off` as text.
// Settings of the site and front matter share it, so that both take the same words.
import * as z from "zod";
import { isYes, NO, YES } from "./flag-words.ts";

/** Gives a boolean. */
export const flag = z.union([z.boolean(), z.enum([...YES, ...NO]).transform(isYes)]);
