// Which generator made a folder, by the files that each one requires.
import { CONFIGURATIONS } from "../content/generators.ts";
import { eleventyConfigFile } from "./eleventy/config.ts";
import { hugoConfigFiles } from "./hugo/config-files.ts";
import type { Generator } from "../strings/generators.ts";
import type { SourceFiles } from "./source-files.ts";

/** The kinds that a folder may be, the most likely first. */
export function detectKinds(files: SourceFiles): Generator[] {
  const kinds: Generator[] = [];
  const some = (pattern: RegExp): boolean => files.files.some((file) => pattern.test(file));
  if (eleventyConfigFile(files) !== undefined || some(/\.11tydata\.(js|cjs|mjs|json)$/))
    kinds.push("eleventy");
  if (some(CONFIGURATIONS.jekyll) || some(/(^|\/)_posts\//)) kinds.push("jekyll");
  const hugo = hugoConfigFiles(files);
  // Only a configuration file with Hugo's own name is sufficient by itself: texts may then be in any folder.
  const isNamed = hugo.some((file) => CONFIGURATIONS.hugo.test(file) || file.startsWith("config/_default/"));
  if (isNamed || ((hugo.length > 0 || some(/^archetypes\//)) && some(/^content[\w-]*\//))) kinds.push("hugo");
  return kinds;
}
