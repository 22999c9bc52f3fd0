import { describe, expect, it } from "vitest";
import { createTerminal, sayTo } from "../../../src/cli/terminal.ts";

function stream(isTTY?: boolean): { isTTY?: boolean; text: string; write(chunk: unknown): boolean } {
  return {
    ...(isTTY !== undefined && { isTTY }),
    text: "",
    write(chunk) {
      this.text += String(chunk);
      return true;
    },
  };
}

describe("the terminal", () => {
  it("writes results and remarks to different streams", () => {
    const [out, err] = [stream(), stream()];
    const terminal = createTerminal(out, err, {});
    terminal.out("résultat\n");
    terminal.err("remarque\n");
    expect([out.text, err.text]).toEqual(["résultat\n", "remarque\n"]);
  });

  it.each([
    ["a terminal", true, {}, true],
    ["a pipe", undefined, {}, false],
    ["a terminal where NO_COLOR is set", true, { NO_COLOR: "1" }, false],
    ["a terminal where NO_COLOR is empty, which has no effect", true, { NO_COLOR: "" }, true],
    ["a pipe where FORCE_COLOR asks for them", undefined, { FORCE_COLOR: "1" }, true],
    ["a terminal where FORCE_COLOR refuses them", true, { FORCE_COLOR: "0" }, false],
    ["a pipe where FORCE_COLOR is empty", undefined, { FORCE_COLOR: "" }, false],
    ["a terminal where both are set: NO_COLOR wins", true, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
    ["a terminal without colours", true, { TERM: "dumb" }, false],
  ])("uses colours or not in %s", (_, isTTY, env, color) => {
    expect(createTerminal(stream(isTTY), stream(), env).color).toBe(color);
  });

  it("writes messages beside the results when a program reads these", () => {
    const [out, err] = [stream(), stream()];
    const terminal = createTerminal(out, err, {});
    sayTo(terminal, "text", "un\n");
    sayTo(terminal, "json", "deux\n");
    expect([out.text, err.text]).toEqual(["un\n", "deux\n"]);
  });

  it("draws no bar in a pipe", () => {
    const err = stream();
    const terminal = createTerminal(stream(), err, {});
    terminal.progress("Pages", 500, 1000);
    terminal.progress("Pages", 1000, 1000);
    expect(err.text).toBe("");
  });

  it.each([
    ["in a terminal without cursor movement", { TERM: "dumb" }, false],
    ["for someone who asked for quiet", {}, true],
  ])("draws no bar %s", (_, env, quiet) => {
    const err = stream(true);
    createTerminal(stream(true), err, env, quiet).progress("Pages", 500, 1000);
    expect(err.text).toBe("");
  });

  it.each(["out", "err"] as const)("removes a bar before a message to %s", (to) => {
    const screen = stream(true);
    const terminal = createTerminal(screen, screen, {});
    terminal.progress("Pages", 500, 1000);
    expect(screen.text).toContain("50 %");
    terminal[to]("carnet : arrêté.\n");
    expect(screen.text).toMatch(/\u001B\[2Kcarnet : arrêté\.\n$/);
  });
});
