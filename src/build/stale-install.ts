// What npm has installed in a site, beside what the site asks for → a warning, where an older Carnet may be what calls a key unknown.
// Who comes back to a clone and pulls has the settings of today and the Carnet of then: nothing else tells them apart.
import { join } from "node:path";
import { isMap } from "../content/yaml/parse.ts";
import { readText } from "../files.ts";
import { problem, type Problem } from "../problems.ts";

const LOCK = "package-lock.json";

/** `root` is the absolute path of the site root. Looked at only where a key or a value is refused: `problems` says so. */
export function staleInstall(root: string, problems: readonly Problem[]): Problem[] {
  if (!problems.some(({ key }) => /^(?:unknown-key|settings)\//.test(key))) return [];
  const wanted = carnetIn(join(root, LOCK));
  // npm's list of what it installed; others have none.
  const installed = carnetIn(join(root, "node_modules", ".package-lock.json"));
  if (wanted === undefined || installed === undefined) return [];
  // A field that one of the two lists leaves out says nothing.
  const differs = MARKS.some(
    (mark) => wanted[mark] !== undefined && installed[mark] !== undefined && wanted[mark] !== installed[mark],
  );
  if (!differs) return [];
  return [problem("stale-install", { file: LOCK, line: 1, column: 1 }, {})];
}

/** Which Carnet a list of npm's names, whatever it is called by; undefined where it names none. */
function carnetIn(path: string): Record<string, unknown> | undefined {
  const { packages } = mapOf(readText(path) ?? "");
  const [, found] = Object.entries(isMap(packages) ? packages : {}).find(([name]) => OURS.test(name)) ?? [];
  return isMap(found) ? found : undefined;
}

/** Of a package from Git, the commit stands in `resolved`; of a file that was replaced, only its digest is another. */
const MARKS = ["version", "resolved", "integrity"];

const OURS = /^node_modules\/(?:@[^/]+\/)?carnet$/;

function mapOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? value : {};
  } catch {
    return {};
  }
}
