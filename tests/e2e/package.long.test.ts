// The package as users get it: packed, installed by npm into an empty folder, and used to start a site.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, posix } from "node:path";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { npm, ok, packInto, readJson, run } from "../support/npm.ts";
import { ROOT } from "../support/site.ts";
import { writeFiles } from "../support/files.ts";
import { filesBelow } from "../../src/files.ts";

const MINUTES = 60_000;

/** Files of a folder, by their paths from the root of the repository. */
function filesUnder(folder: string): string[] {
  return filesBelow(join(ROOT, folder)).map((file) => `${folder}/${file}`);
}

/** Files of `dist/` that these compiled files or types load, themselves included. */
function reached(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(join(ROOT, file), "utf8");
    for (const [, target = ""] of text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g))
      follow(posix.join(posix.dirname(file), target.replace(/(?<!\.d)\.ts$/, ".d.ts")));
  };
  entries.forEach(follow);
  return [...seen];
}

const packing = mkdtempSync(join(tmpdir(), "carnet-packed-"));
let packed = { tarball: "", files: [""] };
beforeAll(() => {
  packed = packInto(packing);
});
afterAll(() => {
  rmSync(packing, { recursive: true, force: true });
});

/** Installs what a new site depends on. The packages of the folder in which it was begun go there, so that npm unpacks few anew. */
function installIn(site: string, begun: string): void {
  renameSync(join(begun, "node_modules"), join(site, "node_modules"));
  npm(["install"], site);
}

/** A copy of the packed file in a folder. */
function tarballIn(folder: string): string {
  const copy = join(folder, basename(packed.tarball));
  cpSync(packed.tarball, copy);
  return copy;
}

describe("the package", () => {
  it("contains what is needed to start, check and build a site, and nothing else", () => {
    const code = reached([
      "dist/cli/start.cjs",
      "dist/cli/main.js",
      "dist/eleventy/index.js",
      "dist/eleventy/index.d.ts",
      "dist/eleventy/layouts.js",
      "dist/build/kept/look-worker.js",
      "dist/build/pages/worker.js",
      "dist/build/output/side-worker.js",
      "dist/build/pictures/worker.js",
      "dist/build/search/worker.js",
      "dist/build/texts/worker.js",
    ]);
    expect(code.length).toBeGreaterThan(20);
    const guides = [
      "htaccess.example",
      "nginx.conf.example",
      "publier.md",
      "publishing.md",
      "reglages.md",
      "rgaa.md",
      "rgesn.md",
      "settings.md",
    ];
    const expected = [
      ...["CHANGELOG.md", "LICENSE", "README.md", "package.json", ...guides.map((file) => `docs/${file}`)],
      ...[...code, ...filesUnder("layouts"), ...filesUnder("templates")],
      ...filesUnder("dist/markdown/patterns"),
      ...filesUnder("dist/schemas"),
      ...filesUnder("dist/admin/program"),
    ];
    expect(packed.files).toEqual(expected.sort());
  });

  it("contains every guide that its guides link to", () => {
    const guides = packed.files.filter((path) => /^docs\/.*\.md$/.test(path));
    const linked = guides.flatMap((path) =>
      Array.from(
        readFileSync(join(ROOT, path), "utf8").matchAll(/\]\(([\w-]+\.md)[#)]/g),
        ([, file = ""]) => file,
      ),
    );
    expect(linked.length).toBeGreaterThan(1);
    expect(guides).toEqual(expect.arrayContaining(linked.map((file) => `docs/${file}`)));
  });

  it("keeps the notices of bundled code, as its licences require", () => {
    const code = packed.files.filter((path) => path.startsWith("dist/chunks/"));
    expect(code.map((path) => readFileSync(join(ROOT, path), "utf8")).join("")).toMatch(
      /\/\*!\s+\* is-extendable/,
    );
    const form = readFileSync(join(ROOT, "dist/admin/program/LICENSE.txt"), "utf8");
    for (const name of ["@sveltia/cms", "exifr", "turndown", "yaml"])
      expect(form).toMatch(new RegExp(`^${name} \\d[^]*?\\bcopyright\\b`, "im"));
  });

  it("has an entry script that old versions of Node can parse", () => {
    const bin = (readJson(join(ROOT, "package.json"))["bin"] as Record<string, string>)["carnet"] ?? "";
    const text = readFileSync(join(ROOT, bin), "utf8");
    // It has no newer syntax, and loads no module before it runs.
    expect(transformSync(text, { target: "es2018" }).code).toBe(
      transformSync(text, { target: "esnext" }).code,
    );
    expect(text).not.toMatch(/^(?:import|export)\b(?!\()|\brequire\(/m);
    expect(text).toMatch(/ import\("\.\/main\.js"\)/);
  });

  it("contains no code that could evaluate a text, not even unused code", () => {
    const code = packed.files.filter((path) => /^dist\/.*\.c?js$/.test(path));
    expect(code.length).toBeGreaterThan(20);
    // Among them are the engines of gray-matter, which it would choose by what front matter asks for. Zod makes a function without
    // code to learn whether it may.
    const unsafe = code.filter((path) =>
      /\beval\s*\(|\bnew Function\b(?!\(""\))|\bsafeLoad\b/.test(readFileSync(join(ROOT, path), "utf8")),
    );
    expect(unsafe).toEqual([]);
  });

  it("weighs less than 8 MB, and contains no source, test, map or content of the default site", () => {
    const { files } = packed;
    expect(
      files.filter((path) => /^(?:src|tests|content|public|bench|scripts)\/|\.map$|\.test\./.test(path)),
    ).toEqual([]);
    const bytes = files.reduce((sum, path) => sum + readFileSync(join(ROOT, path)).length, 0);
    expect(bytes).toBeLessThan(8_000_000);
  });
});

describe("a new site", () => {
  const folder = mkdtempSync(join(tmpdir(), "carnet-package-"));
  const site = join(folder, "mon-blog");
  let tarball = "";
  let said = "";
  const read = (path: string): string => readFileSync(join(site, path), "utf8");
  const write = (files: Record<string, string>): void => {
    writeFiles(site, files);
  };

  beforeAll(() => {
    tarball = tarballIn(folder);
    npm(["install", tarball], folder);
    said = ok("npx", ["carnet", "init", "mon-blog"], folder);
    installIn(site, folder);
  }, 10 * MINUTES);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("is created by `npx carnet init`, which says what to type next", () => {
    expect(said).toContain("Site créé dans mon-blog : 17 fichiers.");
    expect(said).toContain("  cd mon-blog\n  npm install\n  npm run dev\n");
    expect(read("content/site.yaml")).toContain('title: "Mon blog"');
    const [, schema = ""] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(read("content/site.yaml")) ?? [];
    expect(readJson(join(site, "content", schema))).toMatchObject({ required: ["title"] });
    expect(read("node_modules/carnet/docs/reglages.md")).toContain("| `title`");
  });

  it("depends on a copy of the package that created it, not on another of that name", () => {
    const { dependencies } = readJson(join(site, "package.json"));
    expect(dependencies).toEqual({ carnet: `file:vendor/${basename(tarball)}` });
    // `toEqual` would take a minute to compare megabytes.
    expect(readFileSync(join(site, "vendor", basename(tarball))).equals(readFileSync(tarball))).toBe(true);
    const lock = read("package-lock.json");
    expect(lock).toContain(`"resolved": "file:vendor/${basename(tarball)}"`);
    expect(existsSync(join(site, "node_modules/carnet/src"))).toBe(false);
  });

  it(
    "passes a strict check and builds at once",
    () => {
      const said = ok("npm", ["run", "--silent", "check", "--", "--strict"], site);
      expect(said).toMatch(/^8 notes dans 3 fichiers/m);
      expect(ok("npm", ["run", "--silent", "build"], site)).toContain("dont 1 article.");
      expect(read("_site/index.html")).toContain("comment en écrire d’autres");
      expect(existsSync(join(site, "_site/pagefind"))).toBe(true);
    },
    MINUTES,
  );

  it(
    "gets a new post with `npm run new`",
    () => {
      expect(ok("npm", ["run", "--silent", "new", "--", "Un été à Brest"], site)).toMatch(
        /^Article créé : content\/posts\/\d{4}-\d\d-\d\d-un-ete-a-brest\.md\n/,
      );
      expect(run("npm", ["run", "--silent", "check", "--", "--strict"], site).status).toBe(0);
    },
    MINUTES,
  );

  it(
    "has types for `.eleventy.ts`, which reveal a mistake, and uses the file",
    () => {
      const config = (line: string): string =>
        `import carnet, { type EleventyConfig } from "carnet";\n\nexport default function (config: EleventyConfig): void {\n  config.addPlugin(carnet);\n  ${line}\n}\n`;
      write({
        ".eleventy.ts": config('config.addFilter("crier", (text: string) => text.toUpperCase());'),
        "wrong.ts": config('config.addFilter(12, "crier");'),
        "layouts/post.njk":
          '{% extends "carnet/post.njk" %}{% block article_footer %}{{ "fin" | crier }}{% endblock %}\n',
        "tsconfig.json": JSON.stringify({
          compilerOptions: { strict: true, module: "nodenext", target: "es2023", noEmit: true, types: [] },
          files: [".eleventy.ts", "wrong.ts"],
        }),
      });
      const checked = run(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc")], site);
      expect(checked.stdout.match(/^.*error TS\d+/gm)).toEqual([
        expect.stringMatching(/^wrong\.ts\(5,\d+\): error TS2345$/),
      ]);
      rmSync(join(site, "wrong.ts"));
      ok("npx", ["carnet", "build"], site);
      const [post = ""] = readdirSync(join(site, "_site/blog"), { recursive: true, encoding: "utf8" }).filter(
        (path) => path.endsWith("premier-article/index.html"),
      );
      expect(read(`_site/blog/${post}`)).toContain("FIN");
      write({ ".eleventy.ts": config("") });
    },
    2 * MINUTES,
  );

  it(
    "is not created in a folder that is not empty",
    () => {
      const before = readdirSync(site).sort();
      const again = run(join(site, "node_modules/.bin/carnet"), ["init", "mon-blog"], folder);
      expect(again.status).toBe(2);
      expect(again.stderr).toContain("n’est pas vide");
      expect(again.stderr).toContain("carnet init mon-blog-2");
      expect(readdirSync(site).sort()).toEqual(before);
    },
    MINUTES,
  );
});

describe("a site whose Carnet comes from a Git repository", () => {
  const folder = mkdtempSync(join(tmpdir(), "carnet-upgrade-"));
  const repository = join(folder, "carnet.git");
  const start = join(folder, "start");
  const site = join(start, "my-blog");
  const spec = `git+file://${repository}#semver:^0.1.0`;
  const git = (...args: string[]): string =>
    ok("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], repository);
  /** Without npx, which takes as long as the command. */
  const carnet = (command: string): string => ok(join(site, "node_modules/.bin/carnet"), [command], site);
  /** Publishes a version as a maintainer does: a commit with a tag. Its scripts are left out, since it is already compiled. */
  const release = (version: string): void => {
    const path = join(repository, "package.json");
    const json = { ...readJson(path), version, scripts: {}, devDependencies: {} };
    writeFileSync(path, JSON.stringify(json, null, 2));
    git("add", "--all", "--force");
    git("commit", "--quiet", "--message", version);
    git("tag", `v${version}`);
  };

  beforeAll(() => {
    mkdirSync(repository);
    mkdirSync(start);
    ok("tar", ["-xzf", packed.tarball, "--strip-components=1", "-C", repository], folder);
    git("init", "--quiet");
    release("0.1.0");
    npm(["install", spec], start);
    ok("npx", ["carnet", "init", "my-blog", "--lang", "en"], start);
    installIn(site, start);
  }, 10 * MINUTES);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    "is upgraded by `npm update`, and told which of its copied layouts has changed in Carnet",
    () => {
      expect(readJson(join(site, "package.json"))["dependencies"]).toEqual({ carnet: spec });
      const copied = ["post.njk", "partials/footer.njk"];
      for (const name of copied) {
        mkdirSync(dirname(join(site, "layouts", name)), { recursive: true });
        cpSync(join(site, "node_modules/carnet/layouts", name), join(site, "layouts", name));
      }
      const first = carnet("build");
      expect(first).toContain("layouts/replaced.txt: 2 files that replace Carnet’s are recorded there.");
      expect(carnet("build")).not.toContain("layout");

      const layout = join(repository, "layouts/post.njk");
      writeFileSync(layout, `${readFileSync(layout, "utf8")}{# corrected #}\n`);
      release("0.1.1");
      npm(["update"], site);
      expect(readJson(join(site, "node_modules/carnet/package.json"))["version"]).toBe("0.1.1");

      const told = carnet("build");
      expect(told).toMatch(/^layouts\/post\.njk:1:1 {2}note {2}layout-changed$/m);
      expect(told).toContain("Compare it with node_modules/carnet/layouts/post.njk.");
      expect(told).not.toContain("footer.njk");
      // Reported until the owner has compared them, on this machine or another.
      expect(carnet("check")).toContain("layout-changed");
      const kept = readFileSync(join(site, "layouts/replaced.txt"), "utf8");
      writeFileSync(join(site, "layouts/replaced.txt"), kept.replace(/^post\.njk .*\n/m, ""));
      expect(carnet("build")).not.toContain("layout-changed");
      expect(carnet("check")).toMatch(/^9 notes in 3 files/m);
    },
    10 * MINUTES,
  );
});
