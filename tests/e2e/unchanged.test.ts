// What an edit, a host or an accident may change between two builds; tests/e2e/incremental.test.ts compares all bytes.
import { cpSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML, type Files, type Run, type TestSite } from "../support/site.ts";

const POST = "content/posts/2026-03-03-second.md";
const PAGE = "_site/blog/2026/03/03/second/index.html";

function build(site: TestSite, ...args: string[]): Run {
  const run = site.carnet(["build", "--no-search", ...args]);
  expect(run.status, run.stdout + run.stderr).toBe(0);
  return run;
}

/** A site of three posts, and these files. */
const unbuilt = (more: Files = {}): TestSite =>
  makeSite({
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-premier.md": post("Premier", "Voir [le second](/blog/2026/03/03/second/)."),
    [POST]: post("Second"),
    "content/posts/2026-03-04-troisieme.md": post("Troisième", "Voir [ici](/nulle-part/)."),
    "public/robots.txt": "User-agent: *\n",
    ...more,
  });

function built(): TestSite {
  const site = unbuilt();
  build(site);
  return site;
}

/** Every file of the output with its modification time and text. */
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
  it("repeats its warnings, says that nothing changed, and writes nothing", () => {
    const site = unbuilt({ "content/posts/2026-06-05-demain.md": post("Demain") });
    build(site);
    // Without what was kept, everything is made.
    const first = build(site, "--no-cache");
    expect(first.stdout).toContain("Site construit");
    const before = output(site);
    // Twice: by fingerprints, then by the state of the files on disk.
    for (const again of [build(site), build(site)]) {
      expect(again.stdout).toContain("dead-link");
      expect(again.stdout).toContain("rien n’avait changé");
      expect(again.stdout).toContain("Prochaine construction utile");
      expect(again.stdout.split("\n").length).toBe(first.stdout.split("\n").length);
      expect(changed(before, output(site))).toEqual([]);
    }
  });

  it("remakes a page when Eleventy's data files are added, changed and removed", () => {
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

  it("reports that a file of public/ was written or removed, even if no page changed", () => {
    const site = built();
    site.write({ "public/doc/rapport.pdf": "Un rapport" });
    expect(build(site).stdout).toMatch(/^Site construit/m);
    expect(site.read("_site/doc/rapport.pdf")).toBe("Un rapport");
    expect(build(site).stdout).toContain("rien n’avait changé");
    rmSync(join(site.root, "public/doc/rapport.pdf"));
    expect(build(site).stdout).toMatch(/^Site construit/m);
  });

  it("writes the page and the feeds of a saved text, and no list that shows its title", () => {
    const site = built();
    const before = output(site);
    site.write({ [POST]: post("Second", "Bonsoir.") });
    expect(build(site).stdout).toContain("1 page a changé");
    const files = changed(before, output(site));
    expect(files).toContain("blog/2026/03/03/second/index.html");
    expect(files).toContain("feed.xml");
    expect(files.filter((file) => file.endsWith(".html"))).toHaveLength(1);
    expect(site.read(PAGE)).toContain("Bonsoir");
  });

  it("writes the pages that show an edited title, but not others", () => {
    const site = built();
    const before = output(site);
    site.write({ [POST]: post("Deuxième", "Bonjour.") });
    expect(build(site).stdout).toMatch(/ont changé/);
    const files = changed(before, output(site));
    expect(files).toEqual(
      expect.arrayContaining(["blog/2026/03/03/second/index.html", "blog/index.html", "feed.xml"]),
    );
    expect(files).not.toContain("archives/index.html");
    expect(files).not.toContain("_headers");
  });

  it("removes the pages of a deleted post, and keeps files that Carnet did not make", () => {
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
  ])("remakes a page that %s", (_, damage) => {
    const site = built();
    const whole = site.read(PAGE);
    damage(site);
    build(site);
    expect(site.read(PAGE)).toBe(whole);
  });

  it("gives the same site with damaged caches, and without any", () => {
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

  it("uses the caches of a copied site", () => {
    const site = built();
    const copy = makeSite({});
    cpSync(site.root, copy.root, { recursive: true, preserveTimestamps: true });
    expect(build(copy).stdout).toMatch(/^Site construit/m);
  });

  it("remakes all pages if the owner's own code could read anything", () => {
    const site = built();
    site.write({
      ".eleventy.ts":
        'import carnet from "carnet";\nexport default (config) => {\n  config.addPlugin(carnet);\n  config.addTransform("mark", (html) => html + "<!-- own -->");\n};\n',
    });
    for (const run of [build(site), build(site)]) expect(run.stdout).not.toMatch(/changé/);
    expect(site.read(PAGE)).toContain("<!-- own -->");
  });

  it("remakes the pages that use a file of the owner's code once that file changes", () => {
    const word = (text: string): Record<string, string> => ({
      "lib/word.ts": `export const word = (): string => "${text}";\n`,
    });
    const site = unbuilt({
      ...word("un"),
      ".eleventy.ts":
        'import carnet from "carnet";\nimport { word } from "./lib/word.ts";\nexport default (config) => {\n  config.addPlugin(carnet);\n  config.addFilter("word", word);\n};\n',
      "layouts/post.njk":
        '{% extends "carnet/post.njk" %}{% block article_footer %}<b>{{ "" | word }}</b>{% endblock %}',
    });
    build(site);
    expect(site.read(PAGE)).toContain("<b>un</b>");
    site.write(word("deux"));
    build(site);
    expect(site.read(PAGE)).toContain("<b>deux</b>");
  });

  it("publishes a scheduled post once its day has come, though no file changed", () => {
    const site = unbuilt({ "content/posts/2026-06-05-demain.md": post("Demain") });
    build(site);
    expect(site.list("_site").join("\n")).not.toContain("demain");
    build(site, "--now", "2026-06-05T12:00:00Z");
    expect(site.list("_site").join("\n")).toContain("demain");
  });
});
