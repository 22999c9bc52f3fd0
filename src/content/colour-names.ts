// Names that CSS gives to colours → their values in digits, to correct a setting.
import names from "color-name";

/** `Red` → `#ff0000`; undefined for what CSS does not know. */
export function namedColour(name: string): string | undefined {
  const meant = name.trim().toLowerCase();
  const [, channels] = Object.entries(names).find(([known]) => known === meant) ?? [];
  return channels && `#${channels.map((one) => one.toString(16).padStart(2, "0")).join("")}`;
}
