// Makes a site root in a temporary folder for one test, with a two-line site.yaml unless the test gives its own.
import { loadContent, type LoadOptions } from "../../../src/content/load.ts";
import type { Content } from "../../../src/content/types.ts";
import { show, type ShownProblem } from "../../../src/shown-problems.ts";
import type { Files } from "../../support/files.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

export type { Files } from "../../support/files.ts";

export const NOW = new Date("2026-03-02T10:00:00Z");
export const SITE = "title: Carnet d’essai\nurl: https://blog.example.org\n";

/** Writes the files and returns the path of the folder, which is removed when the test ends. */
export function siteRoot(files: Files): string {
  return scratchFolder({ "content/site.yaml": SITE, ...files });
}

export interface LoadedSite {
  content: Content;
  problems: ShownProblem[];
  /** `file:line:column code` of each problem that is not a note. */
  found: string[];
}

/** Loads a site root made of these files. Throws if there is no content. */
export async function load(files: Files, options: Partial<LoadOptions> = {}): Promise<LoadedSite> {
  return loadRoot(siteRoot(files), options);
}

export async function loadRoot(root: string, options: Partial<LoadOptions> = {}): Promise<LoadedSite> {
  const builtinLayouts = ["base", "page", "post"];
  const { content, problems } = await loadContent({ root, now: NOW, builtinLayouts, ...options });
  if (content === undefined) throw new Error(JSON.stringify(problems));
  const shown = show(problems, { lang: "fr" });
  const found = shown
    .filter((one) => one.severity !== "note")
    .map((one) => `${one.file}:${String(one.line)}:${String(one.column)} ${one.code}`);
  return { content, problems: shown, found };
}

/** A post's text: front-matter lines, then a body. */
export const post = (...lines: string[]): string => ["---", ...lines, "---", "", "Texte."].join("\n");

/** A site of one post with these front-matter lines. */
export const one = (...lines: string[]): Record<string, string> => ({
  "content/posts/2026-01-05-titre.md": post(...lines),
});

/** Loads a site of one post, with these lines in `site.yaml` below its title. */
export const loadSettings = (...lines: string[]): Promise<LoadedSite> =>
  load({ ...one("title: A"), "content/site.yaml": ["title: T", ...lines, ""].join("\n") });

/** `line:column severity code → hint` of each problem. */
export const fixes = (problems: readonly ShownProblem[]): string[] =>
  problems.map(
    ({ line, column, severity, code, hint }) =>
      `${String(line)}:${String(column)} ${severity} ${code} → ${hint}`,
  );
