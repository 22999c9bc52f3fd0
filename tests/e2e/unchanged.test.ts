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

describe("a build after an edit", () => {
  it("writes the page and the feeds of a saved text, and no list that shows its title", async () => {
    const site = await built();
    const before = marks(site);
    site.write({ [POST]: post("Second", "Bonsoir.") });
    expect((await build(site)).out).toContain("1 page a changé");
    const files = changed(before, marks(site));
    expect(files).toContain("feed.xml");
    expect(files.filter((file) => file.endsWith(".html"))).toEqual([PAGE.slice("_site/".length)]);
    expect(site.read(PAGE)).toContain("Bonsoir");
  });

  it("writes the pages that show an edited title, but not others", async () => {
    const site = await built();
    const before = marks(site);
    site.write({ [POST]: post("Deuxième") });
    await build(site);
    const files = changed(before, marks(site));
    expect(files).toEqual(
      expect.arrayContaining([PAGE.slice("_site/".length), "blog/index.html", "feed.xml"]),
    );
    for (const other of ["archives/index.html", "_headers"]) expect(files).not.toContain(other);
  });

  it("writes and removes a file of public/, and no other; keeps a file that Carnet did not make", async () => {
    const site = await built();
    site.write({ "_site/CNAME": "blog.example.org\n" });
    const before = marks(site);
    site.write({ "public/doc/rapport.pdf": "Un rapport" });
    expect((await build(site)).out).not.toContain("rien n’avait changé");
    expect(changed(before, marks(site))).toEqual(["doc/rapport.pdf"]);
    rmSync(join(site.root, "public/doc/rapport.pdf"));
    expect((await build(site)).out).not.toContain("rien n’avait changé");
    expect(changed(before, marks(site))).toEqual([]);
  });

  it("updates the size shown for a replaced file that a page links to, but no date in the feed", async () => {
    const site = await built({ [POST]: post("Second", "[Les données](/d.csv)"), "public/d.csv": "a;b\n" });
    const sizes = (): (string | undefined)[] =>
      [PAGE, "_site/feed.xml", "_site/feed.json"].map((file) => /\(CSV, (\d+)/.exec(site.read(file))?.[1]);
    expect(sizes()).toEqual(["4", "4", "4"]);
    const feed = site.read("_site/feed.xml");
    site.write({ "public/d.csv": "a;b;c\n" });
    await build(site);
    expect(sizes()).toEqual(["6", "6", "6"]);
    expect(site.read("_site/feed.xml").replace("(CSV, 6", "(CSV, 4")).toBe(feed);
  });

  it("makes pages again when data files or the owner's code may show something else", async () => {
    const site = await built({
      "layouts/post.njk":
        '{% extends "carnet/post.njk" %}{% block article_footer %}<b>{{ essai.mot }}</b>{% endblock %}',
    });
    for (const mot of ["un", "deux"]) {
      site.write({ "_data/essai.json": JSON.stringify({ mot }) });
      await build(site);
      expect(site.read(PAGE)).toContain(`<b>${mot}</b>`);
    }
    rmSync(join(site.root, "_data"), { recursive: true });
    await build(site);
    expect(site.read(PAGE)).toContain("<b></b>");
    site.write({
      ".eleventy.ts":
        'import carnet from "carnet";\nexport default (config) => {\n  config.addPlugin(carnet);\n  config.addTransform("mark", (html) => html + "<!-- own -->");\n};\n',
    });
    for (const { out } of [await build(site), await build(site)]) expect(out).not.toMatch(/changé/);
    expect(site.read(PAGE)).toContain("<!-- own -->");
  });
});

describe("a build after an accident", () => {
  it.each<[string, (page: string) => void]>([
    [
      "was removed",
      (page) => {
        rmSync(page);
      },
    ],
    [
      "was written over",
      (page) => {
        writeFileSync(page, "mine");
      },
    ],
    [
      "was emptied, with its old date",
      (page) => {
        const { atime, mtime } = statSync(page);
        writeFileSync(page, "");
        utimesSync(page, atime, mtime);
      },
    ],
  ])("makes a page again that %s", async (_, damage) => {
    const site = await built();
    const whole = site.read(PAGE);
    damage(join(site.root, PAGE));
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
