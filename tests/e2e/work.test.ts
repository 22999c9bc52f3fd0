// What one more text costs, in calls of functions: this number is the same on every machine, whatever its load. A check that does
// for each text what only a message needs is seen here, and by no other test.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { makeSite, ROOT, SITE_YAML } from "../support/site.ts";

/**
 * A twentieth above what was counted. Before a limit is raised, `npm run bench` says what the new work costs, and the change says
 * what it is for.
 */
const MOST = { check: 8_400, build: 21_300 };

interface Coverage {
  result: { url: string; functions: { ranges: [{ count: number }] }[] }[];
}

/** Calls of functions of Carnet and its libraries, while a command handles the posts of the benchmark. */
async function callsOf(args: readonly string[], posts: number): Promise<number> {
  const picture = sharp({ create: { width: 960, height: 540, channels: 3, background: "#336699" } });
  const site = makeSite({
    "content/site.yaml": SITE_YAML,
    "public/img/blog/atelier.png": await picture.png().toBuffer(),
  });
  const corpus = [join(ROOT, "bench/corpus.mjs"), String(posts), join(site.root, "content/posts"), "carnet"];
  expect(spawnSync(process.execPath, corpus).status).toBe(0);
  expect(site.carnet(args, { NODE_V8_COVERAGE: "coverage" }).status).toBe(0);
  const scripts = readdirSync(join(site.root, "coverage"))
    .map((file) => JSON.parse(site.read(`coverage/${file}`)) as Coverage)
    .flatMap(({ result }) => result.filter(({ url }) => url.startsWith("file:")));
  expect(scripts.length).toBeGreaterThan(10);
  return scripts
    .flatMap(({ functions }) => functions)
    .reduce((sum, { ranges: [whole] }) => sum + whole.count, 0);
}

it.each([
  ["check", ["check"]],
  ["build", ["build", "--no-search"]],
] as const)("%s calls no more functions for a text than it has to", async (name, args) => {
  const each = ((await callsOf(args, 60)) - (await callsOf(args, 20))) / 40;
  expect(each).toBeLessThan(MOST[name]);
  // A limit that is far from what is counted would let the next mistake pass.
  expect(each).toBeGreaterThan(MOST[name] * 0.9);
});
