// The recipes that `carnet init` writes and this repository uses, run step by step on a small site in a Git repository.
// The host has stand-ins: tests/support/runner.ts for its actions, a script below for `gh`.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { init } from "../../src/cli/init.ts";
import { notRun } from "../support/not-run.ts";
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

/** Two of them want different versions of Carnet. */
const LOCKS = { old: '{ "lockfileVersion": 3 }\n', new: '{ "lockfileVersion": 4 }\n' };

interface Repository extends TestSite {
  git(...args: string[]): string;
  /** Commits all files. */
  commit(): void;
}

/** A new site whose main branch has one post, as a host has it: with its dependencies, and nothing built. */
async function repository(): Promise<Repository> {
  const site = makeSite({});
  await say(init, site.root);
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
  site.write({ [FIRST]: post("Un", "Un deux trois."), "package-lock.json": LOCKS.old });
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

function machine(site: TestSite, more: Partial<Machine> & { from?: string } = {}): Machine {
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
          pull_request: { head: { repo: { full_name: more.from ?? "programme/carnet" } } },
        },
      },
    },
    ...more,
  };
}

const runCheck = (on: Machine): Ran => runJob(jobOf(check, "content"), on);

/** Stands for npm: `npm ci` installs an older Carnet, one that lacked a page. */
const OLDER = `#!/bin/sh -e
[ "$1" = ci ] && [ -f package-lock.json ]
mkdir -p node_modules/.bin
cat > node_modules/.bin/carnet <<'END'
#!/bin/sh -e
node CARNET "$@"
rm -r ../_base/accessibilite
END
chmod +x node_modules/.bin/carnet
`;

/** Folder of that npm. */
function olderCarnet(): string {
  const { root } = makeSite({ npm: OLDER.replace("CARNET", CARNET_BIN) });
  chmodSync(join(root, "npm"), 0o755);
  return root;
}

describe("a pull request on GitHub", () => {
  it("is checked, reported on, and previewed at its own address with its drafts", async () => {
    const site = await repository();
    propose(site, { ...GOOD, [FIRST]: null });
    const on = machine(site);
    const ran = runCheck(on);
    expect(ran.log).not.toContain("::error");
    expect(ran).toMatchObject({ succeeded: true, outputs: { report: "success" } });

    expect(ran.summary).toContain("1 page ajoutée");
    expect(ran.summary).toContain("### Adresses perdues");
    expect(ran.summary).toContain("- `/blog/2026/05/01/un/`");
    expect(ran.summary).toContain("- `/blog/2026/05/02/deux/` Deux (3 mots)");
    expect(ran.summary).toContain("<https://programme.example.io/carnet/previews/3/>");
    expect(readFileSync(join(on.aside, "artifacts/report/report.md"), "utf8")).toBe(ran.summary);

    const preview = (path: string): string => readFileSync(join(on.aside, "artifacts/preview", path), "utf8");
    const draft = preview("blog/2026/05/03/ebauche/index.html");
    expect(draft).toContain('<p class="banner">');
    expect(draft).toContain('href="/carnet/previews/3/');
    for (const page of [
      "index.html",
      "blog/2026/05/02/deux/index.html",
      "blog/2026/05/03/ebauche/index.html",
    ])
      expect(preview(page), page).toContain('<meta name="robots" content="noindex">');
    // The published site has nothing of the draft.
    expect(site.list("_site").filter((path) => path.includes("ebauche"))).toEqual([]);
    expect(site.read("_site/blog/2026/05/02/deux/index.html")).not.toContain("noindex");
  }, 120_000);

  it("that upgrades Carnet is compared with what the version of before makes", async () => {
    const site = await repository();
    propose(site, { "package-lock.json": LOCKS.new });
    const ran = runCheck(machine(site, { programs: olderCarnet() }));
    expect(ran, ran.log).toMatchObject({ succeeded: true, outputs: { report: "success" } });
    expect(ran.summary).toContain("- `/accessibilite/` ");
  }, 120_000);

  it("is refused for a warning, shown at its line, but still has its report and preview", async () => {
    const site = await repository();
    propose(site, { "content/posts/2026-05-02-deux.md": post("Deux", "Lire [la suite](/nulle-part/).") });
    const ran = runCheck(machine(site));
    expect(ran.succeeded).toBe(false);
    expect(ran.log).toMatch(
      /^::error file=content\/posts\/2026-05-02-deux\.md,line=7,col=\d+,title=dead-link::/m,
    );
    expect(ran.outcomes).toMatchObject({ check: "failure", report: "success", preview: "success" });
    expect(ran.outcomes["Refuse what the check found"]).toBe("failure");
  }, 120_000);

  it("is refused for an error, without report or preview", async () => {
    const site = await repository();
    propose(site, { "content/posts/2026-05-02-deux.md": "---\ntitle: [\n---\n\nx\n" });
    const on = machine(site);
    const ran = runCheck(on);
    expect(ran).toMatchObject({ succeeded: false, outputs: { report: "skipped" } });
    expect(ran.log).toMatch(/^::error file=content\/posts\/2026-05-02-deux\.md,line=2/m);
    expect(existsSync(join(on.aside, "artifacts"))).toBe(false);
  }, 120_000);

  it("that corrects a site that could not be built passes without a report", async () => {
    const site = await repository();
    site.write({ [FIRST]: "---\ntitle: [\n---\n\nx\n" });
    site.commit();
    propose(site, { [FIRST]: post("Un") });
    const ran = runCheck(machine(site));
    expect(ran).toMatchObject({ succeeded: true, outputs: { report: "skipped" } });
    expect(ran.outcomes).toMatchObject({ base: "failure", preview: "success" });
  }, 120_000);

  it("from a fork is checked and reported on, without preview or comment", async () => {
    const site = await repository();
    propose(site, GOOD);
    const on = machine(site, { from: "passant/carnet" });
    const ran = runCheck(on);
    expect(ran).toMatchObject({ succeeded: true, outcomes: { preview: "skipped", report: "success" } });
    expect(ran.summary).toContain("1 page ajoutée");
    expect(ran.summary).not.toContain("previews/");
    const needs = { content: { outputs: ran.outputs } };
    const comment = jobOf(check, "comment");
    expect(wouldRun(comment, { ...on, contexts: { ...on.contexts, needs } })).toBe(false);
    const own = machine(site);
    expect(wouldRun(comment, { ...own, contexts: { ...own.contexts, needs } })).toBe(true);
  }, 120_000);

  it("is checked and reported on, without preview, if Pages is off", async () => {
    const site = await repository();
    propose(site, GOOD);
    const { pagesUrl, ...on } = machine(site);
    expect(pagesUrl).toBeDefined();
    const ran = runCheck(on);
    expect(ran).toMatchObject({
      succeeded: true,
      outcomes: { pages: "failure", preview: "skipped", report: "success" },
    });
  }, 120_000);
});

/** Stands for `gh`: artifacts, pull requests, runs and comments are files; jq handles `--jq`. Refuses anything else. */
const GH = `#!/usr/bin/env bash
set -eu
host=$HOST_FOLDER
given="$*"
filter=.; field=; method=GET; dir=; name=; commit=
args=("$@")
for ((n = 0; n < \${#args[@]}; n++)); do
  value=\${args[n + 1]:-}
  case \${args[n]} in
    --jq) filter=$value ;; --field) field=$value ;; --method) method=$value ;;
    --dir) dir=$value ;; --name) name=$value ;; --commit) commit=$value ;;
  esac
done
[ -n "$GH_TOKEN" ] && [ "$GH_REPO" = programme/carnet ]
case "$given" in
  "run download "*) [ ! -e "$dir" ] && mkdir -p "$(dirname "$dir")" && cp -r "$host/artifacts/$3/$name" "$dir" ;;
  "pr list --state open "*) jq -r "$filter" "$host/pulls.json" ;;
  "run list --workflow check.yml --commit "*) jq -c --arg c "$commit" 'map(select(.commit == $c))' "$host/runs.json" | jq -r "$filter" ;;
  "api "*"repos/programme/carnet/issues/"*)
    if [ "$method" = GET ]; then jq -r "$filter" "$host/comments.json"; exit; fi
    echo "$method \${args[*]: -3:1}" >> "$host/written.txt"
    cat "\${field#body=@}" > "$host/body.md" ;;
  *) echo "gh: $given?" >&2; exit 9 ;;
esac
`;

interface Host {
  folder: string;
  programs: string;
}

function host(files: Record<string, unknown>): Host {
  const { root } = makeSite({
    "bin/gh": GH.replace("$HOST_FOLDER", '"$(dirname "$0")/.."'),
    ...Object.fromEntries(
      Object.entries(files).map(([path, one]) => [path, typeof one === "string" ? one : JSON.stringify(one)]),
    ),
  });
  chmodSync(join(root, "bin/gh"), 0o755);
  return { folder: root, programs: join(root, "bin") };
}

const hasJq = spawnSync("jq", ["--version"]).status === 0;
const NO_JQ = "jq is not installed (Debian: jq)";

describe("the comment on a pull request", () => {
  const REPORT = "## Ce que change\n\n`$(touch pwned)` @equipe\n";
  const comment = (comments: unknown[]): { ran: Ran; at: Host } => {
    const at = host({ "comments.json": comments, "artifacts/77/report/report.md": REPORT });
    const { programs } = at;
    return { ran: runJob(jobOf(check, "comment"), machine(makeSite({}), { programs })), at };
  };
  const read = ({ folder }: Host, file: string): string => readFileSync(join(folder, file), "utf8");

  it("is created with the report as it is", (context) => {
    if (!hasJq) notRun(context, NO_JQ);
    const { ran, at } = comment([
      { id: 1, user: { login: "ana" }, body: "<!-- carnet report --> moi aussi" },
    ]);
    expect(ran.succeeded, ran.log).toBe(true);
    expect(read(at, "written.txt")).toBe("POST repos/programme/carnet/issues/3/comments\n");
    expect(read(at, "body.md")).toBe(`<!-- carnet report -->\n${REPORT}`);
  });

  it("is updated by the next run, and no other comment is touched", (context) => {
    if (!hasJq) notRun(context, NO_JQ);
    const bot = { login: "github-actions[bot]" };
    const { ran, at } = comment([
      { id: 1, user: bot, body: "Autre chose" },
      { id: 2, user: bot, body: "<!-- carnet report -->\nancien" },
      { id: 3, user: { login: "ana" }, body: "<!-- carnet report -->" },
    ]);
    expect(ran.succeeded, ran.log).toBe(true);
    expect(read(at, "written.txt")).toBe("PATCH repos/programme/carnet/issues/comments/2\n");
  });
});

describe("a publication on GitHub", () => {
  it("builds for the host's address, and adds the previews of open pull requests, except from forks", async (context) => {
    if (!hasJq) notRun(context, NO_JQ);
    const site = await repository();
    const { programs } = host({
      "pulls.json": [
        { number: 3, headRefOid: "aaa", isCrossRepository: false },
        { number: 4, headRefOid: "bbb", isCrossRepository: true },
        { number: 5, headRefOid: "ccc", isCrossRepository: false },
        { number: 6, headRefOid: "ddd", isCrossRepository: false },
      ],
      "runs.json": [
        { databaseId: 70, commit: "aaa" },
        { databaseId: 71, commit: "bbb" },
        // The pull request could not be built.
        { databaseId: 72, commit: "ddd" },
      ],
      "artifacts/70/preview/index.html": "trois",
      "artifacts/71/preview/index.html": "quatre",
    });
    const ran = runJob(jobOf(publish, "build"), machine(site, { programs }));
    expect(ran.succeeded, ran.log).toBe(true);
    expect(ran.outcomes["Add the previews"], ran.log).toBe("success");
    expect(site.read("_site/previews/3/index.html")).toBe("trois");
    expect(site.list("_site/previews")).toEqual(["3/index.html"]);
    expect(site.read("_site/index.html")).toContain('href="/carnet/blog/');
  }, 120_000);

  it("succeeds without previews if they cannot be fetched", async () => {
    const site = await repository();
    const { root } = makeSite({ gh: "#!/bin/sh\nexit 4\n" });
    chmodSync(join(root, "gh"), 0o755);
    const ran = runJob(jobOf(publish, "build"), machine(site, { programs: root }));
    expect(ran).toMatchObject({ succeeded: true, outcomes: { "Add the previews": "failure" } });
    expect(existsSync(join(site.root, "_site/index.html"))).toBe(true);
  }, 120_000);

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
  const jobs = z
    .record(z.string(), z.looseObject({ script: z.array(z.string()).optional() }))
    .parse(
      Object.fromEntries(
        Object.entries(z.record(z.string(), z.unknown()).parse(parse(recipe(".gitlab-ci.yml")))).filter(
          ([name]) => !["workflow", "stages"].includes(name),
        ),
      ),
    );
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

  /** Makes a merge request and checks out its branch, in a clone that has fetched nothing else yet. */
  async function proposed(
    files: Record<string, string | null>,
  ): Promise<{ site: Repository; env: Record<string, string> }> {
    const site = await repository();
    const base = site.git("rev-parse", "HEAD").trim();
    propose(site, files);
    site.git("checkout", "--quiet", "proposal");
    site.git("remote", "add", "origin", site.root);
    return { site, env: { CI_MERGE_REQUEST_DIFF_BASE_SHA: base } };
  }

  /** Problems shown in the merge request, except the passages to complete in the pages of `init`. */
  const shown = (site: Repository): unknown[] =>
    z
      .array(z.looseObject({ check_name: z.string() }))
      .parse(JSON.parse(site.read("_report/code-quality.json")))
      .filter((one) => one.check_name !== "to-complete");

  it("a merge request is checked and reported on", async () => {
    const { site, env } = await proposed({ ...GOOD, [FIRST]: null });
    const { status, log } = run(site, "content", env);
    expect(status, log).toBe(0);
    expect(shown(site)).toEqual([]);
    expect(site.read("_report/report.md")).toContain("- `/blog/2026/05/01/un/`");
    expect(log).toContain(site.read("_report/report.md"));
  }, 120_000);

  it("a merge request that upgrades Carnet is compared with what the version of before makes", async () => {
    const site = await repository();
    const base = site.git("rev-parse", "HEAD").trim();
    propose(site, { "package-lock.json": LOCKS.new });
    site.git("remote", "add", "origin", site.root);
    const path = [olderCarnet(), baseEnv()["PATH"]].join(delimiter);
    const { status, log } = run(site, "content", { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, PATH: path });
    expect(status, log).toBe(0);
    expect(site.read("_report/report.md")).toContain("- `/accessibilite/` ");
  }, 120_000);

  it("a merge request with a warning is refused, shows it there and in the log, and is still reported on", async () => {
    const { site, env } = await proposed({
      "content/posts/2026-05-02-deux.md": post("Deux", "Lire [la suite](/nulle-part/)."),
    });
    const { status, log } = run(site, "content", env);
    expect(status).toBe(1);
    expect(log).toContain("content/posts/2026-05-02-deux.md:7:");
    expect(shown(site)).toMatchObject([
      {
        check_name: "dead-link",
        location: { path: "content/posts/2026-05-02-deux.md", lines: { begin: 7 } },
      },
    ]);
    expect(site.read("_report/report.md")).toContain("1 page ajoutée");
  }, 120_000);

  it("a merge request that corrects a broken site passes without a report", async () => {
    const site = await repository();
    site.write({ [FIRST]: "---\ntitle: [\n---\n\nx\n" });
    site.commit();
    const base = site.git("rev-parse", "HEAD").trim();
    propose(site, { [FIRST]: post("Un") });
    site.git("remote", "add", "origin", site.root);
    const { status, log } = run(site, "content", { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    expect(status, log).toBe(0);
    expect(site.list("_report")).toEqual(["code-quality.json"]);
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
