// Carnet's own layouts as Nunjucks reads them: the partials that they include stand in their text.
// Nunjucks copies all data of a page for each partial that it includes, and a page includes some twenty.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import nunjucks from "nunjucks";

/** An include of a partial by name, with what `trimBlocks` and `lstripBlocks` take away around it. */
const INCLUDE = /(?:^[ \t]+)?\{% include "(partials\/[\w-]+\.njk)" %\}\n?/gm;

/**
 * Loads built-in layouts. A partial that the site replaced stays an include: messages about it name it, with its lines.
 * A variable that a partial sets is then known to the rest of its block, which no layout of Carnet's minds
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
    // Null where there is no such file, whatever the types say.
    const source = super.getSource(name) as nunjucks.LoaderSource | null;
    return (source && { ...source, src: this.inlined(source.src) }) as nunjucks.LoaderSource;
  }

  private inlined(text: string): string {
    return text.replace(INCLUDE, (tag, name: string) =>
      existsSync(join(this.own, name)) ? tag : this.inlined(readFileSync(join(this.builtin, name), "utf8")),
    );
  }
}
