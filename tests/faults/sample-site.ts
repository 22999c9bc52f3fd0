// A small site whose every byte depends on its version, so that a folder can be checked to hold exactly one version.
// Between odd and even versions files are added and removed, a file becomes a folder and a folder a file.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Paths and texts of a version. */
export function sampleSite(version: number, pages: number): Map<string, string> {
  const odd = version % 2 === 1;
  const paths = [
    "version.txt",
    odd ? "flip" : "flip/index.html",
    odd ? "turn/a/b.html" : "turn",
    odd ? "odd/only.html" : "even/only.html",
  ];
  for (let page = 0; page < pages; page += 1) {
    if ((page + version) % 5 !== 0) paths.push(`blog/${String(page)}/index.html`);
  }
  return new Map([
    ...paths.map((path): [string, string] => [
      path,
      path === "version.txt" ? String(version) : `${path} of ${String(version)}\n`,
    ]),
    ...STILL.map((path): [string, string] => [path, `${path}\n`]),
  ]);
}

/** Files that are the same in all versions. */
export const STILL = ["still/a.html", "still/b/c.html"];

/** Writes a version, except the files of `kept`. */
export function writeSample(
  folder: string,
  version: number,
  pages: number,
  kept: readonly string[] = [],
): void {
  for (const [path, text] of sampleSite(version, pages)) {
    if (kept.includes(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The version of a folder that holds exactly one, apart from `foreign` files and Carnet's own; otherwise what is wrong. */
export function versionOf(folder: string, pages: number, foreign: readonly string[] = []): number | string {
  const found = new Map<string, string>();
  for (const entry of list(folder)) {
    if (!entry.startsWith(".carnet") && !foreign.includes(entry))
      found.set(entry, readFileSync(join(folder, entry), "utf8"));
  }
  const version = Number(found.get("version.txt") ?? Number.NaN);
  if (Number.isNaN(version)) return "no version";
  const whole = sampleSite(version, pages);
  for (const [path, text] of whole) {
    if (found.get(path) !== text) return `${path} is not of version ${String(version)}`;
  }
  const more = [...found.keys()].filter((path) => !whole.has(path));
  return more.length > 0 ? `${more.join(", ")} in version ${String(version)}` : version;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  } catch {
    return [];
  }
}
