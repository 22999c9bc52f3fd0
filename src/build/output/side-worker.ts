// The thread of `build/output/side-thread.ts`: runs one task after the other, each change of the disk behind a gate.
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { failedOf, type Failed } from "../machine/failed.ts";
import { Gate } from "../machine/gate.ts";
import { linkKept } from "./link-kept.ts";
import { readManifest } from "./manifest.ts";
import { retire } from "./retire.ts";
import { holdsForeign } from "./survey.ts";

/** `files`: all files of the new site. */
export type SideTask =
  | { task: "link"; output: string; staging: string; kept: readonly string[] }
  | { task: "survey"; output: string; files: readonly string[] }
  | { task: "retire"; old: string; output: string };

/** One for each task, in order. */
export type SideAnswer = { value: boolean } | { failed: Failed };

const port = parentPort;
if (!port) throw new Error("This file runs as a worker thread of a build.");
serve(port, new Gate(workerData as SharedArrayBuffer));

function serve(asking: MessagePort, gate: Gate): void {
  asking.on("message", (task: SideTask) => {
    let answer: SideAnswer;
    try {
      answer = { value: doTask(task, gate) };
    } catch (error) {
      answer = { failed: failedOf(error) };
    }
    asking.postMessage(answer);
  });
}

function doTask(task: SideTask, gate: Gate): boolean {
  const step = (work: () => void): void => {
    gate.pass(work);
  };
  switch (task.task) {
    case "link":
      return linkKept(task.output, task.staging, task.kept, step);
    case "survey":
      return holdsForeign(task.output, readManifest(task.output), new Set(task.files));
    case "retire":
      retire(task.old, task.output, step);
      return true;
  }
}
