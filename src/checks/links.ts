// Links of every text → problems: those that lead nowhere, to a missing anchor, or through an old address.
// Nothing is fetched: links to other hosts are judged by their form alone.
import { problem, type Problem } from "../problems.ts";
import { decodedId, firstFolder, locateAddress, NOWHERE, readable, type Located } from "./link-address.ts";
import { checkForm, type WrittenLink } from "./link-form.ts";
import { nearestId } from "./near.ts";
import { isPrivateHost } from "./private-host.ts";
import { createSiteMap, type Answer, type SiteMap } from "./site-map.ts";
import type { LinkCheckInput } from "./types.ts";

interface Checker {
  input: LinkCheckInput;
  map: SiteMap;
  /** Hosts of the site, with their ports. */
  hosts: ReadonlySet<string>;
  problems: Problem[];
}

interface Link extends WrittenLink {
  /** The page it is on. */
  from: { url: string; ids: ReadonlySet<string> };
}

/** Takes a time proportional to the number of links; suggestions are looked for only where a link fails. */
export function checkLinks(input: LinkCheckInput): Problem[] {
  const hosts = new Set(input.homes.map(({ host }) => host));
  const checker: Checker = { input, hosts, map: createSiteMap(input), problems: [] };
  for (const from of input.entries)
    for (const { kind, href, text, line, column, beside } of from.references) {
      if (beside !== undefined) continue;
      const link = { href: href.trim(), text, place: { file: from.file, line, column }, from };
      if (kind === "link") checkLink(checker, link);
      else if (kind === "media") checkMedia(checker, link);
    }
  // Shown on every page, and read from the root; what is pasted there is the address alone.
  const root = { url: "/", ids: new Set<string>() };
  for (const { href, place } of input.settingLinks)
    checkLink(checker, { href: href.trim(), text: "", place, from: root });
  checkRedirects(checker);
  return checker.problems;
}

function checkLink(checker: Checker, link: Link): void {
  const { hosts, map, problems } = checker;
  const { place, from } = link;
  if (link.href === "") {
    problems.push(problem("dead-link/empty", place, { text: link.text }));
    return;
  }
  if (link.href.startsWith("#")) {
    checkAnchor(checker, link, { fragment: link.href, ids: from.ids, page: "" });
    return;
  }
  const url = locateAddress(link.href, from.url);
  const form = checkForm(
    { ...link, href: readable(link.href) },
    // Something such as `www.pdf` may be a page or file beside this one after all.
    () => url?.host === NOWHERE && map.answer(url.pathname).is !== "nothing",
  );
  if (form === "sound") return;
  if (form !== undefined) problems.push(form);
  else if (url === undefined) problems.push(problem("dead-link/malformed", place, { href: link.href }));
  else if (url.host === NOWHERE) checkPath(checker, link, url, false);
  else if (hosts.has(url.host)) checkPath(checker, link, url, true);
  else if (isPrivateHost(url.hostname))
    problems.push(problem("local-link", place, { href: link.href, host: url.host }));
}

/** A film, a sound, their subtitles or their poster: the player of a file that is not there stays silent. */
function checkMedia(checker: Checker, { href, place, from }: Link): void {
  const url = href === "" ? undefined : locateAddress(href, from.url);
  const ownHost = url !== undefined && checker.hosts.has(url.host);
  if (url === undefined || (url.host !== NOWHERE && !ownHost)) return;
  const { path, answer } = answerTo(checker, url.pathname, ownHost);
  if (answer.is !== "nothing") return;
  const near = checker.map.near(path);
  const shown = readable(href);
  checker.problems.push(
    near !== undefined && /\.(?!html$)\w+$/.test(near)
      ? problem("missing-media/near", place, { href: shown, suggestion: readable(near) })
      : problem("missing-media/missing", place, { href: shown }),
  );
}

function checkPath(checker: Checker, link: Link, url: Located, ownHost: boolean): void {
  const { map, input, problems } = checker;
  const { place, text } = link;
  const href = readable(link.href);
  const end = url.search + url.hash;
  const { path, answer } = answerTo(checker, url.pathname, ownHost);
  switch (answer.is) {
    case "elsewhere":
      return;
    case "page":
      checkAnchor(checker, link, { fragment: url.hash, ids: answer.ids, page: path + url.search });
      return;
    case "redirect":
      checkRedirected(checker, link, answer.to, end);
      return;
    case "withheld":
      if (!input.withheld.has(link.from.url))
        problems.push(problem("dead-link/withheld", place, { href, why: answer.why }));
      return;
    case "nothing": {
      if (input.refused?.has(lastPart(path)) === true) return;
      const moved = input.moved?.(path);
      if (moved !== undefined) {
        problems.push(problem("dead-link/moved", place, { href, text, suggestion: readable(moved + end) }));
        return;
      }
      const near = map.near(path) ?? ofSource(path, input.entries);
      const meant = near === undefined ? answer : map.answer(near);
      if (meant.is === "withheld" && !input.withheld.has(link.from.url))
        problems.push(problem("dead-link/withheld", place, { href, why: meant.why }));
      else if (near !== undefined)
        problems.push(problem("dead-link/near", place, { href, text, suggestion: readable(near + end) }));
      else if (ownHost)
        problems.push(problem("dead-link/own-host", place, { href, ...elsewhere(path, map) }));
      else problems.push(problem("dead-link/missing", place, { href }));
    }
  }
}

/** `titre` of `/blog/2026/03/02/titre/` and of `…/titre.html`. */
function lastPart(path: string): string {
  const name = path.endsWith("/") ? path.slice(0, -1) : path;
  return name
    .slice(name.lastIndexOf("/") + 1)
    .replace(/\.html$/, "")
    .toLowerCase();
}

/** The address of a text that a link names by its file. */
function ofSource(path: string, entries: LinkCheckInput["entries"]): string | undefined {
  const name = path.slice(path.lastIndexOf("/"));
  return /\.(?:md|markdown)$/i.test(name) ? entries.find(({ file }) => file.endsWith(name))?.url : undefined;
}

/** Absolute addresses hold the base path, and an author may have written it in a site path too. */
function answerTo(
  { input, map }: Checker,
  written: string,
  ownHost: boolean,
): { path: string; answer: Answer } {
  let path = written;
  let answer = map.answer(path);
  for (const base of new Set([input.basePath, ...(ownHost ? input.homes.map((home) => home.path) : [])])) {
    if (answer.is !== "nothing" || base === "/" || !path.startsWith(base)) continue;
    path = path.slice(base.length - 1);
    answer = map.answer(path);
  }
  return { path, answer };
}

/** A link to an old address works; what follows `#` must exist on the new page. */
function checkRedirected(checker: Checker, link: Link, to: string, end: string): void {
  const { map, problems } = checker;
  const { place, text } = link;
  const suggestion = to.includes("#") ? to : to + end;
  const url = to.startsWith("/") ? locateAddress(suggestion, "/") : undefined;
  const answer = url?.host === NOWHERE ? map.answer(url.pathname) : undefined;
  const before = problems.length;
  if (url !== undefined && answer?.is === "page")
    checkAnchor(checker, link, { fragment: url.hash, ids: answer.ids, page: url.pathname + url.search });
  if (problems.length === before)
    problems.push(
      problem("redirected-link", place, {
        href: readable(link.href),
        text,
        suggestion: readable(suggestion),
      }),
    );
}

/** `page` is what stands before `#` in a suggestion: nothing for a link within the text. */
function checkAnchor(
  { problems }: Checker,
  { href, place, text, from }: Link,
  target: { fragment: string; ids: ReadonlySet<string> | undefined; page: string },
): void {
  // `:~:` begins words to highlight (https://wicg.github.io/scroll-to-text-fragment/), which name no id.
  const [raw = ""] = target.fragment.slice(1).split(":~:");
  const page = target.page === from.url ? "" : target.page;
  const ids = target.page === from.url ? from.ids : target.ids;
  if (raw === "" || raw.toLowerCase() === "top" || !ids || ids.has(raw)) return;
  const id = decodedId(raw);
  if (ids.has(id)) return;
  const near = nearestId(id, ids);
  const shown = readable(href);
  problems.push(
    near === undefined
      ? problem("dead-anchor/missing", place, { href: shown, id })
      : problem("dead-anchor/near", place, {
          href: shown,
          id,
          text,
          suggestion: `${readable(page)}#${near}`,
        }),
  );
}

/** A redirect that leads nowhere is worse than none: its writer believes the old address saved. */
function checkRedirects(checker: Checker): void {
  const { input, map, problems } = checker;
  for (const { from, to, place } of input.redirects) {
    const url = to.startsWith("/") ? locateAddress(to, "/") : undefined;
    if (url?.host !== NOWHERE) continue;
    const answer = map.answer(url.pathname);
    if (answer.is === "page") {
      const link: Link = { href: to, text: "", place, from: { url: from, ids: new Set() } };
      checkAnchor(checker, link, { fragment: url.hash, ids: answer.ids, page: url.pathname });
    } else if (answer.is === "nothing") {
      const suggestion = input.moved?.(url.pathname) ?? map.near(url.pathname);
      problems.push(
        problem("dead-link/redirect", place, {
          from,
          to,
          ...(suggestion === undefined ? elsewhere(url.pathname, map) : { suggestion }),
        }),
      );
    }
  }
}

/** What to name in `alsoServed` where another site may answer a path. */
function elsewhere(path: string, map: SiteMap): { start?: string } {
  return map.ownsFolder(path) ? {} : { start: firstFolder(path) };
}
