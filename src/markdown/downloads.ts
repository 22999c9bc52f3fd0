// Links to files of the site → the same links with the format and size of the file: `Le guide (PDF, 1,2 Mo)`. These are put inside the
// link, so that they are part of its name: a screen reader lists links by their names alone (WCAG 2.4.4).
import { withBase } from "../site/site.ts";
import { isAlsoServed } from "./addresses.ts";
import type { Env } from "./env.ts";
import { DOWNLOADED, formatOf, type FileFormat } from "./file-formats.ts";
import {
  attr,
  finished,
  isBlank,
  isBlock,
  isElement,
  isText,
  makeText,
  textOf,
  type Element,
  type Node,
} from "./tree.ts";

/** A path of this site, with the extension of a download. */
const DOWNLOAD = new RegExp(String.raw`^(/[^"#?]*\.(${DOWNLOADED}))(?:[?#].*)?$`, "i");

export function describeDownloads(root: Element, env: Env): void {
  if (env.names.has("a") || env.names.has("video") || env.names.has("audio")) inside(root, "", env);
}

/** `before` is the text before an element, from the block, line or link above; returns that before the next element. */
function inside(parent: Element, before: string, env: Env): string {
  let said = before;
  for (const [i, node] of parent.children.entries()) {
    if (!isElement(node)) {
      said += textOf([node]);
      continue;
    }
    const isApart = isBlock(node) || node.name === "br";
    const [, path = "", ending = ""] =
      DOWNLOAD.exec(node.name === "a" ? (attr(node, "href") ?? "") : "") ?? [];
    const format = formatOf(ending);
    const bytes = format === undefined ? undefined : sizeOf(path, env);
    if (format !== undefined && bytes !== undefined) {
      const around = { before: said, after: textOf(untilNext(parent.children.slice(i + 1))) };
      const facts = factsOf(node, around, { format, weight: env.words.fileSize(bytes) });
      if (facts !== undefined) append(node, facts, env);
    } else said = inside(node, isApart ? "" : said, env);
    if (isApart || node.name === "a") said = "";
  }
  return said;
}

/** `href` includes the base path, as in the page. */
function sizeOf(href: string, { around }: Env): number | undefined {
  const base = withBase(around.site, "");
  const path = href.slice(base.length);
  if (!href.startsWith(base) || isAlsoServed(path, around.site.alsoServed)) return undefined;
  return around.size?.(path);
}

/** What may describe a link behind it: up to the next block, line or link. */
function untilNext(nodes: readonly Node[]): readonly Node[] {
  const end = nodes.findIndex((node) => isBlock(node) || isElement(node, "br") || isElement(node, "a"));
  return end < 0 ? nodes : nodes.slice(0, end);
}

/** The text before and behind a link. */
interface Around {
  before: string;
  after: string;
}

/** Case matters: `6 mo` may be months, and `2 go` English. */
const UNIT = String.raw`[\s\u00a0\u202f]?(?:[kKMG]i?[oObB]|[Oo]ctets?|[Bb]ytes?)(?![\p{L}\p{N}])`;
const WEIGHT = new RegExp(String.raw`\d${UNIT}`, "u");
const WEIGHT_FIRST = new RegExp(String.raw`^\d{1,4}(?:[.,]\d{1,3})?${UNIT}`, "u");
const IN_BRACKETS = /[([][^()[\]]*[)\]]$/;

/** What the author has not written already, with the space before it; undefined if nothing is missing. */
function factsOf(
  link: Element,
  { before, after }: Around,
  { format, weight }: { format: FileFormat; weight: string },
): [space: string, facts: string] | undefined {
  const text = textOf(link.children).trim();
  if (WEIGHT.test(text) || isSaidBehind(after, format)) return undefined;
  const isPicture = link.children.every(
    (node) =>
      node.kind === "finished" ||
      isBlank(node) ||
      (isElement(node) && attr(node, "class") === "visually-hidden"),
  );
  if (isPicture) return [" ", `${format.label}, ${weight}`];
  const last = IN_BRACKETS.exec(text)?.[0];
  if (last !== undefined && format.said.test(last)) return undefined;
  const facts = format.said.test(text) ? weight : `${format.label}, ${weight}`;
  // Brackets inside or right after other brackets are hard to read.
  const isBracketed = last !== undefined || before.lastIndexOf("(") > before.lastIndexOf(")");
  return isBracketed ? ["\u00a0", `– ${facts}`] : [" ", `(${facts})`];
}

/** True if `(PDF, 1,2 Mo)`, `– PDF` or `: PDF` follows the link directly. */
function isSaidBehind(text: string, format: FileFormat): boolean {
  const [, inBrackets] = /^\s*[([]([^()[\]]*)[)\]]/.exec(text) ?? [];
  if (inBrackets !== undefined) return format.said.test(inBrackets) || WEIGHT.test(inBrackets);
  const [, behind] = /^\s*[,:–—-]\s*(.*)$/s.exec(text) ?? [];
  return behind !== undefined && (format.said.exec(behind)?.index === 0 || WEIGHT_FIRST.test(behind));
}

/** After the last word: in a link that contains blocks, at the end of the last one. */
function append(link: Element, [space, facts]: [string, string], env: Env): void {
  const last = link.children.findLast((node) => !isBlank(node));
  if (isElement(last) && isBlock(last)) {
    append(last, [space, facts], env);
    return;
  }
  const end = link.children.at(-1);
  if (isText(end)) end.text = end.text.trimEnd();
  // The search leaves out this class (`build/search/documents.ts`), and a site may style it.
  const html = `<span class="file-facts"${env.langs.words}>${facts}</span>`;
  link.children.push(makeText(space), finished(html));
}
