// The words of a site's `.eleventy.ts`, for warnings that are told from what it calls. What a file that it imports calls is
// not looked for. What must not be missed is told otherwise (`theme/page-anchors.ts`): a sign in a text may end these early.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { placeFinder, type FindPlace } from "../checks/built-place.ts";

const FILE = ".eleventy.ts";

/** `code` has spaces for remarks, so that the rest keeps its place; empty where there is no such file. */
export function configWords(root: string): { code: string; placeAt: FindPlace } {
  const file = join(root, FILE);
  const code = existsSync(file) ? withoutRemarks(readFileSync(file, "utf8")) : "";
  return { code, placeAt: placeFinder(code, FILE) };
}

/** An address in a text is no remark. */
function withoutRemarks(code: string): string {
  return code.replace(/(^|[^:"'`])\/\/[^\n]*|\/\*[^]*?\*\//gm, (remark) => remark.replace(/[^\n]/g, " "));
}
