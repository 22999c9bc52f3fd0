// Small operations on text that several parts of `content/` share: order, normal forms, entities, slugs.
// None of them depends on the machine's locale: order is by code unit, folding by Unicode's own tables.
import slugify from "@sindresorhus/slugify";

/** Order by UTF-16 code unit: the same on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One line without outer white space, entities decoded once: for titles and descriptions. */
export function oneLine(text: string): string {
  const decoded = text.includes("&") ? decodeEntities(text) : text;
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

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  laquo: "«",
  raquo: "»",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  middot: "·",
  bull: "•",
  euro: "€",
  deg: "°",
  copy: "©",
  thinsp: "\u2009",
  agrave: "à",
  acirc: "â",
  ccedil: "ç",
  egrave: "è",
  eacute: "é",
  ecirc: "ê",
  euml: "ë",
  icirc: "î",
  iuml: "ï",
  ocirc: "ô",
  oelig: "œ",
  ugrave: "ù",
  ucirc: "û",
  uuml: "ü",
  Agrave: "À",
  Ccedil: "Ç",
  Eacute: "É",
  Egrave: "È",
  Ecirc: "Ê",
  OElig: "Œ",
  reg: "®",
  trade: "™",
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,6}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
      const code = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
      const printable = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && code !== 0x7f;
      return printable ? String.fromCodePoint(code) : whole;
    },
  );
}
