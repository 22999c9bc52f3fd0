// Checks that the benchmark runs and reports what it measured, but not how fast: people read its figures.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as z from "zod";
import { scratchFolder } from "../support/scratch-folder.ts";

const BENCH = join(import.meta.dirname, "../../bench");

function node(args: readonly string[], env: Record<string, string> = {}): ReturnType<typeof spawnSync> {
  return spawnSync(process.execPath, args, { encoding: "utf8", env: { ...process.env, ...env } });
}

function written(flavour: string, env: Record<string, string>): [name: string, text: string][] {
  const folder = scratchFolder();
  expect(node([join(BENCH, "corpus.mjs"), "12", folder, flavour], env).status).toBe(0);
  const names = readdirSync(folder).sort();
  return names.map((name) => [name, readFileSync(join(folder, name), "utf8")]);
}

it("writes the same posts whatever the time zone and language of the machine", () => {
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

const row = z.object({
  scenario: z.string(),
  name: z.string(),
  change: z.string(),
  wall: z.number(),
  cpu: z.number(),
  pages: z.number().optional(),
  written: z.number(),
});
const reportSchema = z.object({
  machine: z.object({ processor: z.string(), cores: z.number(), memory: z.string(), node: z.string() }),
  posts: z.array(z.number()),
  rows: z.array(row),
  dev: z.array(z.object({ posts: z.number(), wall: z.number() })),
  notRun: z.array(z.string()),
});
type Report = z.output<typeof reportSchema>;

interface Measured {
  report: Report;
  stdout: string;
  svg: string;
}

function bench(folder: string, ...options: string[]): Measured {
  const [json, svg] = [join(folder, "report.json"), join(folder, "scaling.svg")];
  const { status, stdout, stderr } = node([
    ...[join(BENCH, "run.mjs"), "--runs", "1", ...options, "--json", json],
    ...["--svg", svg],
  ]);
  expect(stderr).toMatch(/^(?:.*: measured in \d+ s\n)+$/);
  expect(status).toBe(0);
  const report = reportSchema.parse(JSON.parse(readFileSync(json, "utf8")));
  return { report, stdout: String(stdout), svg: readFileSync(svg, "utf8") };
}

it("measures Markdown and builds of five posts, lists what it left out, and keeps that in a report of more", () => {
  const folder = scratchFolder();
  const options = ["--posts", "5", "--peers", "floor", "--only", "markdown,build"];
  const { report, stdout, svg } = bench(folder, ...options);
  expect(stdout).toMatch(/^markdown: \d+\.\d\d × bare markdown-it \(asked: at most 1\.5\)/m);
  expect(stdout).toMatch(/^5 posts, cold +carnet +\d+ +\d+ +\d+\.\d\d s/m);
  expect(stdout).toMatch(/^5 posts, one post edited +carnet/m);
  expect(stdout).toMatch(/^not run: search; dev; one-post; pictures; hugo \(not asked for\)/m);
  const written = Object.fromEntries(
    report.rows.map(({ name, change, written }) => [`${name}, ${change}`, written]),
  );
  expect(written).toMatchObject({ "carnet, nothing changed": 0 });
  const cold = written["carnet, cold"] ?? 0;
  expect(written["floor, cold"]).toBe(cold);
  for (const change of ["one post edited", "one new post", "one tag renamed", "one layout edited"]) {
    expect(written[`carnet, ${change}`], change).toBeGreaterThan(0);
    expect(written[`carnet, ${change}`], change).toBeLessThan(cold);
  }
  expect(svg).toMatch(/<desc id="desc">Lines of wall time .*carnet, cold: 5 posts \d/);
  expect(svg).toContain("prefers-color-scheme:dark");

  const earlier = join(folder, "earlier.json");
  renameSync(join(folder, "report.json"), earlier);
  const more = bench(folder, "--posts", "6", "--only", "dev", "--add", earlier, "--peers", "none");
  expect(more.report).toMatchObject({ posts: [5, 6], rows: report.rows, dev: [{ posts: 6 }] });
  expect(more.report.notRun).not.toContain("build");
  expect(more.svg).toBe(svg);
}, 120_000);

it("refuses an unknown option, with the list of known ones", () => {
  const { status, stderr } = node([join(BENCH, "run.mjs"), "--post", "5"]);
  expect(status).toBe(2);
  expect(stderr).toContain("bench: unknown option --post\n");
  expect(stderr).toContain("--posts 100,1000");
});
