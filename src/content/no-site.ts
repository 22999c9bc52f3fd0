// A folder that is not a Carnet site → what its owner most likely meant, according to the names in it.
import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { problem, topOf, type Problem } from "../problems.ts";
import { CONFIGURATIONS } from "./generators.ts";
import type { Generator } from "../strings/generators.ts";

const isJekyll = (name: string): boolean => CONFIGURATIONS.jekyll.test(name) || name === "_posts";
const isHugo = (name: string): boolean => CONFIGURATIONS.hugo.test(name);
const isEleventy = (name: string): boolean => CONFIGURATIONS.eleventy.test(name);
/** Also Hugo's if there is a `content/`. Without one, they may be anyone's, and the import does not recognise them. */
const HUGO_BESIDE_CONTENT = /^(?:config\.toml|archetypes)$/;
const SETTINGS = /^site\.ya?ml$/i;

/** The problem to report if `content/` is missing. */
export function withoutContent(root: string): Problem {
  const names = namesIn(root);
  const generator = generatorOf(names);
  const folder = generator === undefined ? (siteBelow(root, names) ?? siteAbove(root)) : undefined;
  const fix = folder === undefined ? importLine(generator) : `npx carnet build --site ${folder}`;
  return problem("no-content", topOf("content"), {}, fix);
}

/** The problem to report if `content/site.yaml` is missing. */
export function withoutSiteYaml(root: string): Problem {
  const here = namesIn(join(root, "content")).find((name) => SETTINGS.test(name));
  const names = namesIn(root);
  const above = names.find((name) => SETTINGS.test(name));
  const found = here === undefined ? above : `content/${here}`;
  const other = names.some((name) => HUGO_BESIDE_CONTENT.test(name)) ? "hugo" : generatorOf(names);
  // A Carnet site may have an Eleventy configuration.
  const generator = other === "eleventy" ? undefined : other;
  const fix = found === undefined ? importLine(generator) : `mv ${found} content/site.yaml`;
  return problem("settings/missing", topOf("content/site.yaml"), {}, fix);
}

const importLine = (generator: Generator | undefined): string | undefined =>
  generator === undefined ? undefined : `npx carnet import ${generator} . ../blog`;

function generatorOf(names: readonly string[]): Generator | undefined {
  if (names.some(isJekyll)) return "jekyll";
  if (names.some(isHugo)) return "hugo";
  return names.some(isEleventy) ? "eleventy" : undefined;
}

/** The folder that is a site, if there is exactly one. */
function siteBelow(root: string, names: readonly string[]): string | undefined {
  const sites = names.filter((name) => isSite(join(root, name)));
  return sites.length === 1 ? sites[0] : undefined;
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
