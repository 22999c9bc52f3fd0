// The `theme` of `site.yaml` → what is wrong with its colours, each at its key.
// An accent that some readers could not read is refused: links and buttons are all of that colour.
import { accentFaults } from "../accent.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import type { SiteSettings } from "../site.ts";
import type { KeyPath } from "./locate.ts";

export function checkTheme(
  { theme }: SiteSettings,
  place: (path: KeyPath) => Place,
  problems: Problem[],
): void {
  for (const { key, scheme, ...fault } of accentFaults(theme))
    problems.push(problem(`contrast/${scheme}`, place(["theme", key]), fault));
}
