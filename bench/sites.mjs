// The sites that Carnet builds in the bench, and the floor below it: their names, and how to run and reset them.
// Sites and outputs are in memory if the machine has a RAM disk, so that the disk is not measured.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makePicture, PICTURE, writePosts } from "./corpus.mjs";
import { ELEVENTY, ROOT } from "./peers.mjs";

export const CARNET = [process.execPath, join(ROOT, "dist/cli/main.js")];
const FLOOR = [process.execPath, join(import.meta.dirname, "floor.mjs")];
const ONE_TEXT = "Un billet, et rien d’autre.\n";
const SETTINGS = [
  "title: Blog du programme",
  "description: Banc d’essai",
  "url: https://example.org",
  "lang: fr",
  "timeZone: Europe/Paris",
  "postsPerPage: 8",
  "",
].join("\n");

/** A scratch folder, in memory if possible; call `remove` at the end. */
export function scratchFolder() {
  const path = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "carnet-bench-"));
  return { path, remove: () => remove(path) };
}

/** A site of `count` posts for Carnet; without the search index unless `search`. */
export function carnetSite(count, scratch, { search = false } = {}) {
  const site = join(scratch, `carnet-${count}`);
  writePicture(join(site, "public"));
  const posts = writePosts(join(site, "content/posts"), count, "carnet");
  writeFileSync(join(site, "content/site.yaml"), SETTINGS);
  const own = carnet(site, join(scratch, `out-carnet-${count}`));
  const command = search ? own.command : [...own.command, "--no-search"];
  return { ...own, command, count, posts };
}

/** A site of one short post without a picture: the text of Eleventy's bare page, plus everything that Carnet adds to a site. */
export function onePost(scratch) {
  const site = join(scratch, "one");
  mkdirSync(join(site, "content/posts"), { recursive: true });
  writeFileSync(join(site, "content/posts/2024-03-04-bonjour.md"), `---\ntitle: Bonjour\n---\n\n${ONE_TEXT}`);
  writeFileSync(join(site, "content/site.yaml"), SETTINGS);
  const own = carnet(site, join(scratch, "out-one"));
  return { ...own, command: [...own.command, "--no-search"] };
}

/** The default site: the editors' guide, with its pictures. */
export function ownSite(scratch) {
  const site = join(scratch, "own");
  for (const folder of ["content", "public"])
    cpSync(join(ROOT, folder), join(site, folder), { recursive: true });
  return carnet(site, join(scratch, "out-own"));
}

function carnet(site, output) {
  return {
    name: "carnet",
    cwd: site,
    output,
    command: [...CARNET, "build", "--quiet", "--output", output],
    makeCold: () => remove(output, join(site, ".cache")),
  };
}

/** What no generator can beat on this machine: reading the sources of Carnet's site, and writing the bytes of its output. */
export function floorUnder({ cwd, output: finished, count }, scratch) {
  const output = join(scratch, `out-floor-${count}`);
  return {
    name: "floor",
    cwd,
    output,
    command: [...FLOOR, cwd, finished, output],
    makeCold: () => remove(output),
  };
}

/** The smallest Eleventy site: one page of Markdown without a layout. */
export function barePage(scratch) {
  const cwd = join(scratch, "bare");
  const output = join(scratch, "out-bare");
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, "index.md"), `# Bonjour\n\n${ONE_TEXT}`);
  return {
    name: "eleventy, bare",
    cwd,
    output,
    command: [...ELEVENTY, "--output", output],
    makeCold: () => remove(output),
  };
}

export function writePicture(folder) {
  mkdirSync(dirname(join(folder, PICTURE)), { recursive: true });
  writeFileSync(join(folder, PICTURE), makePicture());
}

/** Deletes a site and its output: sites of all sizes do not fit in memory together. */
export function removeSite({ cwd, output }) {
  remove(cwd, output);
}

function remove(...folders) {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
