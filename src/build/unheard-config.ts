// Calls of a site's `.eleventy.ts` that Eleventy would hear and that change nothing under Carnet → warnings: nothing else says so.
// Told from its words, without its remarks; what a file that it imports calls is not looked for.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { problem, type Problem } from "../problems.ts";

type Kind = "markdown" | "files" | "server" | "folders";

const UNHEARD: readonly [pattern: RegExp, kind: Kind][] = [
  [/\b(?:(?:set|amend)Library\(\s*["']md["']|addMarkdownHighlighter\()/g, "markdown"],
  [/\b(?:setServerOptions|setServerPassthroughCopyBehavior|setChokidarConfig)\(/g, "server"],
  [/\bset(?:Input|Output|Includes|Layouts|Data)Directory\(/g, "folders"],
  [/\baddExtension\(/g, "files"],
];

/** `root` is the absolute path of the site root. */
export function unheardConfig(root: string): Problem[] {
  const file = join(root, ".eleventy.ts");
  if (!existsSync(file)) return [];
  const code = withoutRemarks(readFileSync(file, "utf8"));
  // A form of templates that the owner adds serves those that are added by name.
  const adds =
    code.includes("addTemplate(") || code.includes("renderTemplate") || code.includes("RenderPlugin");
  return UNHEARD.filter(([, kind]) => !adds || kind === "server" || kind === "folders")
    .flatMap(([pattern, kind]) => [...code.matchAll(pattern)].map((match) => told(code, match, kind)))
    .sort((a, b) => a.line - b.line);
}

function told(code: string, { index, 0: text }: RegExpExecArray, kind: Kind): Problem {
  const before = code.slice(0, index).split("\n");
  const place = { file: ".eleventy.ts", line: before.length, column: (before.at(-1) ?? "").length + 1 };
  return problem(`no-effect/${kind}`, place, { call: text.replace(/\(.*/s, "") });
}

/** Remarks as spaces: what stands behind keeps its place. An address in a text is none. */
function withoutRemarks(code: string): string {
  return code.replace(/(^|[^:"'`])\/\/[^\n]*|\/\*[^]*?\*\//gm, (remark) => remark.replace(/[^\n]/g, " "));
}
