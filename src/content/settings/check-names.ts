// Entries of `checks` in `site.yaml` without effect: names that are not the code of a message, each with the code that it
// resembles, and codes whose severity is fixed.
import { nearest } from "../../nearest.ts";
import { codeOf, problem, type Problem, type Severity } from "../../problems.ts";
import type { SiteSettings } from "../../site/schema.ts";
import { catalogue } from "../../strings/problems.ts";
import { renamedLine } from "./lines.ts";
import { placesIn, type Loaded } from "./file.ts";

const KEYS = Object.keys(catalogue) as (keyof typeof catalogue)[];

export function checkCheckNames({ checks }: SiteSettings, loaded: Loaded, problems: Problem[]): void {
  const names = Object.keys(checks);
  if (names.length === 0) return;
  const codes = new Set<string>(KEYS.map(codeOf));
  const place = placesIn(loaded);
  for (const name of names) {
    const path = ["checks", name];
    const at = place(path, "key");
    if (codes.has(name)) {
      const severity = fixedSeverity(name);
      if (severity !== undefined && severity !== checks[name])
        problems.push(problem("unknown-key/fixed-check", at, { name, severity }));
      continue;
    }
    // The words of a code may be written separately: `dead_link`, `Dead link`.
    const meant = nearest(name.trim().replace(/[\s_]+/g, "-"), codes);
    const fix = meant === undefined ? "" : renamedLine(loaded.text, path, meant);
    problems.push(
      meant === undefined
        ? problem("unknown-key/no-check", at, { name })
        : problem("unknown-key/check", at, { name, meant, fix, taken: names.includes(meant) }),
    );
  }
}

/** The severity of a code, if it is fixed and the same for all its messages. */
function fixedSeverity(code: string): Severity | undefined {
  const [first, ...others] = KEYS.flatMap((key) => (codeOf(key) === code ? catalogue[key] : []));
  const isFixed = first?.fixed && others.every(({ fixed, severity }) => fixed && severity === first.severity);
  return isFixed ? first.severity : undefined;
}
