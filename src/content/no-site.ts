// A folder that is not a Carnet site → what its owner most likely meant, according to the names in it.
import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { problem, topOf, type Problem } from "../problems.ts";
import type { Generator } from "../strings/import.ts";

/** The problem to report if `content/` is missing. */
export function withoutContent(root: string): Problem {
  const names = namesIn(root);
  const [below, another] = names.filter((name) => isSite(join(root, name)));
  const folder = another === undefined ? (below ?? siteAbove(root)) : undefined;
  const site = folder === undefined ? undefined : `npx carnet build --site ${folder}`;
  return problem("no-content", topOf("content"), {}, importLine(names) ?? site);
}

/** The problem to report if `content/site.yaml` is missing. */
export function withoutSiteYaml(root: string): Problem {
  const found = ["content/site.yml", "site.yaml", "site.yml"].find((file) =>
    namesIn(dirname(join(root, file))).includes(file.replace("content/", "")),
  );
  const fix = found === undefined ? importLine(namesIn(root)) : `mv ${found} content/site.yaml`;
  return problem("settings/missing", topOf("content/site.yaml"), {}, fix);
}

/** Names of the configuration file at the root of a blog. */
const CONFIGURATIONS = {
  jekyll: /^_config\.ya?ml$/,
  hugo: /^hugo\.(?:toml|ya?ml|json)$/,
  eleventy: /^(?:\.eleventy\.[cm]?js|eleventy\.config\.[cm]?[jt]s)$/,
};

/** The command that moves the blog of another generator; a Carnet site may have an Eleventy configuration. */
function importLine(names: readonly string[]): string | undefined {
  const generators: readonly Generator[] = names.includes("content")
    ? ["jekyll", "hugo"]
    : ["jekyll", "hugo", "eleventy"];
  const found = generators.find((one) => names.some((name) => CONFIGURATIONS[one].test(name)));
  return found && `npx carnet import ${found} . ../blog`;
}

/** Path to the site that contains a folder such as `content/posts`, from that folder: `../..`. */
export function siteAbove(root: string): string | undefined {
  for (let at = root; dirname(at) !== at; at = dirname(at))
    if (isSite(dirname(at))) return relative(root, dirname(at));
  return undefined;
}

function isSite(folder: string): boolean {
  return namesIn(join(folder, "content")).includes("site.yaml");
}

/** Sorted, so that the order does not depend on the disk; empty if the folder does not exist or cannot be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
