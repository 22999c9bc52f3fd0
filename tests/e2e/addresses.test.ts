// The address book in use: a renamed post, two branches, a publication that records what it put online.
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { ok } from "../support/npm.ts";
import { baseEnv, jobOf, runJob } from "../support/runner.ts";
import { makeSite, post, ROOT, SITE_YAML, type TestSite } from "../support/site.ts";

const BOOK = "content/addresses.txt";
const ONE = "content/posts/2026-05-01-un.md";

const small = (more: Record<string, string> = {}): TestSite =>
  makeSite({ "content/site.yaml": SITE_YAML, [ONE]: post("Un"), ...more });

const git = (folder: string, ...args: string[]): string =>
  ok("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], folder);

const ATTRIBUTES = { ".gitattributes": readFileSync(join(ROOT, ".gitattributes"), "utf8") };

function inGit(): TestSite {
  const site = small({ ...ATTRIBUTES, ".gitignore": "_site/\n.cache/\n.*.carnet-*\n" });
  git(site.root, "init", "--quiet", "--initial-branch", "main");
  built(site);
  commit(site);
  return site;
}

function built(site: TestSite): void {
  const { status, stderr, stdout } = site.carnet(["build", "--no-search", "--quiet"]);
  if (status !== 0) throw new Error(stderr + stdout);
}

function commit({ root }: TestSite): void {
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message", "x");
}

/** Addresses in the text of an address book. */
const book = (text: string): string[] =>
  text.split("\n").flatMap((line) => /^\/[^\t]*/.exec(line)?.[0] ?? []);

describe("a site whose address only its host knows", () => {
  it("passes a strict check after it has been published with its feeds", () => {
    const site = makeSite({ "content/site.yaml": SITE_YAML.replace(/^url:.*\n/m, ""), [ONE]: post("Un") });
    expect(
      site.carnet(["build", "--no-search", "--quiet", "--url", "https://example.org/depot/"]).status,
    ).toBe(0);
    expect(book(site.read(BOOK))).toContain("/feed.xml");
    const { status, stdout } = site.carnet(["check", "--strict"]);
    expect(stdout).not.toContain("vanished-url");
    expect(status).toBe(0);
  });
});

describe("a missing address", () => {
  it("is reported with the redirect to paste, which is enough, if its post has moved", () => {
    const site = small({ "content/posts/2026-05-02-deux.md": post("Deux") });
    const { stdout } = site.carnet(["build", "--no-search"]);
    expect(stdout).toMatch(/^content\/addresses\.txt : \d+ adresses ajoutées\. Enregistrez ce fichier/m);

    site.write({ [ONE]: post("Un", "Bonjour.", "slug: premier\n") });
    const told = site.carnet(["check", "--format", "json"]);
    expect(told.status).toBe(0);
    const problems = z.array(z.record(z.string(), z.unknown())).parse(JSON.parse(told.stdout));
    expect(problems).toEqual([
      expect.objectContaining({
        file: ONE,
        line: 5,
        code: "vanished-url",
        severity: "warn",
        hint: "/blog/2026/05/01/un/: /blog/2026/05/01/premier/",
      }),
    ]);
    // On a pull request, that is an error.
    expect(site.carnet(["check", "--strict"]).status).toBe(1);

    site.write({ "content/redirects.yaml": `${String(problems[0]?.["hint"])}\n` });
    expect(site.carnet(["check", "--strict"])).toMatchObject({ status: 0 });
    built(site);
    expect(site.read("_site/blog/2026/05/01/un/index.html")).toContain("/blog/2026/05/01/premier/");
    expect(book(site.read(BOOK))).toEqual(
      expect.arrayContaining(["/blog/2026/05/01/premier/", "/blog/2026/05/01/un/"]),
    );
  }, 60_000);

  it("is not reported if --now is before its post's publication", () => {
    const site = small({ "content/posts/2026-05-20-deux.md": post("Deux", "Bonjour.", "tags: [Méthode]\n") });
    built(site);
    const early = site.carnet(["check", "--strict", "--now", "2026-05-10T09:00:00Z"]);
    expect(early, early.stdout).toMatchObject({ status: 0 });
  }, 60_000);
});

describe("an address book changed on two branches", () => {
  it("merges without conflict, and is sorted by the next build", () => {
    const site = inGit();
    const { root } = site;
    for (const name of ["deux", "trois"]) {
      git(root, "checkout", "--quiet", "-b", name, "main");
      site.write({ [`content/posts/2026-05-02-${name}.md`]: post(name, "Texte.", `tags: [${name}]\n`) });
      built(site);
      commit(site);
    }
    git(root, "checkout", "--quiet", "main");
    git(root, "merge", "--quiet", "deux");
    git(root, "merge", "--quiet", "--no-edit", "trois");
    expect(site.read(BOOK)).not.toMatch(/^(?:<{7}|={7}|>{7})/m);
    expect(site.carnet(["check", "--strict"])).toMatchObject({ status: 0 });
    built(site);
    const addresses = book(site.read(BOOK));
    expect(addresses).toEqual(expect.arrayContaining(["/mots-cles/deux/", "/mots-cles/trois/"]));
    expect(addresses).toEqual([...new Set(addresses)].sort());
  }, 60_000);
});

/** A host, and the clone in which its recipe runs: what was published has one more address than what is committed. */
function published(): { host: string; clone: string; artifact: string } {
  const site = inGit();
  const { root: aside } = makeSite({});
  const host = join(aside, "host.git");
  const clone = join(aside, "clone");
  git(aside, "clone", "--quiet", "--bare", site.root, host);
  git(aside, "clone", "--quiet", host, clone);
  // Someone else pushes first.
  site.write({ "content/posts/2026-05-03-trois.md": post("Trois") });
  built(site);
  commit(site);
  git(site.root, "push", "--quiet", host, "main");
  const { root } = makeSite({
    "book/addresses.txt": `${readFileSync(join(clone, BOOK), "utf8")}/nouveau/\ttag\tNouveau\n`,
  });
  return { host, clone, artifact: join(root, "book") };
}

const bookOf = (host: string): string[] => book(git(host, "show", `main:${BOOK}`));

describe("a publication", () => {
  const NOTED = ["/blog/2026/05/03/trois/", "/nouveau/"];

  it("records its addresses on GitHub, even if the branch has moved on", () => {
    const { host, clone, artifact } = published();
    const { root: programs } = makeSite({
      gh: `#!/bin/sh\n[ "$GH_REPO:$1 $2 $3 $5" = "a/b:run download 77 addresses" ] && cp -r ${artifact} "$7"\n`,
    });
    chmodSync(join(programs, "gh"), 0o755);
    const recipe = readFileSync(join(ROOT, ".github/workflows/publish.yml"), "utf8");
    const on = {
      folder: clone,
      aside: programs,
      programs,
      contexts: { github: { repository: "a/b", run_id: 77, token: "t" } },
    };
    const ran = runJob(jobOf(recipe, "remember"), on);
    expect(ran.succeeded, ran.log).toBe(true);
    expect(bookOf(host)).toEqual(expect.arrayContaining(NOTED));
    expect(git(host, "log", "-1", "--format=%an %s", "main")).toBe(
      "github-actions[bot] content: Note the addresses that were published\n",
    );
    // Nothing new: nothing to commit.
    const before = git(host, "rev-parse", "main");
    const again = join(programs, "again");
    git(programs, "clone", "--quiet", host, again);
    writeFileSync(join(artifact, "addresses.txt"), readFileSync(join(again, BOOK)));
    expect(runJob(jobOf(recipe, "remember"), { ...on, folder: again })).toMatchObject({ succeeded: true });
    expect(git(host, "rev-parse", "main")).toBe(before);
  }, 60_000);

  it("records its addresses on GitLab, from a detached commit", () => {
    const { host, clone, artifact } = published();
    git(clone, "checkout", "--quiet", "--detach");
    git(host, "config", "receive.advertisePushOptions", "true");
    const recipe = z
      .looseObject({ addresses: z.object({ script: z.array(z.string()) }) })
      .parse(parse(readFileSync(join(ROOT, ".gitlab-ci.yml"), "utf8")));
    const script = ["set -eo pipefail", `cp ${artifact}/addresses.txt ${BOOK}`, ...recipe.addresses.script];
    const { status, stderr } = spawnSync("bash", ["-c", script.join("\n")], {
      cwd: clone,
      encoding: "utf8",
      env: { ...baseEnv(), CI_DEFAULT_BRANCH: "main", CI_SERVER_HOST: "gitlab.example.org" },
    });
    expect(status, stderr).toBe(0);
    expect(bookOf(host)).toEqual(expect.arrayContaining(NOTED));
  }, 60_000);
});
