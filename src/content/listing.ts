// Site root → one value for each text, published or not, with what an editor asks of it.
// Nothing is rendered. A text that an error keeps out is listed too, with what its file name says.
import type { Problem } from "../problems.ts";
import { absoluteUrl, type Site } from "../site/site.ts";
import { rfc3339 } from "./dates.ts";
import type { RawEntry } from "./entry.ts";
import { languageFolders, readFileName } from "./file-names.ts";
import { loadContent, type LoadOptions } from "./load.ts";
import { byCodeUnit, oneLine } from "./text.ts";
import type { Day, Entry, Term } from "./types.ts";

/** In the order of the list: what needs someone comes first. */
const STATES = ["unreadable", "draft", "scheduled", "published", "expired"] as const;

/** A text of the site. Its property names and their order are those of `carnet list --format json`. */
export interface ListedText {
  file: string;
  kind: "post" | "page";
  state: (typeof STATES)[number];
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
  authors: string[];
  /** Labels in its language. */
  tags: string[];
  /** The same for the other taxonomies of the site, in their order. */
  terms: string[];
  lang: string | null;
}

/** Posts, then pages; each by state, then latest first. `texts` are undefined only if there is no site; `problems` then say why. */
export async function listTexts(
  options: Pick<LoadOptions, "root" | "now" | "url" | "basePath" | "builtinLayouts">,
): Promise<{ texts?: ListedText[]; problems: Problem[] }> {
  const { content, made, problems } = await loadContent(options);
  if (!content || !made) return { problems };
  const { site, refused, unreadDrafts } = content;
  const texts = [...made].map(([entry, one]) => listed(entry, one, site));
  texts.push(...[...refused, ...unreadDrafts].map(({ file }) => unread(file, site)));
  return { texts: texts.sort(inOrder), problems };
}

function listed(
  { title, data, date, updated, expires, draft, name }: RawEntry,
  one: Entry,
  site: Site,
): ListedText {
  const post = one.kind === "post" ? one : undefined;
  const isUndated = draft && (data.publishAt ?? data.date ?? name.day) === undefined;
  const url = post && isUndated ? null : one.url;
  const moment = (at: Date): string => rfc3339(at, site.timeZone);
  const due = isUndated || date === undefined ? null : moment(date);
  const { tags = [], ...others } = post?.terms ?? {};
  return {
    file: one.file,
    kind: one.kind,
    state: one.unpublished === "future" ? "scheduled" : (one.unpublished ?? "published"),
    title,
    description: oneLine(data.description ?? "") || null,
    url,
    address: url === null ? null : absoluteUrl(site, url),
    date: due?.slice(0, 10) ?? null,
    publishAt: due,
    updated: updated ?? null,
    expires: expires === undefined ? null : moment(expires),
    deadline: post?.deadline?.date ?? null,
    authors: (post?.authors ?? []).map((author) => author.name),
    tags: labels(tags),
    terms: Object.values(others).flatMap(labels),
    lang: one.lang,
  };
}

const labels = (terms: readonly Term[]): string[] => terms.map(({ label }) => label);

function unread(file: string, site: Site): ListedText {
  return {
    ...{ file, kind: file.startsWith("content/posts/") ? "post" : "page", state: "unreadable" },
    ...{ title: null, description: null, url: null, address: null },
    date: readFileName(file, languageFolders(site)).day ?? null,
    ...{ publishAt: null, updated: null, expires: null, deadline: null },
    ...{ authors: [], tags: [], terms: [], lang: null },
  };
}

/** Texts without a date come first among their state, by file. */
function inOrder(a: ListedText, b: ListedText): number {
  const when = ({ publishAt, date }: ListedText): number => Date.parse(publishAt ?? date ?? "9999-12-31");
  return (
    byCodeUnit(b.kind, a.kind) ||
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    when(b) - when(a) ||
    byCodeUnit(a.file, b.file)
  );
}
