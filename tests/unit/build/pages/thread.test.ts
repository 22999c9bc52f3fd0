// The thread that writes and verifies pages: the compiled thread, as in a build.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startPageThread, type PageThread } from "../../../../src/build/pages/thread.ts";
import { Folders } from "../../../../src/build/machine/folders.ts";
import { PageFiles } from "../../../../src/build/pages/files.ts";
import { checkHtml } from "../../../../src/checks/html.ts";
import type { Page, Plan } from "../../../../src/pages/types.ts";
import type { Problem } from "../../../../src/problems.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

const COUNT = 700;
const html = (body: string): string =>
  `<html lang="fr"><title>t</title><body><h1>a</h1>${body}</body></html>`;
const fileOf = (i: number): string => `p/${String(i)}/index.html`;
/** Each page links to the next one, the last to nothing. */
const textOf = (i: number): string => html(`<a href="/p/${String(i + 1)}/#x">b</a><p id="x">é</p>`);
const pages = Array.from({ length: COUNT }, (_, i) => ({
  ...{ kind: "post", layout: "post", output: fileOf(i) },
  entry: { kind: "post" },
}));
const site = { basePath: "/", origin: "https://blog.example.org", alsoServed: [] };
const plan = { pages, content: { site } } as unknown as Plan;

const ALONE = { kept: [], output: "/nowhere", linked: {} };

let folder: string;
let thread: PageThread | undefined;

function start(within = folder, isOurs?: () => boolean): PageThread {
  thread = startPageThread(plan, { isOurs });
  if (!thread) throw new Error("No thread was worth its start.");
  thread.begin(within, { ...ALONE, files: pages.map(({ output }) => output) });
  return thread;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carnet-thread-"));
});
afterEach(async () => {
  await thread?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("a thread that writes and verifies pages", () => {
  it("has written all pages once it says so, and finds what a verification at the end finds", async () => {
    const thread = start();
    const write = vi.spyOn(thread, "write");
    const files = new PageFiles(folder, thread);
    pages.forEach((page, i) => {
      files.write(page as unknown as Page, textOf(i));
    });
    // Far more pages than may wait before the thread has begun: some were written here.
    const taken = write.mock.results.map(({ value }) => value as boolean);
    expect(taken).toContain(true);
    expect(taken).toContain(false);
    await thread.written();
    pages.forEach(({ output }, i) => {
      expect(readFileSync(join(folder, output), "utf8")).toBe(textOf(i));
    });
    const { problems, anchors } = await thread.end();
    const after = checkHtml(folder, { ...site, files: pages.map(({ output }) => output) });
    expect(problems).toHaveLength(1);
    expect(problems).toEqual(after.problems);
    expect(anchors).toEqual(after.anchors);
  });

  it("leaves a very long page to its caller to write, and still verifies it", async () => {
    const thread = start();
    const write = vi.spyOn(thread, "write");
    const files = new PageFiles(folder, thread);
    const long = html(`<a href="/absente/">a</a>${"<p>a</p>".repeat(150_000)}`);
    files.write(pages[0] as unknown as Page, long);
    expect(write.mock.results.map(({ value }) => value as boolean)).toEqual([false]);
    expect(readFileSync(join(folder, fileOf(0)), "utf8")).toBe(long);
    await thread.written();
    const { problems } = await thread.end();
    expect(problems.map(({ key, params }) => [key, params["href"]])).toEqual([["html-link", "/absente/"]]);
  });

  it("finds in the text of a page of Carnet's own what a verification of the whole page finds", async () => {
    const faults = [
      ...['<a href="/absente/">a</a>', '<a href="#absent">a</a>', '<a href="/p/3/#absent">a</a>'],
      ...['<p id="a">a</p><p id="a">b</p>', '<h2 id="page--main">a</h2>', "<div><p>a</p>", "<p>a</div></p>"],
      ...['<img src="/p/1/">', '<p onclick="a()">a</p>', "<h1>b</h1>", '<a href="#Top">a</a>'],
    ];
    const sound = ['<a href="#page--main">a</a>', '<a href="#">a</a>', '<p id="x">a <a href="#x">b</a></p>'];
    const bodies = pages.map((_, i) => [...faults, ...sound][i % (faults.length + sound.length)] ?? "");
    const thread = start(folder, () => true);
    const files = new PageFiles(folder, thread);
    for (const [i, page] of pages.entries()) {
      const content = `${bodies[i] ?? ""}<p>${String(i)}</p>`;
      files.write(page as unknown as Page, html(`<main id="page--main">${content}</main>`), content);
      // Real pages take time to render, and the thread keeps pace with most of them.
      await setTimeout(i % 3);
    }
    const { problems } = await thread.end();
    const after = checkHtml(folder, { ...site, files: pages.map(({ output }) => output) });
    expect(new Set(after.problems.map(({ key }) => key)).size).toBeGreaterThanOrEqual(7);
    const inOrder = (found: readonly Problem[]): string[] => found.map((one) => JSON.stringify(one)).sort();
    expect(inOrder(problems)).toEqual(inOrder(after.problems));
  });

  it("verifies only the text of most pages when many are Carnet's own", async () => {
    const thread = start(folder, () => true);
    const files = new PageFiles(folder, thread);
    for (const [i, page] of pages.entries()) {
      files.write(
        page as unknown as Page,
        html(`<img src="/p/1/"><p>${String(i)}.</p>`),
        `<p>${String(i)}.</p>`,
      );
      await setTimeout(i % 3);
    }
    const found = (await thread.end()).problems.length;
    expect(found).toBeGreaterThan(10);
    expect(found).toBeLessThan(COUNT / 2);
  });

  it("verifies pages that something else wrote", async () => {
    const thread = start();
    const files = new PageFiles(folder);
    pages.forEach((page, i) => {
      files.write(page as unknown as Page, i === 5 ? html("<p></div>") : textOf(i));
    });
    thread.wrote(pages);
    expect((await thread.end()).problems.map(({ key, file }) => [key, file])).toEqual(
      expect.arrayContaining([["html-nesting/unopened", fileOf(5)]]),
    );
  });

  it("verifies pages that stay in the output, and notices a lost anchor that an unverified page links to", async () => {
    const output = scratchFolder();
    const [stays, again] = [fileOf(0), fileOf(1)];
    writeFileSync(new Folders(output).room(again), html("<p></div>"));
    const look = async (linked: Record<string, string[]>): Promise<[unknown[], boolean]> => {
      const thread = startPageThread(plan, {});
      if (!thread) throw new Error("No thread was worth its start.");
      const files = pages.map((page) => page.output);
      thread.begin(folder, { files, kept: [stays, again], output, linked });
      pages.forEach((page, i) => {
        if (i > 1 && !thread.write(page.output, textOf(i))) {
          writeFileSync(new Folders(folder).room(page.output), textOf(i));
          thread.wrote([page]);
        }
      });
      thread.wrote([{ output: again }]);
      const { problems, lost } = await thread.end();
      return [problems.map(({ key, file }) => [key, file]), lost];
    };
    const found = [
      ["html-link", fileOf(COUNT - 1)],
      ["html-nesting/unopened", again],
    ];
    expect(await look({ [fileOf(2)]: ["x"] })).toEqual([expect.arrayContaining(found), false]);
    expect((await look({ [fileOf(2)]: ["gone"] }))[1]).toBe(true);
  });

  it("is not started when few pages are made, however many the site has", () => {
    expect(startPageThread(plan, { pages: plan.pages.slice(0, 400) })).toBeUndefined();
  });

  it("writes nothing more once it is halted, since the folder may be removed", async () => {
    const thread = start();
    for (let i = 0; i < 100; i++) thread.write(fileOf(i), textOf(i));
    while (!existsSync(join(folder, fileOf(0)))) await setTimeout(1);
    thread.halt();
    rmSync(folder, { recursive: true });
    await thread.written();
    expect(existsSync(folder)).toBe(false);
  });

  it("is terminated once it has reported what it found", async () => {
    const stopped = vi.spyOn(Worker.prototype, "terminate");
    const thread = start();
    thread.wrote([]);
    await thread.end();
    expect(stopped).toHaveBeenCalledOnce();
    await expect(thread.stop()).resolves.toBeUndefined();
    stopped.mockRestore();
  });

  it("fails with the disk's error when asked, and when given more pages", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const thread = start(file);
    for (let i = 0; i < 30; i++) thread.write(fileOf(i), textOf(i));
    await expect(thread.written()).rejects.toMatchObject({ code: "ENOTDIR" });
    expect(() => thread.write(fileOf(31), "")).toThrow(/ENOTDIR/);
    expect(readdirSync(folder)).toEqual(["file"]);
  });
});
