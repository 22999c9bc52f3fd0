import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { OPTION_NAMES } from "../../src/cli/options.ts";

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
  on: z.record(z.string(), z.unknown()),
  permissions,
  concurrency: z.object({ group: z.string(), "cancel-in-progress": z.boolean() }),
  jobs: z.record(z.string(), job.loose()),
});
const gitlabJob = z.object({
  script: z.array(z.string()),
  rules: z.array(z.object({ if: z.string() })).optional(),
});

function github(name: string): z.output<typeof workflow> {
  return workflow.parse(parse(text(`.github/workflows/${name}.yml`)));
}

const check = github("check");
const publish = github("publish");
const gitlab = z.record(z.string(), z.unknown()).parse(parse(text(".gitlab-ci.yml")));
const gitlabJobs = ["content", "code", "pages"].map((name) => gitlabJob.parse(gitlab[name]));
const scripts = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(text("package.json"))).scripts;

const steps = [check, publish].flatMap(({ jobs }) => Object.values(jobs).flatMap((one) => one.steps));
const commands = [
  ...steps.flatMap(({ run }) => (run === undefined ? [] : [run])),
  ...gitlabJobs.flatMap(({ script }) => script),
  ...z.object({ before_script: z.array(z.string()) }).parse(gitlab["default"]).before_script,
];

describe("the publishing recipes", () => {
  it.each([...new Set(commands)])("run a command that exists: %s", (command) => {
    const words = command.split(/\s+/);
    if (words[0] === "npm" && words[1] === "ci") return;
    if (words[0] === "npm") {
      expect(Object.keys(scripts)).toContain(words[1] === "run" ? words[2] : words[1]);
      return;
    }
    expect(words.slice(0, 2)).toEqual(["npx", "carnet"]);
    expect(existsSync(new URL(`src/cli/${words[2] ?? ""}.ts`, root))).toBe(true);
    for (const option of words.filter((word) => word.startsWith("--")))
      expect(OPTION_NAMES).toContain(option.slice(2));
  });

  it("use GitHub's own actions, each at a named major version", () => {
    const used = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@v\d+$/);
  });

  it("need no secret, and put nothing from outside into a command's text", () => {
    for (const path of [".github/workflows/check.yml", ".github/workflows/publish.yml", ".gitlab-ci.yml"]) {
      expect(text(path)).not.toMatch(/secrets\.|_TOKEN|password/i);
    }
    for (const command of commands) expect(command).not.toContain("${{");
  });

  it("check pull requests with the right to read only", () => {
    expect(Object.keys(check.on)).toEqual(["pull_request"]);
    expect(check.permissions).toEqual({ contents: "read" });
    expect(Object.values(check.jobs).every((one) => one.permissions === undefined)).toBe(true);
  });

  it("publish on the main branch, every day and by hand, one at a time and never cut short", () => {
    expect(Object.keys(publish.on).sort()).toEqual(["push", "schedule", "workflow_dispatch"]);
    expect(publish.concurrency).toEqual({ group: "pages", "cancel-in-progress": false });
  });

  it("give the right to publish to the job that publishes, and to no other", () => {
    expect(publish.permissions).toEqual({});
    const { build, deploy } = publish.jobs;
    expect(build?.permissions).toEqual({ contents: "read", pages: "read" });
    expect(deploy?.permissions).toEqual({ pages: "write", "id-token": "write" });
    expect(deploy?.needs).toBe("build");
    expect(deploy?.steps.some(({ run }) => run !== undefined)).toBe(false);
  });

  it("test before they build, and build for the host's own address", () => {
    const order = publish.jobs["build"]?.steps.map(({ run, uses }) => run ?? uses?.replace(/@.*/, ""));
    expect(order?.slice(3)).toEqual([
      "npm ci",
      "npm test",
      "actions/configure-pages",
      'npx carnet build --format github --url "$SITE_URL"',
      "actions/upload-pages-artifact",
    ]);
    expect(gitlabJobs[2]?.script).toEqual(['npx carnet build --url "$CI_PAGES_URL"']);
  });

  it("run on Node 24, and end", () => {
    const versions = steps
      .filter(({ uses }) => uses?.startsWith("actions/setup-node"))
      .map((one) => one["with"]);
    for (const version of versions) expect(version).toMatchObject({ "node-version": 24, cache: "npm" });
    for (const { jobs } of [check, publish]) {
      for (const one of Object.values(jobs)) expect(one["timeout-minutes"]).toBeLessThanOrEqual(30);
    }
  });

  it("publish the built folder on GitLab, not the sources' public folder", () => {
    expect(gitlab["pages"]).toMatchObject({ pages: { publish: "_site" }, artifacts: { paths: ["_site"] } });
  });
});
