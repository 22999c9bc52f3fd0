// The names under `checks` of `site.yaml` that are no code of a message: each has no effect, and is told with the code it resembles.
import { problem, type Problem } from "../problems.ts";
import type { SiteSettings } from "../site-schema.ts";
import { catalogue } from "../strings/problems.ts";
import { renamedLine } from "./setting-lines.ts";
import { placesIn, type Loaded } from "./settings-file.ts";
import { nearest } from "./text.ts";

export function checkCheckNames({ checks }: SiteSettings, loaded: Loaded, problems: Problem[]): void {
  const names = Object.keys(checks);
  if (names.length === 0) return;
  const codes = new Set(Object.keys(catalogue).map((key) => key.replace(/\/.*/, "")));
  const place = placesIn(loaded);
  for (const name of names) {
    if (codes.has(name)) continue;
    const path = ["checks", name];
    const at = place(path, "key");
    // Words that a person sees apart may be written so: `dead_link`, `Dead link`.
    const meant = nearest(name.trim().replace(/[\s_]+/g, "-"), codes);
    const fix = meant === undefined ? "" : renamedLine(loaded.text, path, meant);
    problems.push(
      meant === undefined
        ? problem("unknown-key/no-check", at, { name })
        : problem("unknown-key/check", at, { name, meant, fix, taken: names.includes(meant) }),
    );
  }
}
