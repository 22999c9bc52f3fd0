// `theme` of `site.yaml` → what is wrong with its colours, each at its key.
// An accent that some readers could not read is refused: all links and buttons have that colour.
import { accentFaults } from "../../site/accent.ts";
import type { SiteSettings } from "../../site/schema.ts";
import { yamlOf } from "./lines.ts";
import type { SettingsFile } from "./settings-file.ts";

export function checkTheme({ theme }: SiteSettings, loaded: SettingsFile): void {
  for (const { key, found, ratio, nearest } of accentFaults(theme)) {
    // Rounded down, so that it never looks sufficient.
    const params = { found, ratio: Math.floor(ratio * 10) / 10 };
    loaded.tell(
      "contrast",
      ["theme", key],
      params,
      undefined,
      loaded.lineWith(["theme", key], yamlOf(nearest)),
    );
  }
}
