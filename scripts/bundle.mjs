// src/ → the code of dist/: a file for each thread, and few for everything else. Node takes longer to find, open and link a
// hundred small files than to read one large file.
import { join } from "node:path";
import { rolldown } from "rolldown";

/** What is run or imported from outside: the command, the package, and what scripts, checks and fault tests use directly. */
const ENTRIES = [
  "cli/main",
  "eleventy/index",
  "build/output/publish",
  "build/theme/minified",
  "checks/built-pages",
  "content/settings/json-schema",
  "eleventy/environment",
  "problem-formats",
  "shown-problems",
  "strings/layout-blocks",
];

/** Each of these shares nothing with the process that starts it, and begins sooner as a single file. */
const THREADS = ["build/pictures/worker", "build/search/worker", "build/texts/worker"];

/**
 * Modules that are loaded together, as one file each: these, and what they import that no group above them has. A group only
 * imports groups above it.
 */
const TOGETHER = {
  // Every command.
  command: ["cli/main"],
  // A build that finds nothing to do.
  build: ["cli/build"],
  problems: ["shown-problems"],
  init: ["cli/init"],
  new: ["cli/new"],
  list: ["cli/list"],
  // Everything that makes a site, but for Eleventy itself.
  site: ["cli/make-site", "cli/check", "eleventy/render"],
};

/**
 * Packages of many small files, and gray-matter, whose slowest part is never used. All others are loaded from `node_modules`.
 */
const BUNDLED = new Set([
  "gray-matter",
  "zod",
  "htmlparser2",
  "@sindresorhus/slugify",
  "markdown-it",
  "markdown-it-footnote",
  "markdown-it-deflist",
  "@mdit/plugin-alert",
  "image-size",
  "fastest-levenshtein",
  "color-name",
]);

/**
 * Modules that packages load but Carnet never uses. gray-matter receives texts already read, and Carnet's own engine: it needs
 * neither `fs` nor its own engines, which load two more parsers and run code found in a text. Slugs are the same in all
 * languages: the language tables of transliterate take 15 ms to initialise.
 */
const SPARED = [
  [/^(?:fs|\.\/(?:lib\/)?engines)$/, /[\\/]gray-matter[\\/](?:lib[\\/]\w+|index)\.js$/],
  [/^\.\/locale-replacements\.js$/, /[\\/]transliterate[\\/]index\.js$/],
];
const UNUSED = "\0unused";

const packagesOutside = {
  name: "packages-outside",
  resolveId(path, importer) {
    if (importer === undefined) return null;
    if (SPARED.some(([module, importers]) => module.test(path) && importers.test(importer))) return UNUSED;
    if (/^[./\0]|^[A-Za-z]:[\\/]/.test(path)) return null;
    const name = path.split("/", path.startsWith("@") ? 2 : 1).join("/");
    const within = importer.includes("node_modules");
    return BUNDLED.has(name) || (within && !path.startsWith("node:")) ? null : { id: path, external: true };
  },
  load: (id) => (id === UNUSED ? "module.exports = {};" : null),
};

/** Compiles `src/` into `dist/`, both in the folder `root`. */
export async function bundleSources(root) {
  const source = (entry) => join(root, "src", `${entry}.ts`);
  const write = async (entries, codeSplitting) => {
    const bundle = await rolldown({
      input: Object.fromEntries(entries.map((entry) => [entry, source(entry)])),
      platform: "node",
      plugins: [packagesOutside],
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
  await write(ENTRIES, {
    groups: [{ name: groupsOf(source), debugName: "together" }],
    includeDependenciesRecursively: false,
  });
  for (const thread of THREADS) await write([thread], false);
}

/** Names the group of a module, given its id and the bundler's knowledge of all modules; null if it has none. */
function groupsOf(source) {
  const command = source("cli/main");
  let groups;
  return (id, bundle) => {
    groups ??= assign(source, bundle);
    // To load a group must not run the command.
    return id === command ? null : (groups.get(id) ?? null);
  };
}

function assign(source, bundle) {
  const groups = new Map();
  for (const [name, roots] of Object.entries(TOGETHER)) {
    const waiting = roots.map(source);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const module = groups.has(id) ? null : bundle.getModuleInfo(id);
      if (!module || module.isExternal) continue;
      groups.set(id, name);
      waiting.push(...module.importedIds);
    }
  }
  return groups;
}
