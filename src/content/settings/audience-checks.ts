// `audience` of `site.yaml` → what its schema cannot check: an address that leaks, or that contains a secret.
// A faulty setting counts nothing, so that what readers send never goes where nobody intended.
import { audienceSchema, CONSENTS, type Audience } from "../../site/audience-schema.ts";
import { matomoFolder } from "../../site/audience.ts";
import { problem, type Problem } from "../../problems.ts";
import type { SiteSettings } from "../../site/schema.ts";
import type { Site } from "../../site/site.ts";
import type { AddressFault } from "../../strings/problems-audience.ts";
import { meantKey } from "../key-names.ts";
import type { Places } from "../yaml/locate.ts";
import { renamedLine, yamlOf } from "./lines.ts";
import type { SettingsFile } from "./settings-file.ts";
import { isMap } from "../yaml/parse.ts";

/** `loaded`: the settings as written in the file. */
export function checkAudience(settings: SiteSettings, loaded: SettingsFile): void {
  const { audience } = settings;
  const before = loaded.problems.length;
  if (audience) tellAddress(audience, loaded);
  tellStrangeKeys(loaded);
  if (loaded.problems.length > before) settings.audience = undefined;
}

function tellAddress({ matomo }: Audience, loaded: SettingsFile): void {
  const fault = faultOf(new URL(matomo));
  if (fault === undefined) return;
  const path = ["audience", "matomo"];
  loaded.tell("audience/address", path, { fault, fix: loaded.lineWith(path, yamlOf(matomoFolder(matomo))) });
}

/** Elsewhere an unknown key is left out with a warning. Here it may be a misspelt `consent`, by someone who meant to ask. */
function tellStrangeKeys(loaded: SettingsFile): void {
  const { text, data } = loaded;
  const written = isMap(data["audience"]) ? data["audience"] : {};
  for (const [key, value] of Object.entries(written)) {
    if (KEYS.includes(key)) continue;
    const meant = meantKey(key, KEYS) ?? "";
    const path = ["audience", key];
    const taken = Object.hasOwn(written, meant);
    // Whoever wrote the key meant to say something about consent: a value that is not understood becomes `ask`.
    const consent = CONSENTS.find((one) => one === value) ?? "ask";
    const other = meant === "consent" ? consent : undefined;
    const fix = taken || meant === "" ? "" : renamedLine(text, path, meant, other);
    loaded.tell("audience/unsure", path, { key, meant, taken, allowed: KEYS, fix }, "key");
  }
}

const KEYS = Object.keys(audienceSchema.shape);

function faultOf({ protocol, username, password, search, hash }: URL): AddressFault | undefined {
  if (username !== "" || password !== "") return "credentials";
  if (search !== "" || hash !== "") return "query";
  return protocol === "https:" ? undefined : "http";
}

/**
 * Without an address of the site, pages could not tell whether they are on their own host. A CI recipe may give one when it
 * builds.
 */
export function checkMeasured({ audience, origin }: Site, place: Places): Problem[] {
  if (audience === undefined || origin !== "") return [];
  return [problem("audience/no-url", place(["audience"]), {})];
}
