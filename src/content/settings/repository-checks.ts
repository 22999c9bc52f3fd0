// `branch` and `admin` of `site.yaml` → what the schema cannot check: both depend on the repository and its forge.
import type { Admin } from "../../site/admin-schema.ts";
import { repositoryOf } from "../../site/forge.ts";
import type { SiteSettings } from "../../site/schema.ts";
import type { SettingsFile } from "./settings-file.ts";

/** The address of a folder contains a branch, which takes precedence over `branch`. */
export function checkBranch(settings: SiteSettings, loaded: SettingsFile): void {
  const { branch: found } = settings;
  const heard = repositoryOf(settings)?.branch ?? found;
  if (loaded.data["branch"] !== undefined && heard !== found)
    loaded.tell("unknown-key/branch", ["branch"], { found, heard }, "key");
}

/** Without a known repository there is no form. */
export function checkAdmin(settings: SiteSettings, loaded: SettingsFile): void {
  const { admin, repository } = settings;
  if (!admin) return;
  const known = repositoryOf(settings);
  if (!known) {
    const missing = repository === undefined ? "repository" : "forge";
    // One that is refused has a problem of its own.
    if (missing === "forge" || loaded.data["repository"] === undefined)
      loaded.tell("settings/admin", ["admin"], { missing, repository: repository ?? "" }, "key");
    settings.admin = undefined;
    return;
  }
  const useless: keyof Admin = known.forge === "github" ? "application" : "signIn";
  if (admin[useless] !== undefined)
    loaded.tell("unknown-key/admin", ["admin", useless], { name: useless, forge: known.forge }, "key");
}
