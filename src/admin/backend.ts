// The repository of a site → how the form reads from it and saves to it, and the origins that its page may request.
import { inRepository, repositoryOf, type Repository } from "../site/forge.ts";
import type { Site } from "../site/site.ts";

/**
 * `backend` of Sveltia CMS (https://sveltiacms.app/en/docs/backends); undefined without a form. `checkAdmin` has verified that a
 * site with a form has a known repository.
 */
export function backendOf(site: Site): Readonly<Record<string, unknown>> | undefined {
  const repository = repositoryOf(site);
  if (!site.admin || !repository) return undefined;
  const { application, signIn } = site.admin;
  const { forge, origin, name, branch } = repository;
  const common = { repo: name, branch };
  const token = { auth_methods: ["token"] };
  if (forge === "github") {
    const own =
      origin === GITHUB ? {} : { api_root: `${origin}/api/v3`, graphql_api_root: `${origin}/api/graphql` };
    return { name: "github", ...common, ...own, ...(signIn === undefined ? token : { base_url: signIn }) };
  }
  const known = application === undefined ? token : { app_id: application };
  const own = { ...common, base_url: origin, ...known };
  if (forge === "forgejo") return { name: "gitea", ...own, api_root: `${origin}/api/v1` };
  const proof = application === undefined ? {} : { auth_type: "pkce" };
  return { name: "gitlab", ...own, ...proof, api_root: `${origin}/api/v4` };
}

/** The path of a folder of the site in its repository, which is the path that the form uses. */
export function inForge(site: Site, folder: string): string {
  const repository = repositoryOf(site);
  return repository ? inRepository(repository, folder) : folder;
}

/** Origin of the API that the form calls, and the origin of the pictures that it shows. */
export function askedOrigins(site: Site): { api: string; pictures: string } | undefined {
  const repository = repositoryOf(site);
  if (!site.admin || !repository) return undefined;
  const api = apiOf(repository);
  return { api, pictures: repository.origin === GITHUB ? "https://avatars.githubusercontent.com" : api };
}

const GITHUB = "https://github.com";

function apiOf({ origin }: Repository): string {
  return origin === GITHUB ? "https://api.github.com" : origin;
}
