// `admin` of `site.yaml` → what its schema cannot say: a form needs to know where to save, and its keys belong to one forge each.
import type { Admin } from "../../admin-schema.ts";
import { repositoryOf } from "../../forge.ts";
import { problem, type Problem } from "../../problems.ts";
import type { SiteSettings } from "../../site-schema.ts";
import { placesIn, type Loaded } from "./file.ts";

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
