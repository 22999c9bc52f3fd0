// The part of Eleventy's configuration object that plugins and site owners use; Eleventy publishes no types of its own.
// See https://www.11ty.dev/docs/config/ and https://www.11ty.dev/docs/languages/custom/.
// Carnet's own calls are checked against it, and so is an owner's `.eleventy.ts` in an editor.

/** What a rendering function receives: the page's data, which Carnet completes. */
export type TemplateData = Record<string, unknown>;

type Render = (data: TemplateData) => unknown;

/** A template format that the owner adds. The `this` of `compile` can render as Eleventy would without it. */
interface CustomExtension {
  read?: boolean;
  /** The Eleventy format that it is another name of, instead of `compile`. */
  key?: string;
  outputFileExtension?: string;
  useLayouts?: boolean;
  init?: () => void | Promise<void>;
  getData?: unknown;
  compileOptions?: {
    permalink?: unknown;
    cache?: boolean;
    getCacheKey?: (content: string, path: string) => string;
  };
  compile?: (
    this: { readonly defaultRenderer?: Render },
    content: string,
    inputPath: string,
  ) => Render | undefined | Promise<Render | undefined>;
}

/** A text in a collection: one of Carnet's, or a page that the owner's code added. */
interface CollectionItem {
  readonly url: string;
  readonly date: Date;
  readonly inputPath: string;
  readonly outputPath: string;
  readonly fileSlug: string;
  readonly filePathStem: string;
  readonly content: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- As the owner declares it in `fields`, and as plugins fill it.
  readonly data: Record<string, any>;
}

export interface CollectionApi {
  readonly items: unknown[];
  getAll(): CollectionItem[];
  getAllSorted(): CollectionItem[];
  getFilteredByTag(tag: string): CollectionItem[];
  getFilteredByTags(...tags: string[]): CollectionItem[];
  getFilteredByGlob(glob: string | string[]): CollectionItem[];
  add(item: unknown): void;
}

export type CollectionCallback = (api: CollectionApi) => unknown;

/** The `this` of filters, shortcodes, transforms and linters. */
interface PageContext {
  readonly page: {
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly url: string | false;
    readonly date: Date;
    readonly fileSlug: string;
    readonly filePathStem: string;
  };
  // oxlint-disable-next-line typescript/no-explicit-any -- All that the page's layout is given, where Nunjucks calls.
  readonly ctx?: Record<string, any>;
}

// oxlint-disable-next-line typescript/no-explicit-any -- Layouts give what they like.
type Callback = (this: PageContext, ...args: any[]) => unknown;

/** Folders as Eleventy has them; `output` is where this run writes. The site is published from there once it is complete. */
interface Directories {
  readonly input: string;
  readonly output: string;
  readonly includes: string;
  readonly layouts: string;
  readonly data: string;
}

/** What listeners of `eleventy.before` and `eleventy.after` receive. A large site takes several runs. */
interface BuildEvent {
  readonly directories: Directories;
  readonly runMode: "build" | "serve" | "watch";
  readonly outputMode: string;
  readonly incremental: boolean;
}

interface WrittenPage {
  readonly inputPath: string;
  readonly outputPath: string | false;
  readonly url: string | false;
  readonly content: string;
}

export type UrlTransform = (
  this: { readonly url?: string },
  url: string,
  where: { attribute: string; tag: string },
) => string;

type Handler = (event: never) => void | Promise<void>;
// A plugin of a package has the types of its own author, or none.
// oxlint-disable-next-line typescript/no-explicit-any
type PluginFunction = (config: any, options?: any) => unknown;

export interface EleventyConfig {
  readonly pathPrefix?: string;
  readonly directories: Directories;
  readonly benchmarkManager: { get(group: string): { setMinimumThresholdMs(ms: number): void } };
  readonly htmlTransformer: {
    addUrlTransform(extensions: string, transform: UrlTransform, how?: object): void;
    addPosthtmlPlugin(extensions: string, plugin: unknown, how?: object): void;
  };
  ignores: Set<string>;
  watchIgnores: Set<string>;
  versionCheck(range: string): void;

  addPlugin(plugin: PluginFunction | { configFunction: PluginFunction }, options?: unknown): unknown;
  // oxlint-disable-next-line typescript/no-explicit-any -- A function, or the promise of one, by its name.
  resolvePlugin(name: string): any;
  hasPlugin(name: string): boolean;

  addFilter(name: string, filter: Callback): void;
  addAsyncFilter(name: string, filter: Callback): void;
  addNunjucksFilter(name: string, filter: Callback): void;
  addNunjucksAsyncFilter(name: string, filter: Callback): void;
  // oxlint-disable-next-line typescript/no-explicit-any
  getFilter(name: string): ((...args: any[]) => any) | undefined;
  addShortcode(name: string, shortcode: Callback): void;
  addAsyncShortcode(name: string, shortcode: Callback): void;
  addPairedShortcode(name: string, shortcode: Callback): void;
  addPairedAsyncShortcode(name: string, shortcode: Callback): void;
  addNunjucksShortcode(name: string, shortcode: Callback): void;
  addNunjucksAsyncShortcode(name: string, shortcode: Callback): void;
  addPairedNunjucksShortcode(name: string, shortcode: Callback): void;
  addPairedNunjucksAsyncShortcode(name: string, shortcode: Callback): void;
  // oxlint-disable-next-line typescript/no-explicit-any
  getShortcode(name: string): ((...args: any[]) => any) | undefined;
  addNunjucksGlobal(name: string, value: unknown): void;
  addNunjucksTag(name: string, tag: (...args: never[]) => unknown): void;
  addJavaScriptFunction(name: string, callback: Callback): void;
  addBundle(name: string, options?: object): void;

  addTransform(name: string, transform: (this: PageContext, content: string) => unknown): void;
  addLinter(
    name: string,
    linter: (this: PageContext, content: string, inputPath: string, outputPath: string) => unknown,
  ): void;
  addPreprocessor(
    name: string,
    extensions: string | string[],
    // oxlint-disable-next-line typescript/no-explicit-any
    callback: (data: Record<string, any>, content: string) => unknown,
  ): void;
  addUrlTransform(callback: (page: { url: string }) => string | undefined): void;

  addCollection(name: string, callback: CollectionCallback): void;
  getCollections(): Record<string, CollectionCallback>;
  addGlobalData(name: string, data: unknown): void;
  addDataExtension(extensions: string, parser: unknown): void;
  /** Those added so far, by extension. */
  readonly dataExtensions: ReadonlyMap<string, unknown>;
  addDateParsing(callback: (value: unknown) => unknown): void;
  addExtension(extension: string | string[], options: CustomExtension): void;
  addTemplateFormats(formats: string | string[]): void;
  setTemplateFormats(formats: string | string[]): void;
  setDataFileSuffixes(suffixes: string[]): void;
  addTemplate(path: string, content: string | undefined, data?: TemplateData): void;
  addPassthroughCopy(paths: string | Record<string, string>, options?: object): void;
  addLayoutAlias(from: string, to: string): void;
  readonly passthroughCopies: Readonly<Record<string, unknown>>;
  readonly additionalWatchTargets: readonly string[];
  addWatchTarget(path: string, options?: { resetConfig?: boolean }): void;

  setLibrary(name: string, library: unknown): void;
  // oxlint-disable-next-line typescript/no-explicit-any
  amendLibrary(name: string, callback: (library: any) => void): void;
  setNunjucksEnvironmentOptions(options: object): void;
  setLiquidOptions(options: object): void;
  addMarkdownHighlighter(highlight: (code: string, language: string) => string): void;
  setInputDirectory(path: string): void;
  setUseTemplateCache(use: boolean): void;
  setIncludesDirectory(path: string): void;
  setLayoutsDirectory(path: string): void;
  setQuietMode(quiet: boolean): void;
  setServerOptions(options: Record<string, unknown>): void;
  setServerPassthroughCopyBehavior(behaviour: "passthrough" | "copy"): void;
  setUseGitIgnore(use: boolean): void;

  on(event: "eleventy.before", listener: (event: BuildEvent) => void | Promise<void>): void;
  on(
    event: "eleventy.after",
    listener: (event: BuildEvent & { readonly results: readonly WrittenPage[] }) => void | Promise<void>,
  ): void;
  on(event: string, listener: Handler): void;
  once(event: string, listener: Handler): void;
  emit(event: string, ...args: unknown[]): unknown;
}
