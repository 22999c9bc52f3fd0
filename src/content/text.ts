// Small operations on text that several parts of `content/` share: order, normal forms, entities, slugs.
// None of them depends on the machine's locale: order is by code unit, folding by Unicode's own tables.
import slugify from "@sindresorhus/slugify";
import { decodeHTMLStrict } from "entities";

/** Order by UTF-16 code unit: the same on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One line without outer white space, entities decoded once: for titles and descriptions. */
export function oneLine(text: string): string {
  const decoded = text.includes("&") ? decodeHTMLStrict(text) : text;
  return /^\s|\s$|[\t\n\r]| {2}/.test(decoded) ? decoded.replace(/[ \t\n\r]+/g, " ").trim() : decoded;
}

/**
 * Removes the typographic quotation marks around a whole name: they are treated like the straight ones of YAML.
 * `« Équipe »` → `Équipe`; `« A » et « B »` stays.
 */
export function unquoted(name: string): string {
  const [, french, english] = /^(?:«([^«»]+)»|“([^“”]+)”)$/.exec(name) ?? [];
  const inner = (french ?? english ?? "").trim();
  return inner === "" ? name : inner;
}

/** The parts of a list that was written as one text with commas, without those that are empty. */
export function commaParts(text: string): string[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** Letters and digits only, no accents, lower case, words separated by one space: for comparing names and tags. */
export function fold(text: string): string {
  return text
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** A slug for an address: lower-case ASCII words joined by hyphens; empty if the text has no letter or digit. */
export function slugOf(text: string): string {
  const spoken = spell(text)
    .replace(/[’ʼ'‘]/g, " ")
    .replace(/·/g, "");
  // Without a `locale`: the package's tables for some are left out of the bundles (`scripts/bundle.mjs`).
  return slugify(spoken, {
    decamelize: false,
    customReplacements: [
      ["&", " "],
      ["œ", "oe"],
      ["Œ", "oe"],
    ],
  });
}

/** The slug, or else the first of `slug-2`, `slug-3`… that is not taken yet; it is taken from then on. */
export function uniqueSlug(slug: string, taken: Set<string>): string {
  let own = slug;
  for (let n = 2; taken.has(own); n++) own = `${slug}-${String(n)}`;
  taken.add(own);
  return own;
}

/** Spells out signs that distinguish names: "C++" and "C#" are not "C". */
export function spell(text: string): string {
  return /[+#]/.test(text)
    ? text.replace(/(?<=[\p{L}\p{N}+])\+/gu, " plus ").replace(/(?<=\p{L})#/gu, " sharp ")
    : text;
}

/** The words of a line that is a heading, without its id and its closing signs; undefined for any other line. */
export function headingIn(line: string): string | undefined {
  // In several steps: a single expression would try every division of the spaces among its parts.
  const written = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(line)?.[1]?.trimEnd();
  return written
    ?.replace(/\{[^{}]*\}$/, "")
    .trimEnd()
    .replace(/#+$/, "")
    .trimEnd();
}
