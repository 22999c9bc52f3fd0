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
import { lineWith, renamedLine, yamlOf } from "./lines.ts";
import { placesIn, type Loaded } from "./file.ts";
import { isMap } from "../yaml/parse.ts";

/** `loaded`: the settings as written in the file. */
export function checkAudience(settings: SiteSettings, loaded: Loaded, problems: Problem[]): void {
  const { audience } = settings;
  const place = placesIn(loaded);
  const faults = [...(audience ? addressFaults(audience, loaded, place) : []), ...strangeKeys(loaded, place)];
  problems.push(...faults);
  if (faults.length > 0) settings.audience = undefined;
}

function addressFaults({ matomo }: Audience, { text }: Loaded, place: Places): Problem[] {
  const fault = faultOf(new URL(matomo));
  const fix = lineWith(text, ["audience", "matomo"], yamlOf(matomoFolder(matomo)));
  return fault === undefined
    ? []
    : [problem("audience/address", place(["audience", "matomo"]), { fault, fix })];
}

/** Elsewhere an unknown key is left out with a warning. Here it may be a misspelt `consent`, by someone who meant to ask. */
function strangeKeys({ text, data }: Loaded, place: Places): Problem[] {
  const written = isMap(data["audience"]) ? data["audience"] : {};
  return Object.entries(written)
    .filter(([key]) => !KEYS.includes(key))
    .map(([key, value]) => {
      const meant = meantKey(key, KEYS) ?? "";
      const path = ["audience", key];
      const taken = Object.hasOwn(written, meant);
      // Whoever wrote the key meant to say something about consent: a value that is not understood becomes `ask`.
      const consent = CONSENTS.find((one) => one === value) ?? "ask";
      const fix =
        taken || meant === ""
          ? ""
          : renamedLine(text, path, meant, meant === "consent" ? consent : undefined);
      return problem("audience/unsure", place(path, "key"), { key, meant, taken, allowed: KEYS, fix });
    });
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
