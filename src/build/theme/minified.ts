// Carnet's own styles and scripts without comments and blanks, made when Carnet itself is compiled: readers download a quarter
// less. A file is replaced only if its text is the one that was compiled, so a change to the theme needs no compilation.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isFile, packageRoot } from "../../files.ts";
import { digestOf } from "../machine/digest.ts";

/** Written by `scripts/compile.mjs`: minified texts by the digests of the sources. */
export const MINIFIED = "dist/build/theme/minified.json";

let texts: ReadonlyMap<string, string> | undefined;

/** The text to publish for a file of Carnet's own theme; the same text if it was not compiled. */
export function minified(text: string): string {
  texts ??= readMinified();
  return texts.get(digestOf(text)) ?? text;
}

function readMinified(): ReadonlyMap<string, string> {
  const file = join(packageRoot, MINIFIED);
  if (!isFile(file)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>));
}

/** The text of that file. `minify` receives the name of each file, relative to `layouts/assets/`, and its text. */
export async function minifyAll(
  files: Readonly<Record<string, string>>,
  minify: (name: string, text: string) => Promise<string>,
): Promise<string> {
  const entries = Object.entries(files).map(
    async ([name, text]) => [digestOf(text), await minify(name, text)] as const,
  );
  return JSON.stringify(Object.fromEntries(await Promise.all(entries)));
}
