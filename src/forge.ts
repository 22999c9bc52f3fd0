// `repository` of `site.yaml` → what serves it, its name there, and where in it the site lies.
import { decodeComponent } from "./percent-codes.ts";
import type { Forge, SiteSettings } from "./site-schema.ts";

export interface Repository {
  forge: Forge;
  /** Scheme and host: `https://github.com`. */
  origin: string;
  /** Its path there, without slashes around it: `programme/blog`. */
  name: string;
  branch: string;
  /** Path of the site root in it, without slashes around it; empty for a repository that is a site. */
  folder: string;
}

/** Path of a repository, and what follows the branch's mark in the address of a folder, as each forge shows it. */
const FOLDERS: Readonly<Record<Forge, RegExp>> = {
  github: /^(\/[^/]+\/[^/]+)\/tree\/(.+)$/,
  gitlab: /^(.+?)\/-\/tree\/(.+)$/,
  forgejo: /^(.+?)\/src\/branch\/(.+)$/,
};

/**
 * A site in a folder of its repository gives the address that its forge has for that folder, which names a branch too: the
 * one of `branch` where it begins so, else one without a slash.
 * Nothing where the site names no repository, or where neither its address nor `forge` says what serves it.
 */
export function repositoryOf({
  repository,
  forge,
  branch,
}: Pick<SiteSettings, "repository" | "forge" | "branch">): Repository | undefined {
  if (repository === undefined) return undefined;
  const { origin, host, pathname } = new URL(repository);
  const known = forge ?? forgeOf(host);
  if (known === undefined) return undefined;
  const path = (decodeComponent(pathname) ?? pathname).replace(/\/+$/, "");
  const [, whole = path, place = branch] = FOLDERS[known].exec(path) ?? [];
  const named = `${place}/`.startsWith(`${branch}/`) ? branch : place.replace(/\/.*$/, "");
  const name = whole.replace(/\.git$/, "").replace(/^\/+/, "");
  return { forge: known, origin, name, branch: named, folder: place.slice(named.length + 1) };
}

/** The path, from the repository's root, of a file or folder of the site. */
export function inRepository({ folder }: Repository, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}

function forgeOf(host: string): Forge | undefined {
  if (host === "github.com") return "github";
  if (/(?:^|\.)(?:codeberg\.org|forgejo\.|gitea\.)/.test(host)) return "forgejo";
  return /gitlab|^framagit\.org$|^forge\.apps\.education\.fr$/.test(host) ? "gitlab" : undefined;
}
