// An owner's compiled configuration → whether it only adds what works on the values of one page.
// Told from its words, and in doubt no: then all pages are rendered at each build, as Eleventy itself would.
import type { Compiled } from "./compile-config.ts";

/** What a filter or shortcode is given is its page's, and in the page's fingerprint. */
const HARMLESS: ReadonlySet<string> = new Set([
  "addPlugin",
  "addFilter",
  "addNunjucksFilter",
  "addShortcode",
  "addNunjucksShortcode",
  "addPairedShortcode",
  "addPairedNunjucksShortcode",
  "addLayoutAlias",
]);

/** Methods of the configuration by their names, however it is called. */
const METHODS = /\b(?:add|set|augment|remove)[A-Z]\w*|\bon\b(?=\s*\()/g;

/** Ways to other pages, to the clock, to chance, to the machine and to code that is not there yet. */
const OUTSIDE =
  /\b(?:collections|ctx|Date|random|now|process|fetch|require|globalThis|global|eval|Function|await|async|crypto|performance|previous|next|related)\b|\bimport\s*\(|\btoLocale\w*|\bIntl\b/;

/** What may keep something from one page to the next; a filter may also do it within itself, which is not told apart. */
const STATE =
  /\+\+|--|[+\-*/%|&^?]=(?!=)|(?:^|[;{}()]\s*)[\w$.[\]"']+\s*=(?![=>])|\blet\b|\bnew\s|\.(?:set|add|push|unshift|splice|pop|shift|sort|reverse|fill|delete)\s*\(/m;

export function isLocal({ code, imports }: Pick<Compiled, "code" | "imports">): boolean {
  if (imports.length > 0 || OUTSIDE.test(code) || STATE.test(code)) return false;
  return [...code.matchAll(METHODS)].every(([method]) => HARMLESS.has(method));
}
