// Links to files of the site → the same links with the format and size of the file: `Le guide (PDF, 1,2 Mo)`. These are put inside the
// link, so that they are part of its name: a screen reader lists links by their names alone (WCAG 2.4.4).
import { withBase } from "../site/site.ts";
import { isAlsoServed } from "./links.ts";
import type { Env } from "./env.ts";
import { finished, isBlank, isBlock, isElement, isText, makeText, textOf, type Element } from "./tree.ts";

/** Extensions of what readers download. Files that a browser shows as a page (`.html`, `.txt`, `.xml`, pictures) are not. */
const PLAIN =
  "pdf|epub|rtf|odt|ods|odp|odg|csv|tsv|json|geojson|gpx|kml|ics|vcf|" +
  "zip|7z|rar|tar|gz|tgz|mp3|m4a|ogg|oga|opus|wav|flac|mp4|m4v|mov|webm|ogv";
/** A path of this site, with the extension of a download. */
const DOWNLOAD = new RegExp(String.raw`^(/[^"#?]*\.(${PLAIN}|docx?|xlsx?|pptx?))(?:[?#].*)?$`, "i");
/** People write `PPT` for a `.pptx`, or the name of the program. */
const OFFICE: Readonly<Record<string, string>> = {
  doc: "docx?|word",
  xls: "xlsx?|excel",
  ppt: "pptx?|powerpoint",
};

/** Case matters: `6 mo` may be months, and `2 go` English. */
const WEIGHT = /\d[\s\u00a0\u202f]?(?:[kKMG]i?[oObB]|[Oo]ctets?|[Bb]ytes?)(?![\p{L}\p{N}])/u;

export function describeDownloads(root: Element, env: Env): void {
  if (!env.names.has("a") && !env.names.has("video") && !env.names.has("audio")) return;
  root.each((link, parent) => {
    if (link.name !== "a") return;
    const [, path = "", ending = ""] = DOWNLOAD.exec(link.attr("href") ?? "") ?? [];
    const bytes = ending === "" ? undefined : sizeOf(path, env);
    if (bytes === undefined) return;
    const facts = factsOf(link, textBehind(link, parent), ending.toLowerCase(), env.words.fileSize(bytes));
    if (facts === "") return;
    const end = link.children.at(-1);
    if (isText(end)) end.text = end.text.trimEnd();
    // The search leaves out this class (`build/search/documents.ts`), and a site may style it.
    const html = `<span class="file-facts"${env.langs.words}>${facts}</span>`;
    link.children.push(makeText(" "), finished(html));
  });
}

/** `href` includes the base path, as in the page. */
function sizeOf(href: string, { around }: Env): number | undefined {
  const base = withBase(around.site, "");
  const path = href.slice(base.length);
  if (!href.startsWith(base) || isAlsoServed(path, around.site.alsoServed)) return undefined;
  return around.size?.(path);
}

/** What may describe a link behind it: up to the next block, line or link. */
function textBehind(link: Element, parent: Element): string {
  const nodes = parent.children.slice(parent.children.indexOf(link) + 1);
  const end = nodes.findIndex((node) => isBlock(node) || isElement(node, "br") || isElement(node, "a"));
  return textOf(end < 0 ? nodes : nodes.slice(0, end));
}

/** What the author has not written already, in the link or right behind it; empty if nothing is missing. */
function factsOf(link: Element, behind: string, ending: string, weight: string): string {
  const words = OFFICE[ending.slice(0, 3)] ?? ending;
  const format = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, "iu");
  const saysIt = (text: string): boolean => format.test(text) || WEIGHT.test(text);
  const text = textOf(link.children).trim();
  const [, inBrackets = ""] = /[([]([^()[\]]*)[)\]]$/.exec(text) ?? [];
  if (WEIGHT.test(text) || format.test(inBrackets)) return "";
  // `(PDF, 1,2 Mo)`, or `– PDF` and `: 1,2 Mo`, where it must come first.
  const [, bracket, rest] = /^\s*(?:[([]([^()[\]]*)[)\]]|[,:–—-]\s*(.*)$)/s.exec(behind) ?? [];
  if (bracket !== undefined && saysIt(bracket)) return "";
  if (rest !== undefined && (format.exec(rest)?.index === 0 || WEIGHT.test(rest.slice(0, 9)))) return "";
  const label = ending === "geojson" ? "GeoJSON" : ending.toUpperCase();
  const facts = format.test(text) ? weight : `${label}, ${weight}`;
  const isPicture = link.children.every((node) => node.kind === "finished" || isBlank(node));
  return isPicture ? `${label}, ${weight}` : `(${facts})`;
}
