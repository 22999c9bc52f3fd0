// Nunjucks as Carnet sets it up: a site's layouts first, the built-in ones after, `carnet/…` for the built-in always.
import nunjucks from "nunjucks";
import { InlinedLayouts } from "./inlined-layouts.ts";

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
): CarnetEnvironment {
  const loaders = [
    new nunjucks.FileSystemLoader(siteLayouts),
    new InlinedLayouts(builtinLayouts, siteLayouts),
    new BuiltinLoader(builtinLayouts, siteLayouts),
  ];
  return new CarnetEnvironment(loaders, filters);
}

export class CarnetEnvironment extends nunjucks.Environment {
  /** Absent while the parent class adds Nunjucks' own filters. */
  private readonly own?: OwnFilters;

  constructor(loaders: nunjucks.ILoader[], filters: OwnFilters) {
    // `dev` keeps the message of an owner's filter that throws.
    super(loaders, { autoescape: true, trimBlocks: true, lstripBlocks: true, dev: true });
    this.own = filters;
    for (const [name, filter] of Object.entries(filters)) super.addFilter(name, filter);
  }

  /** Eleventy adds its filters and the owner's after Carnet's. The owner's win; its own `url` gives way to ours. */
  override addFilter(name: string, filter: (...args: never[]) => unknown, async?: boolean): this {
    if (!this.own || name !== "url") super.addFilter(name, filter as (...args: unknown[]) => unknown, async);
    return this;
  }

  /**
   * Empties the environment when nothing more will be rendered. Eleventy keeps every environment it was ever given
   * in a set of its own, and each holds the whole site through its filters: a development server would fill the memory.
   */
  release(): void {
    for (const key of Reflect.ownKeys(this)) Reflect.deleteProperty(this, key);
  }
}

/** A name that no file can have: Nunjucks then asks the next loader. */
const NOWHERE = "\0";

class BuiltinLoader extends InlinedLayouts {
  override getSource(name: string): nunjucks.LoaderSource {
    return super.getSource(name.startsWith(BUILTIN) ? name.slice(BUILTIN.length) : NOWHERE);
  }
}
