// The posts and pages of a site, made and linked, and the rest of the site → its content.
import type { Place, Problem } from "../problems.ts";
import type { Site } from "../site/site.ts";
import type { SourceFile } from "../source-file.ts";
import { readAddressBook } from "./address-book.ts";
import { languagesOf, peopleOf } from "./collections.ts";
import { declaredTerms } from "./declared-terms.ts";
import { homeRedirects } from "./home-redirects.ts";
import type { Entries } from "./kept-entries.ts";
import { otherNames } from "./other-names.ts";
import { makeRedirects } from "./redirects.ts";
import type { Settings } from "./settings/settings.ts";
import { byCodeUnit } from "./text.ts";
import type { Tree } from "./tree.ts";
import type { Content } from "./types.ts";

export interface Around {
  tree: Tree;
  settings: Settings;
  site: Site;
  /** Names of layouts, the site's own and Carnet's. */
  layouts: readonly string[];
  /** Files of the texts in which a problem was found as they were written. */
  remarked: readonly string[];
}

export function settleContent(
  { posts, pages, withheld, unsound, members, unreadDrafts: unread = [], nextChange }: Entries,
  { tree, settings, site, layouts, remarked }: Around,
  problems: Problem[],
): Content {
  const published = [...posts, ...pages];
  const notRead = textsBut(tree, [...published, ...withheld]);
  const drafts = new Set(unread.map(({ file }) => file));
  // A site without its drafts is complete.
  const refused = notRead.filter(({ file }) => !drafts.has(file));
  const unreadDrafts = notRead.filter(({ file }) => drafts.has(file));
  const languages = languagesOf(published, site.lang);
  const files = filesOf(tree);
  const place = (): Place => settings.placeOf(["addresses", "home"]);
  const roots = homeRedirects({ site, languages, files, place });
  return {
    ...{ site, layouts, posts, pages, withheld, unsound, refused, languages, files },
    people: peopleOf(posts),
    members,
    redirects: makeRedirects(settings.redirects, published, { homes: site.homes, roots }, problems),
    otherNames: () => otherNames(settings, site, languages),
    book: readAddressBook(tree.settings.get("addresses"), problems),
    ...(nextChange !== undefined && { nextChange }),
    ...(refused.length > 0 && { incomplete: true as const }),
    ...(unreadDrafts.length > 0 && { unreadDrafts }),
    ...(settings.caused.size > 0 && { caused: settings.caused }),
    ...(settings.unsettled && { unsettled: true as const }),
    declaredTerms: declaredTerms(settings, site),
    ...(settings.tags.closed && { closedTags: settings.tags.terms }),
    settingLinks: settings.links,
    ...(site.theme.logo !== undefined && { logoPlace: settings.placeOf(["theme", "logo"]) }),
    ...(site.icon !== undefined && { iconPlace: settings.placeOf(["icon"]) }),
    ...(remarked.length > 0 && { remarked }),
  };
}

/** Names of all layouts that an entry may use. */
export function layoutsOf({ layouts }: Tree, builtin: readonly string[]): string[] {
  return [...new Set([...builtin, ...layouts])].sort(byCodeUnit);
}

/** Files, other than pages, that a text may show or link to. */
export function filesOf({ publicFiles, beside }: Tree): SourceFile[] {
  return [...publicFiles, ...beside];
}

/** The texts of a site but those that are known; nearly always none, which the counts show. */
export function textsBut({ posts, pages }: Tree, known: readonly { file: string }[]): SourceFile[] {
  if (known.length === posts.length + pages.length) return [];
  const files = new Set(known.map(({ file }) => file));
  return [...posts, ...pages].filter(({ file }) => !files.has(file));
}
