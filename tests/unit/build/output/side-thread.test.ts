// A publication in which a second thread works on the folders: the compiled thread, as in a build.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { MachineError } from "../../../../src/build/machine/machine-error.ts";
import { publish, type Published, type PublishOptions } from "../../../../src/build/output/publish.ts";
import { writeFiles } from "../../../support/files.ts";
import { output, parent, usesOutputFolder } from "./output-folder.ts";

const COUNT = 2000;
const STILL = Array.from({ length: COUNT }, (_, i) => `p/${String(i % 50)}/${String(i)}/index.html`).sort();

/** Makes one changed file count as many. */
const LIMITS = { stay: 1, moved: 0 };

const textOf = (file: string): string => readFileSync(join(output, file), "utf8");

/** Renders only the index again; all other files stay. */
async function again(
  options: Partial<PublishOptions> = {},
  then = (): void => undefined,
): Promise<Published> {
  return publish({
    output,
    render: (folder, stay) => {
      stay(STILL, STILL.length + 1);
      writeFiles(folder, { "index.html": "new" });
      then();
      return Promise.resolve(STILL);
    },
    staged: () => ["index.html"],
    limits: LIMITS,
    ...options,
  });
}

usesOutputFolder();
beforeEach(async () => {
  const files = Object.fromEntries(STILL.map((file) => [file, file]));
  await publish({
    output,
    render: (folder) => {
      writeFiles(folder, { ...files, "index.html": "old", "gone/index.html": "gone" });
      return Promise.resolve([]);
    },
  });
});

/** Expects the old site unchanged, with nothing beside it. */
function expectOld(): void {
  expect(readdirSync(parent)).toEqual(["_site"]);
  expect(textOf("index.html")).toBe("old");
  expect(textOf("gone/index.html")).toBe("gone");
  for (const file of STILL) expect(statSync(join(output, file)).nlink).toBe(1);
}

function expectNew(): void {
  expect(readdirSync(parent)).toEqual(["_site"]);
  expect(textOf("index.html")).toBe("new");
  expect(readdirSync(output)).not.toContain("gone");
  for (const file of STILL) expect(statSync(join(output, file)).nlink).toBe(1);
  expect(textOf(STILL[7] ?? "")).toBe(STILL[7]);
}

describe("a site most of whose files stay", () => {
  it("replaces the old one, with the same files, and leaves nothing beside it", async () => {
    const before = statSync(join(output, STILL[3] ?? "")).ino;
    expect(await again()).toEqual({ published: true, files: COUNT + 1, removed: 1 });
    expectNew();
    expect(statSync(join(output, STILL[3] ?? "")).ino).toBe(before);
  });

  it("also links files found to stay after the others were linked", async () => {
    const folder = statSync(output).ino;
    // As for a search index: which of its files are new is not known before it is made.
    const late = STILL.slice(0, 30);
    const done = await again({
      render: (staging, stay) => {
        stay(STILL.slice(30), COUNT + 1);
        writeFiles(staging, { "index.html": "new" });
        return Promise.resolve([...STILL.slice(30), ...late]);
      },
    });
    expect(done).toEqual({ published: true, files: COUNT + 1, removed: 1 });
    expect(statSync(output).ino).not.toBe(folder);
    expectNew();
  });

  it.each(["CNAME", "p/7/own.txt"])(
    "is moved in beside a file that Carnet did not make (%s)",
    async (own) => {
      writeFiles(output, { [own]: "mine" });
      const folder = statSync(output).ino;
      await again();
      expectNew();
      expect(textOf(own)).toBe("mine");
      expect(statSync(output).ino).toBe(folder);
    },
  );

  it("is refused before anything changes when a person's file is in the way", async () => {
    writeFiles(output, { "p/7/new/index.html": "mine" });
    const refused = publish({
      output,
      render: (folder, stay) => {
        stay(STILL, STILL.length + 1);
        writeFiles(folder, { "p/7/new": "a file" });
        return Promise.resolve(STILL);
      },
      staged: () => ["p/7/new"],
      limits: LIMITS,
    });
    const error: unknown = await refused.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MachineError);
    expect(error).toMatchObject({ kind: "conflict" });
    expect(readdirSync(parent)).toEqual(["_site"]);
    expect(textOf("p/7/new/index.html")).toBe("mine");
    expect(textOf("index.html")).toBe("old");
  });

  it("leaves nothing behind when refused, or when rendering fails, while files are linked", async () => {
    expect(await again({ verify: () => Promise.resolve(false) })).toMatchObject({ published: false });
    expectOld();
    const failed = again({}, () => {
      throw new Error("A layout.");
    });
    await expect(failed).rejects.toThrow("A layout.");
    await setTimeout(30);
    expectOld();
  });

  it("leaves nothing behind when the process is about to end", async () => {
    let undo: (() => void) | undefined;
    const stopped = again(
      {
        underWay: (one) => {
          undo = one;
          return () => undefined;
        },
      },
      () => {
        undo?.();
        expectOld();
        throw new Error("Over.");
      },
    );
    await expect(stopped).rejects.toThrow("Over.");
    await setTimeout(30);
    expectOld();
  });

  it("is in place, and the old one gone, when the process is about to end later", async () => {
    let turns = 0;
    let over = 0;
    let overThen = 0;
    // This may fail, since what it was about to remove is gone; a real process would have ended by then.
    await again({
      underWay: (undo) => {
        turns += 1;
        // The old site is about to be removed.
        if (turns === 2) {
          overThen = over;
          undo();
          expectNew();
        }
        return () => void (over += 1);
      },
    }).catch(() => undefined);
    expect(turns).toBe(2);
    // The first step can no longer be undone.
    expect(overThen).toBe(1);
    expectNew();
  });
});
