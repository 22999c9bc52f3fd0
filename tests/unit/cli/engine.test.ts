import { availableParallelism } from "node:os";
import { describe, expect, it } from "vitest";
import { settleEngine } from "../../../src/cli/engine.ts";

const node = (env: Record<string, string>, v8 = "12.4.254") => ({
  versions: { ...process.versions, v8 },
  env: { ...env },
});

describe("settleEngine", () => {
  it("tells Eleventy to start no thread for configuration files, and gives encoders a thread a core", () => {
    const process = node({});
    settleEngine(process);
    expect(process.env["ELEVENTY_SKIP_ESM_RESOLVER"]).toBe("1");
    expect(Number(process.env["UV_THREADPOOL_SIZE"])).toBe(Math.max(4, availableParallelism()));
  });

  it("leaves what the person has set", () => {
    const own = { ELEVENTY_SKIP_ESM_RESOLVER: "0", UV_THREADPOOL_SIZE: "2" };
    const process = node(own);
    settleEngine(process);
    expect(process.env).toEqual(own);
  });
});
