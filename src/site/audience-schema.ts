// `audience` of `site.yaml`: the Matomo server that counts page views, and whether readers are asked first.
import * as z from "zod";
import { numeric } from "../numeric.ts";

/** `exempt` counts at once, but so little that French law requires no consent. `ask` counts after the reader agrees. */
export const CONSENTS = ["exempt", "ask"] as const;

export const audienceSchema = z.strictObject({
  /** Address of the Matomo server, which may have a path; `content/settings/audience-checks.ts` checks the rest. */
  matomo: z.url({ protocol: /^https?$/ }),
  /** Identifier of this site in Matomo. */
  siteId: numeric(z.int().min(1)),
  consent: z.enum(CONSENTS).default("exempt"),
});

export type Audience = z.output<typeof audienceSchema>;
