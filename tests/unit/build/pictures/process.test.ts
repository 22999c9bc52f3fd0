import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { askForPictures, endPictures, startPictures } from "../../../../src/build/pictures/process.ts";
import type { PictureJob } from "../../../../src/build/pictures/jobs.ts";
import { realJpeg } from "../../images/samples.ts";

const children = vi.hoisted((): ChildProcess[] => []);

vi.mock("node:child_process", async (original) => {
  const actual = await original<typeof import("node:child_process")>();
  return {
    ...actual,
    fork: (...args: Parameters<typeof actual.fork>) => {
      const child = actual.fork(...args);
      children.push(child);
      return child;
    },
  };
});

let jpeg: Buffer;

beforeAll(async () => {
  jpeg = await realJpeg({ width: 60, height: 40 });
});

function folderWith(files: Readonly<Record<string, Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  onTestFinished(async () => {
    await endPictures();
    rmSync(folder, { recursive: true });
  });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  return folder;
}

const decodable = (path: string): Promise<unknown> =>
  askForPictures({ ask: "decodable", path, animated: false });

const card = (name: string): PictureJob => ({
  outputs: [{ name, to: `pictures/${name}` }],
  work: { kind: "card", card: { site: "Blog du programme" } },
});

const publication = (root: string, folder: string, jobs: readonly PictureJob[]) =>
  ({
    ask: "publish",
    root,
    folder,
    jobs,
    cache: { trust: false, keep: false },
    wanted: new Set<string>(),
  }) as const;

describe("the process that makes pictures", () => {
  it("is started once for simultaneous requests, and answers each", async () => {
    const folder = folderWith({ "a.jpg": jpeg, "b.jpg": jpeg.subarray(0, jpeg.length / 2) });
    const before = children.length;
    startPictures();
    const answers = await Promise.all([decodable(join(folder, "a.jpg")), decodable(join(folder, "b.jpg"))]);
    expect(answers).toEqual([true, false]);
    expect(children.length).toBe(before + 1);
  });

  it("ends when asked, and starts again when needed", async () => {
    const path = join(folderWith({ "a.jpg": jpeg }), "a.jpg");
    await decodable(path);
    const first = children.at(-1);
    const listeners = process.listenerCount("beforeExit");
    await endPictures();
    expect(first?.exitCode ?? first?.signalCode).not.toBeNull();
    expect(await decodable(path)).toBe(true);
    expect(children.at(-1)).not.toBe(first);
    expect(process.listenerCount("beforeExit")).toBe(listeners);
  });

  it("reports the code and the path of a disk error", async () => {
    const folder = folderWith({ site: Buffer.from("a file where the site's folder should be") });
    const asked = askForPictures(publication(folder, join(folder, "site"), [card("card.png")]));
    await expect(asked).rejects.toMatchObject({
      code: expect.stringMatching(/^(ENOTDIR|EEXIST)$/) as string,
      path: join(folder, "site/pictures"),
      syscall: "mkdir",
    });
  });

  it("fails pending requests when killed, and a new one answers the next", async () => {
    const path = join(folderWith({ "a.jpg": jpeg }), "a.jpg");
    const asked = decodable(path);
    children.at(-1)?.kill("SIGKILL");
    await expect(asked).rejects.toMatchObject({ name: "MachineError", code: "EPICTURES" });
    expect(await decodable(path)).toBe(true);
  });

  it("starts no more pictures once aborted", async () => {
    const folder = folderWith({});
    const control = new AbortController();
    const written: number[] = [];
    const jobs = Array.from({ length: 60 }, (_, i) => card(`card-${String(i)}.png`));
    await askForPictures(publication(folder, join(folder, "site"), jobs), {
      signal: control.signal,
      onWritten: () => {
        written.push(1);
        control.abort();
      },
    });
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThan(60);
  });
});
