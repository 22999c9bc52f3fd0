// `audience` of `site.yaml` → what its schema cannot say: an address that leaks, or that carries a secret.
// A faulty one counts nothing, so that what readers send never goes where nobody meant it to.
import { audienceSchema, matomoFolder, type Audience } from "../audience.ts";
import { problem, type Problem } from "../problems.ts";
import type { Site, SiteSettings } from "../site.ts";
import type { AddressFault } from "../strings/problems-audience.ts";
import type { Places } from "./locate.ts";
import { isMap, type YamlMap } from "./yaml.ts";

/** `written`: the settings as they stand in the file. */
export function checkAudience(
  settings: SiteSettings,
  written: YamlMap,
  place: Places,
  problems: Problem[],
): void {
  const { audience } = settings;
  if (audience === undefined) return;
  const faults = [...addressFaults(audience, place), ...strangeKeys(written["audience"], place)];
  problems.push(...faults);
  if (faults.length > 0) settings.audience = undefined;
}

function addressFaults({ matomo }: Audience, place: Places): Problem[] {
  const fault = faultOf(new URL(matomo));
  const fix = `matomo: ${matomoFolder(matomo)}`;
  return fault === undefined
    ? []
    : [problem("audience/address", place(["audience", "matomo"]), { fault, fix })];
}

/** Elsewhere a key too many is left out with a warning; here it may be `consent`, misspelt by someone who meant to ask. */
function strangeKeys(written: unknown, place: Places): Problem[] {
  const keys = isMap(written) ? Object.keys(written) : [];
  return keys
    .filter((key) => !(key in audienceSchema.shape))
    .map((key) => problem("audience/unsure", place(["audience", key], "key"), { key }));
}

function faultOf({ protocol, username, password, search, hash }: URL): AddressFault | undefined {
  if (username !== "" || password !== "") return "credentials";
  if (search !== "" || hash !== "") return "query";
  return protocol === "https:" ? undefined : "http";
}

/** Without an address, pages could not tell that they are at home; a recipe may give one when it builds. */
export function checkMeasured({ audience, origin }: Site, place: Places): Problem[] {
  if (audience === undefined || origin !== "") return [];
  return [problem("audience/no-url", place(["audience"]), {})];
}
