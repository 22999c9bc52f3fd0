// Links of every text, of the settings and of redirects → problems: those that lead nowhere, to a missing anchor, through an old
// address, or that would give a secret away.
import type { Redirect, SettingLink } from "../content/types.ts";
import { runsCode } from "../markdown/links.ts";
import type { Reference } from "../markdown/types.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import { printable } from "../text.ts";
import { decodeComponent, hasHost, isSitePath, schemeOf } from "../urls.ts";
import { createFindNear, nearestId, slugOf } from "./near.ts";
import { createResolve, fragmentId, type Answers, type Ids } from "./resolve.ts";

interface LinkedText {
  file: string;
  /** Site path of its page. */
  url: string;
  references: () => readonly Reference[];
  ids: Ids;
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
  /** Ids that layouts give to any page. */
  layoutIds: ReadonlySet<string>;
  /** Slugs of texts that an error keeps out: once corrected, they answer. */
  refused: ReadonlySet<string>;
  /** True if an existing file is a picture that is left out of the site, which is reported where it is read. */
  isUnreadable?: ((path: string) => boolean) | undefined;
}

interface Link {
  href: string;
  /** To paste back in Markdown; empty for a bare address, and in HTML. */
  text: string;
  place: Place;
  from: Pick<LinkedText, "url" | "ids" | "isWithheld" | "isRefused">;
}

const ROOT: Link["from"] = { url: "/", ids: () => [], isWithheld: false, isRefused: false };

/**
 * Returns the check, which can be made again when texts have other references or ids: only their links are then looked at, or those of
 * all texts if an id has come or gone. Suggestions are computed only if a link fails.
 */
export function createLinkCheck(input: LinkCheckInput): () => Problem[] {
  const { withheld, refused, layoutIds } = input;
  let problems: Problem[] = [];
  const resolve = createResolve(input);
  const near = createFindNear(() => namesOf(input));

  /** Where an address that nothing answers should lead: the nearest page, or another site. */
  const meant = (href: string, path: string): string | undefined => {
    const page = near(path);
    if (page === undefined) return FOREIGN.test(href) ? `https://${href}` : undefined;
    return page + (withheld.has(page) ? "" : (/[?#].*$/s.exec(href)?.[0] ?? ""));
  };

  const checkAnchor = (
    link: Link,
    { path, ids, id }: { path: string; ids: Ids | undefined; id: string },
  ): void => {
    if (id === "" || ids === undefined || ids().includes(id) || layoutIds.has(id)) return;
    const similar = nearestId(id, ids());
    const fix = similar && pasted(link, `${path === link.from.url ? "" : path}#${similar}`);
    problems.push(problem("dead-anchor", link.place, { href: readable(link.href), id }, fix));
  };

  const checkLink = (link: Link): void => {
    const { href, place, from } = link;
    const shown = readable(href);
    const bare = withoutSecret(href);
    if (bare !== undefined) {
      problems.push(problem("secret-link", place, {}, pasted(link, bare)));
      return;
    }
    if (/^mailto:[^?@]+(?:\?|$)/i.test(href.replaceAll(/%40/g, "@"))) {
      problems.push(problem("dead-link", place, { href: shown }));
      return;
    }
    if (href.startsWith("#")) {
      checkAnchor(link, { path: from.url, ids: from.ids, id: fragmentId(href) });
      return;
    }
    // A relative address of such a text leads elsewhere once its own address is known.
    if (from.isRefused && !hasHost(href) && !isSitePath(href)) return;
    const answer = resolve(href, from.url);
    if (answer.is === "page") checkAnchor(link, answer);
    if (answer.is === "redirect")
      problems.push(
        problem("moved-link", place, { href: shown }, pasted(link, withId(answer.to, answer.id))),
      );
    if (answer.is === "withheld" && !from.isWithheld)
      problems.push(problem("dead-link/withheld", place, { href: shown }));
    if (answer.is !== "nothing" || refused.has(slugOf(answer.path))) return;
    const better = meant(href, answer.path);
    problems.push(
      better !== undefined && withheld.has(better) && !from.isWithheld
        ? problem("dead-link/withheld", place, { href: shown })
        : problem("dead-link", place, { href: shown || link.text }, better && pasted(link, better)),
    );
  };

  /** Layouts add the base path to addresses of settings, and every page shows them. */
  const checkSetting = ({ href: written, place, picture, lineWith }: SettingLink): void => {
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
    const answer = resolve(href, "/");
    if (picture === true) {
      if (isSitePath(href) && (answer.is !== "nothing" || input.isUnreadable?.(answer.path) === true)) return;
      const similar = near(href);
      const fix = similar !== undefined && PICTURE.test(similar) ? line(similar) : undefined;
      problems.push(problem("missing-image", place, { src: readable(href) }, fix));
    } else if (!isFull && (!isSitePath(href) || isInBase)) {
      const path = answer.is === "page" ? withId(answer.path, answer.id) : meant(href, href);
      if (answer.is !== "elsewhere") problems.push(problem("dead-link", place, { href }, line(path)));
    } else if (href !== "") {
      const before = problems.length;
      checkLink({ href, text: "", place, from: ROOT });
      for (const one of problems.slice(before))
        if (typeof one.fix === "string") one.fix = line(one.fix) ?? one.fix;
    }
  };

  /** Whether the old address is free, and where chains end, is settled before; targets on other hosts are not checked. */
  const checkRedirect = ({ from, to, place }: Redirect): void => {
    const answer = resolve(to, "/");
    if (answer.is === "page") checkAnchor({ href: to, text: "", place, from: ROOT }, answer);
    const isRefused = answer.is === "nothing" && refused.has(slugOf(answer.path));
    if ((answer.is !== "withheld" && answer.is !== "nothing") || isRefused) return;
    const better = answer.is === "nothing" ? meant(to, answer.path) : undefined;
    const fix = better && `${from}: ${better}`;
    problems.push(problem("dead-link/redirect", place, { from, to: readable(to) }, fix));
  };

  const checkText = (from: LinkedText, references: readonly Reference[]): Problem[] => {
    problems = [];
    for (const { kind, href, to, beside, text, raw, line, column } of references) {
      if (kind !== "link" && kind !== "media") continue;
      const isBare = text === href || text === readable(href);
      const place = { file: from.file, line, column };
      checkLink({ href: to ?? beside ?? href.trim(), text: raw || isBare ? "" : text, place, from });
    }
    return problems;
  };

  const known = new Map<readonly Reference[], Problem[]>();
  let allIds = "";
  return () => {
    const ids = JSON.stringify(input.texts.map((text) => text.ids()));
    if (ids !== allIds) known.clear();
    allIds = ids;
    const ofTexts = input.texts.flatMap((text) => {
      const references = text.references();
      const found = known.get(references) ?? checkText(text, references);
      known.set(references, found);
      return found;
    });
    problems = [];
    for (const link of input.settingLinks) checkSetting(link);
    for (const redirect of input.redirects) checkRedirect(redirect);
    return [...ofTexts, ...problems];
  };
}

/** Withheld texts come last: a link to one has a message of its own. */
function* namesOf({ pages, texts, withheld }: LinkCheckInput): Iterable<readonly [string, string]> {
  for (const urls of [pages, withheld]) {
    for (const url of urls.keys()) yield [url, url];
    for (const { file, url } of texts) if (urls.has(url)) yield [file, url];
  }
}

/** A host without its scheme, which is not the name of a file. */
const FOREIGN =
  /^(?:www\.[^/]+\.\p{L}{2,}|[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|eu|fr|io|net|org))(?:[/?#]|$)/iu;

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** A whole address without the name and password, or the forge token, in it; undefined if it has none. */
function withoutSecret(href: string): string | undefined {
  const bare = href.replace(/^((?:https?:)?[\\/]{2})(?:[^\\/?#]*:[^\\/?#]*|[^\\/?#]{20,})@/i, "$1");
  return bare === href ? undefined : bare;
}

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
  const shown = (c: string): string => (/\s/.test(c) || printable(c) !== c ? encodeURIComponent(c) : c);
  return href.replace(
    /(?:%[89a-f][\da-f])+/gi,
    (codes) => decodeComponent(codes)?.replace(/./gsu, shown) ?? codes,
  );
}
