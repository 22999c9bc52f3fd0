// The language of the machine: messages use it until the site's own is known; the files of a site never depend on it.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeSite, post, SITE_YAML, type TestSite } from "../support/site.ts";

const EN = { LANG: "en_GB.UTF-8" };
const DE = { LANG: "C.UTF-8", LC_ALL: "de_DE.UTF-8" };
const NONE = { LANG: "" };

const small = (): TestSite =>
  makeSite({ "content/site.yaml": SITE_YAML, "content/posts/2026-05-01-un.md": post("Un") });

describe("the language of the environment", () => {
  it("is used for help, wrong usage and a folder without a site", () => {
    const site = makeSite({ "vide/x.txt": "" });
    for (const [env, help, wrong, none] of [
      [EN, "Usage: carnet", "unknown option", "There is no “content” folder"],
      [DE, "Usage: carnet", "unknown option", "There is no “content” folder"],
      [NONE, "Usage : carnet", "option inconnue", "Il n’y a pas de dossier « content »"],
    ] as const) {
      expect(site.carnet(["--help"], env).stdout).toContain(help);
      expect(site.carnet(["build", "--nonsense"], env).stderr).toContain(wrong);
      expect(site.carnet(["check", "--site", "vide"], env).stdout).toContain(none);
    }
    expect(site.carnet(["check", "--site", "vide", "--lang", "fr"], EN).stdout).toContain("Il n’y a pas");
  }, 60_000);

  it("is used for a failed import and a refused output", () => {
    const site = small();
    expect(site.carnet(["import", "jekyll", "nulle-part", "x"], EN).stderr).toMatch(
      /does not exist|no folder|not a folder/i,
    );
    expect(site.carnet(["build", "--output", "."], EN).stderr).toContain("cannot write the site");
    expect(site.carnet(["build", "--output", "."], NONE).stderr).toContain("impossible d’écrire le site");
  }, 60_000);

  it("becomes the language of a new site, unless --lang names another", () => {
    const site = makeSite({});
    expect(site.carnet(["init", "a"], EN).status).toBe(0);
    expect(site.read("a/content/site.yaml")).toMatch(/^lang: en$/m);
    expect(site.carnet(["init", "b"], NONE).status).toBe(0);
    expect(site.read("b/content/site.yaml")).toMatch(/^lang: fr$/m);
    expect(site.carnet(["init", "c", "--lang", "fr"], EN).status).toBe(0);
    expect(site.read("c/content/site.yaml")).toMatch(/^lang: fr$/m);
  }, 60_000);
});

it("a site has the same bytes in any language of the machine, and its build reports in the site's own", () => {
  const digests = [EN, DE, NONE].map((env) => {
    const site = small();
    const { status, stdout } = site.carnet(["build"], env);
    expect(status).toBe(0);
    expect(stdout).toContain("Site construit");
    const hash = createHash("sha256");
    for (const path of ["content/addresses.txt", ...site.list("_site").map((one) => `_site/${one}`)])
      hash.update(`${path}\0`).update(site.read(path));
    return hash.digest("hex");
  });
  expect(new Set(digests).size).toBe(1);
}, 60_000);
