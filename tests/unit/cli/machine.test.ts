import { describe, expect, it } from "vitest";
import { describeMachineError } from "../../../src/cli/machine.ts";

const refused = Object.assign(new Error("EACCES: permission denied"), {
  code: "EACCES",
  path: "/srv/blog",
  syscall: "open",
});
const full = Object.assign(new Error("ENOSPC: no space left"), {
  code: "ENOSPC",
  path: "/srv/blog",
  syscall: "write",
});

describe.each(["fr", "en"] as const)("a failure of the machine, in %s", (lang) => {
  it("says of a command that makes a site that nothing was published, and where it may write", () => {
    expect(describeMachineError(refused, lang)).toMatch(/^[^]*\(\/srv\/blog\) \[EACCES\][^]*--output/);
    expect(describeMachineError(full, lang)).toMatch(/Rien n’a été publié|Nothing was published/);
  });

  it("says nothing of a site to a command that publishes none", () => {
    for (const error of [refused, full]) {
      expect(describeMachineError(error, lang, false)).toContain("(/srv/blog)");
      expect(describeMachineError(error, lang, false)).not.toMatch(/--output|publi/);
    }
  });
});
