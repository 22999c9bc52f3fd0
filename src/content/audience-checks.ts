// `audience` of `site.yaml` → what its schema cannot say: an address that leaks, or that carries a secret.
// A faulty one counts nothing, so that what readers send never goes where nobody meant it to.
import { matomoFolder } from "../audience.ts";
import { problem, type Place, type Problem } from "../problems.ts";
import type { Site, SiteSettings } from "../site.ts";
import type { AddressFault } from "../strings/problems-audience.ts";
import type { KeyPath } from "./locate.ts";

export function checkAudience(
  settings: SiteSettings,
  place: (path: KeyPath) => Place,
  problems: Problem[],
): void {
  const { audience } = settings;
  const fault = audience && faultOf(new URL(audience.matomo));
  if (audience === undefined || fault === undefined) return;
  const fix = `matomo: ${matomoFolder(audience.matomo)}`;
  problems.push(problem("audience/address", place(["audience", "matomo"]), { fault, fix }));
  settings.audience = undefined;
}

function faultOf({ protocol, username, password, search, hash }: URL): AddressFault | undefined {
  if (username !== "" || password !== "") return "credentials";
  if (search !== "" || hash !== "") return "query";
  return protocol === "https:" ? undefined : "http";
}

/** Without an address, pages could not tell that they are at home; a recipe may give one when it builds. */
export function checkMeasured({ audience, origin }: Site, place: (path: KeyPath) => Place): Problem[] {
  if (audience === undefined || origin !== "") return [];
  return [problem("audience/no-url", place(["audience"]), {})];
}
