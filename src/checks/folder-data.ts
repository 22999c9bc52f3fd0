// Values for a folder or a text in a file of their own (`posts/posts.json`), as Eleventy reads them → a warning for each.
// Carnet copies such a file like a picture: an owner who knows Eleventy would believe its texts to be drafts.
import { LARGEST_TEXT } from "../content/read.ts";
import { FRONT_MATTER_KEYS } from "../content/schema.ts";
import type { Content } from "../content/types.ts";
import { parseYaml } from "../content/yaml/parse.ts";
import { readBytes } from "../files.ts";
import { decodePath } from "../images/paths.ts";
import type { Reference } from "../markdown/types.ts";
import { nameIn, parentOf } from "../paths.ts";
import { problem, topOf, type Problem } from "../problems.ts";
import type { SourceFile } from "../source-file.ts";

const DATA = /\.(?:json|ya?ml)$/i;

export function checkFolderData(
  { files, posts, pages, withheld, refused = [] }: Content,
  references: () => Iterable<Pick<Reference, "href">>,
): Problem[] {
  const texts = new Set([...posts, ...pages, ...withheld, ...refused].map(({ file }) => stemOf(file)));
  const found = files.filter(({ file }) => DATA.test(file) && isNamedAfter(file, texts));
  if (found.length === 0) return [];
  const linked = new Set(Array.from(references(), ({ href }) => nameIn(decodePath(href))));
  return found.flatMap((source) => {
    const name = nameIn(source.file);
    const data = linked.has(name) ? {} : valuesIn(source);
    const keys = Object.keys(data).filter((key) => FRONT_MATTER_KEYS.includes(key));
    if (keys.length === 0) return [];
    const holds = data["draft"] === true || data["published"] === false;
    const place = topOf(source.file);
    return problem(`stray-file/${holds ? "folder-draft" : "folder-data"}`, place, { name, keys });
  });
}

/** True for a file of `content/` with the name of its folder, or of a text beside it. */
function isNamedAfter(file: string, texts: ReadonlySet<string>): boolean {
  if (!/^content\/(?:posts|pages)\//.test(file)) return false;
  const stem = stemOf(file);
  return texts.has(stem) || nameIn(stem) === nameIn(parentOf(file));
}

const stemOf = (file: string): string => file.replace(/\.\w+$/, "");

function valuesIn({ path, size }: SourceFile): Readonly<Record<string, unknown>> {
  const bytes = size <= LARGEST_TEXT ? readBytes(path) : undefined;
  const read = bytes === undefined ? undefined : parseYaml(bytes.toString("utf8"));
  return read !== undefined && "data" in read ? read.data : {};
}
