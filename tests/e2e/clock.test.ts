// A site depends on the moment of its build only if a text begins or ends then.
import { join } from "node:path";
import { expect, it } from "vitest";
import { say } from "../support/command.ts";
import { filesIn } from "../support/in-process.ts";
import { makeSite, post, SITE_YAML, type Files, type TestSite } from "../support/site.ts";

/** Builds the site at a given moment; returns what the command prints. */
async function buildAt({ root }: TestSite, now: string): Promise<string> {
  const { status, out, err } = await say("build", root, "--no-search", "--now", now);
  expect(status, out + err).toBe(0);
  return out;
}

const filesOf = (site: TestSite): Map<string, string> => filesIn(join(site.root, "_site"));

/** Every file of a clean build at a given moment. */
async function clean(now: string, files: Files): Promise<Map<string, string>> {
  const site = makeSite(files);
  await buildAt(site, now);
  return filesOf(site);
}

it("builds at two moments between publications give the same files", async () => {
  const files = {
    "content/site.yaml": `${SITE_YAML}accessibility: {}\n`,
    "content/posts/2026-03-02-premier.md": post("Premier", "Bonjour.", "updated: 2026-04-01\n"),
    "content/posts/2026-03-20-second.md": post("Second", "Salut.", "expires: 2026-09-01\n"),
    "content/posts/2026-07-14-futur.md": post("Futur", "Plus tard."),
    "content/posts/en/2026-03-03-first.md": post("First", "Some text in English, which is short."),
    "content/pages/a-propos.md": "---\ntitle: À propos\n---\n\nQui nous sommes.\n",
  };
  const one = await clean("2026-04-02T00:00:00Z", files);
  const other = await clean("2026-07-13T21:59:59Z", files);
  expect([...other.keys()]).toEqual([...one.keys()]);
  expect([...other].filter(([path, text]) => one.get(path) !== text).map(([path]) => path)).toEqual([]);
});

it("a post is published until it expires, and gone from then on, as in a clean build", async () => {
  const files = {
    "content/site.yaml": SITE_YAML,
    "content/posts/2026-03-02-premier.md": post("Premier", "Bonjour.", "expires: 2026-06-16\n"),
    "content/posts/2026-03-01-autre.md": post("Autre", "Bonjour."),
  };
  const site = makeSite(files);
  const said = await buildAt(site, "2026-06-01T12:00:00Z");
  expect(said).toContain("content/posts/2026-03-02-premier.md expirera");
  expect(filesOf(site).has("blog/2026/03/02/premier/index.html")).toBe(true);
  expect(await buildAt(site, "2026-06-15T21:59:59Z")).toContain("rien n’avait changé");
  expect(await buildAt(site, "2026-06-15T22:00:00Z")).not.toMatch(
    /rien n’avait changé|Prochaine construction/,
  );
  expect(filesOf(site)).toEqual(await clean("2026-06-15T22:00:00Z", files));
});
