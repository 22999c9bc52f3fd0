// A published text → the small HTML document that Pagefind reads: its words, and what results show and are filtered by.
// It is made from values, not from the finished page: menus are not text, and an owner's layout cannot break the search.
import { longDate } from "../../content/dates.ts";
import type { Entry, TermEntry } from "../../content/types.ts";
import { escapeHtml } from "../../text.ts";
import type { Rendered } from "../../markdown/types.ts";
import { indexLang } from "../../pages/search.ts";
import { foldersOf, PEOPLE, taxonomyWords, wordsLang, type Site } from "../../site/site.ts";
import { ui } from "../../strings/ui.ts";
import { uiLang } from "../../ui-lang.ts";

/** An HTML document for Pagefind, and the address of the page that it stands for. */
export interface IndexedText {
  url: string;
  content: string;
}

interface SearchSource {
  entry: Entry;
  rendered: Rendered;
}

/** Parts of a text that are controls or marks, labels of players, what few browsers show, or facts about other files. */
export const UNREAD = [
  "template",
  "audio",
  "video",
  ".player-title > span",
  ".player-start",
  ".player-notice",
  ".player-fallback",
  ".footnote-ref",
  ".footnote-backref",
  ".file-facts",
];

export function searchDocument({ entry, rendered }: SearchSource, site: Site): string {
  const { lang, description } = entry;
  const facts = [
    ...metaOf(entry, site).map(([name, value]) => field("meta", name, value)),
    ...filtersOf(entry, site).map(([name, value]) => field("filter", name, value)),
  ];
  return [
    `<html lang="${escapeHtml(indexLang(lang))}"><body data-pagefind-body>`,
    `<div data-pagefind-ignore>${facts.join("")}</div>`,
    description === "" ? "" : `<p>${escapeHtml(markWords(description, lang))}</p>`,
    markHtml(rendered.html, lang),
    "</body></html>",
  ].join("\n");
}

function field(kind: "meta" | "filter", name: string, value: string): string {
  return `<p data-pagefind-${kind}="${escapeHtml(name)}">${escapeHtml(value)}</p>`;
}

type Named = readonly [name: string, value: string];

/** What a result shows; its words are searched too, those of the title first. */
function metaOf(entry: Entry, site: Site): Named[] {
  const { lang, title } = entry;
  const meta: Named[] = [["title", markWords(title, lang)]];
  if (entry.kind === "term") {
    const { person } = entry;
    const words = [
      person?.role ?? "",
      ...Object.values(entry.terms).flatMap((of) => of.map(({ label }) => label)),
    ];
    const said = words.filter((one) => one !== "");
    if (said.length > 0) meta.push(["terms", markWords(said.join(", "), lang)]);
  }
  if (entry.kind === "post") {
    meta.push(["day", entry.day], ["date", longDate(entry.day, wordsLang(site, lang))]);
    const names = entry.authors.map(({ name }) => name);
    const terms = Object.values(entry.terms).flatMap((of) => of.map(({ label }) => label));
    if (names.length > 0) meta.push(["authors", markWords(names.join(", "), lang)]);
    if (terms.length > 0) meta.push(["terms", markWords(terms.join(", "), lang)]);
  }
  return meta;
}

/** The values by which results can be filtered, under the names of `pages/search.ts`. */
function filtersOf(entry: Entry, site: Site): Named[] {
  // Of posts and pages only where there is something else.
  const isMixed = entry.kind === "term" || foldersOf(site).size > 1;
  const kind: Named[] = isMixed ? [["kind", kindOf(entry, site)]] : [];
  if (entry.kind === "page") return kind;
  const terms = Object.entries(entry.terms).flatMap(([name, of]) =>
    of.map(({ label }): Named => [name, label]),
  );
  if (entry.kind === "term") return [...kind, ...terms];
  return [
    ...kind,
    ...terms,
    ["year", entry.day.slice(0, 4)],
    ...entry.authors.map(({ person }): Named => ["person", person.name]),
  ];
}

function kindOf({ kind, lang, ...entry }: Entry, site: Site): string {
  const { post, page, one } = ui(lang, site.lang).search.kinds;
  if (kind !== "term") return kind === "post" ? post : page;
  const { taxonomy } = entry as TermEntry;
  return taxonomy === PEOPLE && site.people.label === undefined
    ? one
    : taxonomyWords(site, taxonomy, lang).label;
}

/** A word joiner, of no width: Pagefind drops it from words and keeps it in what it shows. */
const JOINER = "\u2060";

/** Words that French elides before a vowel. `aujourd’hui` and `quelqu’un` are single words, and stay whole. */
const ELIDED = /(?<![\p{L}\p{N}’'])((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])(?=\p{L}|$)/giu;

const LIGATURES: Readonly<Record<string, string>> = {
  œ: `o${JOINER}e`,
  Œ: `O${JOINER}E`,
  æ: `a${JOINER}e`,
  Æ: `A${JOINER}E`,
};

/** A tag, whose attributes contain no `>` in what Carnet renders, or the text up to the next one. Nothing is read twice. */
const PARTS = /<[^>]*>|[^<]+/g;

/** Letters that keyboards lack, and the digits of `CO₂`. */
const JOINED = /[œæ₀-₉]/gi;

const spelled = (sign: string): string => LIGATURES[sign] ?? JOINER + sign.normalize("NFKC");

/**
 * Marks a text so that Pagefind finds its French words: it reads `l’évaluation` as one word, and finds neither `œ` by `oe` nor `₂`
 * by `2`. The marks are word joiners (U+2060), which no word contains; layouts/assets/search.js removes them.
 * `l’œuvre` → `l’` + joiner + space + `o` + joiner + `euvre`. Elisions are marked in French only, the rest in any language.
 */
export function markWords(text: string, lang: string): string {
  const plain = text.replaceAll(JOINER, "").replace(JOINED, spelled);
  return uiLang(lang) === "fr" && /['’]/.test(plain) ? plain.replace(ELIDED, `$1${JOINER} `) : plain;
}

/** The same for the text between the tags of HTML. */
export function markHtml(html: string, lang: string): string {
  return html.replace(PARTS, (part) => (part.startsWith("<") ? part : markWords(part, lang)));
}
