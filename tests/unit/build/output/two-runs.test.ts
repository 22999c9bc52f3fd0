import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publish, recover } from "../../../../src/build/output/publish.ts";
import { writeFiles } from "../../../support/files.ts";
import { parent, output, read, writes, put, failure, usesOutputFolder } from "./output-folder.ts";

usesOutputFolder();

describe("two runs at once", () => {
  const held = async (): Promise<{ end: () => void; first: Promise<unknown> }> => {
    let end = (): void => undefined;
    const open = new Promise<void>((resolve) => {
      end = resolve;
    });
    let begun = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const first = publish({
      output,
      render: async (folder) => {
        begun();
        await open;
        writeFiles(folder, { "index.html": "first" });
        return [];
      },
    });
    await started;
    return { end, first };
  };

  it("make the second wait, say so once, and publish after the first", async () => {
    const { end, first } = await held();
    const said: number[] = [];
    const wait = {
      limit: 60_000,
      sleep: async () => {
        end();
        await first;
      },
      announce: ({ pid }: { pid: number }) => said.push(pid),
    };
    await publish({ output, render: writes({ "index.html": "second" }), wait });
    expect(said).toEqual([process.pid]);
    expect(read(output)).toEqual({ "index.html": "second" });
  });

  it("make the second fail at the time limit, naming the process of the first", async () => {
    const { end, first } = await held();
    let slept = 0;
    const wait = {
      limit: 60_000,
      sleep: (ms: number) => {
        slept += ms;
        return Promise.resolve();
      },
    };
    const error = await failure(publish({ output, render: writes({}), wait }));
    expect([error.kind, error.pid, slept]).toEqual(["locked", process.pid, 60_000]);
    end();
    await first;
    expect(read(output)).toEqual({ "index.html": "first" });
  });

  it("do not let a command repair what is being built", async () => {
    const { end, first } = await held();
    expect(await recover(output)).toBeUndefined();
    end();
    await first;
    expect(read(output)).toEqual({ "index.html": "first" });
  });

  it.each([
    ["a process that has ended", "4194304 12"],
    ["an earlier process with the same number", `${String(process.pid)} 1`],
    ["an unreadable lock", "junk"],
  ])("take the lock from %s", async (_, holder) => {
    symlinkSync(holder, join(parent, "._site.carnet-lock"));
    await put({ "index.html": "1" });
    expect(readdirSync(parent)).toEqual(["_site"]);
  });
});
