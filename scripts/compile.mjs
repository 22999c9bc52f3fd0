// `npm run compile`: src/ → dist/, types by the TypeScript compiler and code in a few bundles.
// Loading two hundred small modules takes longer than building a site of one post; docs/adr/0006 has the figures.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, transform } from "esbuild";
import { compileAdmin } from "./admin.mjs";
import { isDistCurrent, noteDist } from "./made-of.mjs";

const root = join(import.meta.dirname, "..");

/** What is run or imported from outside: the command, the package, and what checks and fault tests use directly. */
const ENTRIES = [
  "cli/main",
  "eleventy/index",
  "build/output/publish",
  "eleventy/compiled-layouts",
  "build/texts/worker",
  "build/pages/worker",
  "build/output/side-worker",
  "build/kept/look-worker",
  "build/search/worker",
  "build/theme/minified",
  "build/pictures/worker",
  "markdown/code-patterns",
  "markdown/pattern-tables",
  "content/settings/json-schema",
  "strings/layout-blocks",
  "checks/html",
  "problem-formats",
  "shown-problems",
];

/**
 * Packages that load slowly by themselves: many small ES modules, and gray-matter, whose slowest part is never used. All others
 * are loaded from `node_modules`.
 */
const BUNDLED = new Set([
  "gray-matter",
  "zod",
  "htmlparser2",
  "@sindresorhus/slugify",
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

if (isDistCurrent(root)) process.exit(0);
rmSync(join(root, "dist"), { recursive: true, force: true });
const types = spawnSync(
  process.execPath,
  [join(root, "node_modules/typescript/bin/tsc"), "-p", join(root, "tsconfig.build.json")],
  { stdio: "inherit" },
);
if (types.status !== 0) process.exit(types.status ?? 1);
keepTypes("dist/eleventy/index.d.ts");
await build({
  absWorkingDir: root,
  entryPoints: ENTRIES.map((entry) => `src/${entry}.ts`),
  outdir: "dist",
  outbase: "src",
  bundle: true,
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node20",
  legalComments: "linked",
  logLevel: "warning",
  plugins: [
    {
      name: "packages-outside",
      setup(plugin) {
        for (const [filter, importers] of SPARED)
          plugin.onResolve({ filter }, ({ path, importer }) =>
            importers.test(importer) ? { path, namespace: "unused" } : undefined,
          );
        plugin.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
          if (kind === "entry-point") return undefined;
          const name = path.split("/", path.startsWith("@") ? 2 : 1).join("/");
          const within = importer.includes("node_modules");
          return BUNDLED.has(name) || (within && !path.startsWith("node:"))
            ? undefined
            : { path, external: true };
        });
        plugin.onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "module.exports = {};" }));
      },
    },
  ],
});
// A script, which an old Node can run and which starts faster than a module.
await build({
  absWorkingDir: root,
  entryPoints: ["src/cli/start.ts"],
  outfile: "dist/cli/start.cjs",
  bundle: true,
  format: "esm",
  target: "es2018",
  legalComments: "none",
  logLevel: "warning",
  plugins: [
    {
      name: "main-outside",
      setup(plugin) {
        plugin.onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: "./main.js", external: true }));
      },
    },
  ],
});
chmodSync(join(root, "dist/cli/start.cjs"), 0o755);
const compiled = (entry) => import(pathToFileURL(join(root, `dist/${entry}.js`)).href);
const { compileLayouts } = await compiled("eleventy/compiled-layouts");
const layouts = (await transform(compileLayouts(), { minifyWhitespace: true })).code;
writeFileSync(join(root, "dist/eleventy/layouts.js"), layouts);
await keepMinified(await compiled("build/theme/minified"));
await keepPatterns({
  ...(await compiled("markdown/code-patterns")),
  ...(await compiled("markdown/pattern-tables")),
});
keepSchemas(await compiled("content/settings/json-schema"));
await compileAdmin(root);
noteDist(root);

/** JSON Schemas, with which text editors complete settings files. */
function keepSchemas({ SETTINGS_FILES, jsonSchemaOf }) {
  mkdirSync(join(root, "dist/schemas"));
  for (const name of SETTINGS_FILES)
    for (const lang of ["fr", "en"])
      writeFileSync(
        join(root, `dist/schemas/${name}.${lang}.json`),
        JSON.stringify(jsonSchemaOf(name, lang)),
      );
}

/**
 * Styles and scripts of the theme as readers download them. Their syntax stays as it is written: the oldest supported browsers
 * read it, and tests know it.
 */
async function keepMinified({ MINIFIED, minifyAll }) {
  const assets = join(root, "layouts/assets");
  const names = readdirSync(assets, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:css|js)$/.test(name),
  );
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(assets, name), "utf8")]));
  const minify = async (name, text) => {
    const isScript = name.endsWith(".js");
    const how = { minifyWhitespace: true, minifyIdentifiers: isScript, legalComments: "inline" };
    return (await transform(text, { ...how, loader: isScript ? "js" : "css", charset: "utf8" })).code;
  };
  writeFileSync(join(root, MINIFIED), await minifyAll(files, minify));
}

/** Tables of translated patterns for the grammars that colour code. */
async function keepPatterns({ TRANSLATED, patternsFile, patternTables }) {
  const grammars = TRANSLATED.map(async (name) => {
    const module = await import(`@shikijs/langs/${name}`);
    return module.default.find((grammar) => grammar.name === name);
  });
  for (const [grammar, table] of patternTables(await Promise.all(grammars))) {
    const file = join(root, patternsFile(grammar));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(table));
  }
}

/** The compiler writes the types of every file; keeps only those that the package's entry refers to. */
function keepTypes(entry) {
  const kept = new Set();
  const follow = (file) => {
    if (kept.has(file)) return;
    kept.add(file);
    for (const [, target] of readFileSync(file, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)\.ts"/g))
      follow(`${join(dirname(file), target)}.d.ts`);
  };
  follow(join(root, entry));
  for (const { parentPath, name } of readdirSync(join(root, "dist"), {
    recursive: true,
    withFileTypes: true,
  }))
    if (name.endsWith(".d.ts") && !kept.has(join(parentPath, name))) rmSync(join(parentPath, name));
}
