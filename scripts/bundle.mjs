// src/ → the code of dist/: what is loaded together in few files, and one file for each thread.
// Packages that package.json depends on at run time stay outside; the others, development dependencies, are bundled.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";

/** What is run or imported from outside: the command, the package, and what scripts, checks and fault tests use directly. */
const ENTRIES = [
  "cli/main",
  "eleventy/index",
  "build/output/publish",
  "build/theme/theme",
  "checks/built-pages",
  "content/json-schema",
  "eleventy/environment",
  "shown-problems",
];

/** Each of these shares nothing with the process that starts it, and begins sooner as a single file. */
const THREADS = ["build/pictures/worker", "build/search/worker", "build/texts/worker"];

/**
 * What gray-matter loads but Carnet never uses: it receives texts already read, and Carnet's own engine, not its own, which load
 * two more parsers and run code found in a text.
 */
const UNUSED = [/^(?:fs|\.\/(?:lib\/)?engines)$/, /[\\/]gray-matter[\\/](?:lib[\\/]\w+|index)\.js$/];
const EMPTY = "\0empty";

function packagesOutside(dependencies) {
  return {
    name: "packages-outside",
    resolveId(path, importer) {
      if (importer === undefined) return null;
      if (UNUSED[0].test(path) && UNUSED[1].test(importer)) return EMPTY;
      if (/^[./\0]|^[A-Za-z]:[\\/]/.test(path)) return null;
      const name = path.split("/", path.startsWith("@") ? 2 : 1).join("/");
      return path.startsWith("node:") || name in dependencies ? { id: path, external: true } : null;
    },
    load: (id) => (id === EMPTY ? "module.exports = {};" : null),
  };
}

/** Compiles `src/` into `dist/`, both in the folder `root`. */
export async function bundleSources(root) {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const write = async (entries, codeSplitting) => {
    const bundle = await rolldown({
      input: Object.fromEntries(entries.map((entry) => [entry, join(root, "src", `${entry}.ts`)])),
      platform: "node",
      plugins: [packagesOutside({ ...dependencies, ...peerDependencies })],
      preserveEntrySignatures: "allow-extension",
      checks: { ineffectiveDynamicImport: false },
    });
    await bundle.write({
      dir: join(root, "dist"),
      format: "esm",
      entryFileNames: "[name].js",
      chunkFileNames: "chunks/[name]-[hash].js",
      comments: { legal: true, annotation: false, jsdoc: false },
      codeSplitting,
    });
    await bundle.close();
  };
  await write(ENTRIES, true);
  for (const thread of THREADS) await write([thread], false);
}
