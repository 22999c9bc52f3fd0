// Links of every text → problems: those that lead nowhere, to a missing anchor, or through an old address.
// Nothing is fetched: links to other hosts are judged by their form alone.
import type { Reference } from "../markdown/types.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import { mendAddress } from "./absolute-address.ts";
import { isMailto, mendMailto } from "./mail-address.ts";
import { nearestId } from "./near.ts";
import { createSiteMap, type SiteMap } from "./site-map.ts";
import type { LinkCheckInput, LinkedEntry } from "./types.ts";

interface Checker {
  input: LinkCheckInput;
  map: SiteMap;
  /** Hosts of the site, with their ports. */
  hosts: ReadonlySet<string>;
  problems: Problem[];
}

interface Link {
  reference: Reference;
  href: string;
  place: Place;
  entry: LinkedEntry;
}

/** Takes a time proportional to the number of links; suggestions are looked for only where a link fails. */
export function checkLinks(input: LinkCheckInput): Problem[] {
  const hosts = new Set(input.homes.map(({ host }) => host));
  const checker: Checker = { input, hosts, map: createSiteMap(input), problems: [] };
  for (const entry of input.entries)
    for (const reference of entry.references)
      if (reference.kind === "link") {
        const { line, column } = reference;
        checkLink(checker, {
          reference,
          entry,
          href: reference.href.trim(),
          place: { file: entry.file, line, column },
        });
      }
  checkRedirects(checker);
  return checker.problems;
}

function checkLink(checker: Checker, link: Link): void {
  const { href, place, reference, entry } = link;
  if (href === "") return;
  if (href.startsWith("#")) {
    checkAnchor(checker, link, { fragment: href, ids: entry.ids, page: "" });
    return;
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  const isMail = scheme === "mailto" || (scheme === undefined && /^[^/?#]+@[^/?#]+\.[a-z]+$/i.test(href));
  if (isMail) {
    if (scheme === "mailto" && isMailto(href)) return;
    const suggestion = mendMailto(href);
    checker.problems.push(
      problem("dead-link/mailto", place, {
        href,
        text: reference.text,
        ...(suggestion !== undefined && { suggestion }),
      }),
    );
    return;
  }
  const mended = mendAddress(href, scheme);
  if (mended !== undefined && !isRelativePage(checker, link)) {
    checker.problems.push(
      problem("dead-link/scheme", place, { href, text: reference.text, suggestion: mended }),
    );
    return;
  }
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") return;
  const isAbsolute = scheme !== undefined || href.startsWith("//");
  const url = locate(href, entry.url);
  if (!url) checker.problems.push(problem("dead-link/malformed", place, { href }));
  else if (!isAbsolute) checkPath(checker, link, url, false);
  else if (checker.hosts.has(url.host)) checkPath(checker, link, url, true);
}

/** True where something such as `www.pdf` is, after all, a page or file beside this one. */
function isRelativePage({ map }: Checker, { href, entry }: Link): boolean {
  const url = locate(href, entry.url);
  return url?.host === NOWHERE && map.answer(url.pathname).is !== "nothing";
}

function checkPath(checker: Checker, link: Link, url: Located, ownHost: boolean): void {
  const { map, input, problems } = checker;
  const { href, place, reference } = link;
  const { text } = reference;
  const end = url.search + url.hash;
  let path = url.pathname;
  let answer = map.answer(path);
  // Absolute addresses hold the base path, and an author may have written it in a site path too.
  for (const base of new Set([input.basePath, ...(ownHost ? input.homes.map((home) => home.path) : [])])) {
    if (answer.is !== "nothing" || base === "/" || !path.startsWith(base)) continue;
    path = path.slice(base.length - 1);
    answer = map.answer(path);
  }
  if (answer.is === "page")
    checkAnchor(checker, link, { fragment: url.hash, ids: answer.ids, page: path + url.search });
  else if (answer.is === "redirect") {
    problems.push(
      problem("redirected-link", place, {
        href,
        text,
        suggestion: answer.to.includes("#") ? answer.to : answer.to + end,
      }),
    );
  } else if (answer.is === "withheld") {
    if (!input.withheld.has(link.entry.url))
      problems.push(problem("dead-link/withheld", place, { href, why: answer.why }));
  } else if (answer.is === "nothing") {
    const near = map.near(path);
    if (near !== undefined)
      problems.push(problem("dead-link/near", place, { href, text, suggestion: near + end }));
    else if (ownHost) problems.push(problem("dead-link/own-host", place, { href, start: firstFolder(path) }));
    else problems.push(problem("dead-link/missing", place, { href }));
  }
}

/** `page` is what stands before `#` in a suggestion: nothing for a link within the text. */
function checkAnchor(
  { problems }: Checker,
  { href, place, reference, entry }: Link,
  target: { fragment: string; ids: ReadonlySet<string> | undefined; page: string },
): void {
  // `:~:` begins words to highlight (https://wicg.github.io/scroll-to-text-fragment/), which name no id.
  const [raw = ""] = target.fragment.slice(1).split(":~:");
  const page = target.page === entry.url ? "" : target.page;
  const ids = target.page === entry.url ? entry.ids : target.ids;
  if (raw === "" || raw.toLowerCase() === "top" || !ids || ids.has(raw)) return;
  const id = decoded(raw);
  if (ids.has(id)) return;
  const near = nearestId(id, ids);
  problems.push(
    near === undefined
      ? problem("dead-anchor/missing", place, { href, id })
      : problem("dead-anchor/near", place, { href, id, text: reference.text, suggestion: `${page}#${near}` }),
  );
}

/** A redirect that leads nowhere is worse than none: its writer believes the old address saved. */
function checkRedirects({ input, map, problems }: Checker): void {
  for (const { from, to, place } of input.redirects) {
    const url = to.startsWith("/") && !/[*:]/.test(to) ? locate(to, "/") : undefined;
    if (url?.host !== NOWHERE || map.answer(url.pathname).is !== "nothing") continue;
    const suggestion = map.near(url.pathname);
    problems.push(
      problem("dead-link/redirect", place, { from, to, ...(suggestion !== undefined && { suggestion }) }),
    );
  }
}

type Located = Pick<URL, "host" | "pathname" | "search" | "hash">;

/** Host given to addresses that name none. */
const NOWHERE = "site.invalid";

/** Where an address leads from a page; undefined where it is no address. */
function locate(href: string, from: string): Located | undefined {
  const simple = /^(\/(?![/\\])[\w\-./%]*?)(#[\w\-.%]*)?$/.exec(href);
  if (simple?.[1] !== undefined && !simple[1].includes("/.")) {
    return { host: NOWHERE, pathname: simple[1], search: "", hash: simple[2] ?? "" };
  }
  const base = `https://${NOWHERE}${from}`;
  return URL.canParse(href, base) ? new URL(href, base) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize("NFC");
  } catch {
    return text;
  }
}

function firstFolder(path: string): string {
  const [, first = ""] = path.split("/");
  return path.slice(1).includes("/") ? `/${first}/` : path;
}
