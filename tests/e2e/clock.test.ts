// What a site says depends on the day it is built only where a text appears, ends or comes out of embargo that day.
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { build } from "../../src/cli/build.ts";
import { SILENT } from "../support/command.ts";
import { optionsFor } from "../support/in-process.ts";
import { makeSite, post, SITE_YAML, type Files, type TestSite } from "../support/site.ts";

const FILES = {
  "content/site.yaml": `${SITE_YAML}accessibility: {}\n`,
  "content/posts/2026-03-02-premier.md": post(
    "Premier",
    "Bonjour.",
    "tags: [Méthode]\nupdated: 2026-04-01\n",
  ),
  "content/posts/2026-03-20-second.md": post("Second", "Salut.", "expires: 2026-09-01\n"),
  "content/posts/2026-07-14-futur.md": post("Futur", "Plus tard."),
  "content/posts/en/2026-03-03-first.md": post("First", "Some text in English, which is short."),
  "content/pages/a-propos.md": "---\ntitle: À propos\n---\n\nQui nous sommes.\n",
};

/** Every file of the site as built at a moment, from nothing. */
function built(now: string, files: Files = FILES): Map<string, string> {
  const site: TestSite = makeSite(files);
  const { status, stdout, stderr } = site.carnet(["build", "--now", now]);
  expect(status, stdout + stderr).toBe(0);
  return new Map(site.list("_site").map((path) => [path, site.read(`_site/${path}`)]));
}

it("the same sitemap, and the same bytes of all else, at any moment between two publications", () => {
  const one = built("2026-04-02T00:00:00Z");
  const other = built("2026-07-13T21:59:59Z");
  expect(other.get("sitemap.xml")).toBe(one.get("sitemap.xml"));
  expect([...other.keys()]).toEqual([...one.keys()]);
  expect([...other].filter(([path, text]) => one.get(path) !== text).map(([path]) => path)).toEqual([]);
});

it("another sitemap from the second in which a text appears, and from the one in which another ends", () => {
  const before = built("2026-07-13T21:59:59Z").get("sitemap.xml");
  const after = built("2026-07-13T22:00:00Z").get("sitemap.xml");
  const ended = built("2026-09-01T00:00:00Z").get("sitemap.xml");
  expect(before).not.toContain("/2026/07/14/futur/");
  expect(after).toContain("/2026/07/14/futur/");
  expect(after).toContain("/2026/03/20/second/");
  expect(ended).not.toContain("/2026/03/20/second/");
});

describe("a call with a deadline, of which nothing is edited", () => {
  const CALL = "blog/2026/03/02/appel/index.html";
  const files = {
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-appel.md": post(
      "Appel",
      "Candidatez.",
      "deadline: 2026-06-15\ntags: [Appels]\n",
    ),
    "content/posts/2026-05-20-autre.md": post("Autre", "Bonjour.", "tags: [Appels]\n"),
  };
  const pages = (site: TestSite, output = "_site"): Map<string, string> =>
    new Map(site.list(output).map((path) => [path, site.read(`${output}/${path}`)]));
  const build = (site: TestSite, now: string, ...args: string[]): string => {
    const { status, stdout, stderr } = site.carnet(["build", "--now", now, ...args]);
    expect(status, stdout + stderr).toBe(0);
    return stdout;
  };
  const [OPEN, LAST, CLOSED] = [
    "2026-06-01T12:00:00Z",
    "2026-06-15T21:59:59Z",
    "2026-06-15T22:00:00Z",
  ] as const;

  it("leads until that day ends, and is closed from then on, as in a site made anew", () => {
    const site = makeSite(files);
    expect(build(site, OPEN)).toContain("la date limite de content/posts/2026-03-02-appel.md");
    const open = pages(site);
    const lead = (html = ""): string => /<h3.*?<\/h3>/.exec(html)?.[0] ?? "";
    expect(open.get(CALL)).toContain("Jusqu’au <time");
    expect(lead(open.get("index.html"))).toContain("Appel");
    expect(build(site, LAST)).toContain("rien n’avait changé");
    expect(pages(site)).toEqual(open);

    expect(build(site, CLOSED)).not.toContain("Prochaine construction");
    const closed = pages(site);
    expect(closed.get(CALL)).toContain("Clos depuis le <time");
    expect(lead(closed.get("index.html"))).toContain("Autre");
    expect(closed).toEqual(built(CLOSED, files));
    // Its address stays, and what subscribers have been sent.
    for (const path of ["feed.xml", "feed.json", "mots-cles/appels/feed.xml", "sitemap.xml"])
      expect(closed.get(path), path).toBe(open.get(path));
    expect(build(site, CLOSED)).toContain("rien n’avait changé");
  });

  it("closes too where a text is saved in the meantime", () => {
    const site = makeSite(files);
    build(site, OPEN);
    const more = {
      "content/posts/2026-05-20-autre.md": `${files["content/posts/2026-05-20-autre.md"]}\nEncore.\n`,
    };
    site.write(more);
    build(site, CLOSED);
    expect(pages(site)).toEqual(built(CLOSED, { ...files, ...more }));
  });
});

describe("a notice until a day, of which nothing is edited", () => {
  const files = {
    "content/site.yaml": `${SITE_YAML}notice: { text: Coupure le 15 juin., url: /blog/, until: 2026-06-15 }\n`,
    "content/posts/2026-03-02-premier.md": post("Premier", "Bonjour."),
  };
  const pages = (site: TestSite, output = "_site"): Map<string, string> =>
    new Map(site.list(output).map((path) => [path, site.read(`${output}/${path}`)]));
  const build = (site: TestSite, now: string, ...args: string[]): string => {
    const { status, stdout, stderr } = site.carnet(["build", "--no-search", "--now", now, ...args]);
    expect(status, stdout + stderr).toBe(0);
    return stdout;
  };
  const saying = (all: Map<string, string>): string[] =>
    [...all].filter(([, text]) => text.includes("Coupure")).map(([path]) => path);

  it("is on every page until that day ends, in no feed, and gone from then on", () => {
    const site = makeSite(files);
    expect(build(site, "2026-06-01T12:00:00Z")).toContain("quand l’annonce de content/site.yaml");
    const shown = pages(site);
    const html = [...shown.keys()].filter((path) => path.endsWith(".html"));
    expect(html).toContain("404.html");
    expect(saying(shown)).toEqual(html);
    expect(build(site, "2026-06-15T21:59:59Z")).toContain("rien n’avait changé");
    const after = build(site, "2026-06-15T22:00:00Z");
    expect(after).not.toContain("rien n’avait changé");
    expect(after).not.toContain("Prochaine construction");
    const gone = pages(site);
    expect(saying(gone)).toEqual([]);
    build(site, "2026-06-15T22:00:00Z", "--no-cache", "--output", "_nouveau");
    expect(gone).toEqual(pages(site, "_nouveau"));
  });

  it("is gone too where a text is saved in the meantime", () => {
    const site = makeSite(files);
    build(site, "2026-06-15T12:00:00Z");
    site.write({ "content/posts/2026-03-02-premier.md": post("Premier", "Bonsoir.") });
    build(site, "2026-06-15T22:00:00Z");
    expect(saying(pages(site))).toEqual([]);
    expect(site.read("_site/blog/2026/03/02/premier/index.html")).toContain("Bonsoir.");
  });
});

it("the remarks of its own day, though the build before it began on the eve and ended after midnight", async () => {
  const { root } = makeSite(FILES);
  const told: string[] = [];
  const terminal = {
    ...SILENT,
    out: (text: string) => void told.push(text),
  };
  const buildAt = async (...moments: string[]): Promise<string> => {
    await setTimeout(30);
    told.length = 0;
    const now = (): Date => new Date((moments.length > 1 ? moments.shift() : moments[0]) ?? "");
    const options = optionsFor(root, { now: "" });
    expect(await build({ ...options, now, quiet: false }, terminal)).toBe(0);
    return told.join("");
  };
  // When it begins, when it reads the site, and when it is done.
  const eve = "2026-03-31T21:59:59Z";
  expect(await buildAt(eve, eve, "2026-03-31T22:00:01Z")).toContain("late-update");
  expect(await buildAt("2026-04-01T09:00:00Z")).not.toContain("late-update");
});
