// Continuous integration checks out the sources again in each run, and restores `.cache` and `_site` from an archive:
// unchanged files must then be neither made nor written again.
import { cpSync, lstatSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";

const FIRST = "content/posts/2026-05-01-un.md";
const PAGE = "_site/blog/2026/05/01/un/index.html";

/** A new checkout of a built site, with restored folders. Times are in whole seconds, as from some archives. */
function nextRun(of: TestSite, restored: readonly string[]): TestSite {
  const next = makeSite({});
  for (const folder of ["content", ...restored])
    cpSync(join(of.root, folder), join(next.root, folder), { recursive: true });
  for (const path of restored.includes("_site") ? next.list("_site") : []) {
    const seconds = Math.floor(lstatSync(join(of.root, "_site", path)).mtimeMs / 1000);
    utimesSync(join(next.root, "_site", path), seconds, seconds);
  }
  return next;
}

/** Path → values that change if a file is written again. */
function marks(site: TestSite): Map<string, string> {
  return new Map(
    site.list("_site").map((path) => {
      const { ino, mtimeMs } = lstatSync(join(site.root, "_site", path));
      return [path, `${String(ino)} ${String(mtimeMs)}`];
    }),
  );
}

function built(): TestSite {
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    [FIRST]: post("Un"),
    "content/posts/2026-05-02-deux.md": post("Deux"),
  });
  expect(site.carnet(["build"]).status).toBe(0);
  return site;
}

it("a build with a restored output writes nothing if nothing changed", () => {
  const site = nextRun(built(), [".cache", "_site"]);
  const before = marks(site);
  expect(site.carnet(["build"]).status).toBe(0);
  expect(marks(site)).toEqual(before);
});

it("a build with a restored output writes what changed, and gives the same site as a clean build", () => {
  const site = nextRun(built(), [".cache", "_site"]);
  const clean = nextRun(site, []);
  const before = marks(site);
  for (const one of [site, clean]) {
    one.write({ [FIRST]: post("Un", "Autre chose.") });
    expect(one.carnet(["build"]).status).toBe(0);
  }
  const written = [...marks(site)].flatMap(([path, mark]) => (before.get(path) === mark ? [] : path));
  expect(written).toContain(PAGE.slice("_site/".length));
  expect(written).not.toContain("robots.txt");
  expect(site.list("_site")).toEqual(clean.list("_site"));
  for (const path of site.list("_site"))
    expect(site.read(join("_site", path)), path).toBe(clean.read(join("_site", path)));
});

it("a build with a restored output remakes a page that was altered", () => {
  const site = nextRun(built(), [".cache", "_site"]);
  const page = site.read(PAGE);
  site.write({ [PAGE]: page.replace("Bonjour", "Bonsoir") });
  expect(site.carnet(["build"]).status).toBe(0);
  expect(site.read(PAGE)).toBe(page);
});
