// Tells a Node that is too old from one that will do, before it is given what it cannot load.
// It imports words and nothing of Node, so that old ones can run it.
import { usageWords } from "../strings/usage.ts";
import { said } from "../strings/said.ts";
import { environmentLang } from "./locale.ts";

/** As `engines` of package.json has it, which is not read at each start. */
export const NODE_NEEDED = "20.19";

/** The line to tell the person whose Node is too old. */
export function nodeRefusal(
  installed: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const [major = 0, minor = 0] = installed.split(".").map(Number);
  const [least = 0, leastMinor = 0] = NODE_NEEDED.split(".").map(Number);
  if (major > least || (major === least && minor >= leastMinor)) return undefined;
  const lang = environmentLang(env);
  return said(lang, usageWords(lang).oldNode(NODE_NEEDED, installed));
}
