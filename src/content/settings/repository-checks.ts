// `branch` and `admin` of `site.yaml` → what the schema cannot say of them: each belongs to a repository, and to one forge.
import type { Admin } from "../../admin-schema.ts";
import { repositoryOf } from "../../forge.ts";
import { problem, type Problem } from "../../problems.ts";
import type { SiteSettings } from "../../site-schema.ts";
import { placesIn, type Loaded } from "./file.ts";

/** The address of a folder names a branch, and is then the one that is heard. */
export function checkBranch(settings: SiteSettings, loaded: Loaded, problems: Problem[]): void {
  const { branch: found } = settings;
  const heard = repositoryOf(settings)?.branch ?? found;
  if (loaded.data["branch"] !== undefined && heard !== found)
    problems.push(problem("unknown-key/branch", placesIn(loaded)(["branch"], "key"), { found, heard }));
}

/** Without a repository that is known there is no form. */
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
