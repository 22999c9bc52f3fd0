// Nunjucks as Carnet sets it up: a site's layouts first, then the built-in ones; `carnet/…` always means a built-in one.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import nunjucks from "nunjucks";
import { digestOf } from "../build/machine/digest.ts";
import { packageRoot } from "../files.ts";
import { builtinLayouts } from "./builtin-layouts.ts";

/** Prefix by which a layout extends the built-in one that it replaces: `{% extends "carnet/post.njk" %}`. */
const BUILTIN = "carnet/";

/** `dev` keeps the message of an owner's filter that throws. */
const OPTIONS = { autoescape: true, trimBlocks: true, lstripBlocks: true, dev: true } as const;

/** Filters that Carnet defines itself, by name. */
export type OwnFilters = Readonly<
  Record<
    string,
    (this: { ctx?: { lang?: string; page?: { inputPath?: unknown } } }, ...args: never[]) => unknown
  >
>;

/**
 * Autoescape is on: layouts mark only `content` as safe, which Markdown's allow-list made. `filters` are called directly:
 * Eleventy would wrap each in a timer and a copy of the page's data.
 */
export function createEnvironment(
  siteLayouts: string,
  builtin: string,
  filters: OwnFilters,
  compiled: CompiledLayouts = {},
): CarnetEnvironment {
  const asynchronous = (): readonly string[] => environment.asyncFilters;
  const own = new BuiltinLayouts(builtin, siteLayouts, { compiled, asynchronous });
  const loaders = [new nunjucks.FileSystemLoader(siteLayouts), own, new PrefixedLoader(own)];
  const environment = new CarnetEnvironment(loaders, filters);
  return environment;
}

export class CarnetEnvironment extends nunjucks.Environment {
  /** Names of asynchronous filters, as Nunjucks stores them for its compiler. */
  declare readonly asyncFilters: string[];
  /** Absent while the parent class adds Nunjucks' own filters. */
  private readonly own?: OwnFilters;

  constructor(loaders: nunjucks.ILoader[], filters: OwnFilters) {
    super(loaders, OPTIONS);
    this.own = filters;
    for (const [name, filter] of Object.entries(filters)) super.addFilter(name, filter);
  }

  /** Eleventy adds its filters and the owner's after Carnet's. They replace Carnet's, except `url`. */
  override addFilter(name: string, filter: (...args: never[]) => unknown, async?: boolean): this {
    if (this.own && name === "url") return this;
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

/** An include of a partial by name, with the space around it that `trimBlocks` and `lstripBlocks` remove. */
const INCLUDE = /(?:^[ \t]+)?\{% include "(partials\/[\w-]+\.njk)" %\}\n?/gm;

interface Compiling {
  compiled: CompiledLayouts;
  asynchronous: () => readonly string[];
}

/**
 * Carnet's layouts, in compiled form if possible, with the partials that they include copied into their text: Nunjucks copies
 * all data of a page for each one, and a page includes some twenty. A partial that the site replaced stays an include, so that
 * messages about it have its name and lines.
 */
export class BuiltinLayouts extends nunjucks.FileSystemLoader {
  private readonly builtin: string;
  private readonly own: string;
  private readonly compiling: Compiling;

  constructor(builtin: string, own: string, compiling: Compiling = { compiled: {}, asynchronous: () => [] }) {
    super(builtin);
    this.builtin = builtin;
    this.own = own;
    this.compiling = compiling;
  }

  override getSource(name: string): nunjucks.LoaderSource {
    const source = super.getSource(name) as nunjucks.LoaderSource | null;
    if (!source) return NOT_HERE;
    const src = this.inlined(source.src);
    const found = this.compiling.compiled[name];
    const asynchronous = this.compiling.asynchronous();
    if (found?.digest !== digestOf(src) || found.filters.some((filter) => asynchronous.includes(filter)))
      return { ...source, src };
    // Nunjucks accepts code instead of a text, whatever its types say.
    return { ...source, src: { type: "code", obj: found.code() } as unknown as string };
  }

  private inlined(text: string): string {
    return text.replace(INCLUDE, (tag, name: string) =>
      existsSync(join(this.own, name)) ? tag : this.inlined(readFileSync(join(this.builtin, name), "utf8")),
    );
  }
}

class PrefixedLoader extends nunjucks.Loader implements nunjucks.ILoader {
  private readonly builtin: BuiltinLayouts;

  constructor(builtin: BuiltinLayouts) {
    super();
    this.builtin = builtin;
  }

  getSource(name: string): nunjucks.LoaderSource {
    return name.startsWith(BUILTIN) ? this.builtin.getSource(name.slice(BUILTIN.length)) : NOT_HERE;
  }
}

/**
 * Carnet's own layouts as JavaScript, made when Carnet itself is compiled: reading and compiling them takes a tenth of the time
 * of a small build. A layout is used in that form only if its text is exactly the one that was compiled.
 */
export type CompiledLayouts = Readonly<
  Record<
    string,
    {
      /** Digest of the text and its partials. */
      digest: string;
      /** Names of the filters it calls: one that the owner made asynchronous must be called another way. */
      filters: readonly string[];
      /** Nunjucks' compiled form of a text (`tmplProps`). */
      code: () => object;
    }
  >
>;

/** Written by `scripts/compile.mjs`. */
const FILE = "dist/eleventy/layouts.js";

/** Those of this Carnet; none if its sources run without having been compiled. */
export async function loadCompiledLayouts(): Promise<CompiledLayouts> {
  const path = join(packageRoot, FILE);
  if (!existsSync(path)) return {};
  const loaded = (await import(pathToFileURL(path).href)) as { layouts: CompiledLayouts };
  return loaded.layouts;
}

/** The text of that file. */
export function compileLayouts(): string {
  const { folder, names } = builtinLayouts();
  const loader = new BuiltinLayouts(folder, join(folder, "none"));
  const env = new nunjucks.Environment(loader, OPTIONS);
  const entries = names.map((name) => {
    const { src } = loader.getSource(`${name}.njk`);
    const code = nunjucks.precompileString(src, {
      ...{ name: `${name}.njk`, env, wrapper: codeOf as unknown as Wrapper },
    });
    const filters = [...new Set([...code.matchAll(/getFilter\("(\w+)"\)/g)].map(([, filter]) => filter))];
    return `${JSON.stringify(`${name}.njk`)}: { digest: ${JSON.stringify(digestOf(src))}, filters: ${JSON.stringify(filters)}, code: () => {\n${code}\n} },`;
  });
  return `export const layouts = {\n${entries.join("\n")}\n};\n`;
}

type Wrapper = NonNullable<nunjucks.PrecompileOptions["wrapper"]>;

/** Nunjucks passes a list, whatever its types say. */
function codeOf([one]: readonly { template: string }[]): string {
  if (!one) throw new Error("Nunjucks compiled no layout.");
  return one.template;
}
