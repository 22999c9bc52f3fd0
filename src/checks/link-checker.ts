// What the checks of links and redirects share: the site's answers, and the problem of a missing anchor.
import { MARKDOWN } from "../content/file-names.ts";
import { slugOf as idOf } from "../content/text.ts";
import { isAlsoServed } from "../markdown/addresses.ts";
import { problem, type Problem } from "../problems.ts";
import { foldPath, slugOf } from "./fold.ts";
import {
  decodedId,
  firstFolder,
  isBare,
  locateAddress,
  NOWHERE,
  readable,
  type Located,
} from "./link-address.ts";
import type { WrittenLink } from "./link-form.ts";
import { nearestId } from "./near.ts";
import { createSiteMap, type Answer, type SiteMap } from "./site-map.ts";
import type { LinkCheckInput, LinkedEntry } from "./types.ts";

export interface Checker {
  input: LinkCheckInput;
  map: SiteMap;
  /** Hosts of the site, with their ports. */
  hosts: ReadonlySet<string>;
  problems: Problem[];
}

export interface Link extends WrittenLink {
  /** The page it is on. */
  from: { url: string; ids: ReadonlySet<string>; keptOut?: LinkedEntry["keptOut"] };
}

/** True for a link in a text that is not published either. */
export function isInWithheld({ from }: Link, { withheld }: LinkCheckInput): boolean {
  return from.keptOut === undefined ? withheld.has(from.url) : from.keptOut === "draft";
}

/** True for a link that leads to another page once the address of its text is known. */
export function isUncertain({ href, from }: Link): boolean {
  return (
    from.keptOut !== undefined &&
    !href.startsWith("/") &&
    locateAddress(href, "/")?.host === NOWHERE &&
    !MARKDOWN.test(href.replace(/[?#].*/, ""))
  );
}

export function createChecker(input: LinkCheckInput): Checker {
  const hosts = new Set(input.homes.map(({ host }) => host));
  return { input, hosts, map: createSiteMap(input), problems: [] };
}

/** A path as a suggestion: whole for a bare address, which would not be a link without its host. */
export function asWritten({ input }: Checker, { href, read, from }: Link, path: string): string {
  const url = read !== undefined && isBare(href, read) ? locateAddress(href, from.url) : undefined;
  const home = input.homes.find(({ host }) => host === url?.host);
  if (url === undefined || home === undefined || !path.startsWith("/")) return readable(path);
  return `${url.protocol}//${home.host}${home.path.slice(0, -1)}${readable(path)}`;
}

/** What the site answers to an address, with the site path that was meant. */
export interface Answered {
  path: string;
  /** `outside`: an address on the site's own host, but outside the path under which the site is served. */
  answer: Answer | { is: "outside"; base: string };
}

/** For a path of this site or an address on its own host; other hosts are not checked here. */
export function answerTo(checker: Checker, { host, pathname }: Located): Answered {
  return host === NOWHERE ? answerWithin(checker, pathname) : answerOfHost(checker, host, pathname);
}

/** An author may have written the base path in a site path too. */
function answerWithin({ input: { basePath }, map }: Checker, path: string): Answered {
  const answer = map.answer(path);
  if (answer.is !== "nothing" || basePath === "/" || !path.startsWith(basePath)) return { path, answer };
  const inside = path.slice(basePath.length - 1);
  return { path: inside, answer: map.answer(inside) };
}

function answerOfHost({ input, map }: Checker, host: string, path: string): Answered {
  const homes = input.homes.filter((home) => home.host === host);
  const within = homes.filter((home) => `${path}/`.startsWith(home.path));
  const inside = within.map((home) => path.slice(home.path.length - 1) || "/");
  const known = inside.find((one) => map.answer(one).is !== "nothing");
  if (known !== undefined) return { path: known, answer: map.answer(known) };
  // The front page of a host of which this site is one folder certainly belongs to another site.
  const isAnothers = isAlsoServed(path, input.alsoServed) || (inside.length === 0 && path === "/");
  if (isAnothers) return { path, answer: { is: "elsewhere" } };
  const [first] = inside;
  return first === undefined
    ? { path, answer: { is: "outside", base: homes[0]?.path ?? "/" } }
    : { path: first, answer: { is: "nothing" } };
}

/** Names that Word, LibreOffice, Google Docs and converters give to notes, and to the marks that call them. */
const NOTE =
  /^(?:_?(?:ftn|edn)(?:t?_?ref|t)?|(?:footnote|endnote|fn)[-:]?(?:ref[-:]?|anchor-)?|sd(?:foot|end)note)(\d{1,3})(?:sym|anc)?$/;
const BACK = /ref|anchor|anc$/;

/** The id of the heading that a link is named after: tables of contents of Word lead to `_Toc12`. */
function titled(text: string, ids: ReadonlySet<string>): string | undefined {
  const id = idOf(text);
  return id !== "" && ids.has(id) ? id : undefined;
}

/** `page` precedes `#` in a suggestion: it is empty for a link within the text. */
export function checkAnchor(
  checker: Checker,
  link: Link,
  target: { fragment: string; ids: ReadonlySet<string> | undefined; page: string },
): void {
  const { input, problems } = checker;
  const { href, place, text, read = text, from } = link;
  // `:~:` begins words to highlight (https://wicg.github.io/scroll-to-text-fragment/), which name no id.
  const [raw = ""] = target.fragment.slice(1).split(":~:");
  const page = target.page === from.url ? "" : target.page;
  const ids = target.page === from.url ? from.ids : target.ids;
  if (raw === "" || raw.toLowerCase() === "top" || !ids || ids.has(raw)) return;
  const id = decodedId(raw);
  if (ids.has(id) || input.around?.has(id) === true) return;
  // The nearest of a layout's ids, such as the months of a year, is another one.
  const near = id.startsWith("page--") ? undefined : (nearestId(id, ids) ?? titled(read, ids));
  const shown = readable(href);
  const number = page === "" ? NOTE.exec(id)?.[1] : undefined;
  if (number !== undefined) {
    problems.push(problem("dead-anchor/note", place, { href: shown, number, back: BACK.test(id) }));
    return;
  }
  problems.push(
    near === undefined
      ? problem("dead-anchor/missing", place, { href: shown, id })
      : problem("dead-anchor/near", place, {
          href: shown,
          id,
          text,
          suggestion: asWritten(checker, link, `${page}#${near}`),
        }),
  );
}

/**
 * Whether a path is the address, or the file, of a text that an error keeps out: once corrected, it answers, or is still a
 * draft.
 */
export function keptOut({ input }: Checker, path: string): "refused" | "draft" | undefined {
  const name = slugOf(foldPath(path));
  if (input.refused?.has(name)) return "refused";
  return input.unreadDrafts?.has(name) ? "draft" : undefined;
}

/** What to write in `alsoServed`, with what is there, if another site may answer a path. */
export function elsewhere(path: string, { map, input }: Checker): { served?: string } {
  return map.ownsFolder(path) ? {} : { served: [...input.alsoServed, firstFolder(path)].join(", ") };
}
