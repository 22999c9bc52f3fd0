// `npm run bench`: Carnet beside other generators, on the same posts: whole processes, by GNU time (apt-get install time).
// usage: npm run bench -- [--posts 1000,10000] [--runs 3] [--peers hugo,eleventy,jekyll]
// It fails if something cannot be built, never because something is slow. Ratios say more than seconds: Carnet's median divided
// by the peer's, so that below 1 Carnet takes less. Peers have no cache: for them, no change costs what an edit does.
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { writePosts } from "./corpus.mjs";

const ROOT = join(import.meta.dirname, "..");

/** Where each generator's site has its posts and its files to copy, its command, and its caches. */
const GENERATORS = {
  carnet: {
    posts: "content/posts",
    public: "public",
    caches: [".cache"],
    command: (site, out) =>
      `node ${ROOT}/dist/cli/start.cjs build --quiet --no-search --site ${site} --output ${out}`,
  },
  hugo: {
    posts: "content/posts",
    public: "static",
    caches: ["resources"],
    command: (_, out) => `hugo --quiet --cleanDestinationDir --destination ${out}`,
  },
  eleventy: {
    posts: "site/posts",
    public: "public",
    caches: [],
    command: (_, out) => `OUT=${out} node ${ROOT}/node_modules/@11ty/eleventy/cmd.cjs --quiet`,
  },
  jekyll: {
    posts: "_posts",
    public: ".",
    caches: [".jekyll-cache"],
    command: (_, out) => `jekyll build --quiet --destination ${out}`,
  },
};

const SETTINGS = `title: Blog du programme
description: Banc d’essai
url: https://example.org
lang: fr
timeZone: Europe/Paris
postsPerPage: 8
`;

/** What happens to a site before each measured build; each round edits another post. */
const CHANGES = {
  cold: ({ outputs }) => {
    for (const path of outputs) rmSync(path, { recursive: true, force: true });
  },
  "no change": () => {},
  "one post edited": ({ posts }, round) => {
    appendFileSync(posts[((round + 1) * 37) % posts.length], `\nUne phrase de plus, la ${round + 2}e.\n`);
  },
};

const { values } = parseArgs({
  options: {
    posts: { type: "string", default: "1000" },
    runs: { type: "string", default: "3" },
    peers: { type: "string", default: "hugo,eleventy" },
  },
});
const runs = Number(values.runs);
const names = [
  "carnet",
  ...values.peers.split(",").filter((name) => name in GENERATORS && isInstalled(name)),
];
// In memory if the machine has a RAM disk, so that the disk is not measured.
const scratch = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "carnet-bench-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

console.log("posts\tchange\tgenerator\twall\tcpu\tpeak\tpages\tcarnet is, wall\tcpu");
for (const count of values.posts.split(",").map(Number)) {
  const sites = [];
  for (const name of names) sites.push(await makeSite(name, count));
  for (const [change, apply] of Object.entries(CHANGES)) compare(count, change, apply, sites);
  for (const { folder, out } of sites)
    for (const path of [folder, out]) rmSync(path, { recursive: true, force: true });
}

/** Sites in turn, round after round, so that other load affects all alike; a first round does not count. */
function compare(count, change, apply, sites) {
  const results = new Map(sites.map(({ name }) => [name, []]));
  for (let round = -1; round < runs; round++)
    for (const site of sites) {
      if (change === "no change" && site.name !== "carnet") continue;
      apply(site, round);
      const measured = timed(site);
      if (round >= 0) results.get(site.name).push(measured);
    }
  const [own, ...others] = sites.map(({ name, out }) => ({ name, out, ...summary(results.get(name)) }));
  for (const { name, out, wall, cpu, peak } of [own, ...others]) {
    if (Number.isNaN(wall)) continue;
    const ratios = name === "carnet" ? [] : [(own.wall / wall).toFixed(2), (own.cpu / cpu).toFixed(2)];
    const pages = readdirSync(out, { recursive: true }).filter((file) => file.endsWith(".html")).length;
    const cells = [count, change, name, `${wall.toFixed(2)} s`, `${cpu.toFixed(2)} s`, `${peak} MB`, pages];
    console.log([...cells, ...ratios].join("\t"));
  }
}

function isInstalled(name) {
  if (name !== "hugo" && name !== "jekyll") return true;
  const isThere = spawnSync("sh", ["-c", `command -v ${name}`]).status === 0;
  if (!isThere) console.log(`not run: ${name} (apt-get install ${name})`);
  return isThere;
}

async function makeSite(name, count) {
  const generator = GENERATORS[name];
  const folder = join(scratch, `${name}-${count}`);
  const out = join(scratch, `out-${name}-${count}`);
  if (name === "carnet") mkdirSync(join(folder, "content"), { recursive: true });
  else cpSync(join(import.meta.dirname, "peers", name), folder, { recursive: true });
  if (name === "carnet") writeFileSync(join(folder, "content/site.yaml"), SETTINGS);
  const picture = join(folder, generator.public, "img/blog/atelier.png");
  mkdirSync(dirname(picture), { recursive: true });
  await sharp({ create: { width: 960, height: 540, channels: 3, background: "#357" } })
    .composite([{ input: { text: { text: "Un atelier", dpi: 300 } }, gravity: "centre" }])
    .png()
    .toFile(picture);
  return {
    ...{ name, folder, out },
    posts: writePosts(join(folder, generator.posts), count, name),
    command: generator.command(folder, out),
    outputs: [out, ...generator.caches.map((cache) => join(folder, cache))],
  };
}

/** Seconds of wall and processor time, and megabytes of the largest process. */
function timed({ command, folder }) {
  const log = join(scratch, "time.txt");
  run(`/usr/bin/time -f '%e %U %S %M' -o ${log} sh -c '${command}'`, folder);
  const [wall, user, system, peak] = readFileSync(log, "utf8").trim().split(" ").map(Number);
  return { wall, cpu: user + system, peak: Math.round(peak / 1024) };
}

function run(command, cwd) {
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { cwd, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command}\n${stdout}${stderr}`);
}

/** Medians, and the largest peak. */
function summary(results) {
  const median = (key) => results.map((one) => one[key]).sort((a, b) => a - b)[results.length >> 1] ?? NaN;
  return { wall: median("wall"), cpu: median("cpu"), peak: Math.max(...results.map(({ peak }) => peak)) };
}
