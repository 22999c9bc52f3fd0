// Addresses of posts and pages: fills patterns, refuses what could leave the site or hide a file, and returns the URL.
// Every address is ASCII once encoded, and in Unicode form NFC before that, so that one page has one spelling.
import { decodeComponent } from "../percent-codes.ts";
import { slugOf } from "./text.ts";
import type { Day } from "./types.ts";
import { dayParts } from "./days.ts";

/** Why an address is refused; each reason has its sentence in the messages. */
export type BadAddress =
  | "empty"
  | "no-slash"
  | "absolute"
  | "dots"
  | "hidden"
  | "reserved"
  | "control"
  | "backslash"
  | "double-slash"
  | "percent"
  | "too-long"
  | "below-file"
  | "extension"
  | "character"
  | "pattern"
  | "placeholder"
  | "undated"
  | "no-slug";

export type Address = { url: string } | { bad: BadAddress; found: string };

const LONGEST = 250;
const RESERVED = new Set(["sw.js", "robots.txt", "sitemap.xml", "cname", "index.html"]);
const PLACEHOLDERS = ["year", "month", "day", "slug", "title"] as const;

/** The slug for a name. A name that is already safe in an address is kept as it is, since links to old blogs contain it. */
export function slugFor(name: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name) ? name : slugOf(name);
}

/**
 * Fills a pattern such as `/blog/:year/:month/:day/:slug/`. Refuses an unknown `:word`, and parts of a day if there is none.
 */
export function fillPattern(
  pattern: string,
  values: { day?: Day; slug: string },
): string | { bad: "placeholder" | "undated"; found: string } {
  const parts = values.day === undefined ? undefined : dayParts(values.day);
  const missing: string[] = [];
  const filled = pattern.replace(/:([a-zA-Z_]+)/g, (whole, name: string) => {
    if (name === "slug" || name === "title") return values.slug;
    const part = isOfDay(name) ? parts?.[name] : undefined;
    if (part === undefined) missing.push(name);
    return part ?? whole;
  });
  if (missing.length === 0) return filled;
  const unknown = missing.find((name) => !isOfDay(name));
  return unknown === undefined
    ? { bad: "undated", found: pattern }
    : { bad: "placeholder", found: `:${unknown}` };
}

const isOfDay = (name: string): name is "year" | "month" | "day" => /^(?:year|month|day)$/.test(name);

/** What is wrong with a site's pattern for posts, if anything. */
export function patternProblem(pattern: string): { bad: BadAddress; found: string } | undefined {
  const unknown = [...pattern.matchAll(/:([a-zA-Z_]+)/g)].find(
    ([, name]) => !PLACEHOLDERS.some((one) => one === name),
  );
  if (unknown !== undefined) return { bad: "placeholder", found: unknown[0] };
  if (!/:(slug|title)\b/.test(pattern)) return { bad: "no-slug", found: pattern };
  const filled = fillPattern(pattern, { day: "2021-04-01", slug: "x" });
  if (typeof filled !== "string") return filled;
  const address = siteAddress(filled);
  return "bad" in address ? address : undefined;
}

/** Folders in plain letters, none of them reserved. */
const PLAIN = /^\/(?!cname\/|_)(?:\w[\w-]*\/)+$/i;

/** A path as an address of this site: `/a` → `/a/`, `/é.html` → `/%C3%A9.html`, or why it is refused. */
export function siteAddress(written: string): Address {
  // Nearly all addresses are like this, and need no other check.
  if (written.length <= LONGEST && PLAIN.test(written)) return { url: written };
  const path = pathOf(written);
  if (typeof path !== "string") return { ...path, found: written };
  const segments = path.slice(1).split("/");
  const last = segments.pop() ?? "";
  const bad =
    segments.map((segment, i) => badSegment(segment, i === 0)).find((one) => one !== undefined) ??
    (last === "" ? undefined : badSegment(last, segments.length === 0));
  if (bad !== undefined) return { bad, found: written };
  if (segments.some((segment) => /\.html?$/i.test(segment))) return { bad: "below-file", found: written };
  if (last === "" || last.endsWith(".html")) return { url: encodeURI(path.replace(/\/index\.html$/, "/")) };
  return last.includes(".") ? { bad: "extension", found: written } : { url: encodeURI(`${path}/`) };
}

/**
 * An old path that redirects: like an address of this site, but with any extension, and with or without a final slash, as
 * written.
 */
export function oldAddress(written: string): Address {
  // One old address for each page: what a pattern would match cannot be checked, and many hosts support none.
  if (/\*|\/:\w/.test(written)) return { bad: "pattern", found: written };
  const path = pathOf(written);
  if (typeof path !== "string") return { ...path, found: written };
  const segments = path.slice(1).split("/");
  const bad = segments
    .map((segment, i) => (segment === "" ? undefined : badSegment(segment, i === 0, OLD)))
    .find((one) => one !== undefined);
  return bad === undefined ? { url: encodeURI(path) } : { bad, found: written };
}

/**
 * One key for addresses that a host or a disk may take for the same: ignores case, Unicode form, final slash and `index.html`.
 */
export function addressKey(url: string): string {
  return withoutIndex((decodeComponent(url) ?? url).normalize("NFC").toLowerCase());
}

/** True for two addresses of one page on every host: most tell capital letters from small ones. */
export function isSameAddress(a: string, b: string): boolean {
  const [one, other] = [a, b].map((url) => withoutIndex((decodeComponent(url) ?? url).normalize("NFC")));
  return one === other;
}

const withoutIndex = (path: string): string => path.replace(/\/index\.html$/, "/").replace(/(.)\/$/, "$1");

/** The path of a written address, decoded and in NFC, if nothing in its form is suspect. */
function pathOf(written: string): string | { bad: BadAddress } {
  const text = written.trim();
  if (text === "") return { bad: "empty" };
  // Half of a surrogate pair, which YAML writes as `\ud800`, is not a character either.
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Cs}/u.test(text)) return { bad: "control" };
  if (text.includes("\\")) return { bad: "backslash" };
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(text)) return { bad: "absolute" };
  if (!text.startsWith("/")) return { bad: text.startsWith(".") ? "dots" : "no-slash" };
  if (/%(2e|2f|5c|0\d|1[0-9a-f]|7f)/i.test(text)) return { bad: "percent" };
  if (text.includes("//")) return { bad: "double-slash" };
  const decoded = decodeComponent(text)?.normalize("NFC");
  if (decoded === undefined || decoded.includes("%")) return { bad: "percent" };
  return encodeURI(decoded).length > LONGEST ? { bad: "too-long" } : decoded;
}

/**
 * Characters that an address may contain. An old one may also contain what other generators left in: spaces and typographic
 * signs.
 */
const OWN = /^[\p{L}\p{N}\p{M}._~+,=@!'()&-]+$/u;
const OLD = /^[\p{L}\p{N}\p{M}._~+,=@!'()& ’‘“”«»…–—-]+$/u;

function badSegment(segment: string, first: boolean, allowed = OWN): BadAddress | undefined {
  if (segment === "." || segment === "..") return "dots";
  if (segment.startsWith(".")) return "hidden";
  if (first && (segment.startsWith("_") || RESERVED.has(segment.toLowerCase())) && segment !== "index.html")
    return "reserved";
  if (/^[.\s]|[.\s]$/.test(segment) || !allowed.test(segment)) return "character";
  return undefined;
}

/** The file for an address, relative to the output folder: `/a/` → `a/index.html`. */
export function outputFile(url: string): string {
  const path = decodeURI(url).slice(1);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}
