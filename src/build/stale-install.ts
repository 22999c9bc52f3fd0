// What npm installed in a site, and what the site asks for → a warning, if an unknown key may be due to an older Carnet.
// After a pull in an old clone, the settings are new and the installed Carnet is old; nothing else shows the difference.
import { join } from "node:path";
import { isMap } from "../content/yaml/parse.ts";
import { parsedJson, readText } from "../files.ts";
import { problem, topOf, type Problem } from "../problems.ts";

const LOCK = "package-lock.json";

/** `root` is the absolute path of the site root. Checked only if a key or a value is refused, according to `problems`. */
export function staleInstall(root: string, problems: readonly Problem[]): Problem[] {
  if (!problems.some(({ key }) => /^(?:unknown-key|settings)\//.test(key))) return [];
  const wanted = carnetIn(join(root, LOCK));
  // npm's list of what it installed; other package managers have none.
  const installed = carnetIn(join(root, "node_modules", ".package-lock.json"));
  if (wanted === undefined || installed === undefined) return [];
  // A field that one of the two lists lacks proves nothing.
  const differs = MARKS.some(
    (mark) => wanted[mark] !== undefined && installed[mark] !== undefined && wanted[mark] !== installed[mark],
  );
  if (!differs) return [];
  return [problem("stale-install", topOf(LOCK), {})];
}

/** The entry of Carnet in one of npm's lists, whatever its scope; `undefined` if there is none. */
function carnetIn(path: string): Record<string, unknown> | undefined {
  const list = parsedJson(readText(path) ?? "");
  const packages = isMap(list) ? list["packages"] : undefined;
  const [, found] = Object.entries(isMap(packages) ? packages : {}).find(([name]) => OURS.test(name)) ?? [];
  return isMap(found) ? found : undefined;
}

/** `resolved` has the commit of a package from Git; if a package file was replaced, only `integrity` differs. */
const MARKS = ["version", "resolved", "integrity"];

const OURS = /^node_modules\/(?:@[^/]+\/)?carnet$/;
