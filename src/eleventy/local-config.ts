// An owner's compiled configuration → whether it only adds what works on the values of one page, or nothing of its own at all.
// Determined from the words of the code. If in doubt, no: then all pages are rendered at each build, as by Eleventy itself.
import type { Compiled } from "./compile-config.ts";

/** The arguments of a filter or shortcode come from its page, and are in the page's fingerprint. */
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

/** Methods of the configuration by their names, whatever its variable is called. */
const METHODS = /\b(?:add|set|augment|remove)[A-Z]\w*|\bon\b(?=\s*\()/g;

/** Access to other pages, to the clock, to random numbers, to the machine and to code that is loaded later. */
const OUTSIDE =
  /\b(?:collections|ctx|Date|Temporal|random|now|process|fetch|require|globalThis|global|navigator|eval|Function|await|async|crypto|performance|previous|next|related)\b|\bimport\s*\(|\btoLocale\w*|\bIntl\b/;

/**
 * What may keep something from one page to the next. A filter may also do this only within itself; the two are not told apart.
 */
const STATE =
  /\+\+|--|[+\-*/%|&^?]=(?!=)|(?:^|[;{}()]\s*)[\w$.[\]"']+\s*=(?![=>])|\blet\b|\bnew\s|\.(?:set|add|push|unshift|splice|pop|shift|sort|reverse|fill|delete|assign|defineProperty)\s*\(/m;

export function isLocal({ code, imports }: Pick<Compiled, "code" | "imports">): boolean {
  if (imports.length > 0 || OUTSIDE.test(code) || STATE.test(code)) return false;
  return [...code.matchAll(METHODS)].every(([method]) => HARMLESS.has(method));
}

/** The configuration that Carnet's guide begins with, as esbuild writes it. */
const ONLY_CARNET =
  /^import (\w+) from "[^"]*";\s*function (\w+)\((\w+)\) \{\s*\3\.addPlugin\(\1\);\s*\}\s*export \{\s*\2 as default\s*\};\s*$/;

export function isOnlyCarnet({ code, imports }: Pick<Compiled, "code" | "imports">): boolean {
  return imports.length === 0 && ONLY_CARNET.test(code.replace(/^\/\/.*\n/gm, ""));
}
