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
    executeBuild(): Promise<unknown>;
    /** Available after `init`. Makes data files load again; paths are relative to the working directory. */
    readonly watchTargets: { clearImportCacheFor(paths: readonly string[]): void };
  }
}
