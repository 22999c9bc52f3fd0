// What the path of a post or page says: its day, its slug, its language's folder, and whether it is a draft.
// `2021-04-01-slug.md`, `21-04-01-slug.md` and `2021-04-01-slug/index.md` say the same; a leading `_` anywhere makes a draft.
import type { Site } from "../site/site.ts";
import { dayFrom } from "./days.ts";
import type { Day } from "./types.ts";

/** File names of texts. */
export const MARKDOWN = /\.(?:md|markdown)$/i;

/** Paths of posts and pages. */
const TEXT = /^content\/(?:posts|pages)\//;

export interface FileName {
  day?: Day;
  /** Digits that look like a date and are not one: `2021-02-30`. */
  badDay?: string;
  /** The rest of the name; may be empty, may contain any character. */
  slug: string;
  /** Name without folder, extension and `_`, by which other posts refer to this one. */
  stem: string;
  draft: boolean;
  /** Folder of a language, as written: `en`. */
  langFolder?: string;
  /** Folders of a page between the language's folder and its own name. */
  folders: string[];
}

/** Names of the folders that stand for a language, in lower case. */
export function languageFolders(site: Pick<Site, "lang" | "translations">): ReadonlySet<string> {
  return new Set(
    ["fr", "en", site.lang, ...Object.keys(site.translations)].map((lang) => lang.toLowerCase()),
  );
}

/** True for a post or page whose name makes it a draft, whatever its front matter says. */
export function isDraftByName(file: string): boolean {
  return TEXT.test(file) && MARKDOWN.test(file) && file.includes("/_");
}

/** A name without the number that exports of Notion put at its end: it says nothing in an address. */
export const withoutId = (name: string): string => name.replace(/(?<=[^\s_-])[ _-][0-9a-f]{32}$/, "");

/** Reads a path such as `content/posts/en/2021-04-01-slug.md`. */
export function readFileName(file: string, languages: ReadonlySet<string>): FileName {
  const segments = file.split("/").slice(2);
  const base = segments.pop() ?? "";
  const own = base.replace(MARKDOWN, "").replace(/^_+/, "");
  const [head] = segments;
  const langFolder = head !== undefined && languages.has(head.toLowerCase()) ? head : undefined;
  const folders = langFolder === undefined ? segments : segments.slice(1);
  const named = own === "index" && folders.length > 0 ? (folders.pop() ?? own).replace(/^_+/, "") : own;
  return {
    ...datedName(withoutId(named)),
    stem: named,
    draft: isDraftByName(file),
    folders,
    ...(langFolder !== undefined && { langFolder }),
  };
}

function datedName(name: string): { day?: Day; badDay?: string; slug: string } {
  const [, year, month, date, rest = ""] =
    /^(\d{4}|\d{2})-(\d{1,2})-(\d{1,2})(?:[-_ ]+(.*))?$/.exec(name) ?? [];
  if (year === undefined) {
    const [odd] = /^\d+-\d+-\d+(?=-|$)/.exec(name) ?? [];
    return odd === undefined ? { slug: name } : { slug: name, badDay: odd };
  }
  const day = dayFrom(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), Number(date));
  if (day === undefined) return { slug: name, badDay: `${year}-${month ?? ""}-${date ?? ""}` };
  return { day, slug: rest };
}

/** `2021-10-XX`, `AAAA-MM-JJ`: letters that were to be replaced by digits. */
const PLACEHOLDER =
  /^(?=[-\d_. ]{0,8}[adjmxy?])(?<y>\d{4}|[axy?]{4})[-_. ](?<m>\d\d?|[mx?]{2})[-_. ](?:\d\d?|[djx?]{2})(?![\p{L}\d])[-_. ]*/iu;

/**
 * The day that a name begins with in another form or order (`20241205-a`, `2024_12_05_a`, `05-12-2024-a`), to suggest a name;
 * the first of its month if letters stand for the day.
 */
export function oddDay(stem: string): { day?: Day; rest: string } {
  const name = stem.trim();
  const {
    y = 0,
    m = 0,
    d = 0,
  } = (
    /^(?<y>\d{4})([-_. ]?)(?<m>\d\d)\2(?<d>\d\d)(?!\d)/.exec(name) ??
    /^(?<d>\d\d?)([-_. ])(?<m>\d\d?)\2(?<y>\d{4})(?!\d)/.exec(name)
  )?.groups ?? {};
  const day = dayFrom(Number(y), Number(m), Number(d));
  if (day !== undefined) return { day, rest: name.replace(/^[\d_. -]+/, "") };
  const letters = PLACEHOLDER.exec(name);
  if (letters === null) return { rest: name };
  const [year = 0, month = 0] = ["y", "m"].map((part) => Number(letters.groups?.[part]) || 0);
  const first = dayFrom(year, month, 1);
  return { ...(first !== undefined && { day: first }), rest: name.slice(letters[0].length) };
}
