// Example addresses for a line to paste, when the intended ones are unknown.
import type { Translated } from "./translated.ts";

export const OLD_ADDRESS: Translated = { fr: "/ancienne-adresse/", en: "/old-address/" };
export const NEW_ADDRESS: Translated = { fr: "/nouvelle-adresse/", en: "/new-address/" };
