// Detects a Node that is too old, before it loads code that it cannot parse.
// It imports only messages and nothing from Node, so that old versions can run it.
import { usageWords } from "../strings/usage.ts";
import { said } from "../strings/said.ts";
import { environmentLang } from "./locale.ts";

/** The same as `engines` of package.json, which is not read at each start. */
export const NODE_NEEDED = "20.19";

/** The message for a user whose Node is too old; undefined for a supported version. */
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
