// The form for editors: Sveltia CMS → files that a site serves itself, under `dist/admin/`, with nothing left that would be
// fetched from elsewhere. Compiled with Carnet, so that a site needs no package more, and all sites of a version have one form.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { cutIcons } from "./admin-icons.mjs";

/**
 * What the form is not given: maps, grammars of code, drawings made smaller, formats of cameras, what fields and events of
 * others are made with, and its own words but for French (English is in it). Each is asked for when it is used, and the form does without it.
 */
const SPARED = [
  /^(?:leaflet|terra-draw)/,
  /^svgo/,
  /^immutable$/,
  /^@shikijs\//,
  /^\.\/chunks\/(?:shiki-engine|heic|webp_enc|react-dom)/,
  /^\.\.\/locales\/(?!fr\.json)/,
];

const ICONS = "material-symbols-outlined-";

/** Typefaces of its stylesheet, which it has from a network of others: the name there, and the beginning of its own file's. */
const TYPEFACES = [
  ["source-sans-3:vf", "source-sans-3-"],
  ["noto-mono", "noto-mono-"],
  ["material-symbols-outlined:vf", ICONS],
];

/** Where it asks how a forge is: it is told nothing, which it takes for not known. */
const STATES = [
  "https://www.githubstatus.com/api/v2/status.json",
  /https:\/\/status-api\.hostedstatus\.com\/[\w./]+/,
];

/** Where it makes line ends and the end of a file its own, before and after Carnet's code reads and writes that file. */
const TRIMMED = [
  [/\(await (\w+)\.text\(\)\)\.replace\(\/\\r\\n\?\/g,`\n`\)/, "await $1.text()"],
  [/(\w+)=\1\.trim\(\)\.replace\(\/\\r\\n\?\/g,`\n`\)/, "$1"],
  [/`\$\{\(await (\w+)\((\w+)\)\)\.trim\(\)\}(?:\\n|\n)`/, " await $1($2)"],
];

/** Where it hands a file to Carnet’s code without saying which: its path goes along. */
const NAMED = [
  [/(async\(\{text:(\w+)=``,path:(\w+),folder:.{1,400}?\.parser;if\((\w+)\)return \4)\(\2\)/s, "$1($2,$3)"],
];

/** Where it takes a text for changed since its field of tags has put down an empty list beside their values. */
const UNCHANGED = [
  [
    /(=\((\w+),(\w+)\)=>!\w+\.test\(\3\)&&\2\[\3\]!==void 0)(?=[,;])/,
    "$1&&!(Array.isArray($2[$3])&&!$2[$3].length)",
  ],
];

const ENTRY = "src/admin/form/main.ts";

/** Writes the program, its typefaces, licences, and `files.json`: which file is the script, and the names of all. */
export async function compileAdmin(root) {
  const from = join(root, "node_modules/@sveltia/cms");
  const to = join(root, "dist/admin/program");
  const assets = readdirSync(join(from, "npm/assets"));
  const typefaces = await typefacesOf(join(from, "npm"), assets);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { form: ENTRY },
    outdir: "dist/admin/program",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "linked",
    logLevel: "warning",
    metafile: true,
    plugins: [spare, askNobody(typefaces), inFrench(root)],
  });
  mkdirSync(join(to, "assets"), { recursive: true });
  for (const { name, bytes } of typefaces) writeFileSync(join(to, "assets", name), bytes);
  for (const name of assets.filter((one) => one.endsWith(".LICENSE.txt")))
    copyFileSync(join(from, "npm/assets", name), join(to, "assets", name));
  copyFileSync(join(from, "LICENSE.txt"), join(to, "LICENSE.txt"));
  const script = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === ENTRY)?.[0];
  const files = readdirSync(to, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(to.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
  writeFileSync(join(to, "files.json"), `${JSON.stringify({ script: script.split("/").at(-1), files })}\n`);
}

/** The name of that of the icons, which are cut here, goes with their bytes, since browsers keep a file by its name. */
function typefacesOf(npm, assets) {
  const found = assets.filter((name) => name.endsWith(".woff2"));
  return Promise.all(
    found.map(async (was) => {
      const bytes = readFileSync(join(npm, "assets", was));
      if (!was.startsWith(ICONS)) return { was, name: was, bytes };
      const icons = await cutIcons(readFileSync(join(npm, "index.js"), "utf8"), bytes);
      const digest = createHash("sha256").update(icons).digest("hex").slice(0, 10);
      return { was, name: `${ICONS}${digest}.woff2`, bytes: icons };
    }),
  );
}

const spare = {
  name: "spared",
  setup(plugin) {
    const one = { path: "spared", namespace: "spared" };
    plugin.onResolve({ filter: /.*/ }, ({ path }) => (SPARED.some((it) => it.test(path)) ? one : undefined));
    plugin.onLoad({ filter: /.*/, namespace: "spared" }, () => ({
      contents: 'throw new Error("This is not a part of the form.");',
    }));
  },
};

/** Fails where the program no longer holds what is looked for: it would ask others again. */
function askNobody(typefaces) {
  return {
    name: "ask-nobody",
    setup(plugin) {
      plugin.onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, ({ path }) => {
        let contents = readFileSync(path, "utf8");
        const replace = (address, by) => {
          const known = contents;
          contents = contents.replace(address, by);
          if (contents === known) throw new Error(`${address} is not in ${path}`);
        };
        for (const [there, here] of TYPEFACES) {
          const file = typefaces.find(({ name }) => name.startsWith(here));
          replace(
            new RegExp(`https://cdn\\.jsdelivr\\.net/fontsource/fonts/${there}@[\\d.]+/[\\w-]+\\.woff2`),
            `program/assets/${file.name}`,
          );
        }
        for (const { was, name } of typefaces) if (was !== name) replace(was, name);
        for (const address of STATES) replace(address, "data:application/json,{}");
        for (const [one, other] of [...TRIMMED, ...NAMED, ...UNCHANGED]) replace(one, other);
        return { contents };
      });
    },
  };
}

/** Sveltia's French, with the words that it has in English alone; fails where it has come to have one of those. */
function inFrench(root) {
  return {
    name: "in-french",
    setup(plugin) {
      plugin.onLoad({ filter: /@sveltia[\\/]cms[\\/]locales[\\/]fr\.json$/ }, ({ path }) => {
        const theirs = JSON.parse(readFileSync(path, "utf8"));
        const ours = JSON.parse(readFileSync(join(root, FRENCH), "utf8"));
        return { contents: JSON.stringify(bothOf(theirs, ours)), loader: "json" };
      });
    },
  };
}

const FRENCH = "src/admin/form/french.json";

function bothOf(theirs, ours, at = "") {
  const both = { ...theirs };
  for (const [key, value] of Object.entries(ours)) {
    if (typeof value === "string" && key in theirs) throw new Error(`Sveltia has ${at}${key} in French`);
    both[key] = typeof value === "string" ? value : bothOf(theirs[key] ?? {}, value, `${at}${key}.`);
  }
  return both;
}
