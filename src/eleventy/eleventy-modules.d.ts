// What Carnet calls of Eleventy and of its development server, which publish no types of their own.
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

declare module "@11ty/eleventy-dev-server" {
  export interface DevServer {
    readonly server: import("node:http").Server;
    ready(): Promise<void>;
    close(): Promise<void>;
    mapUrlToFilePath(url: string): { statusCode: number; filepath?: string };
    /** The file that an address may mean, alone or followed by a name. */
    getOutputDirFilePath(path: string, name?: string): string;
    /** Adds to a page the script that reloads it. */
    augmentContentWithNotifier(content: string): string;
    /** The server that pages listen to; available once the server listens. */
    readonly updateServer?: {
      on(
        event: "connection",
        listener: (
          browser: import("./tabs.ts").Listener,
          request: import("node:http").IncomingMessage,
        ) => void,
      ): void;
    };
  }
  const EleventyDevServer: {
    getServer(name: string, directory: string, options: Record<string, unknown>): DevServer;
  };
  export default EleventyDevServer;
}

declare module "@11ty/chokidar-with-glob-support" {
  export interface Watcher {
    on(event: "all", listener: (event: string, path: string) => void): void;
    on(
      event: "raw",
      listener: (event: string, name: string | null, details: { watchedPath?: string }) => void,
    ): void;
    once(event: "ready", listener: () => void): void;
    close(): Promise<void>;
  }
  export function watch(paths: readonly string[], options: Record<string, unknown>): Watcher;
}
