// Entries of `checks` in `site.yaml` without effect: names that are not the code of a message, each with the code that it
// resembles, and codes whose severity is fixed.
import { nearest } from "../../nearest.ts";
import { codeOf, type Severity } from "../../problems.ts";
import type { SiteSettings } from "../../site/schema.ts";
import { catalogue } from "../../strings/problems.ts";
import { renamedLine } from "./lines.ts";
import type { SettingsFile } from "./settings-file.ts";

const KEYS = Object.keys(catalogue) as (keyof typeof catalogue)[];

export function checkCheckNames({ checks }: SiteSettings, loaded: SettingsFile): void {
  const names = Object.keys(checks);
  if (names.length === 0) return;
  const codes = new Set<string>(KEYS.map(codeOf));
  for (const name of names) {
    const path = ["checks", name];
    if (codes.has(name)) {
      const severity = fixedSeverity(name);
      if (severity !== undefined && severity !== checks[name])
        loaded.tell("unknown-key/fixed-check", path, { name, severity }, "key");
      continue;
    }
    // The words of a code may be written separately: `dead_link`, `Dead link`.
    const meant = nearest(name.trim().replace(/[\s_]+/g, "-"), codes);
    if (meant === undefined) {
      loaded.tell("unknown-key/no-check", path, { name }, "key");
      continue;
    }
    const params = { name, meant, fix: renamedLine(loaded.text, path, meant), taken: names.includes(meant) };
    loaded.tell("unknown-key/check", path, params, "key");
  }
}

/** The severity of a code, if it is fixed and the same for all its messages. */
function fixedSeverity(code: string): Severity | undefined {
  const [first, ...others] = KEYS.flatMap((key) => (codeOf(key) === code ? catalogue[key] : []));
  const isFixed = first?.fixed && others.every(({ fixed, severity }) => fixed && severity === first.severity);
  return isFixed ? first.severity : undefined;
}
