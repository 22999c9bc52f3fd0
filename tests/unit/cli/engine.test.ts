import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { describe, expect, it } from "vitest";
import { settleEngine } from "../../../src/cli/engine.ts";

const node = (env: Record<string, string>, v8 = "12.4.254") => ({
  versions: { ...process.versions, v8 },
  env: { ...env },
});

/** In place of setting a flag: this process runs other tests. */
const unset = (): void => undefined;

const HELD = ["--min-semi-space-size=8", "--max-semi-space-size=8", "--semi-space-growth-factor=1"];

describe("settleEngine", () => {
  it("tells Eleventy to start no thread for configuration files, and gives encoders one thread per core", () => {
    const process = node({});
    settleEngine(process, unset);
    expect(process.env["ELEVENTY_SKIP_ESM_RESOLVER"]).toBe("1");
    expect(Number(process.env["UV_THREADPOOL_SIZE"])).toBe(Math.max(4, availableParallelism()));
  });

  it("keeps what the user has set", () => {
    const own = { ELEVENTY_SKIP_ESM_RESOLVER: "0", UV_THREADPOOL_SIZE: "2" };
    const process = node(own);
    settleEngine(process, unset);
    expect(process.env).toEqual(own);
  });

  it.each([
    ["11.3.244.8-node.38", ["--interrupt-budget=800000"]],
    ["12.4.254.21-node.33", []],
    ["13.6.233.17-node.41", HELD],
    ["14.6.202.34-node.18", HELD],
    ["15.0.1", []],
    ["113.6.1", []],
  ])("sets for V8 %s the flags that were tested with it", (v8, expected) => {
    const flags: string[] = [];
    settleEngine(node({}, v8), (flag) => flags.push(flag));
    expect(flags).toEqual(expected);
  });

  it("sets no flag that breaks what this version of Node has already compiled", () => {
    const flags: string[] = [];
    settleEngine(node({}, process.versions.v8), (flag) => flags.push(flag));
    const script = `
      const patterns = [/b+/g, /(b)(b*)/g, /b(?=b|c|d|$)/g, /([a-z])\\1/g];
      const replaced = () => patterns.map((pattern) => "abbcbbbdb".replace(pattern, (found) => found.length)).join();
      for (const pattern of patterns) pattern.test("a");
      const add = (a, b) => a + b;
      for (let i = 0; i < 1e5; i++) add(i, i);
      for (const flag of process.argv.slice(1)) require("node:v8").setFlagsFromString(flag);
      for (let i = 0; i < 1e5; i++) add(i, "");
      const worker = new (require("node:worker_threads").Worker)("0", { eval: true });
      worker.on("exit", (status) => console.log(replaced(), replaced(), add(1, 1), status));`;
    const { stdout, stderr, signal } = spawnSync(process.execPath, ["-e", script, "--", ...flags], {
      encoding: "utf8",
    });
    const once = "a2c3d1,a2c3d1,a11c111d1,a2c2bdb";
    expect({ stdout, stderr, signal }).toEqual({ stdout: `${once} ${once} 2 0\n`, stderr: "", signal: null });
  });
});
