// An extra word on the command line → what to type instead. A folder is probably the site's. A file is one of its texts, and no
// command handles a single one: links, tags and addresses depend on all the others.
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { shellWord } from "../strings/shell-word.ts";
import type { UsageWords } from "../strings/usage.ts";

export function extraArgument(
  value: string,
  { command, cwd, words }: { command: string; cwd: string; words: UsageWords },
): string {
  if (!isFile(resolve(cwd, value))) return words.extraArgument(value);
  const root = /^(.*?)\/?\b(?:content|public|layouts)\//.exec(value)?.[1] ?? "";
  return words.fileArgument(
    value,
    root === "" ? `carnet ${command}` : `carnet ${command} --site ${shellWord(root)}`,
  );
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? /\.(?:md|markdown|ya?ml)$/i.test(path);
}
