// Texts among posts and pages that are not Markdown (`.txt`, `.adoc`, a lost or mistyped extension) and that nothing links to →
// a note for each; a warning for office documents, whose drafts must not go online unnoticed.
// Whoever put them there meant them to be read, but the build only copies them.
import { LARGEST_TEXT } from "../content/read.ts";
import type { Content } from "../content/types.ts";
import { readBytes } from "../files.ts";
import { besidePath, decodePath } from "../images/paths.ts";
import type { Reference } from "../markdown/types.ts";
import { foldersAbove, nameIn, parentOf } from "../paths.ts";
import { problem, topOf, type Problem } from "../problems.ts";
import type { SourceFile } from "../source-file.ts";
import { namesInTexts } from "./names-in-texts.ts";

/** Formats of texts that only their extension keeps from being Markdown. */
const PLAIN = /\.(?:txt|text|mdown|mkdn?|mdwn)$/i;
const WRITTEN = /\.(?:adoc|asciidoc|rst|org|textile|tex)$/i;
const OFFICE = /\.(?:do[ct][mx]?|odt|ott|rtf|pages|xls[bmx]?|ods|pp[st][mx]?|odp)$/i;

/** A name of a post whose extension was lost. */
const NAMED_AS_POST = /(?:^|\/)_?\d{2,4}-\d{2}-\d{2}-[^./]+$/;

/** No extension, or one that may be a slip for `md` or `markdown`. */
const ODD = /(?:^|\/)[^./]+$|\.(?:m[a-z]{0,2}|[a-z]d|mar[a-z]{2,7})$/i;
const HEADER = /^\ufeff?---[ \t]*\r?\n/;

/** Files that describe a folder. */
const ABOUT = /^(?:read-?me|lisez-?moi|licen[cs]e|changelog)(?:\.|$)/i;

export function checkStrayTexts(
  { files, posts, pages, withheld, refused = [], unreadDrafts = [], settingLinks }: Content,
  references: () => Iterable<Pick<Reference, "href">>,
): Problem[] {
  const texts = files.filter(
    (one) =>
      one.file.startsWith("content/") &&
      (WRITTEN.test(one.file) || OFFICE.test(one.file) || needsExtension(one)),
  );
  if (texts.length === 0) return [];
  const unread = [...refused, ...unreadDrafts];
  const folders = new Set(
    [...posts, ...pages, ...withheld, ...unread].flatMap(({ file }) => ownFolder(file)),
  );
  const linked = new Set(
    [...references(), ...settingLinks].map(({ href }) => nameIn(decodePath(href)).normalize("NFC")),
  );
  const named = namesInTexts(unread);
  return texts.flatMap(({ file }) => {
    const name = nameIn(file).normalize("NFC");
    if (ABOUT.test(name) || linked.has(name) || named(name)) return [];
    const office = OFFICE.test(file);
    if (!office && [...foldersAbove(file)].some((one) => folders.has(one))) return [];
    const fix = name.replace(/(?:\.(?:md|markdown))?(?:\.[^.]+)?$/i, ".md");
    const rename = !office && !WRITTEN.test(name);
    const params = { name, fix, url: besidePath(file) ?? "", rename };
    return problem(`stray-file/${office ? "office" : "text"}`, topOf(file), params);
  });
}

/** Whether the extension alone keeps a file from being read as Markdown. */
function needsExtension({ file, path, size }: SourceFile): boolean {
  if (PLAIN.test(file) || NAMED_AS_POST.test(file)) return true;
  const bytes = ODD.test(file) && size <= LARGEST_TEXT ? readBytes(path) : undefined;
  return bytes !== undefined && HEADER.test(bytes.toString("utf8", 0, 20));
}

/** The folder of a post that has one of its own: what is in it is up to its author. */
function ownFolder(file: string): string[] {
  return /\/_?index\.(?:md|markdown)$/i.test(file) ? [parentOf(file)] : [];
}
