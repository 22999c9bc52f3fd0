// The form for editors: Sveltia CMS as it ships → files that a site serves itself, under `dist/admin/program/`.
// Compiled with Carnet, so that a site needs no further package, and all sites of one version have the same form.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { filesBelow } from "./files.mjs";

/**
 * What Sveltia loads on use, and the form works without: maps, grammars of code, the optimiser of drawings, camera formats,
 * tools for third-party fields, and its translations other than French (English is built in).
 */
const SPARED = [
  /^(?:leaflet|terra-draw|svgo|immutable|@shikijs\/)/,
  /^\.\/chunks\/(?:shiki-engine|heic|webp_enc|react-dom)/,
  /^\.\.\/locales\/(?!fr\.json)/,
];

/** Writes the program, its fonts, licences, and `files.json`: the name of the script, and of all files. */
export async function compileAdmin(root) {
  const assets = join(root, "node_modules/@sveltia/cms/npm/assets");
  const to = join(root, "dist/admin/program");
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: {
      contents: 'import CMS from "@sveltia/cms";\nCMS.init();\n',
      resolveDir: root,
      sourcefile: "form.js",
    },
    outdir: to,
    entryNames: "form-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "linked",
    logLevel: "warning",
    metafile: true,
    plugins: [spare],
  });
  mkdirSync(join(to, "assets"), { recursive: true });
  // The program finds its fonts in this folder beside it.
  for (const name of readdirSync(assets).filter((one) => /\.woff2$|\.LICENSE\.txt$/.test(one)))
    copyFileSync(join(assets, name), join(to, "assets", name));
  writeFileSync(join(to, "LICENSE.txt"), licences(root, Object.keys(metafile.inputs)));
  const script = Object.keys(metafile.outputs).find(
    (path) => metafile.outputs[path].entryPoint !== undefined,
  );
  writeFileSync(
    join(to, "files.json"),
    `${JSON.stringify({ script: script.split("/").at(-1), files: filesBelow(to) })}\n`,
  );
}

/** The licence of each package that the program contains, as each of them requires. Fails if a package comes without one. */
function licences(root, inputs) {
  const packages = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(packages)]
    .sort()
    .map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
      const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e/i.test(one));
      if (file === undefined) throw new Error(`${name} has no licence to copy.`);
      return `${name} ${version}\n\n${readFileSync(join(root, folder, file), "utf8").trim()}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}

const spare = {
  name: "spared",
  setup(plugin) {
    plugin.onResolve({ filter: /.*/ }, ({ path }) =>
      SPARED.some((one) => one.test(path)) ? { path: "spared", namespace: "spared" } : undefined,
    );
    plugin.onLoad({ filter: /.*/, namespace: "spared" }, () => ({
      contents: 'throw new Error("This is not a part of the form.");',
    }));
  },
};
