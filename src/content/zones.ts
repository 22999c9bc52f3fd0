// Time zones by the name of a place, for a line to paste: an overseas site that took the zone of Paris would publish at Paris
// time.
import { nameIn } from "../paths.ts";
import { fold } from "./text.ts";

/** The zone of the place in a text, alone or with its region: `La Réunion`, `Indian/Réunion`, `pacific/noumea`. */
export function zoneNamed(written: string): string | undefined {
  const wanted = placeIn(written).replace(/^(?:l[ae]s?|l) /, "");
  return Intl.supportedValuesOf("timeZone").find((zone) => placeIn(zone) === wanted);
}

function placeIn(zone: string): string {
  return fold(nameIn(zone));
}
