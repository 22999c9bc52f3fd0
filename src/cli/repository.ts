// The Git repository that a site lies in: what hosts read at its top alone, and from where they name its files.
// Looked for on the disk, since a site that is checked or begun may name none, or one that it is a copy of.
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** The nearest folder, from this one upwards, that is a repository's. */
export function repositoryAround(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryAround(above);
}

/** Path of a site root from its repository's: `sites/blog`; empty where it is the repository's own, or in none. */
export function pathInRepository(site: string): string {
  return relative(repositoryAround(site) ?? site, site)
    .split(sep)
    .join("/");
}
