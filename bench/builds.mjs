// Whole builds, measured as an editor waits for them: Carnet and its peers in turn, on the same posts.
// Sites and outputs stand in memory where the machine has room there, so that the disk is not what is measured.
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makePicture, PICTURE, writePosts } from "./corpus.mjs";
import { inTurn, measure, summary } from "./measure.mjs";
import { ELEVENTY, missing, peerSite, ROOT } from "./peers.mjs";

const CARNET = [process.execPath, join(ROOT, "dist/cli/main.js"), "build", "--quiet"];
const SETTINGS = [
  "title: Blog du programme",
  "description: Banc d’essai",
  "url: https://example.org",
  "lang: fr",
  "timeZone: Europe/Paris",
  "postsPerPage: 8",
  "",
].join("\n");

/** A scratch folder in memory where there is one; `remove` it at the end. */
export function scratchFolder() {
  const path = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "carnet-bench-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Cold builds and builds after an edit of a site of `count` posts. */
export async function buildScenario(count, { peers, runs, scratch }) {
  const notRun = [];
  const sites = [carnetSite(count, scratch)];
  for (const name of peers) {
    const absent = missing(name);
    const folders = {
      site: join(scratch, `${name}-${count}`),
      output: join(scratch, `out-${name}-${count}`),
    };
    const site = absent ? undefined : peerSite(name, count, folders, writePicture);
    if (site) sites.push(site);
    else notRun.push(`${name} (${absent ?? "its packages could not be installed"})`);
  }
  const cold = await inTurn(sites.map(coldBuild), runs);
  const edited = await inTurn(sites.map(editedBuild), runs);
  const pages = Object.fromEntries(sites.map(({ name, output }) => [name, pagesIn(output)]));
  for (const { cwd, output } of sites)
    for (const folder of [cwd, output]) rmSync(folder, { recursive: true, force: true });
  return {
    rows: [
      ...rowsOf(`${count} posts, cold`, cold, pages),
      ...rowsOf(`${count} posts, one edited`, edited, pages),
    ],
    notRun,
  };
}

/** A site of one post against Eleventy's barest: one page of Markdown and no layout. */
export async function onePostScenario({ runs, scratch }) {
  const bare = join(scratch, "bare");
  const output = join(scratch, "out-bare");
  mkdirSync(bare, { recursive: true });
  writeFileSync(join(bare, "index.md"), "# Bonjour\n\nUn billet, et rien d’autre.\n");
  const sites = [
    carnetSite(1, scratch),
    {
      name: "eleventy, bare",
      cwd: bare,
      output,
      command: [...ELEVENTY, "--output", output],
      makeCold: () => rmSync(output, { recursive: true, force: true }),
    },
  ];
  return { rows: rowsOf("one post, cold", await inTurn(sites.map(coldBuild), runs)), notRun: [] };
}

/** The site that Carnet comes with, guide and pictures, without its cache and with it. */
export async function picturesScenario({ runs, scratch }) {
  const site = join(scratch, "own");
  for (const folder of ["content", "public"])
    cpSync(join(ROOT, folder), join(site, folder), { recursive: true });
  const own = carnet(site, join(scratch, "out-own"));
  const cold = await inTurn([coldBuild(own)], runs);
  const warm = await inTurn([{ name: own.name, run: () => build(own) }], runs);
  return { rows: [...rowsOf("own site, cold", cold), ...rowsOf("own site, warm", warm)], notRun: [] };
}

/** A site of `count` posts for Carnet. */
export function carnetSite(count, scratch) {
  const site = join(scratch, `carnet-${count}`);
  writePicture(join(site, "public"));
  const posts = writePosts(join(site, "content/posts"), count, "carnet");
  writeFileSync(join(site, "content/site.yaml"), SETTINGS);
  return { ...carnet(site, join(scratch, `out-carnet-${count}`)), posts };
}

function carnet(site, output) {
  return {
    name: "carnet",
    cwd: site,
    output,
    command: [...CARNET, "--output", output],
    makeCold() {
      for (const folder of [output, join(site, ".cache")]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writePicture(folder) {
  mkdirSync(dirname(join(folder, PICTURE)), { recursive: true });
  writeFileSync(join(folder, PICTURE), makePicture());
}

function build({ command, cwd, env }) {
  return measure(command, { cwd, env });
}

function coldBuild(site) {
  return {
    name: site.name,
    run() {
      site.makeCold();
      return build(site);
    },
  };
}

/** Each round edits another post, so that no build finds its own result. */
function editedBuild(site) {
  return {
    name: site.name,
    run(round) {
      const post = site.posts.at(((round + 1) * 37) % site.posts.length);
      appendFileSync(post, `\nUne phrase de plus, la ${round + 2}e.\n`);
      return build(site);
    },
  };
}

function rowsOf(scenario, results, pages = {}) {
  const rows = [...results].map(([name, runs]) => ({ scenario, name, ...summary(runs), pages: pages[name] }));
  const [{ wall, cpu, megabytes }] = rows;
  return rows.map((row) => ({
    ...row,
    // Carnet's figure over the peer's: less than 1 where Carnet takes less.
    ratios:
      row.name === "carnet"
        ? undefined
        : {
            wall: wall / row.wall,
            cpu: cpu / row.cpu,
            ...(row.megabytes && { megabytes: megabytes / row.megabytes }),
          },
  }));
}

function pagesIn(output) {
  return readdirSync(output, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"))
    .length;
}
