// Nunjucks as Carnet sets it up: a site's layouts first, the built-in ones after, `carnet/…` for the built-in always.
import nunjucks from "nunjucks";

/** Name by which a layout extends the built-in one that it replaces: `{% extends "carnet/post.njk" %}`. */
const BUILTIN = "carnet/";

/** Filters that Carnet defines itself, by name. */
export type OwnFilters = Readonly<
  Record<string, (this: { ctx?: { lang?: string } }, ...args: never[]) => unknown>
>;

/**
 * Autoescape is on: only `content`, which Markdown's allow-list made, is marked safe by layouts.
 * `filters` are called directly. Eleventy would wrap each in a clock and a copy of the page's data, and its own
 * `url` parses an address at each call: together a sixth of a build of a thousand posts.
 */
export function createEnvironment(
  siteLayouts: string,
  builtinLayouts: string,
  filters: OwnFilters,
): nunjucks.Environment {
  const loaders = [
    new nunjucks.FileSystemLoader(siteLayouts),
    new nunjucks.FileSystemLoader(builtinLayouts),
    new BuiltinLoader(builtinLayouts),
  ];
  return new CarnetEnvironment(loaders, filters);
}

class CarnetEnvironment extends nunjucks.Environment {
  /** Absent while the parent class adds Nunjucks' own filters. */
  private readonly own?: OwnFilters;

  constructor(loaders: nunjucks.ILoader[], filters: OwnFilters) {
    super(loaders, { autoescape: true, trimBlocks: true, lstripBlocks: true });
    this.own = filters;
    for (const [name, filter] of Object.entries(filters)) super.addFilter(name, filter);
  }

  /** Eleventy adds its filters and the owner's after Carnet's; those of the same name as Carnet's are left out. */
  override addFilter(name: string, filter: (...args: never[]) => unknown, async?: boolean): this {
    if (!Object.hasOwn(this.own ?? {}, name))
      super.addFilter(name, filter as (...args: unknown[]) => unknown, async);
    return this;
  }
}

/** A name that no file can have: Nunjucks then asks the next loader. */
const NOWHERE = "\0";

class BuiltinLoader extends nunjucks.FileSystemLoader {
  override getSource(name: string): nunjucks.LoaderSource {
    return super.getSource(name.startsWith(BUILTIN) ? name.slice(BUILTIN.length) : NOWHERE);
  }
}
