// An item of a list of choices that is none of them, such as a network without a share link → the line to paste.
// A list on one line is corrected as a whole: its other mistakes are not reported until this one is gone.
import { choices, type Wanted } from "../mend.ts";
import { valueAt } from "../zod-problems.ts";
import type { KeyPath } from "../yaml/locate.ts";
import { lineWith, yamlOf } from "./lines.ts";
import type { SettingsFile } from "./settings-file.ts";

/** What cannot be read as a choice is left out; undefined if the value is not in such a list, or is corrected where it is. */
export function choiceListLine(
  { text, data, placeOf }: SettingsFile,
  { path, expected, options }: Wanted & { path: KeyPath },
): string | undefined {
  const list = path.slice(0, -1);
  const items = valueAt(data, list);
  if (!expected.includes("choice") || !Array.isArray(items)) return undefined;
  const meant = items.map((item) => choices(String(item), { options }).find((one) => options.includes(one)));
  const sound = new Set(meant.filter((one) => one !== undefined));
  const line = text.split(/\r?\n/)[placeOf(path).line - 1] ?? "";
  if (!/^\s*- /.test(line)) return lineWith(text, list, yamlOf(sound.size > 0 ? [...sound] : options));
  if (meant[Number(path.at(-1))] !== undefined) return undefined;
  return sound.size > 0 ? line.replace("- ", "# - ") : line.replace(/- .*/, `- ${options[0] ?? ""}`);
}
