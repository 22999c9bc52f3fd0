// `theme` of `site.yaml` → what is wrong with its colours, each at its key.
// An accent that some readers could not read is refused: all links and buttons have that colour.
import { accentFaults } from "../../site/accent.ts";
import { problem, type Problem } from "../../problems.ts";
import type { SiteSettings } from "../../site/schema.ts";
import { lineWith, yamlOf } from "./lines.ts";
import { placesIn, type Loaded } from "./file.ts";

export function checkTheme({ theme }: SiteSettings, loaded: Loaded, problems: Problem[]): void {
  const place = placesIn(loaded);
  for (const { key, scheme, ...fault } of accentFaults(theme)) {
    const fix = lineWith(loaded.text, ["theme", key], yamlOf(fault.nearest));
    problems.push(problem(`contrast/${scheme}`, place(["theme", key]), { ...fault, fix }));
  }
}
