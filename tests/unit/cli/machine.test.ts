import { describe, expect, it } from "vitest";
import { MachineError } from "../../../src/build/machine/machine-error.ts";
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

describe.each(["fr", "en"] as const)("a machine failure, in %s", (lang) => {
  it("says for a command that makes a site that nothing was published, and how to write elsewhere", () => {
    expect(describeMachineError(refused, lang)).toMatch(/^[^]*\(\/srv\/blog\) \[EACCES\][^]*--output/);
    expect(describeMachineError(full, lang)).toMatch(/Rien n’a été publié|Nothing was published/);
  });

  it.each([
    ["EMFILE", "ulimit -n"],
    ["ESTALE", "reconne"],
  ])("says what to do about a limit of the account or a lost share: %s", (code, what) => {
    const failed = Object.assign(new Error(code), { code, path: "/srv/blog/a", syscall: "open" });
    expect(describeMachineError(failed, lang)).toContain(what);
    expect(describeMachineError(failed, lang)).toContain(`(/srv/blog/a) [${code}]`);
  });

  it("does not mention publication for a command that publishes nothing", () => {
    for (const error of [refused, full]) {
      expect(describeMachineError(error, lang, "starts")).toContain("(/srv/blog)");
      expect(describeMachineError(error, lang, "starts")).not.toMatch(/--output|publi/);
    }
  });
});

it.each([
  ["fr", /puis enregistrez à nouveau\.$/, /le droit/],
  ["en", /then save again\.$/, /permission/],
] as const)("says while a server goes on that one can save again, in %s", (lang, onFull, onRefused) => {
  expect(describeMachineError(full, lang, "serves")).toMatch(onFull);
  expect(describeMachineError(refused, lang, "serves")).toMatch(onRefused);
});

it("adds below the failure of the search program what that program printed, each line indented", () => {
  const cause = new Error("cannot start:\nno such library");
  const error = new MachineError("ESEARCH", "", { cause });
  expect(describeMachineError(error, "en")).toMatch(/[^\n]\n {2}cannot start:\n {2}no such library$/);
  expect(describeMachineError(new MachineError("ESEARCH", ""), "en")).not.toMatch(/\n {2}|undefined/);
  expect(describeMachineError(new MachineError("ENOSPC", "/a", { cause }), "en")).not.toContain(
    "cannot start",
  );
});

describe("an unknown failure", () => {
  it("is the stack of an error that Carnet does not know", () => {
    const error = new Error("nope");
    for (const command of ["publishes", "starts", "serves"] as const)
      expect(describeMachineError(error, "fr", command)).toBe(error.stack);
    expect(describeMachineError("nope", "fr")).toBe("nope");
  });
});
