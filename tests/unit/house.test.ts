import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../../src");

/** Folders of `src/` in layers, lowest first: a folder imports only from lower layers, and not from others of its own. */
const FLOORS = [
  ["."],
  ["site"],
  ["strings"],
  ["typography"],
  ["content", "embeds", "images"],
  ["markdown"],
  ["lint"],
  ["feeds", "admin"],
  ["pages"],
  ["checks"],
  ["build"],
  ["eleventy", "importers"],
  ["cli"],
];

/** Root files and `strings/` may import each other. */
const GROUND = new Set([".", "strings"]);

/** The only files that may import a dependency. */
const DOORS: Record<string, RegExp> = {
  luxon: /^content\/dates\.ts$/,
  "gray-matter": /^content\/parse\.ts$/,
  "markdown-it": /^markdown\//,
  "@shikijs": /^markdown\//,
  "image-size": /^images\//,
  "ical-generator": /^feeds\/calendar\.ts$/,
  sharp: /^images\/derive\.ts$/,
  "@11ty/eleventy": /^eleventy\//,
  sirv: /^eleventy\/serve\.ts$/,
  chokidar: /^eleventy\/watch\.ts$/,
  nunjucks: /^eleventy\//,
  pagefind: /^build\/search\/worker\.ts$/,
  tinypool: /^build\/pool\.ts$/,
  esbuild: /^eleventy\//,
  "js-yaml": /^(?:content|importers)\//,
  "smol-toml": /^importers\/source\.ts$/,
  yaml: /^content\//,
};

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
  .map((file) => file.replaceAll("\\", "/"));
const texts = files.map((file) => ({ file, text: readFileSync(join(SRC, file), "utf8") }));
const imports = texts.flatMap(({ file, text }) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target = ""]) => ({ file, target })),
);

const folderOf = (file: string): string => (file.includes("/") ? (file.split("/")[0] ?? ".") : ".");
const floorOf = (folder: string): number => FLOORS.findIndex((floor) => floor.includes(folder));

describe("src/", () => {
  it("has no folder outside the layers", () => {
    expect(imports.length).toBeGreaterThan(files.length);
    const unplanned = [...new Set(files.map(folderOf))].filter((folder) => floorOf(folder) < 0);
    expect(unplanned, "Give it a layer here and in docs/architecture.md.").toEqual([]);
  });

  it("imports only from lower layers", () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith("."))
      .map(({ file, target }) => ({ file, to: posix.normalize(posix.join(dirname(file), target)) }))
      .filter(({ file, to }) => {
        const [from, other] = [folderOf(file), folderOf(to)];
        if (from === other || (GROUND.has(from) && GROUND.has(other))) return false;
        return floorOf(other) >= floorOf(from);
      });
    expect(wrong, "Take the value as an argument, or move what both need to a lower layer.").toEqual([]);
  });

  it("imports each dependency only where it may", () => {
    const wrong = imports.filter(({ file, target }) => {
      const of = (name: string): boolean =>
        target === name ||
        target.startsWith(`${name}/`) ||
        (name === "markdown-it" && target.startsWith("markdown-it-"));
      return Object.entries(DOORS).some(([name, door]) => of(name) && !door.test(file));
    });
    expect(wrong, "DOORS, in this file, names the place: export there what is needed elsewhere.").toEqual([]);
  });

  it("uses no clock, environment or random number below the command line and the plugin's entry", () => {
    const asking = texts.filter(
      ({ file, text }) =>
        !/^cli\/|^eleventy\/index\.ts$/.test(file) &&
        /new Date\(\)|Date\.now\(|process\.env|Math\.random/.test(text),
    );
    const wrong = asking.map(({ file }) => file);
    expect(wrong, "Take it as an argument: a run has one `now`, and its options.").toEqual([]);
  });

  it("has each worker's file compiled and published", () => {
    const named = texts.flatMap(({ text }) => [...text.matchAll(/"(dist\/[\w/-]*worker)\.js"/g)]);
    const started = [...new Set(named.map(([, path = ""]) => path))];
    expect(started.length).toBeGreaterThan(0);
    const read = (path: string): string => readFileSync(join(SRC, "..", path), "utf8");
    const { files: published } = JSON.parse(read("package.json")) as { files: string[] };
    for (const path of started) {
      expect(published).toContain(`${path}.js`);
      expect(read("scripts/bundle.mjs")).toContain(`"${path.slice("dist/".length)}"`);
    }
  });
});
