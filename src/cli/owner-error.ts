// A failure in a site's own code (`.eleventy.ts` or a plugin that it adds) that is neither a layout's fault nor a system
// failure, although Node or Eleventy reports it → a problem at the most likely line of `.eleventy.ts`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CONFIG_FILE } from "../build/config-words.ts";
import { asMachineError, chainOf } from "../build/machine/machine-error.ts";
import { OwnerConfigError } from "../eleventy/owner-config.ts";
import type { Place } from "../problems.ts";
import { layoutErrorWords } from "../strings/layout-errors.ts";
import type { UiLang } from "../ui-lang.ts";
import { framesIn } from "./own-frames.ts";

/** Eleventy's messages around an error that the site's own code throws. */
const CALLED = /^(?:Transform|Preprocessor|Linter) `|Error in Nunjucks (?:Filter|Shortcode)/;

/** Node's message for a missing package that `.eleventy.ts` itself imports. */
const NO_PACKAGE = /Cannot find package '([^']+)' imported from \S.*[\\/]\.cache[\\/]config[\\/]/;

/** Whether the site's own code caused the system error: a file that does not exist, but never a full disk. */
export function isOwnersFault(error: unknown, root: string): boolean {
  if (asMachineError(error)?.kind !== "other") return false;
  return chainOf(error).some(
    (one) => one instanceof OwnerConfigError || CALLED.test(one.message) || isOfConfig(one.stack ?? "", root),
  );
}

/** Whether a frame of the stack is in the compiled `.eleventy.ts`. */
export function isOfConfig(stack: string, root: string): boolean {
  return framesIn(stack, root).some(({ file }) => file.startsWith(".cache/config/"));
}

/** `text` is the whole message of the error. Undefined if it is of another kind. */
export function ownersProblem(
  error: unknown,
  text: string,
  { root, lang }: { root: string; lang: UiLang },
): { place: Place; words: [string, string] } | undefined {
  const words = layoutErrorWords(lang);
  const [, url] = /^\.eleventy\.ts: nothing at (\S+)$/.exec(text) ?? [];
  if (url !== undefined)
    return {
      place: lineOf(/addPreprocessor|\bpermalink\b|eleventyComputed/, root),
      words: words.unwritten(url),
    };
  const [, name] = NO_PACKAGE.exec(text) ?? [];
  if (name !== undefined)
    return {
      place: lineOf((line) => line.includes(`"${name}`) || line.includes(`'${name}`), root),
      words: words.noPackage(name),
    };
  const [, address] = /Output conflict: [^\n]*\.carnet-new(\/[^`\n]*)`/.exec(text) ?? [];
  if (address !== undefined)
    return { place: lineOf((line) => line.includes(address), root), words: words.taken(address) };
  const refused = isOwnersFault(error, root) ? asMachineError(error) : undefined;
  if (!refused || chainOf(error).some((one) => one instanceof OwnerConfigError)) return undefined;
  return { place: lineOf(() => false, root), words: words.refused(refused.code, refused.path) };
}

/** The first line that matches, else line 1. */
function lineOf(has: RegExp | ((line: string) => boolean), root: string): Place {
  const file = join(root, CONFIG_FILE);
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const at = lines.findIndex((line) => (has instanceof RegExp ? has.test(line) : has(line)));
  return { file: CONFIG_FILE, line: Math.max(0, at) + 1, column: 1 };
}
