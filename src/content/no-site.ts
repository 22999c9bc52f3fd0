// A folder that is not a Carnet site → what its owner most likely meant, according to the names in it.
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { problem, topOf, type Problem } from "../problems.ts";

/** The problem to report if `content/` is missing. */
export function withoutContent(root: string): Problem {
  const folder = siteAbove(root);
  const site = folder && `npx carnet build --site ${folder}`;
  return problem("no-content", topOf("content"), {}, importLine(root) ?? site);
}

/** The problem to report if `content/site.yaml` is missing. */
export function withoutSiteYaml(root: string): Problem {
  const found = ["content/site.yml", "site.yaml", "site.yml"].find((file) => existsSync(join(root, file)));
  const fix = found === undefined ? importLine(root) : `mv ${found} content/site.yaml`;
  return problem("settings/missing", topOf("content/site.yaml"), {}, fix);
}

/** The command that moves the blog of another generator, according to its configuration; a Carnet site may have Eleventy's. */
function importLine(root: string): string | undefined {
  const names = existsSync(root) ? readdirSync(root) : [];
  const generators = {
    jekyll: /^_config\.ya?ml$/,
    hugo: /^hugo\.(?:toml|ya?ml|json)$/,
    ...(!names.includes("content") && { eleventy: /^(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/ }),
  };
  const found = Object.entries(generators).find(([, pattern]) => names.some((name) => pattern.test(name)));
  return found && `npx carnet import ${found[0]} . ../blog`;
}

/** Path to the site that contains a folder such as `content/posts`, from that folder: `../..`. */
function siteAbove(root: string): string | undefined {
  for (let at = root; dirname(at) !== at; at = dirname(at))
    if (existsSync(join(dirname(at), "content/site.yaml"))) return relative(root, dirname(at));
  return undefined;
}
