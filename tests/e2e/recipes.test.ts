// The recipes that `carnet init` writes and this repository uses, run step by step on a small site in a Git repository.
// The host has stand-ins: tests/support/runner.ts for its actions, a script below for `gh`.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { say } from "../support/command.ts";
import { ok } from "../support/npm.ts";
import { baseEnv, groupOf, jobOf, runJob, wouldRun, type Machine, type Ran } from "../support/runner.ts";
import { CARNET_BIN, makeSite, post, ROOT, type TestSite } from "../support/site.ts";

const recipe = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const check = recipe(".github/workflows/check.yml");
const publish = recipe(".github/workflows/publish.yml");

const FIRST = "content/posts/2026-05-01-un.md";
const GOOD = {
  "content/posts/2026-05-02-deux.md": post("Deux", "Un texte nouveau."),
  "content/posts/_2026-05-03-ebauche.md": post("Ébauche"),
};

interface Repository extends TestSite {
  git(...args: string[]): string;
  /** Commits all files. */
  commit(): void;
}

/** A new site whose main branch has one post, as a host has it: with its dependencies, and nothing built. */
async function repository(): Promise<Repository> {
  const site = makeSite({});
  await say("init", site.root);
  const git = (...args: string[]): string =>
    ok("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], site.root);
  mkdirSync(join(site.root, "node_modules/.bin"), { recursive: true });
  symlinkSync(ROOT, join(site.root, "node_modules/carnet"), "dir");
  symlinkSync(CARNET_BIN, join(site.root, "node_modules/.bin/carnet"));
  git("init", "--quiet", "--initial-branch", "main");
  const commit = (): void => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "x");
  };
  site.write({ [FIRST]: post("Un", "Un deux trois."), "package-lock.json": '{ "lockfileVersion": 3 }\n' });
  commit();
  return { ...site, git, commit };
}

/** Makes a pull request with these files (`null` deletes one), and checks out its merge, as GitHub does. */
function propose(site: Repository, files: Record<string, string | null>): void {
  site.git("checkout", "--quiet", "-b", "proposal");
  for (const [path, text] of Object.entries(files))
    if (text === null) rmSync(join(site.root, path));
    else site.write({ [path]: text });
  site.commit();
  site.git("checkout", "--quiet", "main");
  site.git("merge", "--quiet", "--no-ff", "--message", "merge", "proposal");
}

function machine(site: TestSite): Machine {
  const { root: aside } = makeSite({});
  return {
    folder: site.root,
    aside,
    pagesUrl: "https://programme.example.io/carnet",
    contexts: {
      github: {
        repository: "programme/carnet",
        run_id: 77,
        token: "none",
        event_name: "pull_request",
        event: {
          number: 3,
          pull_request: { head: { repo: { full_name: "programme/carnet" } } },
        },
      },
    },
  };
}

const runCheck = (on: Machine): Ran => runJob(jobOf(check, "content"), on);

const WARNED = { "content/posts/2026-05-02-deux.md": post("Deux", "Lire [la suite](/nulle-part/).") };

describe("a pull request on GitHub", () => {
  it("is checked, reported on, and previewed at its own address with its drafts", async () => {
    const site = await repository();
    propose(site, { ...GOOD, [FIRST]: null });
    const on = machine(site);
    const ran = runCheck(on);
    expect(ran.log).not.toContain("::error");
    expect(ran).toMatchObject({ succeeded: true, outputs: { report: "success" } });
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
  }, 120_000);

  it("is refused for a warning, shown at its line, but still has its report and preview", async () => {
    const site = await repository();
    propose(site, WARNED);
    const ran = runCheck(machine(site));
    expect(ran.succeeded).toBe(false);
    expect(ran.log).toMatch(
      /^::error file=content\/posts\/2026-05-02-deux\.md,line=7,col=\d+,title=dead-link::/m,
    );
    expect(ran.outcomes).toMatchObject({
      ...{ check: "failure", report: "success", preview: "success" },
      "Refuse what the check found": "failure",
    });
  }, 120_000);
});

describe("a publication on GitHub", () => {
  it("runs after a check of the repository's own branches, but not of a fork's, which keeps none waiting", () => {
    const build = jobOf(publish, "build");
    const on = (event_name: string, full_name?: string): Machine => ({
      ...machine(makeSite({})),
      contexts: {
        github: {
          event_name,
          repository: "programme/carnet",
          event: full_name === undefined ? {} : { workflow_run: { head_repository: { full_name } } },
        },
      },
    });
    const own = [on("push"), on("schedule"), on("workflow_run", "programme/carnet")];
    for (const one of own) expect([wouldRun(build, one), groupOf(publish, one)]).toEqual([true, "pages"]);
    const fork = on("workflow_run", "passant/carnet");
    expect([wouldRun(build, fork), groupOf(publish, fork)]).toEqual([false, "forks"]);
  });
});

describe("on GitLab", () => {
  const jobs = parse(recipe(".gitlab-ci.yml")) as Record<string, { script?: string[] }>;
  /** Runs a job as the runner does: all lines in one shell, which stops at the first that fails. */
  const run = (
    site: TestSite,
    name: string,
    env: Record<string, string> = {},
  ): { status: number | null; log: string } => {
    const script = ["set -eo pipefail", ...(jobs[name]?.script ?? ["exit 99"])].join("\n");
    const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
      cwd: site.root,
      encoding: "utf8",
      env: { ...baseEnv(), ...env },
    });
    return { status, log: stdout + stderr };
  };

  it("a merge request with a warning is refused, shows it there and in the log, and is still reported on", async () => {
    const site = await repository();
    const base = site.git("rev-parse", "HEAD").trim();
    propose(site, WARNED);
    // As a clone that has fetched nothing else yet.
    site.git("checkout", "--quiet", "proposal");
    site.git("remote", "add", "origin", site.root);
    const { status, log } = run(site, "content", { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    expect(status).toBe(1);
    expect(log).toContain("content/posts/2026-05-02-deux.md:7:");
    const location = { path: "content/posts/2026-05-02-deux.md", lines: { begin: 7 } };
    expect(JSON.parse(site.read("_report/code-quality.json"))).toEqual(
      expect.arrayContaining([expect.objectContaining({ check_name: "dead-link", location })]),
    );
    expect(site.read("_report/report.md")).toContain("### Ajoutées (1)");
  }, 120_000);

  it("the site is tested and built for the host's address; the preview has its own, and noindex", async () => {
    const site = await repository();
    site.write(GOOD);
    expect(run(site, "code").status).toBe(0);
    expect(run(site, "pages", { CI_PAGES_URL: "https://programme.example.io/carnet" }).status).toBe(0);
    expect(site.read("_site/index.html")).toContain('href="/carnet/blog/');
    const before = site.list("_site");
    // GitLab Pages sends what was compressed before, and the cache holds the site without it.
    const online = site.list("_online");
    const compressed = online.filter((path) => path.endsWith(".gz"));
    expect(online.filter((path) => !path.endsWith(".gz"))).toEqual(before);
    expect([...new Set(compressed.map((path) => path.replace(/.*(\.\w+)\.gz$/, "$1")))].sort()).toEqual(
      [".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"].sort(),
    );
    expect(gunzipSync(readFileSync(join(site.root, "_online/index.html.gz"))).toString()).toBe(
      site.read("_site/index.html"),
    );
    expect(run(site, "preview", { CI_PAGES_URL: "https://programme.example.io/carnet/mr-3" }).status).toBe(0);
    const draft = site.read("_preview/blog/2026/05/03/ebauche/index.html");
    expect(draft).toContain('href="/carnet/mr-3/');
    expect(draft).toContain('content="noindex"');
    expect(site.list("_site")).toEqual(before);
  }, 120_000);
});
