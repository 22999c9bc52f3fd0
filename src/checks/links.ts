// Links of every text, of the settings and of redirects → problems: those that lead nowhere, to a missing anchor, through an old
// address, or that would give a secret away.
import type { Redirect, SettingLink } from "../content/types.ts";
import { runsCode } from "../markdown/addresses.ts";
import type { Reference } from "../markdown/types.ts";
import { decodeComponent, hasHost, isSitePath, schemeOf } from "../urls.ts";
import { printable } from "../text.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import { createFindNear, nearestId, slugOf, type FindNear } from "./near.ts";
import { createResolve, type Answers, type Resolve } from "./resolve.ts";

export interface LinkedText {
  file: string;
  /** Site path of its page. */
  url: string;
  references: readonly Reference[];
  ids: ReadonlySet<string>;
  /** Not published: it may link to other texts that are not. */
  isWithheld: boolean;
  /** Kept out by an error, so that its address, and where its relative links lead, may change. */
  isRefused: boolean;
}

export interface LinkCheckInput extends Answers {
  texts: readonly LinkedText[];
  settingLinks: readonly SettingLink[];
  redirects: readonly Redirect[];
  withheld: ReadonlySet<string>;
  /** Ids that layouts give to any page; undefined if an owner's code may give others, which are then not checked. */
  layoutIds: ReadonlySet<string> | undefined;
  /** Slugs of texts that an error keeps out: once corrected, they answer. */
  refused: ReadonlySet<string>;
  /** True if an existing file is a picture that is left out of the site, which is reported where it is read. */
  isUnreadable?: ((path: string) => boolean) | undefined;
  /** The current address of a page that has moved. */
  moved: (path: string) => string | undefined;
}

interface Checker {
  input: LinkCheckInput;
  resolve: Resolve;
  near: FindNear;
  problems: Problem[];
}

interface Link {
  href: string;
  /** To paste back in Markdown; empty for a bare address, and in HTML. */
  text: string;
  place: Place;
  from: Pick<LinkedText, "url" | "ids" | "isWithheld" | "isRefused">;
}

/** Takes time proportional to the number of links; suggestions are computed only if a link fails. */
export function checkLinks(input: LinkCheckInput): Problem[] {
  const checker = {
    input,
    resolve: createResolve(input),
    near: createFindNear(() => namesOf(input)),
    problems: [],
  };
  for (const from of input.texts)
    for (const { kind, href, to, beside, text, raw, line, column } of from.references) {
      if (kind !== "link" && kind !== "media") continue;
      const isBare = text === href || text === readable(href);
      const link = {
        href: to ?? beside ?? href.trim(),
        text: raw || isBare ? "" : text,
        place: { file: from.file, line, column },
        from,
      };
      checkLink(checker, link);
    }
  for (const link of input.settingLinks) checkSetting(checker, link);
  for (const redirect of input.redirects) checkRedirect(checker, redirect);
  return checker.problems;
}

/** Withheld texts come last: a link to one has a message of its own. */
function* namesOf({ pages, texts, withheld }: LinkCheckInput): Iterable<readonly [string, string]> {
  for (const urls of [pages, withheld]) {
    for (const url of urls.keys()) yield [url, url];
    for (const { file, url } of texts) if (urls.has(url)) yield [file, url];
  }
}

function checkLink(checker: Checker, link: Link): void {
  const { input, problems } = checker;
  const { href, place, from } = link;
  const bare = withoutSecret(href);
  if (bare !== undefined) problems.push(problem("secret-link", place, {}, pasted(link, bare)));
  else if (href.startsWith("#"))
    checkAnchor(checker, link, { path: from.url, ids: from.ids, id: idIn(href) });
  // A relative address of such a text leads elsewhere once its own address is known.
  if (bare !== undefined || href.startsWith("#") || (from.isRefused && !hasHost(href) && !isSitePath(href)))
    return;
  const answer = checker.resolve(href, from.url);
  switch (answer.is) {
    case "elsewhere":
      return;
    case "page":
      checkAnchor(checker, link, answer);
      return;
    case "redirect":
      problems.push(
        problem("moved-link", place, { href: readable(href) }, pasted(link, withId(answer.to, answer.id))),
      );
      return;
    case "withheld":
      if (!from.isWithheld) problems.push(problem("dead-link/withheld", place, { href: readable(href) }));
      return;
    case "nothing": {
      if (input.refused.has(slugOf(answer.path))) return;
      const better = meant(checker, href, answer.path);
      if (better !== undefined && input.withheld.has(better) && !from.isWithheld)
        problems.push(problem("dead-link/withheld", place, { href: readable(href) }));
      else
        problems.push(
          problem("dead-link", place, { href: readable(href) || link.text }, better && pasted(link, better)),
        );
    }
  }
}

function checkAnchor(
  { input, problems }: Checker,
  link: Link,
  { path, ids, id }: { path: string; ids: ReadonlySet<string> | undefined; id: string },
): void {
  const { layoutIds } = input;
  if (id === "" || ids === undefined || layoutIds === undefined || ids.has(id) || layoutIds.has(id)) return;
  const near = nearestId(id, ids);
  const page = path === link.from.url ? "" : path;
  problems.push(
    problem(
      "dead-anchor",
      link.place,
      { href: readable(link.href), id },
      near && pasted(link, `${page}#${near}`),
    ),
  );
}

/** Where an address that nothing answers should lead: where its page is now, the nearest page, or another site. */
function meant({ input, near }: Checker, href: string, path: string): string | undefined {
  const end = /[?#].*$/s.exec(href)?.[0] ?? "";
  const page = input.moved(path) ?? near(path);
  if (page !== undefined) return page + (input.withheld.has(page) ? "" : end);
  return FOREIGN.test(href) ? `https://${href}` : undefined;
}

/** A host without its scheme, which is not the name of a file. */
const FOREIGN =
  /^(?:www\.[^/]+\.\p{L}{2,}|[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|eu|fr|io|net|org))(?:[/?#]|$)/iu;

/** Layouts add the base path to addresses of settings, and every page shows them. */
function checkSetting(checker: Checker, { href: written, place, picture, lineWith }: SettingLink): void {
  const { problems, input, near } = checker;
  const href = written.trim();
  const bare = withoutSecret(href);
  const line = (address: string | undefined): string | undefined =>
    address === undefined ? undefined : (lineWith?.(readable(address)) ?? readable(address));
  // The message does not repeat the secret: more people read CI logs than settings.
  if (bare !== undefined || runsCode(href)) {
    problems.push(problem("settings/unsafe-address", place, {}, line(bare)));
    return;
  }
  const { basePath } = input.site;
  const isFull = href === "" || href.startsWith("#") || hasHost(href) || schemeOf(href) !== undefined;
  const isInBase = basePath !== "/" && href.startsWith(basePath);
  const answer = checker.resolve(href, "/");
  if (picture === true) {
    if (!isSitePath(href) || (answer.is === "nothing" && input.isUnreadable?.(answer.path) !== true))
      problems.push(problem("missing-image", place, { src: readable(href) }, line(pictureNear(near(href)))));
  } else if (!isFull && (!isSitePath(href) || isInBase)) {
    const path = answer.is === "page" ? withId(answer.path, answer.id) : meant(checker, href, href);
    if (answer.is !== "elsewhere") problems.push(problem("dead-link", place, { href }, line(path)));
  } else if (href !== "") {
    const before = problems.length;
    checkLink(checker, { href, text: "", place, from: ROOT });
    for (const one of problems.slice(before))
      if (typeof one.fix === "string") one.fix = line(one.fix) ?? one.fix;
  }
}

const ROOT: Link["from"] = { url: "/", ids: new Set(), isWithheld: false, isRefused: false };

const pictureNear = (path: string | undefined): string | undefined =>
  path !== undefined && /\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(path) ? path : undefined;

/** Whether the old address is free, and where chains end, is settled before; targets on other hosts are not checked. */
function checkRedirect(checker: Checker, { from, to, place }: Redirect): void {
  const { problems, input } = checker;
  const answer = checker.resolve(to, "/");
  if (answer.is === "page") checkAnchor(checker, { href: to, text: "", place, from: ROOT }, answer);
  else if (answer.is === "withheld")
    problems.push(problem("dead-link/redirect", place, { from, to: readable(to) }));
  else if (answer.is === "nothing" && !input.refused.has(slugOf(answer.path))) {
    const better = meant(checker, to, answer.path);
    problems.push(
      problem("dead-link/redirect", place, { from, to: readable(to) }, better && `${from}: ${better}`),
    );
  }
}

/** A whole address without the name and password, or the forge token, in it; undefined if it has none. */
export function withoutSecret(href: string): string | undefined {
  const bare = href.replace(/^((?:https?:)?[\\/]{2})[^\\/?#]*@/i, "$1");
  return bare === href ? undefined : bare;
}

const idIn = (href: string): string => {
  const [raw = ""] = href.slice(1).split(":~:");
  return raw.toLowerCase() === "top" ? "" : (decodeComponent(raw)?.normalize("NFC") ?? raw);
};

const withId = (path: string, id: string): string =>
  id === "" || path.includes("#") ? path : `${path}#${id}`;

/** The link with another address; only the address if the text is long or would not parse back as a link. */
function pasted({ href, text }: Link, address: string): string {
  // Without its host, a bare address would not be a link.
  const host = text === "" && isSitePath(address) ? (/^(?:https?:)?\/\/[^/?#]*/i.exec(href)?.[0] ?? "") : "";
  const shown = host + readable(address);
  if (text === "" || text.length > 60 || /[[\]\n\\]/.test(text)) return shown;
  return `[${text}](${/[()]/.test(shown) ? `<${shown}>` : shown})`;
}

/** An address with its letters as people type them; spaces, signs and invisible characters stay encoded. */
function readable(href: string): string {
  return href.replace(
    /(?:%[89a-f][\da-f])+/gi,
    (codes) =>
      decodeComponent(codes)?.replace(/./gsu, (c) => (isSeen(c) ? c : encodeURIComponent(c))) ?? codes,
  );
}

const isSeen = (character: string): boolean => !/\s/.test(character) && printable(character) === character;
