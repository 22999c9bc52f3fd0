// A small site whose every byte depends on its version, so that a folder can be checked to hold exactly one version.
// Between odd and even versions files are added and removed, a file becomes a folder and a folder a file.
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { writeFiles } from "../support/files.ts";
import { publish } from "../support/publish.ts";

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

/**
 * Publishes a version. `keeps`: files that do not change stay, instead of being written again; `isAlone`: it fails if another process
 * renders at the same time.
 */
export async function publishSample(
  output: string,
  version: number,
  pages: number,
  { keeps = false, isAlone = false } = {},
): Promise<void> {
  const write = async (folder: string): Promise<string[]> => {
    // The lock must prevent two processes from rendering at once: only one of them could create the marker.
    const marker = `${output}.rendering`;
    if (isAlone) closeSync(openSync(marker, "wx"));
    const kept = keeps ? STILL.filter((path) => existsSync(`${output}/${path}`)) : [];
    const files = [...sampleSite(version, pages)].filter(([path]) => !kept.includes(path));
    writeFiles(folder, Object.fromEntries(files));
    if (isAlone) {
      await sleep(20);
      rmSync(marker);
    }
    return kept;
  };
  await publish(output, write, { wait: { limit: 20_000, sleep: async (ms) => sleep(ms) } });
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
