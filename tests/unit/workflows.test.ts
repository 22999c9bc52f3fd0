import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { commandNamed, optionsOf } from "../../src/cli/commands.ts";

const root = new URL("../../", import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), "utf8");

const permissions = z.record(z.string(), z.string());
const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const job = z.object({
  "timeout-minutes": z.number(),
  permissions: permissions.optional(),
  needs: z.string().optional(),
  steps: z.array(step.loose()),
});
const workflow = z.object({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions,
  concurrency: z.object({ group: z.string(), "cancel-in-progress": z.boolean() }),
  jobs: z.record(z.string(), job.loose()),
});
const gitlabJob = z.object({
  script: z.array(z.string()),
  rules: z.array(z.object({ if: z.string() })).optional(),
});

const artifacts = z.object({ artifacts: z.object({ paths: z.array(z.string()) }) });

function github(name: string): z.output<typeof workflow> {
  return workflow.parse(parse(text(`.github/workflows/${name}.yml`)));
}

const check = github("check");
const publish = github("publish");
const tests = github("tests");
const gitlab = z.record(z.string(), z.unknown()).parse(parse(text(".gitlab-ci.yml")));
const gitlabJobs = ["content", "code", "preview", "pages", "addresses"].map((name) =>
  gitlabJob.parse(gitlab[name]),
);
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(text("package.json"))).scripts;

const steps = [check, publish, tests].flatMap(({ jobs }) => Object.values(jobs).flatMap((one) => one.steps));
const commands = [
  ...steps.flatMap(({ run }) => (run === undefined ? [] : [run])),
  ...gitlabJobs.flatMap(({ script }) => script),
  ...z.object({ before_script: z.array(z.string()) }).parse(gitlab["default"]).before_script,
];

describe("the CI workflows", () => {
  it("are the same, byte for byte, as those that a new site gets", () => {
    const given = [
      ...["github/workflows/check.yml", "github/workflows/publish.yml", "gitlab-ci.yml"],
      "gitattributes",
    ];
    for (const path of given) expect(text(`.${path}`), path).toBe(text(`templates/common/dot-${path}`));
  });

  it.each([...new Set(commands)])("run only commands, options and scripts that exist: %s", (command) => {
    const [, ...calls] = command.split(/npx carnet /);
    for (const call of calls) {
      const words = call.split(/[\s;]+/);
      const named = commandNamed(words[0] ?? "");
      const known: string[] = named ? optionsOf(named) : [];
      expect(named, call).toBeDefined();
      const options = (/^[^\n;|>]*/.exec(call)?.[0] ?? "").matchAll(/--([a-z-]+)/g);
      for (const [, option = ""] of options) expect(known).toContain(option);
    }
    for (const [, script = ""] of command.matchAll(/(?<!\.)\bnpm (?:run )?(\S+)/g))
      expect(["ci", ...Object.keys(scripts)]).toContain(script);
    expect(spawnSync("bash", ["-n", "-c", command], { encoding: "utf8" }).stderr).toBe("");
  });

  it("publish files of public/ whose names begin with a dot, such as .well-known", () => {
    const upload = publish.jobs["build"]?.steps.find(({ uses }) =>
      uses?.startsWith("actions/upload-pages-artifact"),
    );
    expect(upload).toMatchObject({ with: { path: "_site", "include-hidden-files": true } });
  });

  it("use only GitHub's own actions, each at a major version", () => {
    const used = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+(?:\/[\w-]+)?@v\d+$/);
  });

  it("need no secret, and insert no expression into a command", () => {
    for (const path of ["check.yml", "publish.yml", "tests.yml"].map((name) => `.github/workflows/${name}`))
      expect(text(path)).not.toMatch(/secrets\.|password/i);
    expect(text(".gitlab-ci.yml")).not.toMatch(/_TOKEN|password/i);
    for (const command of commands) expect(command).not.toContain("${{");
  });

  it("check pull requests with the right to read only, since proposed code is run", () => {
    for (const one of [check, tests]) expect(Object.keys(one.on)).toEqual(["pull_request"]);
    expect(tests.permissions).toEqual({ contents: "read" });
    expect(check.permissions).toEqual({});
    expect(check.jobs["content"]?.permissions).toEqual({ contents: "read", pages: "read" });
  });

  it("give the right to write comments to a job that runs no proposed code", () => {
    const { permissions: rights, steps: one } = check.jobs["comment"] ?? { steps: [] };
    expect(rights).toEqual({ actions: "read", "pull-requests": "write" });
    expect(one.map(({ uses }) => uses)).toEqual([undefined]);
    expect(one[0]?.run).not.toMatch(/\bnp[mx]\b|git /);
  });

  it("cache .cache/ and _site/ from one run to the next", () => {
    const kept = [check, publish]
      .flatMap(({ jobs }) => Object.values(jobs).flatMap((one) => one.steps))
      .filter(({ uses }) => uses?.startsWith("actions/cache"));
    expect(kept.map(({ uses }) => uses?.replace(/@.*/, ""))).toEqual([
      "actions/cache",
      "actions/cache/restore",
      "actions/cache/save",
    ]);
    const [first, ...others] = kept.map((step) => step["with"]);
    expect(first).toMatchObject({ path: ".cache\n_site\n" });
    for (const other of others) expect(first).toMatchObject(other as Record<string, unknown>);
    expect(text(".gitlab-ci.yml")).toContain("paths: [.cache/, _site/]");
  });

  it("publish on a push, every day, by hand and after a check, one at a time and never cancelled", () => {
    expect(Object.keys(publish.on).sort()).toEqual(["push", "schedule", "workflow_dispatch", "workflow_run"]);
    expect(publish.on["workflow_run"]).toMatchObject({ workflows: [check.name] });
    expect(publish.concurrency).toMatchObject({ "cancel-in-progress": false });
  });

  it("publish the branch as it is, not the commit for which a run was asked", () => {
    const checkout = publish.jobs["build"]?.steps[0];
    expect(checkout).toMatchObject({ uses: "actions/checkout@v7", with: { ref: "${{ github.ref }}" } });
  });

  it("give the right to publish only to the job that publishes", () => {
    expect(publish.permissions).toEqual({});
    const { build, deploy } = publish.jobs;
    expect(build?.permissions).toEqual({
      actions: "read",
      contents: "read",
      pages: "read",
      "pull-requests": "read",
    });
    expect(deploy?.permissions).toEqual({ pages: "write", "id-token": "write" });
    expect(deploy?.needs).toBe("build");
    expect(deploy?.steps.some(({ run }) => run !== undefined)).toBe(false);
  });

  it("give the right to write to the branch to a job that runs no code of the site, after it is online", () => {
    const { remember } = publish.jobs;
    expect(remember).toMatchObject({
      needs: "deploy",
      permissions: { actions: "read", contents: "write" },
      "continue-on-error": true,
    });
    expect(remember?.steps.map(({ run }) => run).join("\n")).not.toMatch(/\bnp[mx]\b/);
    expect(gitlab["addresses"]).toMatchObject({ stage: "remember", allow_failure: true, before_script: [] });
  });

  it("test before they build, and build for the host's own address", () => {
    const order = publish.jobs["build"]?.steps.map(({ run, uses }) => run ?? uses?.replace(/@.*/, ""));
    expect(order?.slice(3)).toEqual([
      "npm ci",
      "npm test --if-present",
      "actions/configure-pages",
      'npx carnet build --format github --url "$SITE_URL"',
      "actions/upload-artifact",
      "actions/cache/save",
      expect.stringContaining("gh run download"),
      "actions/upload-pages-artifact",
    ]);
    expect(gitlabJobs[3]?.script[0]).toBe('npx carnet build --url "$CI_PAGES_URL"');
  });

  it("run on Node 24, for at most 30 minutes", () => {
    const versions = steps
      .filter(({ uses }) => uses?.startsWith("actions/setup-node"))
      .map((one) => one["with"]);
    for (const version of versions) expect(version).toMatchObject({ "node-version": 24, cache: "npm" });
    for (const { jobs } of [check, publish, tests]) {
      for (const one of Object.values(jobs)) expect(one["timeout-minutes"]).toBeLessThanOrEqual(30);
    }
  });

  it("publish the built folder on GitLab, not the sources' public folder", () => {
    expect(gitlab["pages"]).toMatchObject({
      pages: { publish: "_online" },
      artifacts: { paths: ["_online", "content/addresses.txt"] },
    });
  });

  it("write on GitLab only into folders that Git ignores, here and in a new site", () => {
    const written = Object.values(gitlab).flatMap(
      (one) => artifacts.safeParse(one).data?.artifacts.paths ?? [],
    );
    const folders = written.filter((path) => path.startsWith("_")).map((path) => path.replace(/\/?$/, "/"));
    expect(folders).toContain("_report/");
    for (const list of [".gitignore", "templates/common/dot-gitignore"])
      expect(text(list).split("\n")).toEqual(expect.arrayContaining(folders));
  });

  it("publish a preview on GitLab only if a variable says that it cannot replace the site", () => {
    expect(gitlab["preview"]).toMatchObject({
      rules: [{ if: expect.stringContaining('$CARNET_PREVIEWS == "pages"') as string }],
      pages: { publish: "_preview", path_prefix: "mr-$CI_MERGE_REQUEST_IID" },
    });
  });
});
