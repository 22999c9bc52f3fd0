// The Git repository that contains a site: hosts read some files only at its top, and name files relative to it.
// Found on disk, since a site that is checked or new may name no repository, or one that it was copied from.
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** The nearest folder, from this one upwards, that is the root of a repository. */
export function repositoryAround(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryAround(above);
}

/** Path of a site root in its repository: `sites/blog`; empty if it is the root of the repository, or in none. */
export function pathInRepository(site: string): string {
  return relative(repositoryAround(site) ?? site, site)
    .split(sep)
    .join("/");
}
