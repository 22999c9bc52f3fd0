// What several folders need of the disk: what a folder or file contains and its digest, whether it exists, why reading failed.
import { hash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of `content/` or `public/` as listed from the disk, before it is read. */
export interface SourceFile {
  /** Path relative to the site root, with forward slashes. */
  file: string;
  /** Absolute path. */
  path: string;
  size: number;
  /** Modification time, ms since the epoch; a hint for caches, never part of the output. */
  mtimeMs: number;
  /** Time of the last change of any kind, in the same unit; no program can set it. */
  ctimeMs: number;
}

/** Absolute path of the folder with `layouts/` and `package.json`, whether the sources (in tests) or the compiled code runs. */
export const packageRoot: string = packageAbove(dirname(fileURLToPath(import.meta.url)));

function packageAbove(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : packageAbove(dirname(folder));
}

/** Carnet's own layouts, by the names that pages and front matter use: `["archives", "base", …]`. Partials are none. */
export function builtinLayouts(): { folder: string; names: string[] } {
  const folder = join(packageRoot, "layouts");
  return { folder, names: layoutNames(folder) };
}

/** The layouts of a folder, by the same names. */
export function layoutNames(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".njk"));
  return files.map((name) => name.slice(0, -4)).sort();
}

/**
 * Paths of the files in a folder and below, relative to it, with `/` between folders, in code-unit order. Symbolic links are
 * left out.
 * @throws if there is no such folder.
 */
export function filesBelow(folder: string): string[] {
  const top = resolve(folder);
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => path.slice(join(top, "/").length).replaceAll("\\", "/"))
    .sort();
}

/** True also for a symbolic link whose target does not exist. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Follows symbolic links. False for a folder, a path below a file, or a link whose target does not exist. */
export function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch (error) {
    if (errorCode(error) === "ENOTDIR") return false;
    throw error;
  }
}

/** Undefined if the file does not exist or cannot be read. */
export function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** The text of a file, as UTF-8; undefined in the same cases. */
export function readText(path: string): string | undefined {
  return readBytes(path)?.toString();
}

/** The SHA-256 of a text or of bytes, in 43 characters (base64url). */
export function digestOf(data: string | Uint8Array): string {
  return hash("sha256", data, "base64url");
}

/** A JSON text as the value that it stands for; undefined if it is not valid. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The system's error code (`EBUSY`), or an empty string. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) return "";
  return error.code.startsWith("Unknown system error") ? systemName(error) : error.code;
}

/** Node.js gives only the number of some errors, among them a quota that is used up (EDQUOT) and a lost network file (ESTALE). */
function systemName(error: Error): string {
  const number = "errno" in error ? error.errno : undefined;
  return Object.entries(constants.errno).find(([, value]) => -value === number)?.[0] ?? "EUNKNOWN";
}
