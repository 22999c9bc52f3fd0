// The form for editors: Sveltia CMS → files that a site serves itself, under `dist/admin/`, with nothing fetched from
// elsewhere.
// Compiled with Carnet, so that a site needs no further package, and all sites of one version have the same form.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { cutIcons } from "./admin-icons.mjs";
import { filesBelow } from "./files.mjs";

/**
 * Modules left out of the form: maps, grammars of code, the optimiser of drawings, camera formats, tools for third-party fields
 * and events, and Sveltia's own translations other than French (English is built in). Each is loaded on use, and the form works
 * without.
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

/** Fonts of its stylesheet that it would load from a CDN: the name there, and the beginning of the local file's name. */
const TYPEFACES = [
  ["source-sans-3:vf", "source-sans-3-"],
  ["noto-mono", "noto-mono-"],
  ["material-symbols-outlined:vf", ICONS],
];

/** Where it queries the status of a forge: it gets no reply, which it treats as unknown. */
const STATES = [
  "https://www.githubstatus.com/api/v2/status.json",
  /https:\/\/status-api\.hostedstatus\.com\/[\w./]+/,
];

/** Where it normalises line ends and the end of a file, before and after Carnet's code reads and writes the file. */
const TRIMMED = [
  [/\(await (\w+)\.text\(\)\)\.replace\(\/\\r\\n\?\/g,`\n`\)/, "await $1.text()"],
  [/(\w+)=\1\.trim\(\)\.replace\(\/\\r\\n\?\/g,`\n`\)/, "$1"],
  [/`\$\{\(await (\w+)\((\w+)\)\)\.trim\(\)\}(?:\\n|\n)`/, " await $1($2)"],
];

/** Where it passes a file to Carnet's code without its path: adds the path. */
const NAMED = [
  [/(async\(\{text:(\w+)=``,path:(\w+),folder:.{1,400}?\.parser;if\((\w+)\)return \4)\(\2\)/s, "$1($2,$3)"],
];

/** Where it treats a text as changed because its tags field has stored an empty list beside their values. */
const UNCHANGED = [
  [
    /(=\((\w+),(\w+)\)=>!\w+\.test\(\3\)&&\2\[\3\]!==void 0)(?=[,;])/,
    "$1&&!(Array.isArray($2[$3])&&!$2[$3].length)",
  ],
];

/** Languages that it offers, and loads for a browser in one of them: those that are here. */
const LANGUAGES = [[/`ar,bg,[\w,-]+`\.split\(`,`\)/, "[`en-US`,`fr`]"]];

const ENTRY = "src/admin/form/main.ts";

/** Writes the program, its fonts, licences, and `files.json`: the name of the script, and of all files. */
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
  writeFileSync(join(to, "LICENSE.txt"), licences(root, Object.keys(metafile.inputs)));
  const script = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === ENTRY)?.[0];
  const files = filesBelow(to);
  writeFileSync(join(to, "files.json"), `${JSON.stringify({ script: script.split("/").at(-1), files })}\n`);
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

/** The icon font, which is cut here, is named after its bytes, since browsers cache a file by its name. */
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

/** Fails if the program no longer contains an address to replace: the form would send requests to other sites again. */
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
        for (const [one, other] of [...TRIMMED, ...NAMED, ...UNCHANGED, ...LANGUAGES]) replace(one, other);
        return { contents };
      });
    },
  };
}

/** Sveltia's French, completed with words that it has only in English; fails if Sveltia has since translated one of those. */
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
