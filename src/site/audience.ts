// `audience` of `site.yaml`: the Matomo server that counts page views, and whether readers are asked first; and what a run measures
// with it.
import * as z from "zod";
import { numeric } from "../yaml-values.ts";

/** `exempt` counts at once, but so little that French law requires no consent. `ask` counts after the reader agrees. */
const CONSENTS = ["exempt", "ask"] as const;

export const audienceSchema = z.strictObject({
  /** Address of the Matomo server, which may have a path; `content/settings/site-checks.ts` checks the rest. */
  matomo: z.url({ protocol: /^https?$/ }),
  /** Identifier of this site in Matomo. */
  siteId: numeric(z.int().min(1)),
  consent: z.enum(CONSENTS).default("exempt"),
});

export type Audience = z.output<typeof audienceSchema>;

/** What pages need in order to count their views. */
export interface Measure extends Pick<Audience, "siteId" | "consent"> {
  /** Address to which each view is sent: `https://stats.example.org/matomo.php`. */
  endpoint: string;
  /** Host of that address, as shown to people. */
  counter: string;
  /** The only host, with its port, on which pages count views: a copy elsewhere must not change the figures. */
  host: string;
}

/** `url` is the site's own address, not that of a preview. If it is empty, nothing is measured. */
export function measureOf(audience: Audience, url: string): Measure | undefined {
  if (url === "") return undefined;
  const { siteId, consent, matomo } = audience;
  const endpoint = `${matomoFolder(matomo)}matomo.php`;
  return { siteId, consent, endpoint, counter: matomoHost(audience), host: new URL(url).host };
}

/** What people copy from Matomo's code snippet: the path of one of its programs instead of its folder. */
const PROGRAM = /\/(?:(?:matomo|piwik)\.(?:php|js)|index\.php)$/;

/**
 * The folder of a Matomo server, always in https, with a final slash and without query or fragment:
 * `https://stats.example.org/`.
 */
export function matomoFolder(matomo: string): string {
  const { host, pathname } = new URL(matomo);
  return `https://${host}${pathname.replace(PROGRAM, "/").replace(/\/*$/, "/")}`;
}

/** The host that receives page views, as shown to people. */
export function matomoHost({ matomo }: Audience): string {
  return new URL(matomo).host;
}
