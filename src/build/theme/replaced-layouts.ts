// `layouts/replaced.txt`: which version of Carnet's own layouts a site's copies replace, so that a later change is reported.
// It is committed, like the address book: `.cache/` is not available where the site is published.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, readText } from "../../files.ts";
import { problem, topOf, type Problem } from "../../problems.ts";
import { REPLACED_HEADER } from "../../strings/starting.ts";
import type { UiLang } from "../../ui-lang.ts";
import { writeWholeText } from "../machine/whole-file.ts";
import { ownLayouts } from "./layout-texts.ts";

export const REPLACED = "layouts/replaced.txt";

export interface ReplacedLayouts {
  /** Files that Carnet has changed, or dropped, since the site replaced them. */
  problems: Problem[];
  /** Path under `layouts/` → digest of the built-in file that it was made from. */
  marks: ReadonlyMap<string, string>;
}

/**
 * Compares a site's layouts with the built-in ones. A layout that extends the built-in one of its name follows it, and is not a
 * copy. `root` is the absolute path of the site root, `builtin` that of Carnet's own layouts.
 */
export function replacedLayouts(root: string, builtin: string): ReplacedLayouts {
  const own = ownLayouts(root, builtin);
  if (own === undefined) return { problems: [], marks: new Map() };
  const recorded = readMarks(root);
  const problems: Problem[] = [];
  const marks = new Map<string, string>();
  for (const name of copiesIn(own)) {
    const now = markOf(join(builtin, name));
    const then = recorded.get(name);
    const mark = then ?? now;
    if (mark === undefined) continue;
    marks.set(name, mark);
    if (now !== mark) problems.push(problem("layout-changed", topOf(`layouts/${name}`), { name }));
  }
  return { problems, marks };
}

/** Writes the file if it differs. Returns the number of layouts that are new in it; 0 if it could not be written. */
export function keepReplacedLayouts(root: string, { marks }: ReplacedLayouts, lang: UiLang): number {
  const known = readMarks(root);
  if (marks.size === known.size && [...marks].every(([name, mark]) => known.get(name) === mark)) return 0;
  const aside = join(root, "layouts", `.replaced.carnet-${String(process.pid)}`);
  const lines = [
    ...REPLACED_HEADER[lang].map((line) => `# ${line}`),
    ...[...marks].map((one) => one.join(" ")),
  ];
  try {
    writeWholeText(join(root, REPLACED), `${lines.join("\n")}\n`, aside);
    return [...marks.keys()].filter((name) => !known.has(name)).length;
  } catch {
    // The site is already online; the next build will record what this one could not.
    return 0;
  }
}

/** Files of a site's `layouts/` that may replace a built-in one, sorted. */
function copiesIn(folder: string): string[] {
  return filesBelow(folder)
    .filter((name) => /\.(?:njk|css|js)$/.test(name))
    .filter((name) => !follows(name, readFileSync(join(folder, name), "utf8")));
}

/** A comment that names the source of a copy (`{# Copie de carnet/post.njk #}`) does not count. */
function follows(name: string, text: string): boolean {
  const read = text.replace(/\{#[^]*?#\}/g, "");
  return read.includes(`carnet/${name.replace(/\.njk$/, "")}`);
}

function readMarks(root: string): Map<string, string> {
  const text = readText(join(root, REPLACED)) ?? "";
  return new Map(
    [...text.matchAll(/^(\S+) ([0-9a-f]{12})\s*$/gm)].map(([, name = "", mark = ""]) => [name, mark]),
  );
}

/** Does not depend on the line ends that Git wrote; `undefined` if there is no such file. */
function markOf(file: string): string | undefined {
  const text = readText(file);
  return text === undefined
    ? undefined
    : createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex").slice(0, 12);
}
