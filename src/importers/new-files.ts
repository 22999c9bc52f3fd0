// What an import writes: texts, settings, people, tags, redirects and the files that texts use, by path in the new site.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { byCodeUnit, slugOf } from "../content/text.ts";
import { proposeElsewhere } from "./elsewhere.ts";
import type { Made } from "./make-entries.ts";
import { settleMenus } from "./menus.ts";
import type { OldSite } from "./model.ts";
import { dataYaml, redirectsYaml, siteYaml } from "./site-files.ts";
import type { NewEntry } from "./new-entry.ts";
import type { SourceFiles } from "./source-files.ts";
import { usedFiles } from "./used-files.ts";
import { map, text, texts } from "./values.ts";
import { outputFile, type OutputFile } from "./write.ts";

export function newFiles(
  site: OldSite,
  plan: Made,
  files: SourceFiles,
): { output: Map<string, OutputFile>; alsoServed: string[] } {
  const { entries, redirects } = plan;
  const made = entries.map((one) => one.made);
  settleMenus(site, plan);
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
  add("content/tags.yaml", dataYaml(allTags(site, made)));
  add("content/redirects.yaml", redirectsYaml(redirects));
  for (const { target, written } of made) add(target, written);
  for (const { source, target } of used.assets)
    output.set(
      target,
      outputFile(() => readFileSync(join(files.root, source))),
    );
  return { output, alsoServed };
}

/** If the old blog described some of its tags, the others are added: Carnet takes a tag that the file lacks for a mistake. */
function allTags({ tags }: OldSite, made: readonly NewEntry[]): Record<string, unknown> {
  const all = { ...tags };
  if (Object.keys(all).length === 0) return all;
  const known = new Set(
    Object.entries(all).flatMap(([id, tag]) => [slugOf(id), slugOf(text(map(tag)["label"]) ?? id)]),
  );
  const used = made.flatMap(({ data }) => texts(data["tags"])).sort(byCodeUnit);
  for (const tag of used) {
    const id = slugOf(tag);
    if (id === "" || known.has(id)) continue;
    known.add(id);
    all[id] = { label: tag };
  }
  return all;
}
