// A day in a setting, such as `2026-02-30` → whether the calendar has it; otherwise an error, with the nearest one that exists.
import { isDay, lastDayMeant } from "../days.ts";
import type { KeyPath } from "../yaml/locate.ts";
import type { SettingsFile } from "./settings-file.ts";

export function isRealDay(found: string, path: KeyPath, loaded: SettingsFile): boolean {
  if (isDay(found)) return true;
  const fix = loaded.lineWith(path, lastDayMeant(found) ?? "2027-01-15");
  loaded.tell("bad-date/impossible", path, { field: path.map(String).join("."), found, fix });
  return false;
}
