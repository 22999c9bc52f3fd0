// The part of Eleventy's configuration object that Carnet and site owners use; Eleventy publishes no types of its own.
// See https://www.11ty.dev/docs/config/ and https://www.11ty.dev/docs/languages/custom/.

/** What a rendering function is given: the page's data, which Carnet completes. */
export type TemplateData = Record<string, unknown>;

export interface CustomExtension {
  read?: boolean;
  compileOptions?: { permalink?: "raw"; cache?: boolean };
  compile: (content: string, inputPath: string) => (data: TemplateData) => string | undefined;
}

export interface CollectionApi {
  readonly items: unknown[];
  getAll(): unknown[];
  getAllSorted(): unknown[];
  getFilteredByTag(tag: string): unknown[];
  getFilteredByTags(...tags: string[]): unknown[];
  getFilteredByGlob(glob: string | string[]): unknown[];
  add(item: unknown): void;
}

/** What a transform finds as `this`. */
export interface TransformContext {
  readonly page: {
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly url: string | false;
  };
}

export type CollectionCallback = (api: CollectionApi) => unknown;
type AnyFunction = (...args: never[]) => unknown;

export interface EleventyConfig {
  readonly pathPrefix?: string;
  readonly directories: { readonly output: string; readonly input: string };
  readonly benchmarkManager: { get(group: string): { setMinimumThresholdMs(ms: number): void } };
  ignores: Set<string>;
  watchIgnores: Set<string>;
  addPlugin(
    plugin: (config: EleventyConfig, options?: never) => void | Promise<void>,
    options?: unknown,
  ): void;
  addFilter(name: string, filter: AnyFunction): void;
  addAsyncFilter(name: string, filter: AnyFunction): void;
  addShortcode(name: string, shortcode: AnyFunction): void;
  addPairedShortcode(name: string, shortcode: AnyFunction): void;
  addAsyncShortcode(name: string, shortcode: AnyFunction): void;
  addPairedAsyncShortcode(name: string, shortcode: AnyFunction): void;
  addTransform(name: string, transform: (this: TransformContext, content: string) => unknown): void;
  addCollection(name: string, callback: CollectionCallback): void;
  getCollections(): Record<string, CollectionCallback>;
  addGlobalData(name: string, data: unknown): void;
  addExtension(extension: string, options: CustomExtension): void;
  addTemplateFormats(formats: string | string[]): void;
  setTemplateFormats(formats: string | string[]): void;
  setDataFileSuffixes(suffixes: string[]): void;
  addTemplate(path: string, content: string | undefined, data?: TemplateData): void;
  addPassthroughCopy(paths: string | Record<string, string>): void;
  addLayoutAlias(from: string, to: string): void;
  addWatchTarget(path: string, options?: { resetConfig?: boolean }): void;
  setLibrary(name: string, library: unknown): void;
  setInputDirectory(path: string): void;
  setUseTemplateCache(use: boolean): void;
  setIncludesDirectory(path: string): void;
  setLayoutsDirectory(path: string): void;
  on(event: string, listener: (event: never) => void | Promise<void>): void;
  setServerOptions(options: Record<string, unknown>): void;
}
