// Calls in a site's `.eleventy.ts` that Eleventy obeys but that do nothing under Carnet → warnings: nothing else reports them.
import { problem, type Problem } from "../problems.ts";
import { configWords } from "./config-words.ts";

/** About the server and the folders. */
const NEVER =
  /\b(?:setServerOptions|setServerPassthroughCopyBehavior|setChokidarConfig|set(?:Input|Output|Includes|Layouts|Data)Directory)\(/g;
/** About templates, of which Carnet has none: they have an effect on those that the owner's code adds or renders. */
const OF_TEMPLATES = /\b(?:(?:set|amend)Library\(\s*["']md["']|addMarkdownHighlighter\(|addExtension\()/g;

/** `root` is the absolute path of the site root. */
export function unheardConfig(root: string): Problem[] {
  const { code, placeAt } = configWords(root);
  const adds = /addTemplate\(|renderTemplate|RenderPlugin/.test(code);
  return [...code.matchAll(NEVER), ...(adds ? [] : code.matchAll(OF_TEMPLATES))].map(({ index, 0: text }) =>
    problem("no-effect", placeAt(index), { found: text.replace(/\(.*/s, "") }),
  );
}
