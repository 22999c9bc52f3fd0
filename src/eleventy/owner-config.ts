// The owner's `.eleventy.ts`: compiled with what it imports of the site, on any Node, into a file of `.cache/config/` from which
// packages of the site are found. `carnet` in it means the Carnet that runs, so that a site root needs no `node_modules` of its own.
import type { Plugin } from "esbuild";
import { existsSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { writeWhole } from "../build/disk.ts";
import { MachineError } from "../build/machine-error.ts";
import { forgetUnused, isRealOrAbsent } from "../build/store.ts";
import { CONFIG_FILE } from "../build/theme/own-layouts.ts";
import { digestOf, packageRoot, readText } from "../files.ts";
import type { EleventyConfig } from "./types.ts";

export interface OwnerConfig {
  /** What `.eleventy.ts` exports by default. It may return Eleventy's directories; Carnet sets its own. */
  configure(config: EleventyConfig): Promise<void>;
  /** Paths, relative to the site root, of `.eleventy.ts` and the files it imports from there. */
  files: readonly string[];
  /** Changes when the code does, or the version of a package that it imports. */
  digest: string;
}

/** What a process that renders repeatedly knows of the owner's code. */
export class OwnerCode {
  /** What it ever imported, and asked Eleventy to watch or to copy, as it is written there: a save of these may mend it. */
  readonly watched = new Set<string>();
  #run = 0;

  /** Makes the code run again: what it read, or what made it fail, may have changed. */
  runAgain(): void {
    this.#run++;
  }

  /** Node runs the same address once, and caches the result, even an error. */
  addressOf(file: string): string {
    return `${pathToFileURL(file).href}?run=${String(this.#run)}`;
  }
}

/** The configuration is at fault. Its place is that of its cause, or in the message: `file:line:column: ERROR: …`, as esbuild writes it. */
export class OwnerConfigError extends Error {
  override readonly name = "OwnerConfigError";
}

/**
 * Loads `.eleventy.ts` of a site root, if it has one.
 * @throws OwnerConfigError if it does not compile, fails while it loads, or exports no function; so does `configure` if it
 * fails. MachineError if esbuild does not run, or nothing can be written.
 */
export async function loadOwnerConfig(
  root: string,
  code = new OwnerCode(),
): Promise<OwnerConfig | undefined> {
  if (!existsSync(join(root, CONFIG_FILE))) return undefined;
  const [files, packages]: [string[], string[]] = [[], []];
  const text = await bundle(root, files, packages)
    .catch((error: unknown) => {
      // Not about the code: esbuild's program for this machine is missing, or does not run.
      if (!(error instanceof Error && "errors" in error))
        throw new MachineError("EESBUILD", "", { cause: error });
      throw faultOf(error);
    })
    .finally(() => {
      for (const file of files) code.watched.add(file);
    });
  const file = stored(text, root);
  // Stacks then have the owner's own lines.
  process.setSourceMapsEnabled(true);
  const { default: configure } = await faulty(
    () => import(code.addressOf(file)) as Promise<{ default?: (config: EleventyConfig) => unknown }>,
  );
  if (typeof configure !== "function")
    throw new OwnerConfigError(".eleventy.ts: `export default function (config) { … }` was expected.");
  return {
    files,
    digest: digestOf([text, ...packages].join("\n")),
    async configure(config) {
      await faulty(() => configure(config));
    },
  };
}

async function faulty<T>(run: () => T): Promise<Awaited<T>> {
  try {
    return await run();
  } catch (error) {
    throw faultOf(error);
  }
}

function faultOf(cause: unknown): OwnerConfigError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new OwnerConfigError(`.eleventy.ts: ${message}`, { cause });
}

/** Absolute path of a file of `.cache/config/` with this text. An existing one is compared, never trusted. */
function stored(text: string, root: string): string {
  const cache = join(root, ".cache");
  const folder = join(cache, "config");
  // A symbolic link planted there would lead the build to write elsewhere.
  for (const one of [cache, folder]) if (!isRealOrAbsent(one)) throw new MachineError("ENOTDIR", one);
  const file = join(folder, `${digestOf(text).slice(0, 16)}.mjs`);
  if (readText(file) === text) return file;
  // Replaced by a rename: another build may be reading it.
  writeWhole(file, text);
  forgetUnused(folder, (name) => join(folder, name) === file);
  return file;
}

/** Notes what it compiles: paths of files, relative to the site root, and the `package.json` of packages. */
async function bundle(root: string, files: string[], packages: string[]): Promise<string> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    ...{ absWorkingDir: root, entryPoints: [CONFIG_FILE], outfile: ".cache/config/bundle.mjs", write: false },
    ...{ bundle: true, platform: "node", format: "esm", target: "node20", logLevel: "silent" },
    ...{ sourcemap: "inline", sourcesContent: false, plugins: [ofSite(root, files, packages)] },
  });
  return outputFiles[0]?.text ?? "";
}

const CARNET = pathToFileURL(join(packageRoot, "dist", "eleventy", "index.js")).href;

/** Packages stay outside; files of the site still know their own paths, wherever the compiled file is. */
function ofSite(root: string, files: string[], packages: string[]): Plugin {
  return {
    name: "carnet",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === "entry-point") return undefined;
        if (/^carnet(?:-blog)?$/.test(path)) return { path: CARNET, external: true };
        // A second Eleventy would know nothing of this build.
        if (path === "@11ty/eleventy") return { path: import.meta.resolve(path), external: true };
        if (isBuiltin(path)) return { path, external: true };
        const name = path.split("/", path.startsWith("@") ? 2 : 1).join("/");
        const list = installed(name, root);
        if (list === undefined) return { errors: [{ text: `Cannot find package '${name}'` }] };
        packages.push(list);
        return { path, external: true };
      });
      build.onLoad({ filter: /./, namespace: "file" }, ({ path }) => {
        files.push(relative(root, path).replaceAll("\\", "/"));
        if (!/\.[cm]?[jt]s$/.test(path)) return undefined;
        const own = { url: pathToFileURL(path).href, filename: path, dirname: dirname(path) };
        const contents = readFileSync(path, "utf8").replace(
          /\bimport\.meta\.(url|filename|dirname)\b/g,
          (_, name: keyof typeof own) => JSON.stringify(own[name]),
        );
        return { contents, loader: path.endsWith("ts") ? "ts" : "js" };
      });
    },
  };
}

/** The `package.json` of a package, in the nearest folder that has it: its code does not change without its version. */
function installed(name: string, folder: string): string | undefined {
  const list = readText(join(folder, "node_modules", name, "package.json"));
  return list ?? (dirname(folder) === folder ? undefined : installed(name, dirname(folder)));
}
