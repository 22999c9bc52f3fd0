// The recipes that `carnet init` writes and this repository uses, run step by step on a small site in a Git repository.
// The host has stand-ins: tests/support/runner.ts for its actions, a script below for `gh`.
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { say } from "../support/command.ts";
import { ok } from "../support/npm.ts";
import { evaluate, filled, runJob, runScript, type Machine } from "../support/runner.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { CARNET_BIN, makeSite, post, ROOT, type TestSite } from "../support/site.ts";

const recipe = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const check = recipe(".github/workflows/check.yml");
const publish = recipe(".github/workflows/publish.yml");

const BOOK = "content/addresses.txt";
const FIRST = "content/posts/2026-05-01-un.md";
const SECOND = "content/posts/2026-05-02-deux.md";
/** A draft, and a post for which there is a warning. */
const PROPOSED = {
  [SECOND]: post("Deux", "Lire [la suite](/nulle-part/)."),
  "content/posts/_2026-05-03-ebauche.md": post("Ébauche"),
};

const git = (folder: string, ...args: string[]): string =>
  ok("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], folder);

function commit({ root }: TestSite): void {
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message", "x");
}

/** A new site whose main branch has one post, as a host has it: with its dependencies, and nothing built. */
async function repository(): Promise<TestSite> {
  const site = makeSite({});
  const { root } = site;
  await say("init", root);
  mkdirSync(join(root, "node_modules/.bin"), { recursive: true });
  symlinkSync(ROOT, join(root, "node_modules/carnet"), "dir");
  symlinkSync(CARNET_BIN, join(root, "node_modules/.bin/carnet"));
  git(root, "init", "--quiet", "--initial-branch", "main");
  site.write({ [FIRST]: post("Un", "Un deux trois."), "package-lock.json": '{ "lockfileVersion": 3 }\n' });
  commit(site);
  return site;
}

/** Makes a pull request that adds the files, and checks out its merge, as hosts do. */
function propose(site: TestSite): void {
  git(site.root, "checkout", "--quiet", "-b", "proposal");
  site.write(PROPOSED);
  commit(site);
  git(site.root, "checkout", "--quiet", "main");
  git(site.root, "merge", "--quiet", "--no-ff", "--message", "merge", "proposal");
}

describe("on GitHub", () => {
  const repositoryNamed = { repo: { full_name: "programme/carnet" } };
  const machine = (folder: string, event: object, event_name = "pull_request"): Machine => ({
    ...{ folder, aside: scratchFolder(), pagesUrl: "https://programme.example.io/carnet" },
    contexts: { github: { repository: "programme/carnet", run_id: 77, token: "t", event_name, event } },
  });

  it("a pull request with a warning is refused at its line, with a report and a preview; then accepted", async () => {
    const site = await repository();
    propose(site);
    rmSync(join(site.root, FIRST));
    const on = machine(site.root, { number: 3, pull_request: { head: repositoryNamed } });
    const ran = runJob(check, "content", on);
    expect(ran.log).toMatch(
      /^::error file=content\/posts\/2026-05-02-deux\.md,line=7,col=\d+,title=dead-link::/m,
    );
    expect(ran).toMatchObject({
      succeeded: false,
      outcomes: { check: "failure", report: "success", preview: "success" },
    });
    for (const words of [
      ...["### Ajoutées (1)", "### Adresses perdues", "- `/blog/2026/05/01/un/`"],
      ...["- `/blog/2026/05/02/deux/` `Deux – ", "<https://programme.example.io/carnet/previews/3/>"],
    ])
      expect(ran.summary).toContain(words);
    const artifact = (path: string): string => readFileSync(join(on.aside, "artifacts", path), "utf8");
    expect(artifact("report/report.md")).toBe(ran.summary);
    const draft = artifact("preview/blog/2026/05/03/ebauche/index.html");
    for (const words of ['<p class="banner">', 'href="/carnet/previews/3/']) expect(draft).toContain(words);
    for (const page of ["", "blog/2026/05/02/deux/", "blog/2026/05/03/ebauche/"])
      expect(artifact(`preview/${page}index.html`)).toContain('<meta name="robots" content="noindex">');
    // The published site has nothing of the draft.
    expect(site.list("_site").filter((path) => path.includes("ebauche"))).toEqual([]);
    expect(site.read("_site/blog/2026/05/02/deux/index.html")).not.toContain("noindex");

    site.write({ [FIRST]: post("Un", "Un deux trois."), [SECOND]: post("Deux", "Un texte.") });
    git(site.root, "worktree", "remove", "--force", ".base");
    expect(runJob(check, "content", on)).toMatchObject({ succeeded: true, outcomes: { check: "success" } });
  }, 120_000);

  it("a publication runs after a check of the repository's own branches, not of a fork's, which keeps none waiting", () => {
    const { jobs, concurrency } = parse(publish) as {
      jobs: { build: { if: string } };
      concurrency: { group: string };
    };
    const runs = (event_name: string, event: object = {}): [unknown, string] => {
      const on = machine("", event, event_name);
      return [evaluate(jobs.build.if, on), filled(concurrency.group, on)];
    };
    const after = (full_name: string): object => ({ workflow_run: { head_repository: { full_name } } });
    for (const own of [runs("push"), runs("schedule"), runs("workflow_run", after("programme/carnet"))])
      expect(own).toEqual([true, "pages"]);
    expect(runs("workflow_run", after("passant/carnet"))).toEqual([false, "forks"]);
  });

  it("a publication records its addresses, even if the branch has moved on", async () => {
    const { host, clone, artifact } = await published();
    const programs = scratchFolder({
      gh: `#!/bin/sh\n[ "$GH_REPO:$1 $2 $3 $5" = "programme/carnet:run download 77 addresses" ] && cp -r ${artifact} "$7"\n`,
    });
    chmodSync(join(programs, "gh"), 0o755);
    const ran = runJob(publish, "remember", { ...machine(clone, {}), programs });
    expect(ran.succeeded, ran.log).toBe(true);
    expectRecorded(host);
    expect(git(host, "log", "-1", "--format=%an %s", "main")).toBe(
      "github-actions[bot] content: Note the addresses that were published\n",
    );
  }, 60_000);
});

describe("on GitLab", () => {
  const jobs = parse(recipe(".gitlab-ci.yml")) as Record<string, { script?: string[] }>;
  const run = (folder: string, name: string, env: Record<string, string>): ReturnType<typeof runScript> =>
    runScript((jobs[name]?.script ?? ["exit 99"]).join("\n"), folder, env);

  it("the site is built for the host's address, and compressed; the preview has its own address, and noindex", async () => {
    const site = await repository();
    site.write(PROPOSED);
    const url = "https://programme.example.io/carnet";
    expect(run(site.root, "code", {}).status).toBe(0);
    expect(run(site.root, "pages", { CI_PAGES_URL: url }).status).toBe(0);
    expect(site.read("_site/index.html")).toContain('href="/carnet/blog/');
    const before = site.list("_site");
    // GitLab Pages sends what was compressed before, and the cache holds the site without it.
    const online = site.list("_online");
    const compressed = online.filter((path) => path.endsWith(".gz"));
    expect(online.filter((path) => !path.endsWith(".gz"))).toEqual(before);
    expect([...new Set(compressed.map((path) => path.replace(/.*(\.\w+)\.gz$/, "$1")))].sort()).toEqual(
      [".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"].sort(),
    );
    expect(gunzipSync(readFileSync(join(site.root, "_online/index.html.gz"))).toString()).toBe(
      site.read("_site/index.html"),
    );
    expect(run(site.root, "preview", { CI_PAGES_URL: `${url}/mr-3` }).status).toBe(0);
    const draft = site.read("_preview/blog/2026/05/03/ebauche/index.html");
    expect(draft).toContain('href="/carnet/mr-3/');
    expect(draft).toContain('content="noindex"');
    expect(site.list("_site")).toEqual(before);
  }, 120_000);

  it("a publication records its addresses, from a detached commit", async () => {
    const { host, clone, artifact } = await published();
    git(clone, "checkout", "--quiet", "--detach");
    git(host, "config", "receive.advertisePushOptions", "true");
    ok("cp", [join(artifact, "addresses.txt"), join(clone, BOOK)], clone);
    const env = { CI_DEFAULT_BRANCH: "main", CI_SERVER_HOST: "gitlab.example.org" };
    expect(run(clone, "addresses", env)).toMatchObject({ status: 0 });
    expectRecorded(host);
  }, 60_000);
});

async function build({ root }: TestSite): Promise<void> {
  const { status, out } = await say("build", root, "--no-search", "--url", "https://a.example.org");
  expect(status, out).toBe(0);
}

/** Addresses in the text of an address book. */
const addressesIn = (text: string): string[] =>
  text.split("\n").flatMap((line) => /^\/[^\t]*/.exec(line)?.[0] ?? []);

/** A host, and the clone in which its recipe runs: what was published has one more address than what is committed. */
async function published(): Promise<{ host: string; clone: string; artifact: string }> {
  const site = await repository();
  await build(site);
  commit(site);
  const aside = scratchFolder();
  const [host, clone] = [join(aside, "host.git"), join(aside, "clone")];
  git(aside, "clone", "--quiet", "--bare", site.root, host);
  git(aside, "clone", "--quiet", host, clone);
  // Someone else pushes first.
  site.write({ "content/posts/2026-05-03-trois.md": post("Trois") });
  await build(site);
  commit(site);
  git(site.root, "push", "--quiet", host, "main");
  const text = readFileSync(join(clone, BOOK), "utf8");
  return {
    host,
    clone,
    artifact: scratchFolder({ "addresses.txt": `${text}/nouveau/\ttag\tNouveau\n` }),
  };
}

function expectRecorded(host: string): void {
  const recorded = addressesIn(git(host, "show", `main:${BOOK}`));
  expect(recorded).toEqual(expect.arrayContaining(["/blog/2026/05/03/trois/", "/nouveau/"]));
}
