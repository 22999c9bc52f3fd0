import { availableParallelism } from "node:os";
import { describe, expect, it } from "vitest";
import { settleEngine } from "../../../src/cli/engine.ts";

const node = (env: Record<string, string>, v8 = "12.4.254") => ({
  versions: { ...process.versions, v8 },
  env: { ...env },
});

const ONCE = "--no-regexp-tier-up";
const HELD = ["--min-semi-space-size=8", "--max-semi-space-size=8", "--semi-space-growth-factor=1"];

describe("settleEngine", () => {
  it("tells Eleventy to start no thread for configuration files, and gives encoders one thread per core", () => {
    const process = node({});
    settleEngine(process);
    expect(process.env["ELEVENTY_SKIP_ESM_RESOLVER"]).toBe("1");
    expect(Number(process.env["UV_THREADPOOL_SIZE"])).toBe(Math.max(4, availableParallelism()));
  });

  it("keeps what the user has set", () => {
    const own = { ELEVENTY_SKIP_ESM_RESOLVER: "0", UV_THREADPOOL_SIZE: "2" };
    const process = node(own);
    settleEngine(process);
    expect(process.env).toEqual(own);
  });

  it.each([
    ["11.3.244.8-node.38", ["--interrupt-budget=800000", ONCE]],
    ["12.4.254.21-node.33", [ONCE]],
    ["13.6.233.17-node.41", [ONCE, ...HELD]],
    ["14.6.202.34-node.18", [ONCE, ...HELD]],
    ["15.0.1", []],
    ["113.6.1", []],
  ])("sets for V8 %s the flags that were tested with it", (v8, expected) => {
    const flags: string[] = [];
    settleEngine(node({}, v8), (flag) => flags.push(flag));
    expect(flags).toEqual(expected);
  });
});
