import { describe, expect, it } from "vitest";
import { settleEngine } from "../../../src/cli/engine.ts";

const node = (env: Record<string, string>, v8 = "12.4.254") => ({
  versions: { ...process.versions, v8 },
  env: { ...env },
});

describe("settleEngine", () => {
  it("tells Eleventy to start no thread for configuration files", () => {
    const process = node({});
    settleEngine(process);
    expect(process.env).toEqual({ ELEVENTY_SKIP_ESM_RESOLVER: "1" });
  });

  it("leaves what the person has set", () => {
    const process = node({ ELEVENTY_SKIP_ESM_RESOLVER: "0" });
    settleEngine(process);
    expect(process.env).toEqual({ ELEVENTY_SKIP_ESM_RESOLVER: "0" });
  });
});
