// Continuous integration checks the sources out anew at each run, and brings `.cache` and `_site` back from an archive:
// what stood is then neither made nor written again.
import { cpSync, lstatSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";

const FIRST = "content/posts/2026-05-01-un.md";
const PAGE = "_site/blog/2026/05/01/un/index.html";

/** A new checkout of a site that was built, with what its run kept: times of whole seconds, as some archives have them. */
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

/** Path → what changes when a file is written again. */
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

it("writes nothing where nothing changed since the run that left the archive", () => {
  const site = nextRun(built(), [".cache", "_site"]);
  const before = marks(site);
  expect(site.carnet(["build"]).status).toBe(0);
  expect(marks(site)).toEqual(before);
});

it("writes the pages that show what changed, as a run without an archive would", () => {
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

it("makes again what does not stand as it was left", () => {
  const site = nextRun(built(), [".cache", "_site"]);
  const page = site.read(PAGE);
  site.write({ [PAGE]: page.replace("Bonjour", "Bonsoir") });
  expect(site.carnet(["build"]).status).toBe(0);
  expect(site.read(PAGE)).toBe(page);
});
