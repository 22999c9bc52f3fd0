// Site root → one value for each text, published or not, with what an editor asks of it.
// Nothing is rendered. A text that an error keeps out is listed too, with what its file name says.
import type { Problem } from "../problems.ts";
import { absoluteUrl, type Site } from "../site/site.ts";
import { rfc3339 } from "./dates.ts";
import type { RawEntry } from "./entry.ts";
import { languageFolders, readFileName } from "./file-names.ts";
import { loadContent, type LoadOptions } from "./load.ts";
import { byCodeUnit, oneLine } from "./text.ts";
import type { Entry, Term } from "./types.ts";

/** In the order of the list: what needs someone comes first. */
const STATES = ["unreadable", "draft", "scheduled", "published", "expired"] as const;

/** Posts, then pages; each by state, then latest first. `texts` are undefined only if there is no site; `problems` then say why. */
export async function listTexts(
  options: Pick<LoadOptions, "root" | "now" | "url" | "basePath" | "builtinLayouts">,
): Promise<{ texts?: ListedText[]; problems: Problem[] }> {
  const { content, made, problems } = await loadContent(options);
  if (!content || !made) return { problems };
  const { site, refused, unreadDrafts } = content;
  const texts = [
    ...[...made].map(([entry, one]) => listed(entry, one, site)),
    ...[...refused, ...unreadDrafts].map(({ file }) => unread(file, site)),
  ];
  return { texts: texts.sort(inOrder), problems };
}

/** As `carnet list --format json` prints it: the names of its properties, and their order, do not change. */
export type ListedText = ReturnType<typeof listed> | ReturnType<typeof unread>;

function listed({ title, data, date, updated, expires, draft, name }: RawEntry, one: Entry, site: Site) {
  const post = one.kind === "post" ? one : undefined;
  const isUndated = draft && (data.publishAt ?? data.date ?? name.day) === undefined;
  const url = post && isUndated ? null : one.url;
  const moment = (at: Date | undefined): string | null =>
    at === undefined ? null : rfc3339(at, site.timeZone);
  const publishAt = isUndated ? null : moment(date);
  const { tags = [], ...others } = one.kind === "page" ? {} : one.terms;
  return {
    file: one.file,
    kind: one.kind,
    state:
      one.unpublished === "future" ? ("scheduled" as const) : (one.unpublished ?? ("published" as const)),
    title,
    description: oneLine(data.description ?? "") || null,
    // Unknown for a draft without a date, which has that of today.
    url,
    /** As visitors type it: with the host, if the site has one, and the base path. */
    address: url === null ? null : absoluteUrl(site, url),
    date: publishAt?.slice(0, 10) ?? null,
    publishAt,
    updated: updated ?? null,
    expires: moment(expires),
    authors: (post?.authors ?? []).map((author) => author.name),
    tags: labels(tags),
    terms: Object.values(others).flatMap(labels),
    lang: one.lang,
    /** A day, or an hour with its offset. */
    event: post?.event?.start.iso ?? null,
    deadline: post?.deadline?.iso ?? null,
  };
}

const labels = (terms: readonly Term[]): string[] => terms.map(({ label }) => label);

function unread(file: string, site: Site) {
  return {
    file,
    kind: sortOf(file),
    ...{ state: "unreadable" as const, title: null, description: null, url: null, address: null },
    date: readFileName(file, languageFolders(site)).day ?? null,
    ...{ publishAt: null, updated: null, expires: null },
    ...{ authors: [], tags: [], terms: [], lang: null, event: null, deadline: null },
  };
}

function sortOf(file: string): Entry["kind"] {
  if (file.startsWith("content/posts/")) return "post";
  return file.startsWith("content/pages/") ? "page" : "term";
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
