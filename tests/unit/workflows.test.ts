import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { commandNamed, optionsOf } from "../../src/cli/commands.ts";

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const GITHUB = ["check", "publish", "tests", "release"].map((name) => `.github/workflows/${name}.yml`);
const GITLAB = ".gitlab-ci.yml";
const trees = [...GITHUB, GITLAB].map((path): unknown => parse(text(path)));

/** All values of a key, at any depth; the items of lists. */
function valuesOf(key: string, tree: unknown): unknown[] {
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) =>
    name === key ? [value].flat() : valuesOf(key, value),
  );
}

const commands = ["run", "script", "before_script"].flatMap((key) => valuesOf(key, trees)).map(String);

it("are the same, byte for byte, as those that a new site gets", () => {
  for (const path of [...GITHUB.slice(0, 2), GITLAB, ".gitattributes"])
    expect(text(path), path).toBe(text(`templates/common/dot-${path.slice(1)}`));
});

it.each([...new Set(commands)])("run only commands, options and scripts that exist: %s", (command) => {
  for (const call of command.split(/npx carnet /).slice(1)) {
    const named = commandNamed(/^\w+/.exec(call)?.[0] ?? "");
    expect(named, call).toBeDefined();
    const known: string[] = named ? optionsOf(named) : [];
    const options = (/^[^\n;|>]*/.exec(call)?.[0] ?? "").matchAll(/--([a-z-]+)/g);
    for (const [, option = ""] of options) expect(known).toContain(option);
  }
  const { scripts } = JSON.parse(text("package.json")) as { scripts: object };
  for (const [, script = ""] of command.matchAll(/(?<!\.)\bnpm (?:run )?(\S+)/g))
    expect(["ci", "publish", ...Object.keys(scripts)]).toContain(script);
  expect(spawnSync("bash", ["-n", "-c", command], { encoding: "utf8" }).stderr).toBe("");
  // What a contributor wrote, such as the name of a branch, would be run.
  expect(command).not.toContain("${{");
});

it("use only GitHub's own actions, each at a major version, and need no secret", () => {
  const used = valuesOf("uses", trees);
  expect(used.length).toBeGreaterThan(0);
  for (const action of used) expect(action).toMatch(/^actions\/[\w-]+(?:\/[\w-]+)?@v\d+$/);
  for (const path of GITHUB) expect(text(path)).not.toMatch(/secrets\.|password/i);
  expect(text(GITLAB)).not.toMatch(/_TOKEN|password/i);
});

it.each([
  // Proposed code is run: it may only read.
  ["check", "on", { pull_request: null }],
  ["tests", "on", { pull_request: null }],
  // A version is published by its tag, after the checks, and only this job may sign it.
  ["release", "on", { push: { tags: ["v*"] } }],
  ["release", "permissions", {}],
  ["release", "jobs.check.permissions", { contents: "read" }],
  ["release", "jobs.publish.permissions", { contents: "read", "id-token": "write" }],
  ["release", "jobs.publish.needs", "check"],
  ["tests", "permissions", { contents: "read" }],
  ["check", "permissions", {}],
  ["check", "jobs.content.permissions", { contents: "read", pages: "read" }],
  ["check", "jobs.comment.permissions", { actions: "read", "pull-requests": "write" }],
  ["publish", "permissions", {}],
  [
    "publish",
    "jobs.build.permissions",
    { actions: "read", contents: "read", pages: "read", "pull-requests": "read" },
  ],
  ["publish", "jobs.deploy.permissions", { pages: "write", "id-token": "write" }],
  ["publish", "jobs.remember.permissions", { actions: "read", contents: "write" }],
])("on GitHub, %s has only the rights it needs: %s", (name, path, expected) => {
  expect(parse(text(`.github/workflows/${name}.yml`))).toHaveProperty(path, expected);
});

it("give the right to write to jobs that run no code of the site", () => {
  const [check, publish] = trees as { jobs: Record<string, { steps: { run?: string; uses?: string }[] }> }[];
  for (const job of [check?.jobs["comment"], publish?.jobs["deploy"], publish?.jobs["remember"]]) {
    expect(job?.steps.length).toBeGreaterThan(0);
    for (const { run = "" } of job?.steps ?? []) expect(run).not.toMatch(/\bnp[mx]\b/);
  }
});

it.each([
  [".github/workflows/publish.yml", "concurrency.cancel-in-progress", false],
  [".github/workflows/publish.yml", "on.workflow_run.workflows", ["Check"]],
  // The branch as it is, not the commit for which a run was asked.
  [".github/workflows/publish.yml", "jobs.build.steps.0.with.ref", "${{ github.ref }}"],
  [".github/workflows/publish.yml", "jobs.remember.needs", "deploy"],
  [GITLAB, "addresses.allow_failure", true],
  [GITLAB, "pages.script.0", 'npx carnet build --url "$CI_PAGES_URL"'],
  // Not the sources' `public`, which GitLab would publish by default.
  [GITLAB, "pages.pages.publish", "_online"],
  // Only if a variable says that a preview cannot replace the site.
  [GITLAB, "preview.rules.0.if", expect.stringContaining('$CARNET_PREVIEWS == "pages"')],
])("publish whole sites, one at a time: %s has %s", (file, path, expected) => {
  expect(parse(text(file))).toHaveProperty(path, expected);
});

it("publish files of public/ whose names begin with a dot, such as .well-known", () => {
  expect(text(".github/workflows/publish.yml")).toMatch(
    /upload-pages-artifact@v\d+\s+with:\s+path: _site\s+include-hidden-files: true/,
  );
});

it("cache .cache/ and _site/ from one run to the next, under one key", () => {
  const cached = valuesOf("with", trees).filter((one) => valuesOf("restore-keys", one).length > 0);
  expect(new Set(cached.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(cached).toMatchObject([{ path: ".cache\n_site\n" }, { path: ".cache\n_site\n" }]);
  expect(text(GITLAB)).toContain("paths: [.cache/, _site/]");
});

it("write on GitLab only into folders that Git ignores, here and in a new site", () => {
  const written = valuesOf("paths", valuesOf("artifacts", trees)).map(String);
  const folders = written.filter((path) => path.startsWith("_")).map((path) => path.replace(/\/?$/, "/"));
  expect(folders).toContain("_report/");
  for (const list of [".gitignore", "templates/common/dot-gitignore"])
    expect(text(list).split("\n")).toEqual(expect.arrayContaining(folders));
});
