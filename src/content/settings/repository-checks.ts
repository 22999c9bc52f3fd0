// `branch` and `admin` of `site.yaml` → what the schema cannot check: both depend on the repository and its forge.
import { problem, type Problem } from "../../problems.ts";
import type { Admin } from "../../site/admin-schema.ts";
import { repositoryOf } from "../../site/forge.ts";
import type { SiteSettings } from "../../site/schema.ts";
import { placesIn, type Loaded } from "./file.ts";

/** The address of a folder contains a branch, which takes precedence over `branch`. */
export function checkBranch(settings: SiteSettings, loaded: Loaded, problems: Problem[]): void {
  const { branch: found } = settings;
  const heard = repositoryOf(settings)?.branch ?? found;
  if (loaded.data["branch"] !== undefined && heard !== found)
    problems.push(problem("unknown-key/branch", placesIn(loaded)(["branch"], "key"), { found, heard }));
}

/** Without a known repository there is no form. */
export function checkAdmin(settings: SiteSettings, loaded: Loaded, problems: Problem[]): void {
  const { admin, repository } = settings;
  if (!admin) return;
  const place = placesIn(loaded);
  const known = repositoryOf(settings);
  if (!known) {
    const missing = repository === undefined ? "repository" : "forge";
    problems.push(
      problem("settings/admin", place(["admin"], "key"), { missing, repository: repository ?? "" }),
    );
    settings.admin = undefined;
    return;
  }
  const useless: keyof Admin = known.forge === "github" ? "application" : "signIn";
  if (admin[useless] !== undefined)
    problems.push(
      problem("unknown-key/admin", place(["admin", useless], "key"), { name: useless, forge: known.forge }),
    );
}
