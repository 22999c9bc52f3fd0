// What the benchmark makes of its figures, tested with invented figures: the chart, and the comparison with its targets.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DomUtils, parseDocument } from "htmlparser2";

const BENCH = join(import.meta.dirname, "../../bench");

interface Row {
  name: string;
  change: string;
  count: number;
  search: boolean;
  wall: number;
  megabytes: number;
  ratios?: { wall: number };
}

/** Calls a function of the benchmark with values, in a separate process: the benchmark is plain JavaScript. */
function call(file: string, name: string, ...values: unknown[]): unknown {
  const script = `const { ${name} } = await import(${JSON.stringify(join(BENCH, file))});
    process.stdout.write(JSON.stringify(${name}(...${JSON.stringify(values)})));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  if (stderr !== "") throw new Error(stderr);
  return JSON.parse(stdout);
}

const cold = (name: string, walls: Record<number, number>): Row[] =>
  Object.entries(walls).map(([count, wall]) => ({
    ...{ name, change: "cold", count: Number(count), search: false, wall, megabytes: 100 },
    ...(name !== "carnet" && { ratios: { wall: 0.5 } }),
  }));

describe("the chart", () => {
  const rows = [
    ...cold("carnet", { 100: 0.7, 1000: 1.6, 10_000: 9, 50_000: 58 }),
    ...cold("hugo", { 100: 0.2, 1000: 1, 10_000: 10.3, 50_000: 60 }),
    ...cold("eleventy", { 10_000: 30, 100: 1, 1000: 3.1, 50_000: 61 }),
    ...cold("jekyll", { 1000: 6.3 }),
    ...cold("floor", { 100: 0.1, 50_000: 59 }),
  ];
  const svg = String(call("chart.mjs", "drawScaling", rows));
  const document = parseDocument(svg, { xmlMode: true });
  const found = (name: string): ReturnType<typeof DomUtils.getElementsByTagName> =>
    DomUtils.getElementsByTagName(name, document);

  it("describes what it shows in words, for readers who cannot see it", () => {
    expect(found("svg")[0]?.attribs).toMatchObject({ role: "img", "aria-labelledby": "title desc" });
    expect(DomUtils.textContent(found("desc"))).toContain(
      "eleventy, cold: 100 posts 1.0 s, 1,000 posts 3.1 s, 10,000 posts 30.0 s, 50,000 posts 61.0 s.",
    );
  });

  it("has colours for the dark scheme, and loads nothing", () => {
    expect(svg).toContain("@media (prefers-color-scheme:dark)");
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|url\(|@import/);
  });

  it("keeps labels apart if lines end at the same height", () => {
    const labels = found("text").filter(({ attribs }) => attribs["class"] === "label");
    const places = labels.map(({ attribs }) => Number(attribs["y"])).sort((a, b) => a - b);
    expect(places).toHaveLength(5);
    for (const [i, place] of places.slice(1).entries())
      expect(place - (places[i] ?? 0)).toBeGreaterThanOrEqual(16.9);
  });

  it("draws more posts to the right, and less time lower", () => {
    const way = found("path").find(({ attribs }) => attribs["class"] === "line")?.attribs["d"] ?? "";
    const places = [...way.matchAll(/([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(places).toHaveLength(4);
    for (const [i, [x = 0, y = 0]] of places.slice(1).entries()) {
      expect(x).toBeGreaterThan(places[i]?.[0] ?? 0);
      expect(y).toBeLessThan(places[i]?.[1] ?? 0);
    }
  });

  it("can be drawn for a single size", () => {
    const one = String(call("chart.mjs", "drawScaling", cold("carnet", { 5: 1 })));
    expect(one).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("the targets", () => {
  it("are compared with what was measured, and the others are left out", () => {
    const rows = [
      ...cold("carnet", { 1000: 1, 10_000: 10, 50_000: 55 }),
      ...cold("hugo", { 1000: 2, 10_000: 20 }),
    ];
    const dev = [{ posts: 1000, wall: 0.3 }];
    const verdicts = call("asked.mjs", "verdicts", { rows, dev }) as { what: string; measured: number }[];
    expect(Object.fromEntries(verdicts.map(({ what, measured }) => [what, measured]))).toEqual({
      "1000 posts, cold / hugo": 0.5,
      "10000 posts, cold / hugo": 0.5,
      "50000 posts, cold / 10000 posts": 5.5,
      "10000 posts, cold, MB": 100,
      "50000 posts, cold, MB": 100,
      "1000 posts, dev, ms from save to page reloaded": 300,
    });
  });
});
