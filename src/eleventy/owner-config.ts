// The owner's `.eleventy.ts`: compiled with what it imports of the site, on any Node, then called by Eleventy.
// `carnet` in it means the Carnet that runs, so that a site root needs no `node_modules` of its own.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { CONFIG_FILE } from "../build/own-code.ts";
import { MachineError } from "../build/machine/machine-error.ts";
import { compileConfig, type Compiled } from "./compile-config.ts";
import type { EleventyConfig } from "./types.ts";

export interface OwnerConfig {
  /** What `.eleventy.ts` exports by default. It may return Eleventy's directories; Carnet sets its own. */
  configure(config: EleventyConfig): Promise<void>;
  /** Paths, relative to the site root, of `.eleventy.ts` and the files it imports from there. */
  files: readonly string[];
  /** Changes when the code does. */
  digest: string;
}

export class OwnerConfigError extends Error {
  override readonly name = "OwnerConfigError";
}

/**
 * Loads `.eleventy.ts` of a site root. Node runs the same text once and caches the result, even an error: another `run` makes
 * it run again.
 * @returns `undefined` if the site has none.
 * @throws OwnerConfigError, with file and line, if it does not compile, fails while it loads, or exports no function; so does
 * `configure` if it fails.
 */
export async function loadOwnerConfig(root: string, run = ""): Promise<OwnerConfig | undefined> {
  const source = join(root, CONFIG_FILE);
  if (!existsSync(source)) return undefined;
  const compiled = await compileConfig(source, root).catch((error: unknown) => fail(error));
  const url = run === "" ? compiled.url : `${compiled.url}?run=${run}`;
  const loaded: unknown = await import(url).catch((error: unknown) => fail(error, compiled));
  if (!isModule(loaded))
    throw new OwnerConfigError(".eleventy.ts: `export default function (config) { … }` was expected.");
  return {
    files: compiled.sources,
    digest: compiled.digest,
    async configure(config) {
      try {
        await loaded.default(config);
      } catch (error) {
        fail(error, compiled);
      }
    },
  };
}

/** In the compiler's format, `file:line:column: ERROR: …`, also for errors at run time. */
function fail(error: unknown, compiled?: Compiled): never {
  // Nothing in the file is at fault.
  if (error instanceof MachineError) throw error;
  const message = error instanceof Error ? error.message : String(error);
  const place = error instanceof Error ? compiled?.placeOf(error) : undefined;
  throw new OwnerConfigError(`.eleventy.ts: ${message}${place ? `\n${place}: ERROR: ${message}` : ""}`, {
    cause: error,
  });
}

function isModule(value: unknown): value is { default: (config: EleventyConfig) => unknown } {
  return (
    typeof value === "object" && value !== null && "default" in value && typeof value.default === "function"
  );
}
