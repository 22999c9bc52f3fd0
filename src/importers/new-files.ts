// What an import writes: texts, settings, people, tags, redirects and the files that texts use, by path in the new site.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { proposeElsewhere } from "./elsewhere.ts";
import type { Made } from "./make-entries.ts";
import type { OldSite } from "./model.ts";
import { dataYaml, redirectsYaml, siteYaml } from "./site-files.ts";
import type { SourceFiles } from "./source-files.ts";
import { usedFiles } from "./used-files.ts";
import { outputFile, type OutputFile } from "./write.ts";

export function newFiles(
  site: OldSite,
  { entries, redirects }: Made,
  files: SourceFiles,
): { output: Map<string, OutputFile>; alsoServed: string[] } {
  const made = entries.map((one) => one.made);
  const used = usedFiles(site, made, files);
  site.manual.push(...used.manual);
  const own = [
    ...made.flatMap(({ url }) => url ?? []),
    ...used.assets.map(({ target }) => `/${target.replace(/^public\//, "")}`),
    ...redirects.map(({ from }) => from),
  ];
  const alsoServed = proposeElsewhere(site, made, redirects, own);
  const settings = siteYaml(site, made, alsoServed);
  site.manual.push(...settings.manual);
  const output = new Map<string, OutputFile>();
  const add = (file: string, content: string | undefined): void => {
    if (content !== undefined)
      output.set(
        file,
        outputFile(() => Buffer.from(content)),
      );
  };
  add("content/site.yaml", settings.text);
  add("content/people.yaml", dataYaml(site.people));
  add("content/tags.yaml", dataYaml(site.tags));
  add("content/redirects.yaml", redirectsYaml(redirects));
  for (const { target, written } of made) add(target, written);
  for (const { source, target } of used.assets)
    output.set(
      target,
      outputFile(() => readFileSync(join(files.root, source))),
    );
  return { output, alsoServed };
}
