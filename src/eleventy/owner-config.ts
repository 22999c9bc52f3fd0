// The owner's `.eleventy.ts`: compiled with what it imports of the site, on any Node, then called by Eleventy.
// `carnet` in it means the Carnet that runs, so that a site root needs no `node_modules` of its own.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "./package-root.ts";
import type { EleventyConfig } from "./types.ts";

/** What `.eleventy.ts` exports by default. What it returns may name Eleventy's directories; Carnet sets its own. */
export type OwnerConfig = (config: EleventyConfig) => unknown;

export class OwnerConfigError extends Error {
  override readonly name = "OwnerConfigError";
}

/**
 * Loads `.eleventy.ts` of a site root.
 * @returns the function it exports, or undefined where the site has none.
 * @throws OwnerConfigError when it does not compile, fails while it loads, or exports no function.
 */
export async function loadOwnerConfig(root: string): Promise<OwnerConfig | undefined> {
  const source = join(root, ".eleventy.ts");
  if (!existsSync(source)) return undefined;
  try {
    const compiled = await compile(source, root);
    const loaded: unknown = await import(pathToFileURL(compiled).href);
    if (isModule(loaded)) return loaded.default;
  } catch (error) {
    throw new OwnerConfigError(`.eleventy.ts: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  throw new OwnerConfigError(".eleventy.ts: `export default function (config) { … }` was expected.");
}

function isModule(value: unknown): value is { default: OwnerConfig } {
  return (
    typeof value === "object" && value !== null && "default" in value && typeof value.default === "function"
  );
}

/** Bundles the file with its local imports; named by content, so that a change is loaded anew. */
async function compile(source: string, root: string): Promise<string> {
  const { build } = await import("esbuild");
  const self = join(packageRoot, "dist", "eleventy", "index.js");
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "silent",
    absWorkingDir: root,
    plugins: [
      {
        name: "carnet-itself",
        setup: (plugin) => {
          plugin.onResolve({ filter: /^carnet$/ }, () => ({
            path: pathToFileURL(self).href,
            external: true,
          }));
        },
      },
    ],
  });
  const text = outputFiles[0]?.text ?? "";
  const folder = join(root, ".cache", "config");
  const file = join(folder, `${createHash("sha256").update(text).digest("hex").slice(0, 16)}.mjs`);
  await mkdir(folder, { recursive: true });
  if (!existsSync(file)) await writeFile(file, text);
  return file;
}
