// `repository` of `site.yaml` → its forge, its name there, and the folder of the site in it.
import { decodeComponent } from "../urls.ts";
import type { Forge, SiteSettings } from "./schema.ts";

export interface Repository {
  forge: Forge;
  /** Scheme and host: `https://github.com`. */
  origin: string;
  /** Its path there, without slashes around it: `programme/blog`. */
  name: string;
  branch: string;
  /** Path of the site root in it, without slashes around it; empty if the site root is the root of the repository. */
  folder: string;
}

/** The address of a folder, as each forge shows it → path of the repository, then branch and folder. */
const FOLDERS: Readonly<Record<Forge, RegExp>> = {
  github: /^(\/[^/]+\/[^/]+)\/tree\/(.+)$/,
  gitlab: /^(.+?)\/-\/tree\/(.+)$/,
  forgejo: /^(.+?)\/src\/branch\/(.+)$/,
};

/**
 * If the site is in a folder of its repository, `repository` is the address that the forge shows for that folder. What follows
 * the mark in it begins with a branch: `branch` if it begins with that, otherwise its first segment.
 * Undefined if the site has no `repository`, or if neither its address nor `forge` identifies the forge.
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
