// A setting that is on or off. YAML 1.2 reads `yes`, `oui` and `off` as text.
// Site settings and front matter share it, so that both accept the same words.
import * as z from "zod";
import { isYes, NO, YES } from "./flag-words.ts";

/** Parses to a boolean. */
export const flag = z.union([z.boolean(), z.enum([...YES, ...NO]).transform(isYes)]);
