// esbuild's errors about imported files that do not exist yet → the paths where they may appear.
import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const NOT_THERE = /^Could not resolve "(\.[^"]*)"/;

/** Paths relative to the site root; if a file's folder does not exist either, that of the folder. */
export function missingImports(error: unknown, root: string): string[] {
  return errorsOf(error).flatMap(({ text, location }) => {
    const [, path] = NOT_THERE.exec(text) ?? [];
    if (path === undefined || !location) return [];
    const file = join(root, dirname(location.file), /\.[^./]+$/.test(path) ? path : `${path}.ts`);
    return relative(root, firstMissing(file, root)).replaceAll("\\", "/");
  });
}

function firstMissing(path: string, root: string): string {
  const folder = dirname(path);
  return folder === root || folder === dirname(folder) || existsSync(folder)
    ? path
    : firstMissing(folder, root);
}

interface Message {
  text: string;
  location: { file: string } | null;
}

function errorsOf(error: unknown): readonly Message[] {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors)
    ? (error.errors as Message[])
    : [];
}
