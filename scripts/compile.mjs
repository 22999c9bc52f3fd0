// `npm run compile`: src/ → dist/, types by the TypeScript compiler, code by bundle.mjs, and what is made of them in advance.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDistCurrent, noteDist } from "./made-of.mjs";

const root = join(import.meta.dirname, "..");

if (isDistCurrent(root)) process.exit(0);
if (!existsSync(join(root, "node_modules/esbuild"))) {
  console.error("Carnet cannot be compiled before its packages are installed: run npm ci first.");
  process.exit(1);
}
const { build, transform } = await import("esbuild");
const { compileAdmin } = await import("./admin.mjs");
const { bundleSources } = await import("./bundle.mjs");
const { copyLanguages } = await import("./languages.mjs");
const { writeReference } = await import("./reference.mjs");
try {
  await transform("");
} catch ({ message }) {
  console.error("Carnet cannot be compiled, since esbuild does not run:", message);
  console.error("\nDelete node_modules, then run npm ci, without --omit=optional.");
  process.exit(1);
}
rmSync(join(root, "dist"), { recursive: true, force: true });
const types = spawnSync(
  process.execPath,
  [join(root, "node_modules/typescript/bin/tsc"), "-p", join(root, "tsconfig.build.json")],
  { stdio: "inherit" },
);
if (types.status !== 0) process.exit(types.status ?? 1);
keepTypes("dist/eleventy/index.d.ts");
await bundleSources(root);
copyLanguages(root);
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
const { compileLayouts } = await compiled("eleventy/environment");
const layouts = (await transform(compileLayouts(), { minifyWhitespace: true })).code;
writeFileSync(join(root, "dist/eleventy/layouts.js"), layouts);
await keepMinified(await compiled("build/theme/theme"));
const schemas = await compiled("content/json-schema");
keepSchemas(schemas);
writeReference(root, schemas);
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
 * Styles and scripts of layouts and themes as readers download them. Their syntax stays as it is written: the oldest supported browsers
 * read it, and tests know it.
 */
async function keepMinified({ MINIFIED, minifyAll }) {
  const themes = readdirSync(join(root, "themes")).map((name) => `themes/${name}/assets`);
  const paths = ["layouts/assets", ...themes].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  );
  const names = paths.filter((path) => /\.(?:css|js)$/.test(path));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(root, name), "utf8")]));
  const minify = async (name, text) => {
    const isScript = name.endsWith(".js");
    const how = { minifyWhitespace: true, minifyIdentifiers: isScript, legalComments: "inline" };
    return (await transform(text, { ...how, loader: isScript ? "js" : "css", charset: "utf8" })).code;
  };
  writeFileSync(join(root, MINIFIED), await minifyAll(files, minify));
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
