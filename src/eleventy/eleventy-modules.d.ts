// What Carnet calls of Eleventy, which publishes no types of its own.
declare module "@11ty/eleventy" {
  export interface EleventyOptions {
    source?: "cli" | "script";
    quietMode?: boolean;
    configPath?: string | false;
    pathPrefix?: string;
    config?: (config: import("./types.ts").EleventyConfig) => void | Promise<void>;
  }
  export default class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    disableLogger(): void;
    init(): Promise<void>;
    /** Available after `init`. */
    readonly watchTargets: {
      /** Makes files load again; paths are relative to the working directory. */
      clearImportCacheFor(paths: readonly string[]): void;
    };
    executeBuild(): Promise<unknown>;
    /** Available during configuration. */
    readonly eleventyConfig: {
      /** Gives the configuration Eleventy's own defaults. */
      initializeRootConfig(): Promise<void>;
      rootConfig: object | undefined;
      /** Used instead of Eleventy's own defaults; an object is not called. */
      customRootConfig: object | null | undefined;
      readonly userConfig: import("./types.ts").EleventyConfig;
    };
    /** Available after `init`. */
    readonly writer: {
      writePassthroughCopy(paths: readonly string[]): Promise<unknown>;
      /** One promise for each template, resolved when its pages are written. */
      generateTemplates(paths: readonly string[], to?: string): Promise<Promise<unknown>[]>;
    };
  }
}
