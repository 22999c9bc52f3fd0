// `icon` of `site.yaml` → whether `public/` contains it. If not, the icon that Carnet draws is used instead.
import { problem, type Place, type Problem } from "../../problems.ts";
import type { SiteSettings } from "../../site/schema.ts";
import type { SourceFile } from "../../source-file.ts";
import type { KeyPath } from "../yaml/locate.ts";

export function checkIcon(
  { icon }: SiteSettings,
  publicFiles: readonly Pick<SourceFile, "file">[],
  place: (path: KeyPath) => Place,
): Problem[] {
  if (icon === undefined || publicFiles.some(({ file }) => file === `public${icon}`)) return [];
  return [problem("missing-image/icon", place(["icon"]), { icon })];
}
