// The marks of an unfinished merge in the styles, scripts, data and other text files that are published as they are → an error
// for each passage. All three marks are needed: an old letter in a `.txt` may begin a line with `>>>>>>>`.
import { unmergedIn } from "../content/merge-marks.ts";
import { problem, type Problem } from "../problems.ts";
import type { SourceFile } from "../source-file.ts";
import { readBytes } from "../files.ts";

const TEXT = /\.(?:css|csv|html?|ics|json|geojson|m?js|svg|txt|vtt|srt|webmanifest|xml)$/i;

/** Larger files are not read: people do not merge them by hand, and reading them all would cost time. */
const MOST_BYTES = 1024 * 1024;

/** Checks the files of `public/`, and those beside posts and pages. */
export function checkUnmergedFiles(files: readonly SourceFile[]): Problem[] {
  return files.flatMap(({ file, path, size }) => {
    if (!TEXT.test(file) || size > MOST_BYTES) return [];
    return passagesIn(path).map((first) =>
      problem("merge-conflict/code", { file, line: first + 1, column: 1 }, {}),
    );
  });
}

/** Lines of the first marks, from 0; none if the file has vanished. */
function passagesIn(path: string): number[] {
  const bytes = readBytes(path);
  if (bytes?.includes("<<<<<<<") !== true) return [];
  const text = bytes.toString("utf8");
  const lines = text.split("\n");
  return unmergedIn(text).flatMap(({ first, last }) =>
    lines.slice(first, last).some((line) => /^={7}\s*$/.test(line)) ? first : [],
  );
}
