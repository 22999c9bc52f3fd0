// The part of Eleventy's configuration object that plugins and site owners use; Eleventy publishes no types of its own.
// See https://www.11ty.dev/docs/config/ and https://www.11ty.dev/docs/languages/custom/.
// Carnet's own calls are checked against it, and so is an owner's `.eleventy.ts` in an editor.

// oxlint-disable-next-line typescript/no-explicit-any -- What layouts, plugins and owners hand over has types of their own, or none.
type Theirs = any;

/** What a rendering function receives: the page's data, which Carnet completes. */
export type TemplateData = Record<string, unknown>;

type Render = (data: TemplateData) => unknown;

/** A template format that the owner adds. The `this` of `compile` can render as Eleventy would without it. */
interface CustomExtension {
  readonly [option: string]: unknown;
  compile?: (
    this: { readonly defaultRenderer?: Render },
    content: string,
    inputPath: string,
  ) => Render | undefined | Promise<Render | undefined>;
}

/** A page that is written to no file has no address. */
export interface PageValues<Address = string | false> {
  readonly url: Address;
  readonly outputPath: Address;
  readonly date: Date;
  readonly inputPath: string;
  readonly fileSlug: string;
  readonly filePathStem: string;
}

/** A text in a collection: one of Carnet's, or a page that the owner's code added. */
export interface CollectionItem extends PageValues<string> {
  readonly content: string;
  /** As the owner declares it in `fields`, and as plugins fill it. */
  readonly data: Record<string, Theirs>;
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

type CollectionCallback = (api: CollectionApi) => unknown;

/** The `this` of filters, shortcodes, transforms and linters. `ctx` is all that the page's layout is given, where Nunjucks calls. */
interface PageContext {
  readonly page: PageValues;
  readonly ctx?: Record<string, Theirs>;
}

type Callback = (this: PageContext, ...args: Theirs[]) => unknown;

/** A transform, which also receives the path of the output, or a linter: those of the source and the output. */
type PageStep = (this: PageContext, content: string, ...paths: string[]) => unknown;

/**
 * What listeners of `eleventy.before` and `eleventy.after` receive. The output folder is where this run writes: the site is
 * published from there once it is complete. `results`, the pages, are there after the build.
 */
interface BuildEvent {
  readonly directories: Readonly<Record<"input" | "output" | "includes" | "layouts" | "data", string>>;
  readonly runMode: "build" | "serve" | "watch";
  readonly results: readonly (Pick<PageValues, "inputPath" | "outputPath" | "url"> & { content: string })[];
}

type Plugin = (config: Theirs, options?: Theirs) => unknown;

/** Filters, shortcodes and functions, added under a name. */
type Adding =
  | `add${"" | "Async" | "Nunjucks" | "NunjucksAsync"}Filter`
  | `add${"" | "Async" | "Paired" | "PairedAsync"}Shortcode`
  | `add${"" | "Paired"}Nunjucks${"" | "Async"}Shortcode`
  | "addJavaScriptFunction";

export interface EleventyConfig extends Record<Adding, (name: string, callback: Callback) => void> {
  readonly pathPrefix?: string;
  readonly benchmarkManager: { get(group: string): { setMinimumThresholdMs(ms: number): void } };
  readonly htmlTransformer: {
    addUrlTransform(extensions: string, transform: (url: string) => string, options?: object): void;
  };
  readonly passthroughCopies: Readonly<Record<string, unknown>>;
  readonly additionalWatchTargets: readonly string[];
  /** Those added so far, by extension. */
  readonly dataExtensions: ReadonlyMap<string, unknown>;
  readonly ignores: Set<string>;

  addPlugin(plugin: Plugin | { configFunction: Plugin }, options?: unknown): unknown;
  addTransform(name: string, transform: PageStep): void;
  addLinter(name: string, linter: PageStep): void;
  addPreprocessor(
    name: string,
    extensions: string | string[],
    callback: (data: Record<string, Theirs>, content: string) => unknown,
  ): void;
  addCollection(name: string, callback: CollectionCallback): void;
  getFilter(name: string): ((...args: Theirs[]) => Theirs) | undefined;
  getCollections(): Record<string, CollectionCallback>;
  addGlobalData(name: string, data: unknown): void;
  addDataExtension(extensions: string, parser: unknown): void;
  addExtension(extension: string | string[], options: CustomExtension): void;
  addTemplateFormats(formats: string | string[]): void;
  addTemplate(path: string, content: string | undefined, data?: TemplateData): void;
  addPassthroughCopy(paths: string | Record<string, string>, options?: object): void;
  setDataFileSuffixes(suffixes: string[]): void;
  setLibrary(name: string, library: unknown): void;
  setIncludesDirectory(path: string): void;
  addWatchTarget(path: string, options?: { resetConfig?: boolean }): void;

  on(event: "eleventy.before" | "eleventy.after", listener: (event: BuildEvent) => unknown): void;
  on(event: string, listener: (event: never) => unknown): void;

  /** All others, as Eleventy documents them. */
  readonly [others: string]: Theirs;
}
