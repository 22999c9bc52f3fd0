// What esbuild says of code that imports files which are not there yet → where they may come to be.
import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const NOT_THERE = /^Could not resolve "(\.[^"]*)"/;

/** Paths relative to the site root; of a file whose folder is not there either, that of the folder. */
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
