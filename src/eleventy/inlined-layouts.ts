// Carnet's own layouts as Nunjucks reads them, with the partials that they include copied into their text.
// Nunjucks copies all data of a page for each partial that it includes, and a page includes some twenty.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import nunjucks from "nunjucks";

/** An include of a partial by name, with the space around it that `trimBlocks` and `lstripBlocks` remove. */
const INCLUDE = /(?:^[ \t]+)?\{% include "(partials\/[\w-]+\.njk)" %\}\n?/gm;

/**
 * Loads built-in layouts. A partial that the site replaced stays an include, so that messages about it have its name and lines.
 * A variable that a copied partial sets is also visible in the rest of its block, which no layout of Carnet's depends on
 * (tests/unit/eleventy/inlined-layouts.test.ts compares).
 */
export class InlinedLayouts extends nunjucks.FileSystemLoader {
  private readonly builtin: string;
  private readonly own: string;

  constructor(builtin: string, own: string) {
    super(builtin);
    this.builtin = builtin;
    this.own = own;
  }

  override getSource(name: string): nunjucks.LoaderSource {
    // Null if there is no such file, whatever the types say.
    const source = super.getSource(name) as nunjucks.LoaderSource | null;
    return (source && { ...source, src: this.inlined(source.src) }) as nunjucks.LoaderSource;
  }

  private inlined(text: string): string {
    return text.replace(INCLUDE, (tag, name: string) =>
      existsSync(join(this.own, name)) ? tag : this.inlined(readFileSync(join(this.builtin, name), "utf8")),
    );
  }
}
