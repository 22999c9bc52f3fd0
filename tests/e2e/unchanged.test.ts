// What an editor, a host and a clumsy hand do between two builds; tests/e2e/incremental.test.ts compares the bytes.
import {
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML, type Run, type TestSite } from "../support/site.ts";

const POST = "content/posts/2026-03-03-second.md";
const PAGE = "_site/blog/2026/03/03/second/index.html";

function build(site: TestSite, ...args: string[]): Run {
  const run = site.carnet(["build", ...args]);
  expect(run.status, run.stdout + run.stderr).toBe(0);
  return run;
}

/** A site of three posts, built; its sources were written long ago. */
function built(...args: string[]): TestSite {
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-premier.md": post("Premier", "Voir [le second](/blog/2026/03/03/second/)."),
    [POST]: post("Second"),
    "content/posts/2026-03-04-troisieme.md": post("Troisième", "Voir [ici](/nulle-part/)."),
    "public/robots.txt": "User-agent: *\n",
  });
  build(site, ...args);
  return site;
}

/** Every file of the output with its text and when it was written. */
function output(site: TestSite): Map<string, string> {
  return new Map(
    site.list("_site").map((file) => {
      const path = join(site.root, "_site", file);
      return [file, `${String(statSync(path).mtimeMs)} ${readFileSync(path, "latin1")}`];
    }),
  );
}

function changed(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .sort();
}

describe("a build after another", () => {
  it("says what it made, tells the same warnings, and writes nothing where nothing changed", () => {
    const site = built();
    const first = build(site, "--no-cache");
    const before = output(site);
    // Twice: by what pages are made of, then by what the files look like.
    for (const again of [build(site), build(site)]) {
      expect(again.stdout).toContain("dead-link");
      expect(again.stdout).toContain("rien n’avait changé");
      expect(again.stdout.split("\n").length).toBe(first.stdout.split("\n").length);
      expect(changed(before, output(site))).toEqual([]);
    }
  });

  it("looks again at pages that a build left, of which nothing could be noted", () => {
    const site = built();
    for (const day of ["05", "06", "07"])
      site.write({ [`content/posts/2026-03-${day}-n.md`]: post(`N${day}`) });
    const [note, page] = ['<a href="/note.html">Note</a>', "<!doctype html><title>Note</title>"];
    site.write({
      "layouts/post.njk": `{% extends "carnet/post.njk" %}{% block article_footer %}${note}{% endblock %}`,
    });
    expect(build(site).stdout).toContain("/note.html");
    const [cache, aside] = [".cache/outputs", ".cache/aside"].map((path) => join(site.root, path));
    const withoutNoting = (work: () => void): void => {
      cpSync(cache ?? "", aside ?? "", { recursive: true, preserveTimestamps: true });
      work();
      rmSync(cache ?? "", { recursive: true });
      renameSync(aside ?? "", cache ?? "");
    };
    // Each time, another text is saved, which few pages show.
    withoutNoting(() => {
      site.write({ "public/note.html": page });
      build(site);
    });
    site.write({ [POST]: post("Second", "Autre.") });
    expect(build(site).stdout).not.toContain("/note.html");
    withoutNoting(() => {
      rmSync(join(site.root, "public/note.html"));
      build(site);
    });
    site.write({ [POST]: post("Second", "Encore autre.") });
    expect(build(site).stdout).toContain("/note.html");
  });

  it("is made again when data files of Eleventy's come, change and go", () => {
    const site = built();
    site.write({ "_data/archived.json": JSON.stringify({ title: "Fini", text: "Un." }) });
    build(site);
    expect(site.read(PAGE)).toContain("Un.");
    site.write({ "_data/archived.json": JSON.stringify({ title: "Fini", text: "Deux." }) });
    build(site);
    expect(site.read(PAGE)).toContain("Deux.");
    rmSync(join(site.root, "_data"), { recursive: true });
    build(site);
    expect(site.read(PAGE)).not.toContain("Deux.");
  });

  it("says that a file of public/ was written, or taken away, where no page changed", () => {
    const site = built();
    site.write({ "public/doc/rapport.pdf": "Un rapport" });
    expect(build(site).stdout).toContain("aucune page n’a changé, un autre fichier a été écrit.");
    expect(site.read("_site/doc/rapport.pdf")).toBe("Un rapport");
    expect(build(site).stdout).toContain("rien n’avait changé");
    rmSync(join(site.root, "public/doc/rapport.pdf"));
    expect(build(site).stdout).toContain("aucune page n’a changé, un fichier a été retiré.");
  });

  it("writes the pages that show a post that was edited, and no other", () => {
    const site = built("--no-search");
    const before = output(site);
    site.write({ [POST]: post("Second", "Bonsoir.") });
    expect(build(site, "--no-search").stdout).toMatch(/ont changé/);
    const files = changed(before, output(site));
    expect(files).toContain("blog/2026/03/03/second/index.html");
    expect(files).toContain("feed.xml");
    expect(files).not.toContain("archives/index.html");
    expect(files).not.toContain("_headers");
    expect(site.read(PAGE)).toContain("Bonsoir");
  });

  it("takes away the pages of a post that is no more, and spares what others put there", () => {
    const site = built();
    site.write({ "_site/CNAME": "blog.example.org\n" });
    rmSync(join(site.root, POST));
    build(site);
    expect(site.list("_site")).toContain("CNAME");
    expect(site.list("_site").join("\n")).not.toContain("second");
  });

  it.each<[string, (site: TestSite) => void]>([
    [
      "was removed",
      (site) => {
        rmSync(join(site.root, PAGE));
      },
    ],
    [
      "was written over",
      (site) => {
        writeFileSync(join(site.root, PAGE), "mine");
      },
    ],
    [
      "was emptied, with its old date",
      (site) => {
        const { atime, mtime } = statSync(join(site.root, PAGE));
        writeFileSync(join(site.root, PAGE), "");
        utimesSync(join(site.root, PAGE), atime, mtime);
      },
    ],
  ])("makes a page again that %s", (_, damage) => {
    const site = built();
    const whole = site.read(PAGE);
    damage(site);
    build(site);
    expect(site.read(PAGE)).toBe(whole);
  });

  it("believes no cache that was damaged, and needs none", () => {
    const site = built();
    const before = [...output(site)].map(([file, text]) => [file, text.slice(text.indexOf(" "))]);
    const caches = join(site.root, ".cache");
    for (const path of readdirSync(caches, { recursive: true, encoding: "utf8" })) {
      const file = join(caches, path);
      if (!statSync(file).isFile()) continue;
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.subarray(0, bytes.length / 2));
    }
    build(site);
    rmSync(caches, { recursive: true });
    rmSync(join(site.root, "_site"), { recursive: true });
    build(site);
    expect([...output(site)].map(([file, text]) => [file, text.slice(text.indexOf(" "))])).toEqual(before);
  });

  it("finds its caches in a copy of the site elsewhere", () => {
    const site = built();
    const copy = makeSite({});
    cpSync(site.root, copy.root, { recursive: true, preserveTimestamps: true });
    expect(build(copy).stdout).toContain("aucune page n’a changé");
  });

  it("makes all pages anew where the owner's own code may read anything", () => {
    const site = built();
    site.write({
      ".eleventy.ts":
        'import carnet from "carnet";\nexport default (config) => {\n  config.addPlugin(carnet);\n  config.addTransform("mark", (html) => html + "<!-- own -->");\n};\n',
    });
    for (const run of [build(site), build(site)]) expect(run.stdout).not.toMatch(/changé/);
    expect(site.read(PAGE)).toContain("<!-- own -->");
  });

  it("shows a post once its hour has come, though no file changed", () => {
    const site = built();
    site.write({ "content/posts/2026-06-05-demain.md": post("Demain") });
    build(site);
    expect(site.list("_site").join("\n")).not.toContain("demain");
    build(site, "--now", "2026-06-05T12:00:00Z");
    expect(site.list("_site").join("\n")).toContain("demain");
  });
});
