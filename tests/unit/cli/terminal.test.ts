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
  it("keeps results and remarks apart", () => {
    const [out, err] = [stream(), stream()];
    const terminal = createTerminal(out, err, {});
    terminal.out("résultat\n");
    terminal.err("remarque\n");
    expect([out.text, err.text]).toEqual(["résultat\n", "remarque\n"]);
  });

  it.each([
    ["a person's terminal", true, {}, true],
    ["a pipe", undefined, {}, false],
    ["a terminal where NO_COLOR is set", true, { NO_COLOR: "1" }, false],
    ["a terminal where NO_COLOR is empty, which means nothing", true, { NO_COLOR: "" }, true],
    ["a terminal without colours", true, { TERM: "dumb" }, false],
  ])("shows colours or not in %s", (_, isTTY, env, color) => {
    expect(createTerminal(stream(isTTY), stream(), env).color).toBe(color);
  });

  it("says how the work goes beside the results that a program reads", () => {
    const [out, err] = [stream(), stream()];
    const terminal = createTerminal(out, err, {});
    sayTo(terminal, "text", "un\n");
    sayTo(terminal, "json", "deux\n");
    expect([out.text, err.text]).toEqual(["un\n", "deux\n"]);
  });

  it("draws no bar in a pipe", async () => {
    const err = stream();
    const terminal = createTerminal(stream(), err, {});
    await terminal.progress("Pages", 500, 1000);
    await terminal.progress("Pages", 1000, 1000);
    expect(err.text).toBe("");
  });
});

it("starts one bar for calls made at once, and ends it, so that the command can end", async () => {
  const sink = { isTTY: true, write: () => true };
  const terminal = createTerminal(sink, sink, {});
  const handles = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = handles();
  const calls = [50, 100, 150, 300].map(async (done) => {
    await terminal.progress("Textes", done, 300);
  });
  await Promise.all(calls);
  expect(handles()).toBe(before);
});
