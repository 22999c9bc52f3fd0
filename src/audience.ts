// What a run measures, by `audience` of `site.yaml`: nothing in a preview, nor where the site has no address to be recognised by.
import type { Audience } from "./audience-schema.ts";

/** What pages need to count a view of themselves. */
export interface Measure extends Pick<Audience, "siteId" | "consent"> {
  /** Where each view is told: `https://stats.example.org/matomo.php`. */
  endpoint: string;
  /** Host of that address, as people know it. */
  counter: string;
  /** The only host, with its port, on which pages count: a copy elsewhere must not change the figures. */
  host: string;
}

/** `url` is the site's own address, not that of a preview; without one, nothing is measured. */
export function measureOf(audience: Audience, url: string): Measure | undefined {
  if (url === "") return undefined;
  const { siteId, consent, matomo } = audience;
  const endpoint = `${matomoFolder(matomo)}matomo.php`;
  return { siteId, consent, endpoint, counter: matomoHost(audience), host: new URL(url).host };
}

/** What people copy from Matomo's own code: one of its programs, in place of the folder that they are in. */
const PROGRAM = /\/(?:(?:matomo|piwik)\.(?:php|js)|index\.php)$/;

/** The folder of a Matomo, with a final slash, and without what it must not have: `https://stats.example.org/`. */
export function matomoFolder(matomo: string): string {
  const { host, pathname } = new URL(matomo);
  return `https://${host}${pathname.replace(PROGRAM, "/").replace(/\/*$/, "/")}`;
}

/** The host that is told of page views, as people know it. */
export function matomoHost({ matomo }: Audience): string {
  return new URL(matomo).host;
}
