// Links as mail programs, social networks and newsletters rewrite them → the address that was meant.
// A wrapped address tells a third party who follows it, and some contain the reader's or the author's e-mail address; the
// parameters of a campaign count every reader of the page as a reader of the mail that it was copied from.
import { problem, type Problem } from "../problems.ts";
import { hasScheme } from "../schemes.ts";
import { readable, type Located } from "./link-address.ts";
import type { WrittenLink } from "./link-form.ts";

/** The parameter that contains the destination, by host and path. */
const WRAPPERS: readonly [place: RegExp, parameter: string][] = [
  [/\.safelinks\.protection\.outlook\.com\//, "url"],
  [/^(?:www\.)?google\.[a-z.]{2,6}\/url$/, "q"],
  [/^(?:www\.)?google\.[a-z.]{2,6}\/url$/, "url"],
  [/^lm?\.facebook\.com\/l\.php$/, "u"],
  [/^(?:www\.)?linkedin\.com\/(?:redir\/redirect|safety\/go)/, "url"],
  [/^(?:www\.)?youtube\.com\/redirect$/, "q"],
];

/** Services that hide the destination: nothing here can tell it. */
const SHORTENERS = new Set(["lnkd.in", "t.co", "bit.ly", "ow.ly", "buff.ly", "tinyurl.com", "goo.gl"]);

const CAMPAIGN = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|msclkid|_hs(?:enc|mi))=/i;

export type Tracked = { why: "wrapped" | "campaign"; suggestion: string } | { why: "short"; host: string };

/** The problem of a link to another site, if any; `url` is its address. */
export function checkTracked({ href, text, place }: WrittenLink, url: Located): Problem[] {
  const tracked = trackedLink(href, url);
  if (tracked === undefined) return [];
  if (tracked.why === "short") return [problem("tracked-link/short", place, { href, host: tracked.host })];
  const suggestion = readable(tracked.suggestion);
  // A bare address is its own text.
  const words = hasScheme(text) ? "" : text;
  return [problem(`tracked-link/${tracked.why}`, place, { text: words, suggestion })];
}

/** Undefined for a link that leads straight to its page. */
export function trackedLink(href: string, url: Located): Tracked | undefined {
  const wrapped = unwrapped(url.hostname + url.pathname, url.search);
  if (wrapped !== undefined) return { why: "wrapped", suggestion: withoutCampaign(wrapped) };
  if (SHORTENERS.has(url.hostname) && url.pathname.length > 1) return { why: "short", host: url.hostname };
  const suggestion = withoutCampaign(href);
  return suggestion === href ? undefined : { why: "campaign", suggestion };
}

function unwrapped(place: string, search: string): string | undefined {
  for (const [pattern, parameter] of WRAPPERS) {
    const address = pattern.test(place) ? new URLSearchParams(search).get(parameter) : null;
    if (address !== null && /^https?:\/\//.test(address)) return address.replace(/\s/g, encodeURIComponent);
  }
  return undefined;
}

/** The rest is left as it was written. */
function withoutCampaign(href: string): string {
  const [, before = "", query, after = ""] = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(href) ?? [];
  if (query === undefined) return href;
  const kept = query.split("&").filter((pair) => !CAMPAIGN.test(pair));
  return before + (kept.length === 0 ? "" : `?${kept.join("&")}`) + after;
}
