// Files that reach readers as heavy as they are in the repository → a note for each. Photos are not among them: pages show copies
// at the size of their place, whatever the file weighs.
import { nameIn } from "../paths.ts";
import { problem, topOf, type Problem } from "../problems.ts";
import type { SourceFile } from "../source-file.ts";

const MEGABYTE = 1_000_000;

/**
 * From which weight on, by kind. A reader receives pictures with the page, a film or a sound when it is played, and a document
 * when it is asked for: ten megabytes are what the RGESN (criterion 4.11) wants its readers warned of.
 */
const KINDS = [
  { files: /\.gif$/i, key: "heavy-file/animation", limit: MEGABYTE },
  { files: /\.(?:svg|bmp)$/i, key: "heavy-file/drawing", limit: MEGABYTE },
  {
    files: /\.(?:mp4|m4v|mov|webm|ogv|mp3|m4a|ogg|oga|opus|wav|flac)$/i,
    key: "heavy-file/media",
    limit: 25 * MEGABYTE,
  },
  { files: /\.(?:pdf|docx?|odt|pptx?|odp)$/i, key: "heavy-file/document", limit: 10 * MEGABYTE },
] as const;

/** Checks the files of `public/`, and those beside posts and pages. */
export function checkHeavyFiles(files: readonly SourceFile[]): Problem[] {
  return files.flatMap(({ file, size }) => {
    const kind = KINDS.find((one) => one.limit < size && one.files.test(file));
    if (kind === undefined) return [];
    return [problem(kind.key, topOf(file), { src: asNamed(file), bytes: size })];
  });
}

/** As a text names the file: from the root of the site, or beside the text. */
function asNamed(file: string): string {
  return file.startsWith("public/") ? file.slice("public".length) : nameIn(file);
}
