// A site depends on the moment of its build only if a text or a notice begins, ends or reaches its deadline then.
import { describe, expect, it } from "vitest";
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

/** Builds the site at a given moment; returns what the command prints. */
function buildAt(site: TestSite, now: string, ...args: string[]): string {
  const { status, stdout, stderr } = site.carnet(["build", "--no-search", "--now", now, ...args]);
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

function pages(site: TestSite, output = "_site"): Map<string, string> {
  return new Map(site.list(output).map((path) => [path, site.read(`${output}/${path}`)]));
}

/** Every file of a clean build at a given moment. */
function built(now: string, files: Files = FILES): Map<string, string> {
  const site = makeSite(files);
  buildAt(site, now);
  return pages(site);
}

it("builds at two moments between publications give the same files", () => {
  const one = built("2026-04-02T00:00:00Z");
  const other = built("2026-07-13T21:59:59Z");
  expect(other.get("sitemap.xml")).toBe(one.get("sitemap.xml"));
  expect([...other.keys()]).toEqual([...one.keys()]);
  expect([...other].filter(([path, text]) => one.get(path) !== text).map(([path]) => path)).toEqual([]);
});

it("the sitemap has a text from the second of its publication, and loses one that has expired", () => {
  const before = built("2026-07-13T21:59:59Z").get("sitemap.xml");
  const after = built("2026-07-13T22:00:00Z").get("sitemap.xml");
  const ended = built("2026-09-01T00:00:00Z").get("sitemap.xml");
  expect(before).not.toContain("/2026/07/14/futur/");
  expect(after).toContain("/2026/07/14/futur/");
  expect(after).toContain("/2026/03/20/second/");
  expect(ended).not.toContain("/2026/03/20/second/");
});

describe("a post with a deadline, built again without edits", () => {
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
  const [OPEN, LAST, CLOSED] = [
    "2026-06-01T12:00:00Z",
    "2026-06-15T21:59:59Z",
    "2026-06-15T22:00:00Z",
  ] as const;

  it("leads the home page until that day ends, and is closed from then on, as in a clean build", () => {
    const site = makeSite(files);
    expect(buildAt(site, OPEN)).toContain("la date limite de content/posts/2026-03-02-appel.md");
    const open = pages(site);
    const lead = (html = ""): string => /<h3.*?<\/h3>/.exec(html)?.[0] ?? "";
    expect(open.get(CALL)).toMatch(/Jusqu’au\s+<time/);
    expect(lead(open.get("index.html"))).toContain("Appel");
    expect(buildAt(site, LAST)).toContain("rien n’avait changé");
    expect(pages(site)).toEqual(open);

    expect(buildAt(site, CLOSED)).not.toContain("Prochaine construction");
    const closed = pages(site);
    expect(closed.get(CALL)).toMatch(/Clos depuis le\s+<time/);
    expect(lead(closed.get("index.html"))).toContain("Autre");
    expect(closed).toEqual(built(CLOSED, files));
    // Its address and its feed entries stay the same.
    for (const path of ["feed.xml", "feed.json", "mots-cles/appels/feed.xml", "sitemap.xml"])
      expect(closed.get(path), path).toBe(open.get(path));
    expect(buildAt(site, CLOSED)).toContain("rien n’avait changé");
  });
});

describe("a notice that ends on a day, built again without edits", () => {
  const files = {
    "content/site.yaml": `${SITE_YAML}notice: { text: Coupure le 15 juin., url: /blog/, until: 2026-06-15 }\n`,
    "content/posts/2026-03-02-premier.md": post("Premier", "Bonjour."),
  };
  const saying = (all: Map<string, string>): string[] =>
    [...all].filter(([, text]) => text.includes("Coupure")).map(([path]) => path);

  it("is on every page and in no feed until that day ends, and gone from then on", () => {
    const site = makeSite(files);
    expect(buildAt(site, "2026-06-01T12:00:00Z")).toContain("quand l’annonce de content/site.yaml");
    const shown = pages(site);
    const html = [...shown.keys()].filter((path) => path.endsWith(".html"));
    expect(html).toContain("404.html");
    expect(saying(shown)).toEqual(html);
    expect(buildAt(site, "2026-06-15T21:59:59Z")).toContain("rien n’avait changé");
    const after = buildAt(site, "2026-06-15T22:00:00Z");
    expect(after).not.toContain("rien n’avait changé");
    expect(after).not.toContain("Prochaine construction");
    const gone = pages(site);
    expect(saying(gone)).toEqual([]);
    buildAt(site, "2026-06-15T22:00:00Z", "--no-cache", "--output", "_nouveau");
    expect(gone).toEqual(pages(site, "_nouveau"));
  });
});
