// TypeScript of a site root → one file that Node runs, with the local files it imports, and a map back to their lines.
// Its name changes with its text.
import type { BuildResult, Loader, Plugin } from "esbuild";
import { readFile } from "node:fs/promises";
import { isBuiltin, SourceMap, type SourceMapPayload } from "node:module";
import { dirname, extname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { digestOf } from "../build/machine/digest.ts";
import { MachineError } from "../build/machine/machine-error.ts";
import { packageRoot, readBytes } from "../files.ts";
import { keepCode } from "./kept-code.ts";

export interface Compiled {
  /** The address that Node imports. */
  url: string;
  /** Files that it is made from, relative to the site root. */
  sources: readonly string[];
  /** Changes when the code does, or the version of a package that it imports. */
  digest: string;
  /** Where an error was thrown, in the owner's own files: `.eleventy.ts:3:6`. Columns count from 0, as esbuild's do. */
  placeOf(error: Error): string | undefined;
}

/** The code does not compile. The message has a line `file:line:column: ERROR: …` for each error, as esbuild writes it. */
export class CompileError extends Error {
  override readonly name = "CompileError";
  /** Files that were read until then, relative to the site root. */
  readonly sources: readonly string[];

  constructor(error: unknown, sources: readonly string[]) {
    super(error instanceof Error ? error.message : String(error), { cause: error });
    this.sources = sources;
  }
}

/** @throws CompileError; what the disk reports; a MachineError if esbuild cannot run. */
export async function compileConfig(source: string, root: string): Promise<Compiled> {
  const folder = join(root, ".cache", "config");
  const read: string[] = [];
  const { outputFiles, metafile } = await bundle(source, { root, folder, read }).catch((error: unknown) => {
    // Not about the code: esbuild's program for this machine is missing, or does not run.
    if (!(error instanceof Error && "errors" in error))
      throw new MachineError("EESBUILD", "", { cause: error });
    throw new CompileError(error, read);
  });
  const text = outputFiles.find(({ path }) => !path.endsWith(".map"))?.text ?? "";
  const map = outputFiles.find(({ path }) => path.endsWith(".map"))?.text ?? "";
  const name = `${digestOf(text).slice(0, 16)}.mjs`;
  const imports = Object.values(metafile.inputs)
    .flatMap((input) => input.imports.flatMap(({ path, external }) => (external === true ? path : [])))
    .filter((path) => path !== CARNET);
  const hasPackages = imports.some((one) => !one.startsWith("file:") && !isBuiltin(one));
  return {
    url: keepCode({ folder, name, text, hasPackages }),
    sources: Object.keys(metafile.inputs),
    digest: digestOf([text, ...imports.map((name) => installedAs(name, root))].join("\n")),
    placeOf: (error) => originalPlace(thrownAt(error, name, text), map, { folder, root }),
  };
}

type Bundled = BuildResult<{ write: false; metafile: true }>;

interface Bundling {
  root: string;
  folder: string;
  /** Where the files that it reads are added. */
  read: string[];
}

async function bundle(source: string, { root, folder, read }: Bundling): Promise<Bundled> {
  const { build } = await import("esbuild");
  return build({
    entryPoints: [source],
    bundle: true,
    write: false,
    outdir: folder,
    sourcemap: "external",
    metafile: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "silent",
    absWorkingDir: root,
    plugins: [itself, noting(root, read), ownPlaces(root)],
  });
}

const CARNET = pathToFileURL(join(packageRoot, "dist", "eleventy", "index.js")).href;

/** Digest of a package's `package.json`, if the site has the package: its code does not change without its version. */
function installedAs(name: string, root: string): string {
  const folder = name.split("/", name.startsWith("@") ? 2 : 1).join("/");
  const list = readBytes(join(root, "node_modules", folder, "package.json"));
  return list === undefined ? name : digestOf(list);
}

/** Carnet, also under its first name, and Eleventy are those that are running: a second Eleventy would know nothing of this build. */
const itself: Plugin = {
  name: "carnet-itself",
  setup(build) {
    build.onResolve({ filter: /^carnet(?:-blog)?$/ }, () => ({ path: CARNET, external: true }));
    build.onResolve({ filter: /^@11ty\/eleventy$/ }, ({ path }) => ({
      path: import.meta.resolve(path),
      external: true,
    }));
  },
};

/** Records the files that esbuild reads, even if it ends with an error. */
function noting(root: string, read: string[]): Plugin {
  return {
    name: "noting",
    setup(build) {
      build.onLoad({ filter: /./, namespace: "file" }, ({ path }) => {
        read.push(relative(root, path).replaceAll("\\", "/"));
        return undefined;
      });
    },
  };
}

const LOADERS: Readonly<Record<string, Loader>> = { ".ts": "ts", ".mts": "ts", ".cts": "ts" };

/** `import.meta.url`, `filename` and `dirname` still name the owner's file, wherever the compiled one is. */
function ownPlaces(root: string): Plugin {
  return {
    name: "own-places",
    setup(build) {
      build.onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        if (!text.includes("import.meta")) return undefined;
        const { transform } = await import("esbuild");
        try {
          const { code } = await transform(text, {
            loader: LOADERS[extname(path)] ?? "js",
            sourcefile: relative(root, path),
            sourcemap: "inline",
            define: {
              "import.meta.url": JSON.stringify(pathToFileURL(path).href),
              "import.meta.filename": JSON.stringify(path),
              "import.meta.dirname": JSON.stringify(dirname(path)),
            },
          });
          return { contents: code, loader: "js" };
        } catch {
          // The compilation itself reports what is wrong and where.
          return undefined;
        }
      });
    },
  };
}

/** A place in the compiled file, counted from 1. */
type CompiledPlace = readonly [line: number, column: number];

function thrownAt(error: Error, name: string, text: string): CompiledPlace | undefined {
  const [, after = ""] = error.stack?.split(name, 2) ?? [];
  const [, line, column] = /^(?:\?[^:\s]*)?:(\d+):(\d+)/.exec(after) ?? [];
  if (line !== undefined) return [Number(line), Number(column)];
  // Node names the file alone.
  const [, absent] = /^Cannot find package '([^']+)'/.exec(error.message) ?? [];
  return absent === undefined ? undefined : importOf(absent, text);
}

/** Where the compiled code imports a package, or a file of it. */
function importOf(name: string, text: string): CompiledPlace | undefined {
  for (const { 0: all, 1: path, index } of text.matchAll(/\b(?:from|import)\b[\s(]*"([^"\n]+)"/g)) {
    if (!`${String(path)}/`.startsWith(`${name}/`)) continue;
    const lines = text.slice(0, index + all.length).split("\n");
    return [lines.length, lines.at(-1)?.length ?? 1];
  }
  return undefined;
}

function originalPlace(
  at: CompiledPlace | undefined,
  map: string,
  { folder, root }: { folder: string; root: string },
): string | undefined {
  if (!at) return undefined;
  const entry = new SourceMap(JSON.parse(map) as SourceMapPayload).findEntry(at[0] - 1, at[1] - 1);
  if (!("originalSource" in entry)) return undefined;
  const file = relative(root, join(folder, entry.originalSource)).replaceAll("\\", "/");
  return `${file}:${String(entry.originalLine + 1)}:${String(entry.originalColumn)}`;
}
