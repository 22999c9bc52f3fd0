// `repository` of `site.yaml` → what serves it, and its name there.
import type { Forge, SiteSettings } from "./site-schema.ts";

export interface Repository {
  forge: Forge;
  /** Scheme and host: `https://github.com`. */
  origin: string;
  /** Its path there, without slashes around it: `programme/blog`. */
  name: string;
}

/** Nothing where the site names none, or where neither its address nor `forge` says what serves it. */
export function repositoryOf({
  repository,
  forge,
}: Pick<SiteSettings, "repository" | "forge">): Repository | undefined {
  if (repository === undefined) return undefined;
  const { origin, host, pathname } = new URL(repository);
  const known = forge ?? forgeOf(host);
  if (known === undefined) return undefined;
  return { forge: known, origin, name: pathname.replace(/(?:\.git)?\/*$/, "").replace(/^\/+/, "") };
}

function forgeOf(host: string): Forge | undefined {
  if (host === "github.com") return "github";
  if (/(?:^|\.)(?:codeberg\.org|forgejo\.|gitea\.)/.test(host)) return "forgejo";
  return /gitlab|^framagit\.org$|^forge\.apps\.education\.fr$/.test(host) ? "gitlab" : undefined;
}
