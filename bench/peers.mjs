// The generators that Carnet is compared with: how to find, fill, run and reset each.
// Their sites, in `peers/`, show the same as Carnet's: posts with a layout, lists of eight, tags, a feed of twenty.
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writePosts } from "./corpus.mjs";

export const ROOT = join(import.meta.dirname, "..");
export const ELEVENTY = [process.execPath, join(ROOT, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"];

const PEERS = {
  hugo: {
    posts: "content/posts",
    public: "static",
    caches: ["resources", ".hugo_build.lock"],
    missing: () => (answers("hugo", "version") ? undefined : "apt-get install hugo"),
    version: () => said("hugo", "version"),
    command: (output) => ["hugo", "--quiet", "--cleanDestinationDir", "--destination", output],
  },
  eleventy: {
    posts: "site/posts",
    public: "public",
    caches: [],
    missing: () => undefined,
    version: () => packageJson("node_modules/@11ty/eleventy").version,
    command: () => ELEVENTY,
  },
  jekyll: {
    posts: "_posts",
    public: ".",
    caches: [".jekyll-cache", ".jekyll-metadata"],
    missing: () => (answers("jekyll", "--version") ? undefined : "apt-get install jekyll"),
    version: () => said("jekyll", "--version"),
    command: (output) => ["jekyll", "build", "--quiet", "--destination", output],
  },
  astro: {
    posts: "posts",
    public: "public",
    // Astro loads compiled code from its output, which must be where its packages are found.
    output: "dist",
    caches: [".astro", "node_modules/.astro", "node_modules/.vite"],
    // Not a dependency of Carnet: installed into the scratch folder when requested by name.
    prepare: (site) => succeeds("npm", ["install", "--no-audit", "--no-fund", "--silent"], site),
    missing: () => (answers("npm", "--version") ? undefined : "npm"),
    version: () => packageJson("bench/peers/astro").dependencies.astro,
    command: () => [process.execPath, "node_modules/astro/astro.js", "build", "--silent"],
  },
};

/** A peer whose pages Pagefind indexes after the build: only posts, as in Carnet's index. */
const WITH_INDEX = / \+ pagefind$/;
const PAGEFIND = join(ROOT, "node_modules/.bin/pagefind");

/** What to do about a peer that cannot run; `undefined` if it can. */
export function absence(name) {
  return peerOf(name).missing();
}

/** The version of a peer; `undefined` if it is absent. */
export function versionOf(name) {
  return absence(name) === undefined ? peerOf(name).version() : undefined;
}

/** A peer's site with `count` posts in a scratch folder, ready to run; `undefined` if its packages cannot be installed. */
export function peerSite(name, count, scratch, writePicture) {
  const peer = peerOf(name);
  const folder = name.replaceAll(/\W+/g, "-");
  const site = join(scratch, `${folder}-${count}`);
  const output =
    peer.output === undefined ? join(scratch, `out-${folder}-${count}`) : join(site, peer.output);
  cpSync(join(ROOT, "bench/peers", peer.name), site, { recursive: true });
  if (peer.prepare?.(site) === false) return undefined;
  writePicture(join(site, peer.public));
  return {
    name,
    cwd: site,
    output,
    command: WITH_INDEX.test(name) ? indexed(peer.command(output), output) : peer.command(output),
    env: { OUT: output, ASTRO_TELEMETRY_DISABLED: "1" },
    posts: writePosts(join(site, peer.posts), count, peer.name),
    makeCold() {
      for (const folder of [output, ...peer.caches.map((cache) => join(site, cache))])
        rmSync(folder, { recursive: true, force: true });
    },
  };
}

function peerOf(name) {
  const plain = name.replace(WITH_INDEX, "");
  return { ...PEERS[plain], name: plain };
}

/** A command, followed by Pagefind. */
function indexed(command, output) {
  const index = [PAGEFIND, "--silent", "--site", output, "--glob", "blog/**/*.html"];
  const quoted = (word) => `'${word.replaceAll("'", "'\\''")}'`;
  return ["sh", "-c", [command, index].map((words) => words.map(quoted).join(" ")).join(" && ")];
}

function said(command, option) {
  return spawnSync(command, [option], { encoding: "utf8" }).stdout.trim().split("\n")[0];
}

function packageJson(...path) {
  return JSON.parse(readFileSync(join(ROOT, ...path, "package.json"), "utf8"));
}

function answers(command, option) {
  return spawnSync(command, [option], { stdio: "ignore" }).status === 0;
}

function succeeds(command, words, cwd) {
  return spawnSync(command, words, { cwd, stdio: "ignore" }).status === 0;
}
