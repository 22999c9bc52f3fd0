// `audience` of `site.yaml`: the Matomo that counts page views, and whether readers are asked first.
import * as z from "zod";
import { numeric } from "./numeric.ts";

/** `exempt`: counts at once, so little that French law asks for no consent. `ask`: counts after a reader's yes. */
export const CONSENTS = ["exempt", "ask"] as const;

export const audienceSchema = z.strictObject({
  /** Address of the Matomo, which may have a path; what else it must be is in `content/settings/audience-checks.ts`. */
  matomo: z.url({ protocol: /^https?$/ }),
  /** Of this site, in that Matomo. */
  siteId: numeric(z.int().min(1)),
  consent: z.enum(CONSENTS).default("exempt"),
});

export type Audience = z.output<typeof audienceSchema>;
