// A folder that is no site of Carnet's → what its owner most likely meant, by the names that stand in it.
import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { CONFIGURATIONS } from "../generators.ts";
import { problem, type Problem } from "../problems.ts";

type Generator = keyof typeof CONFIGURATIONS;

const isJekyll = (name: string): boolean => CONFIGURATIONS.jekyll.test(name) || name === "_posts";
const isHugo = (name: string): boolean => CONFIGURATIONS.hugo.test(name);
const isEleventy = (name: string): boolean => CONFIGURATIONS.eleventy.test(name);
/** Hugo's too, where texts stand in `content/`: alone, they may be anyone's, and the import takes them for nothing. */
const HUGO_BESIDE_CONTENT = /^(?:config\.toml|archetypes)$/;
const SETTINGS = /^site\.ya?ml$/i;

/** What to tell where `content/` is missing. */
export function withoutContent(root: string): Problem {
  const names = namesIn(root);
  const generator = generatorOf(names);
  const folder = generator === undefined ? (siteBelow(root, names) ?? siteAbove(root)) : undefined;
  return problem(
    "no-content",
    { file: "content", line: 1, column: 1 },
    {
      empty: names.every((name) => name.startsWith(".")),
      ...(generator !== undefined && { generator }),
      ...(folder !== undefined && { folder }),
    },
  );
}

/** What to tell where `content/site.yaml` is missing. */
export function withoutSiteYaml(root: string): Problem {
  const here = namesIn(join(root, "content")).find((name) => SETTINGS.test(name));
  const names = namesIn(root);
  const above = names.find((name) => SETTINGS.test(name));
  const found = here === undefined ? above : `content/${here}`;
  const other = names.some((name) => HUGO_BESIDE_CONTENT.test(name)) ? "hugo" : generatorOf(names);
  // A site of Carnet's may have a configuration of Eleventy's.
  const generator = other === "eleventy" ? undefined : other;
  return problem(
    "settings/missing",
    { file: "content/site.yaml", line: 1, column: 1 },
    { ...(found !== undefined ? { found } : generator !== undefined && { generator }) },
  );
}

function generatorOf(names: readonly string[]): Generator | undefined {
  if (names.some(isJekyll)) return "jekyll";
  if (names.some(isHugo)) return "hugo";
  return names.some(isEleventy) ? "eleventy" : undefined;
}

/** The one folder that is a site; none where there are several. */
function siteBelow(root: string, names: readonly string[]): string | undefined {
  const sites = names.filter((name) => isSite(join(root, name)));
  return sites.length === 1 ? sites[0] : undefined;
}

/** The site that a folder such as `content/posts` is of, from that folder: `../..`. */
export function siteAbove(root: string): string | undefined {
  for (let at = root; dirname(at) !== at; at = dirname(at))
    if (isSite(dirname(at))) return relative(root, dirname(at));
  return undefined;
}

function isSite(folder: string): boolean {
  return namesIn(join(folder, "content")).includes("site.yaml");
}

/** In an order that does not depend on the disk; none where there is no such folder, or it may not be looked into. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
