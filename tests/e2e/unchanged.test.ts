// What an edit, an option, a host or an accident changes between two builds, in the process of the test; incremental.test.ts compares
// all bytes. Not a unit test, since those share a process: Eleventy would use the layouts of one site in the next.
import {
  cpSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { say, type Said } from "../support/command.ts";
import { filesIn } from "../support/in-process.ts";
import { makeSite, post, SITE_YAML, type Files, type TestSite } from "../support/site.ts";

const POST = "content/posts/2026-03-03-second.md";
const PAGE = "_site/blog/2026/03/03/second/index.html";
const FILES: Files = {
  "content/site.yaml": SITE_YAML,
  "content/posts/2026-03-02-premier.md": post("Premier", "Voir [le second](/blog/2026/03/03/second/)."),
  [POST]: post("Second"),
  "content/posts/2026-03-04-troisieme.md": post("Troisième", "Voir [ici](/nulle-part/)."),
  "content/posts/_2026-03-05-brouillon.md": post("Brouillon"),
  "content/posts/2026-07-01-demain.md": post("Demain"),
  "public/robots.txt": "User-agent: *\n",
};

/** Builds after a pause that sets modification times apart. */
async function build({ root }: TestSite, ...argv: string[]): Promise<Said> {
  await setTimeout(30);
  return say("build", root, "--no-search", ...argv);
}

async function built(more: Files = {}): Promise<TestSite> {
  const site = makeSite({ ...FILES, ...more });
  expect(await build(site)).toMatchObject({ status: 0 });
  return site;
}

/** Every file of the output with what changes when it is written again. */
const marks = (site: TestSite): Map<string, string> =>
  new Map(
    site
      .list("_site")
      .filter((file) => file !== ".carnet")
      .map((file) => {
        const { ino, mtimeMs } = lstatSync(join(site.root, "_site", file));
        return [file, `${String(ino)} ${String(mtimeMs)}`];
      }),
  );

const changed = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));

describe("a build of the same sources", () => {
  it("repeats its warnings, says that nothing changed, and writes nothing", async () => {
    const site = makeSite({ ...FILES, "content/posts/_idee.md": "---\ntitle: Idée : deux\n---\n" });
    await build(site);
    const first = await build(site, "--no-cache");
    expect(first.out).toContain("Site construit");
    const before = marks(site);
    // Twice: by fingerprints, then by the state of the files on disk.
    for (const { out } of [await build(site), await build(site)]) {
      for (const part of ["dead-link", "yaml", "rien n’avait changé", "Prochaine construction utile"])
        expect(out).toContain(part);
      expect(out.split("\n").length).toBe(first.out.split("\n").length);
      expect(changed(before, marks(site))).toEqual([]);
    }
  });

  it("gives another result with other options, and the same without them again", async () => {
    const site = makeSite(FILES);
    const options: [string[], (said: Said) => unknown][] = [
      [["--strict"], ({ status }) => status],
      [["--lang", "en"], ({ out }) => out.includes("leads nowhere")],
      [["--url", "https://autre.example"], () => site.read("_site/feed.xml").includes("autre.example")],
      [["--base-path", "/x/"], () => site.read("_site/index.html").includes('href="/x/blog/')],
      [["--drafts"], () => site.list("_site").join().includes("brouillon")],
      [["--future"], () => site.list("_site").join().includes("demain")],
      [["--now", "2026-07-01T12:00:00Z"], () => site.list("_site").join().includes("demain")],
    ];
    const how = ["--output", "_site", "--format", "json"];
    await build(site, ...how);
    const before = filesIn(join(site.root, "_site"));
    for (const [argv, look] of options) {
      const usual = look(await build(site, ...how));
      expect(look(await build(site, ...how, ...argv)), argv.join(" ")).not.toBe(usual);
    }
    await build(site, ...how);
    expect(filesIn(join(site.root, "_site"))).toEqual(before);
  });
});

it("a build after an edit writes the page and the feeds of a saved text, and no list that shows its title", async () => {
  const site = await built();
  site.write({ "_site/CNAME": "blog.example.org\n" });
  const before = marks(site);
  site.write({ [POST]: post("Second", "Bonsoir.") });
  expect((await build(site)).out).toContain("1 page a changé");
  const files = changed(before, marks(site));
  expect(files).toContain("feed.xml");
  expect(files.filter((file) => /\.html$|CNAME/.test(file))).toEqual([PAGE.slice("_site/".length)]);
  expect(site.read(PAGE)).toContain("Bonsoir");
});

describe("a build after an accident", () => {
  it("makes a page again that was removed, or emptied with its old date", async () => {
    const site = await built();
    const [page, whole] = [join(site.root, PAGE), site.read(PAGE)];
    rmSync(page);
    await build(site);
    expect(site.read(PAGE)).toBe(whole);
    const { atime, mtime } = statSync(page);
    writeFileSync(page, "");
    utimesSync(page, atime, mtime);
    await build(site);
    expect(site.read(PAGE)).toBe(whole);
  });

  it("gives the same site with damaged caches, and without any", async () => {
    const site = await built();
    const before = filesIn(join(site.root, "_site"));
    const caches = join(site.root, ".cache");
    for (const path of readdirSync(caches, { recursive: true, encoding: "utf8" })) {
      const file = join(caches, path);
      if (statSync(file).isFile())
        writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size / 2));
    }
    await build(site);
    expect(filesIn(join(site.root, "_site"))).toEqual(before);
    for (const folder of [caches, join(site.root, "_site")]) rmSync(folder, { recursive: true });
    await build(site);
    expect(filesIn(join(site.root, "_site"))).toEqual(before);
  });

  it("in continuous integration, with a restored output and cache, writes only what changed", async () => {
    const site = await built();
    const next = makeSite({});
    // A new checkout; times are in whole seconds, as from some archives.
    for (const folder of ["content", "public", ".cache", "_site"])
      cpSync(join(site.root, folder), join(next.root, folder), { recursive: true });
    for (const path of next.list("_site")) {
      const seconds = Math.floor(lstatSync(join(site.root, "_site", path)).mtimeMs / 1000);
      utimesSync(join(next.root, "_site", path), seconds, seconds);
    }
    const before = marks(next);
    await build(next);
    // Copies have no other fingerprint than their state on the disk.
    expect(changed(before, marks(next))).toEqual(["robots.txt"]);
    next.write({ [POST]: post("Second", "Bonsoir.") });
    await build(next);
    expect(changed(before, marks(next))).toEqual(expect.arrayContaining([PAGE.slice("_site/".length)]));
    expect(changed(before, marks(next))).not.toContain("index.html");
  });
});
