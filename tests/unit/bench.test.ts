// The bench itself: that it runs and says what it measured, never how fast. Speed is for people to read.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import * as z from "zod";

const BENCH = join(import.meta.dirname, "../../bench");

function node(args: readonly string[], env: Record<string, string> = {}): ReturnType<typeof spawnSync> {
  return spawnSync(process.execPath, args, { encoding: "utf8", env: { ...process.env, ...env } });
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "carnet-bench-test-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function written(flavour: string, env: Record<string, string>): [name: string, text: string][] {
  const folder = scratch();
  expect(node([join(BENCH, "corpus.mjs"), "12", folder, flavour], env).status).toBe(0);
  const names = readdirSync(folder).sort();
  return names.map((name) => [name, readFileSync(join(folder, name), "utf8")]);
}

it("writes the same posts whatever the zone and the language of the machine", () => {
  const posts = written("carnet", { TZ: "Pacific/Auckland", LC_ALL: "C" });
  expect(posts).toHaveLength(12);
  expect(written("carnet", { TZ: "America/Los_Angeles", LC_ALL: "fr_FR.UTF-8" })).toEqual(posts);
});

it("gives every generator the same body under its own front matter", () => {
  const bodies = (flavour: string): string[] =>
    written(flavour, {}).map(([, text]) => text.slice(text.indexOf("\n---\n")));
  expect(bodies("hugo")).toEqual(bodies("carnet"));
  expect(bodies("jekyll")).toEqual(bodies("carnet"));
});

it("measures Markdown and builds of five posts, and says what it left out", () => {
  const file = join(scratch(), "report.json");
  const options = ["--posts", "5", "--runs", "1", "--peers", "none", "--only", "markdown,build"];
  const { status, stdout } = node([join(BENCH, "run.mjs"), ...options, "--json", file]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^markdown: \d+\.\d\d × bare markdown-it \(asked: at most 1\.5\)/m);
  expect(stdout).toMatch(/^5 posts, cold +carnet +\d+ +\d+\.\d\d s/m);
  expect(stdout).toMatch(/^5 posts, one edited +carnet/m);
  expect(stdout).toMatch(/^not run: one-post; pictures; hugo \(not asked for\)/m);
  const report = z.object({ rows: z.array(z.object({ scenario: z.string(), pages: z.number() })) });
  expect(report.parse(JSON.parse(readFileSync(file, "utf8"))).rows).toHaveLength(2);
});

it("refuses an option that it does not know, with the list of those that it does", () => {
  const { status, stderr } = node([join(BENCH, "run.mjs"), "--post", "5"]);
  expect(status).toBe(2);
  expect(stderr).toContain("bench: unknown option --post\n");
  expect(stderr).toContain("--peers hugo,eleventy");
});
