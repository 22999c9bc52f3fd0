// The other door of this room: a site root of which nothing changed but words of some texts, and what an earlier process kept of
// its entries → the same content, without reading one of them.
import { readingSettings } from "./entries/context.ts";
import { entriesOf } from "./kept-entries.ts";
import { withChanges } from "./next-change.ts";
import { readSettings } from "./settings/settings.ts";
import { layoutsOf, settleContent } from "./settle-content.ts";
import { settleSite, type Asked } from "./settings/settle-site.ts";
import { readTree } from "./tree.ts";
import type { SourceFile } from "../source-file.ts";
import type { Content } from "./types.ts";

export interface RestoreOptions extends Asked {
  /** Names of Carnet's own layouts, without extension. */
  builtinLayouts: readonly string[];
  /** Files of the site root as they were looked at already. */
  sources?: ReadonlyMap<string, SourceFile> | undefined;
  /** Files of the texts of which something was said as they are written. */
  remarked: readonly string[];
  /** Asked first whether the texts that were saved say the same in their front matter, by what that is read with. */
  isSame: (settings: string) => boolean;
  /** What `keptEntries` gave, in this process alone. */
  entries: () => readonly unknown[] | undefined;
}

/** Undefined where something is no longer as it was. Problems are those that were told before. */
export function restoreContent(options: RestoreOptions): Content | undefined {
  const tree = readTree(options.root, options.sources);
  const settings = readSettings(tree.settings);
  const { site, changes } = settleSite(settings, tree.publicFiles, options, []);
  if (!options.isSame(readingSettings(site, options.now))) return undefined;
  const kept = options.entries();
  const texts = new Map([...tree.posts, ...tree.pages].map((source) => [source.file, source]));
  const entries = kept && entriesOf(kept, texts);
  if (!entries) return undefined;
  const layouts = layoutsOf(tree, options.builtinLayouts);
  const { remarked } = options;
  return withChanges(settleContent(entries, { tree, settings, site, layouts, remarked }, []), changes);
}
