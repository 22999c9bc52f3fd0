// The third entry point of this folder: site root → one value for each text, published or not, with what an editor asks of it.
// Nothing is rendered. A text that an error keeps out is listed too, with what its file name says.
import { addTo } from "../group.ts";
import type { Problem } from "../problems.ts";
import { absoluteUrl, type Site } from "../site/site.ts";
import type { SourceFile } from "../source-file.ts";
import { rfc3339 } from "./dates.ts";
import type { Addressed } from "./addresses.ts";
import { languageFolders, readFileName } from "./file-names.ts";
import { loadContent, type LoadOptions, type Made } from "./load.ts";
import { byCodeUnit, oneLine } from "./text.ts";
import { translationGroups } from "./translations.ts";
import type { Content, Day, Entry, Term } from "./types.ts";

/** In the order of the list: what needs someone comes first. */
export const STATES = ["unreadable", "draft", "scheduled", "published", "expired"] as const;
export type State = (typeof STATES)[number];

/** A text of the site. Its property names and their order are those of `carnet list --format json`. */
export interface ListedText {
  file: string;
  kind: "post" | "page";
  state: State;
  /** As written; null if it is unreadable. */
  title: string | null;
  description: string | null;
  /** Path on the site, without its base path; null if it is unknown, as for a draft without a date. */
  url: string | null;
  /** The same as visitors type it: with the host, if the site has one, and the base path. */
  address: string | null;
  /** Day of publication. */
  date: Day | null;
  /** Instant of publication (RFC 3339, in the site's zone). */
  publishAt: string | null;
  updated: Day | null;
  /** First instant at which it is no longer published. */
  expires: string | null;
  /** Last day of a call, or its last moment. */
  deadline: string | null;
  /** True once that has passed; null without a deadline. */
  closed: boolean | null;
  authors: string[];
  /** Labels in its language. */
  tags: string[];
  /** The same for the other taxonomies of the site, in their order. */
  terms: string[];
  lang: string | null;
  /** The same text in other languages, published or not. */
  translations: { lang: string; file: string }[];
}

export interface Listing {
  site: Site;
  /** Posts, then pages; each by state, then latest first. */
  texts: ListedText[];
  /** Languages of its texts and settings, in order of code. */
  languages: string[];
  /** True if a setting is refused: the addresses may be others. */
  unsettled: boolean;
}

type ListOptions = Pick<LoadOptions, "root" | "now" | "url" | "basePath" | "builtinLayouts" | "heads">;

/** `listing` is undefined only if there is no site; `problems` then say why. */
export async function listTexts(options: ListOptions): Promise<{ listing?: Listing; problems: Problem[] }> {
  const { content, made, problems } = await loadContent(options);
  if (!content || !made) return { problems };
  const { site, unsettled = false } = content;
  const others = translationsIn(made);
  const texts = [...made].map(([entry, one]) => listed(entry, one, others.get(one.file) ?? [], site));
  const unreadable = [...(content.refused ?? []), ...(content.unreadDrafts ?? [])];
  texts.push(...unreadable.map((source) => unread(source, site)));
  return {
    listing: { site, texts: texts.sort(inOrder), languages: languagesIn(texts, site), unsettled },
    problems,
  };
}

function listed(
  { title, data, date, updated, expires, draft, name }: Addressed,
  one: Entry,
  others: ListedText["translations"],
  site: Site,
): ListedText {
  const isUndated = draft && (data.publishAt ?? data.date ?? name.day) === undefined;
  const post = one.kind === "post" ? one : undefined;
  const url = post && isUndated ? null : one.url;
  const moment = (at: Date): string => rfc3339(at, site.timeZone);
  const due = isUndated ? undefined : date;
  return {
    file: one.file,
    kind: one.kind,
    state: one.unpublished === "future" ? "scheduled" : (one.unpublished ?? "published"),
    title,
    description: oneLine(data.description ?? "") || null,
    url,
    address: url === null ? null : absoluteUrl(site, url),
    date: due === undefined ? null : moment(due).slice(0, 10),
    publishAt: due === undefined ? null : moment(due),
    updated: updated ?? null,
    expires: expires === undefined ? null : moment(expires),
    deadline: post?.deadline?.date ?? null,
    closed: post?.deadline?.closed ?? null,
    authors: (post?.authors ?? []).map((author) => author.name),
    tags: labels(post?.terms["tags"]),
    terms: Object.entries(post?.terms ?? {}).flatMap(([name, terms]) =>
      name === "tags" ? [] : labels(terms),
    ),
    lang: one.lang,
    translations: others,
  };
}

function unread({ file }: Pick<SourceFile, "file">, site: Site): ListedText {
  return {
    file,
    kind: file.startsWith("content/posts/") ? "post" : "page",
    state: "unreadable",
    ...{ title: null, description: null, url: null, address: null },
    date: readFileName(file, languageFolders(site)).day ?? null,
    ...{ publishAt: null, updated: null, expires: null, deadline: null, closed: null },
    ...{ authors: [], tags: [], terms: [], lang: null, translations: [] },
  };
}

function labels(terms: readonly Term[] = []): string[] {
  return terms.map(({ label }) => label);
}

/** By file. Drafts are included, unlike in the links that pages show: nobody should begin a translation twice. */
function translationsIn(made: Made): ReadonlyMap<string, ListedText["translations"]> {
  const all = new Set(made.values());
  const found = new Map<string, ListedText["translations"]>();
  // Problems of translations were reported when the site was loaded.
  for (const group of translationGroups(made, { published: all, unread: [] }, [])) {
    const texts = group.map(({ entry: { file, lang } }) => ({ lang, file }));
    for (const one of texts)
      for (const other of texts) if (other.lang !== one.lang) addTo(found, one.file, other);
  }
  for (const some of found.values())
    some.sort((a, b) => byCodeUnit(a.lang, b.lang) || byCodeUnit(a.file, b.file));
  return found;
}

function languagesIn(texts: readonly ListedText[], site: Content["site"]): string[] {
  const langs = [site.lang, ...Object.keys(site.translations), ...texts.flatMap(({ lang }) => lang ?? [])];
  return [...new Set(langs)].sort(byCodeUnit);
}

/** Texts without a date come first among their state, by file. */
function inOrder(a: ListedText, b: ListedText): number {
  if (a.kind !== b.kind) return a.kind === "post" ? -1 : 1;
  const [first, second] = [whenOf(a), whenOf(b)];
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    (first === second ? byCodeUnit(a.file, b.file) : second - first)
  );
}

/** Later than any date if it has none. */
function whenOf({ publishAt, date }: ListedText): number {
  const when = publishAt ?? date;
  return when === null ? Infinity : Date.parse(when);
}
