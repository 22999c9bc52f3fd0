// Links of every text → problems: those that lead nowhere, to a missing anchor, or through an old address.
// Nothing is fetched: links to other hosts are checked by form alone.
import { problem, type Problem } from "../problems.ts";
import { deadLink, linkOutside } from "./dead-links.ts";
import {
  locateAddress,
  NOWHERE,
  readable,
  textToPaste,
  withoutSecret,
  type Located,
} from "./link-address.ts";
import {
  answerTo,
  asWritten,
  checkAnchor,
  createChecker,
  isInWithheld,
  isUncertain,
} from "./link-checker.ts";
import type { Checker, Link } from "./link-checker.ts";
import { checkForm } from "./link-form.ts";
import { checkPortrait, portraitElsewhere } from "./portraits.ts";
import { isPrivateHost } from "./private-host.ts";
import { checkRedirects } from "./redirect-targets.ts";
import { checkSettingForm } from "./setting-form.ts";
import { checkStyles } from "./styles.ts";
import { checkTracked } from "./tracked-link.ts";
import type { LinkCheckInput } from "./types.ts";

/** Takes time proportional to the number of links; suggestions are computed only if a link fails. */
export function checkLinks(input: LinkCheckInput): Problem[] {
  const checker = createChecker(input);
  for (const from of input.entries)
    for (const reference of from.references) {
      const { kind, href, text: read, line, column, beside, to } = reference;
      const text = textToPaste(reference);
      const link = { href: to ?? href.trim(), text, read, place: { file: from.file, line, column }, from };
      if (beside !== undefined) checkUnreadable(checker, link, beside);
      else if (kind === "link") checkLink(checker, link);
      else if (kind === "media") checkMedia(checker, link);
    }
  // Shown on every page, and read from the root. The address alone is pasted there.
  const root = { url: "/", ids: new Set<string>() };
  for (const written of input.settingLinks) {
    const elsewhere = written.picture ? portraitElsewhere(written) : undefined;
    const form = elsewhere ?? checkSettingForm(checker, written);
    if (form !== undefined) checker.problems.push(form);
    else if (written.picture) checkPortrait(checker, written);
    else checkLink(checker, { href: written.href.trim(), text: "", place: written.place, from: root });
  }
  checkStyles(checker);
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
    // Something such as `www.pdf` may be a page or file beside this one.
    () => url?.host === NOWHERE && map.answer(url.pathname).is !== "nothing",
  );
  if (form === "sound") return;
  const bare = withoutSecret(link.href);
  if (form !== undefined) problems.push(form);
  else if (url === undefined) problems.push(problem("dead-link/malformed", place, { href: link.href }));
  else if (bare !== undefined) problems.push(problem("secret-link", place, {}, bare));
  else if (url.host === NOWHERE || hosts.has(url.host)) checkPath(checker, link, url);
  else if (isPrivateHost(url.hostname))
    problems.push(problem("local-link", place, { href: link.href, host: url.host }));
  else problems.push(...checkTracked(link, url));
}

/** A video, a sound, its subtitles or its poster: a player shows no error if the file is missing. */
function checkMedia(checker: Checker, link: Link): void {
  const { href, place, from } = link;
  const url = href === "" ? undefined : locateAddress(href, from.url);
  if (url === undefined || (url.host !== NOWHERE && !checker.hosts.has(url.host))) return;
  const { path, answer } = answerTo(checker, url);
  if ((answer.is !== "nothing" && answer.is !== "outside") || isUncertain(link)) return;
  const near = checker.map.near(path);
  const shown = readable(href);
  checker.problems.push(
    near !== undefined && /\.(?!html$)\w+$/.test(near)
      ? problem("missing-media/near", place, { href: shown, suggestion: readable(near) })
      : problem("missing-media/missing", place, { href: shown }),
  );
}

function checkPath(checker: Checker, link: Link, url: Located): void {
  if (isUncertain(link)) return;
  const { input, problems } = checker;
  const { path, answer } = answerTo(checker, url);
  switch (answer.is) {
    case "elsewhere":
      return;
    case "page":
      if (!checkUnreadable(checker, link, path))
        checkAnchor(checker, link, { fragment: url.hash, ids: answer.ids, page: path + url.search });
      return;
    case "redirect":
      checkRedirected(checker, link, answer.to, url.search + url.hash);
      return;
    case "withheld":
      if (!isInWithheld(link, input))
        problems.push(problem("dead-link/withheld", link.place, { href: readable(link.href) }));
      return;
    case "outside":
      problems.push(linkOutside(checker, link, { url, base: answer.base }));
      return;
    case "nothing":
      problems.push(...deadLink(checker, link, { url, path }));
  }
}

/** Reports a picture that exists at a site path but is not published; returns false for anything else. */
function checkUnreadable({ input, problems }: Checker, { href, place }: Link, path: string): boolean {
  if (input.isUnreadable?.(path) !== true) return false;
  problems.push(problem("dead-link/unreadable", place, { href: readable(href) }));
  return true;
}

/** A link to an old address works; its fragment must exist on the new page. */
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
        suggestion: asWritten(checker, link, suggestion),
      }),
    );
}
