// The code of a site's `.eleventy.ts`, for warnings about what it calls. Calls in a file that it imports are not found.
// Checks that must miss nothing use another way (`theme/page-anchors.ts`): `//` inside a regular expression may hide code here.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { placeFinder, type FindPlace } from "../lines.ts";

/** A site's own configuration of Eleventy. */
export const CONFIG_FILE = ".eleventy.ts";

/** In `code`, comments are replaced by spaces, so that offsets stay the same; it is empty if there is no such file. */
export function configWords(root: string): { code: string; placeAt: FindPlace } {
  const file = join(root, CONFIG_FILE);
  const code = existsSync(file) ? withoutRemarks(readFileSync(file, "utf8")) : "";
  return { code, placeAt: placeFinder(code, CONFIG_FILE) };
}

/** A string, which may hold an address or a pattern for files (`https://…`, `img/**`), or a comment. */
const STRING_OR_REMARK =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`|\/\/[^\n]*|\/\*[^]*?\*\//g;

function withoutRemarks(code: string): string {
  return code.replace(STRING_OR_REMARK, (found) =>
    found.startsWith("/") ? found.replace(/[^\n]/g, " ") : found,
  );
}
