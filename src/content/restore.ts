// The second entry point of this folder, for a site root in which only the bodies of some texts changed: entries stored by an
// earlier process → the same content, without reading any text.
import type { SourceFile } from "../source-file.ts";
import { restoredEntries } from "./kept-entries.ts";
import { contentOf } from "./load.ts";
import { withChanges } from "./next-change.ts";
import { readSettings } from "./settings/settings.ts";
import { settleSite, type RunOptions } from "./settings/settle-site.ts";
import { readTree } from "./tree.ts";
import type { Content } from "./types.ts";

export interface RestoreOptions extends RunOptions {
  /** Names of Carnet's own layouts, without extension. */
  builtinLayouts: readonly string[];
  /** Files of the site root, if they are already listed. */
  sources?: ReadonlyMap<string, SourceFile> | undefined;
  /** Files of the texts in which a problem was found as they were written. */
  remarked: readonly string[];
  /** The values of `keptEntries`, which nothing else may hold. */
  entries: () => readonly unknown[] | undefined;
}

/** Undefined if something has changed. Reports no problems: those of the earlier run still hold. */
export function restoreContent(options: RestoreOptions): Content | undefined {
  const { builtinLayouts, remarked } = options;
  const tree = readTree(options.root, options.sources);
  const settings = readSettings(tree.settings);
  const { site, changes } = settleSite(settings, tree.publicFiles, options, []);
  const kept = options.entries();
  const texts = new Map([...tree.posts, ...tree.pages].map((source) => [source.file, source]));
  const entries = kept && restoredEntries(kept, texts);
  if (!entries) return undefined;
  return withChanges(contentOf(entries, { tree, settings, site, builtinLayouts, remarked }, []), changes);
}
