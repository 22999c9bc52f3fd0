import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { makeScratch, removeScratch } from "../../../../src/build/search/scratch.ts";
import { SearchThread } from "../../../../src/build/search/thread.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

it("each build has a folder of its own, in memory where Linux offers it", () => {
  const [one, other] = [makeScratch(), makeScratch()];
  onTestFinished(() => {
    removeScratch(one);
    removeScratch(other);
  });
  expect(one).not.toBe(other);
  expect(one?.startsWith("/dev/shm/")).toBe(existsSync("/dev/shm"));
  expect(readdirSync(String(one))).toEqual([]);
});

it("what a killed build left is removed a day later, and nothing else", () => {
  const beside = scratchFolder();
  const leave = (name: string, hours: number): void => {
    mkdirSync(join(beside, name, "within"), { recursive: true });
    writeFileSync(join(beside, name, "within", "text"), "…");
    const then = new Date(Date.now() - hours * 3_600_000);
    utimesSync(join(beside, name), then, then);
  };
  leave("carnet-search-old", 25);
  leave("carnet-search-running", 2);
  leave("another", 999);
  const made = String(makeScratch([beside])).slice(beside.length + 1);
  expect(readdirSync(beside).sort()).toEqual(["another", made, "carnet-search-running"].sort());
});

it("a link of such a name beside it, even one that leads to itself, does not prevent it", () => {
  const beside = scratchFolder();
  symlinkSync("carnet-search-loop", join(beside, "carnet-search-loop"));
  const made = String(makeScratch([beside])).slice(beside.length + 1);
  expect(readdirSync(beside).sort()).toEqual([made, "carnet-search-loop"].sort());
});

it("is made in the first place that takes it, or not at all", () => {
  const [missing, there] = [join(scratchFolder(), "missing"), scratchFolder()];
  expect(makeScratch([missing, there])?.startsWith(there)).toBe(true);
  expect(makeScratch([missing])).toBeUndefined();
  expect(() => {
    removeScratch(undefined);
  }).not.toThrow();
});

it.each(["halt", "stop"] as const)("a thread leaves nothing behind after `%s`", async (end) => {
  const thread = new SearchThread(() => undefined);
  onTestFinished(() => thread.stop());
  const { scratch } = thread;
  expect(existsSync(String(scratch))).toBe(true);
  await thread[end]();
  expect(existsSync(String(scratch))).toBe(false);
});
