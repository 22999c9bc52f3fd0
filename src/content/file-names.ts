// What the path of a post or page says: its day, its slug, its language's folder, and whether it is a draft.
// `2021-04-01-slug.md`, `21-04-01-slug.md` and `2021-04-01-slug/index.md` say the same; a leading `_` anywhere makes a draft.
import type { Site } from "../site/site.ts";
import { dayFrom } from "./dates.ts";
import type { Day } from "./types.ts";

/** File names of texts. */
export const MARKDOWN = /\.(?:md|markdown)$/i;

/** Paths of posts, pages and terms. */
const TEXT = /^content\/[^/]+\//;

// Control characters, line separators, marks that reverse the text after them in a terminal or on a forge, and the replacement
// character that Node uses if a name is not UTF-8: no file can be opened by such a name.
const BAD_NAME = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffd\\]/;

/** True for a file name that an address can be made from. */
export const isUsableName = (name: string): boolean => !BAD_NAME.test(name);

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
    ...datedName(named),
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
