// Texts among posts and pages that are no Markdown (`.txt`, `.docx`…) and that nothing links to → a note for each.
// Whoever put them there meant them to be read, and the build only copies them.
import type { Content } from "../content/types.ts";
import { besidePath, decodePath } from "../images/paths.ts";
import type { Reference } from "../markdown/types.ts";
import { problem, type Problem } from "../problems.ts";

/** Formats of texts, by whether their name is all that keeps them from being Markdown. */
const PLAIN = /\.(?:txt|text|mdown|mkdn?|mdwn)$/i;
const WRITTEN = /\.(?:docx?|odt|rtf|pages|adoc|asciidoc|rst|org|textile|tex)$/i;

/** What a folder says of itself. */
const ABOUT = /^(?:read-?me|lisez-?moi|licen[cs]e|changelog)(?:\.|$)/i;

export function checkStrayTexts(
  { files, posts, pages, withheld, incomplete }: Content,
  references: () => Iterable<Pick<Reference, "href">>,
): Problem[] {
  const texts = files.filter(
    ({ file }) => file.startsWith("content/") && (PLAIN.test(file) || WRITTEN.test(file)),
  );
  // A text that an error keeps out may link to them.
  if (texts.length === 0 || incomplete === true) return [];
  const folders = new Set([...posts, ...pages, ...withheld].flatMap(({ file }) => ownFolder(file)));
  const linked = new Set(Array.from(references(), ({ href }) => nameIn(decodePath(href))));
  return texts.flatMap(({ file }) => {
    const name = nameIn(file);
    if (ABOUT.test(name) || linked.has(name) || [...parents(file)].some((one) => folders.has(one))) return [];
    const fix = name.replace(/\.[^.]+$/, ".md");
    const params = { name, fix, url: besidePath(file) ?? "", rename: PLAIN.test(name) };
    return problem("stray-file/text", { file, line: 1, column: 1 }, params);
  });
}

/** The folder of a post that has one of its own: what stands in it is its author's affair. */
function ownFolder(file: string): string[] {
  return /\/_?index\.(?:md|markdown)$/i.test(file) ? [file.slice(0, file.lastIndexOf("/"))] : [];
}

function* parents(file: string): Generator<string> {
  for (let at = file.lastIndexOf("/"); at > 0; at = file.lastIndexOf("/", at - 1)) yield file.slice(0, at);
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).normalize("NFC");
}
