// Nunjucks as Carnet sets it up: a site's layouts first, then the built-in ones; `carnet/…` always means a built-in one.
import nunjucks from "nunjucks";
import { digestOf } from "../build/machine/digest.ts";
import type { CompiledLayouts } from "./compiled-layouts.ts";
import { leanRuntime, type LeanRuntime } from "./lean-code.ts";
import { InlinedLayouts } from "./inlined-layouts.ts";
import { NUNJUCKS } from "./nunjucks-options.ts";
import { CALLED_IN_PARTS, RememberedParts } from "./remembered-parts.ts";

/** Prefix by which a layout extends the built-in one that it replaces: `{% extends "carnet/post.njk" %}`. */
const BUILTIN = "carnet/";

/** Filters that Carnet defines itself, by name. */
export type OwnFilters = Readonly<
  Record<string, (this: { ctx?: { lang?: string } }, ...args: never[]) => unknown>
>;

/**
 * Autoescape is on: layouts mark only `content` as safe, which Markdown's allow-list made.
 * `filters` are called directly. Eleventy would wrap each in a timer and a copy of the page's data, and its own `url` parses an
 * address at each call: together, this takes a sixth of a build of a thousand posts.
 */
export function createEnvironment(
  siteLayouts: string,
  builtinLayouts: string,
  filters: OwnFilters,
  compiled: CompiledLayouts = {},
): CarnetEnvironment {
  const asynchronous = (): readonly string[] => environment.asyncFilters;
  const parts = new RememberedParts();
  const builtin = new OwnLayouts(builtinLayouts, siteLayouts, {
    ...{ compiled, asynchronous, lean: leanRuntime(parts) },
  });
  const loaders = [new nunjucks.FileSystemLoader(siteLayouts), builtin, new BuiltinLoader(builtin)];
  const environment = new CarnetEnvironment(loaders, filters, parts);
  return environment;
}

export class CarnetEnvironment extends nunjucks.Environment {
  /** Names of asynchronous filters, as Nunjucks stores them for its compiler. */
  declare readonly asyncFilters: string[];
  /** Absent while the parent class adds Nunjucks' own filters. */
  private readonly own?: OwnFilters;
  /** To be cleared when the same posts are rendered again. */
  readonly parts: RememberedParts;

  constructor(loaders: nunjucks.ILoader[], filters: OwnFilters, parts: RememberedParts) {
    super(loaders, NUNJUCKS);
    this.own = filters;
    this.parts = parts;
    for (const [name, filter] of Object.entries(filters)) super.addFilter(name, filter);
  }

  /** Eleventy adds its filters and the owner's after Carnet's. They replace Carnet's, except `url`. */
  override addFilter(name: string, filter: (...args: never[]) => unknown, async?: boolean): this {
    if (this.own && name === "url") return this;
    if (this.own && CALLED_IN_PARTS.has(name)) this.parts.end();
    // Nunjucks records an asynchronous filter each time it is added.
    const isNoted = async === true && this.asyncFilters.includes(name);
    const called = filter as (...args: unknown[]) => unknown;
    super.addFilter(name, async === true ? telling(called) : called, async === true && !isNoted);
    return this;
  }

  /**
   * Nunjucks also keeps the previous extension of that name, and with it the whole run of Eleventy that made it. An environment
   * that is reused at each save receives the same shortcodes each time.
   */
  override addExtension(name: string, extension: nunjucks.Extension): this {
    if (this.hasExtension(name)) this.removeExtension(name);
    super.addExtension(name, extension);
    return this;
  }

  /**
   * Empties the environment when nothing more will be rendered. Eleventy keeps every environment it was ever given in a set of
   * its own, and each holds the whole site through its filters: a development server would fill the memory.
   */
  release(): void {
    for (const key of Reflect.ownKeys(this)) Reflect.deleteProperty(this, key);
  }
}

/**
 * Reports the rejected promise of an asynchronous filter to the template. Eleventy's own callback passes only a value: nobody
 * would see the error, and Node would end the process.
 */
function telling(filter: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  return function (this: unknown, ...args) {
    const result = filter.apply(this, args);
    if (result instanceof Promise) result.catch(args.at(-1) as (error: unknown) => void);
  };
}

/** Makes Nunjucks ask the next loader, whatever its types say. */
const NOT_HERE = null as unknown as nunjucks.LoaderSource;

interface Compiled {
  compiled: CompiledLayouts;
  asynchronous: () => readonly string[];
  lean: LeanRuntime;
}

/** Carnet's layouts, in compiled form if possible. */
class OwnLayouts extends InlinedLayouts {
  private readonly how: Compiled;

  constructor(builtin: string, own: string, how: Compiled) {
    super(builtin, own);
    this.how = how;
  }

  override getSource(name: string): nunjucks.LoaderSource {
    const source = super.getSource(name) as nunjucks.LoaderSource | null;
    const { compiled, lean } = this.how;
    const found = compiled[name];
    if (!source) return NOT_HERE;
    if (found?.digest !== digestOf(source.src)) return source;
    const asynchronous = this.how.asynchronous();
    if (found.filters.some((filter) => asynchronous.includes(filter))) return source;
    // Nunjucks accepts code instead of a text, whatever its types say.
    return { ...source, src: { type: "code", obj: found.code(lean) } as unknown as string };
  }
}

class BuiltinLoader extends nunjucks.Loader implements nunjucks.ILoader {
  private readonly builtin: OwnLayouts;

  constructor(builtin: OwnLayouts) {
    super();
    this.builtin = builtin;
  }

  getSource(name: string): nunjucks.LoaderSource {
    return name.startsWith(BUILTIN) ? this.builtin.getSource(name.slice(BUILTIN.length)) : NOT_HERE;
  }
}
