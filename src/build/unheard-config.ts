// Calls in a site's `.eleventy.ts` that Eleventy obeys but that do nothing under Carnet → warnings: nothing else reports them.
import { problem, type Problem } from "../problems.ts";
import { configWords } from "./config-words.ts";

type Kind = "markdown" | "files" | "server" | "folders";

const UNHEARD: readonly [pattern: RegExp, kind: Kind][] = [
  [/\b(?:(?:set|amend)Library\(\s*["']md["']|addMarkdownHighlighter\()/g, "markdown"],
  [/\b(?:setServerOptions|setServerPassthroughCopyBehavior|setChokidarConfig)\(/g, "server"],
  [/\bset(?:Input|Output|Includes|Layouts|Data)Directory\(/g, "folders"],
  [/\baddExtension\(/g, "files"],
];

/** `root` is the absolute path of the site root. */
export function unheardConfig(root: string): Problem[] {
  const { code, placeAt } = configWords(root);
  // If the owner's code adds or renders templates, these calls have an effect on them.
  const adds =
    code.includes("addTemplate(") || code.includes("renderTemplate") || code.includes("RenderPlugin");
  return UNHEARD.filter(([, kind]) => !adds || kind === "server" || kind === "folders")
    .flatMap(([pattern, kind]) =>
      [...code.matchAll(pattern)].map(({ index, 0: text }) =>
        problem(`no-effect/${kind}`, placeAt(index), { call: text.replace(/\(.*/s, "") }),
      ),
    )
    .sort((a, b) => a.line - b.line);
}
