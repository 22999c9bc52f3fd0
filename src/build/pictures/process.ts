// The process that decodes and encodes pictures: started when it is first needed, it serves until the main process ends.
// In the process that renders, each step of a picture would wait until a page is finished, and a thread cannot load sharp by
// itself (https://sharp.pixelplumbing.com/install#worker-threads).
import { fork, type ChildProcess } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../package-root.ts";
import { errorOf } from "../machine/failed.ts";
import { MachineError } from "../machine/machine-error.ts";
import type { PictureAnswer, PictureAsk, PictureMessage, PictureStart } from "./worker.ts";

export interface PictureTelling {
  signal?: AbortSignal | undefined;
  onDecode?: ((file: string) => void) | undefined;
  onWritten?: (() => void) | undefined;
}

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  telling: PictureTelling;
}

interface Running {
  child: ChildProcess;
  waiting: Map<number, Waiting>;
}

let running: Running | undefined;
let asked = 0;

/** Starts the process if it is not running, so that it is ready in time when a whole site needs it. */
export function startPictures(): void {
  running ??= start(["early"]);
}

/** Ends the process if it is running and idle; once it has ended, its CPU time counts as this one's. */
export async function endPictures(): Promise<void> {
  if (!running || running.waiting.size > 0) return;
  const { child } = running;
  running = undefined;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.ref();
  child.disconnect();
  await ended;
}

/** Kills the process in the middle of its work: it writes nothing more, and the next request starts another. */
export function killPictures(): void {
  running?.child.kill("SIGKILL");
  running = undefined;
}

/**
 * The answer of the process: for `decodable` and `drawable`, whether a picture is.
 * @throws what the process threw, with the code and path of a disk error; MachineError `EPICTURES` if the process died.
 */
export function askForPictures(ask: PictureAsk, telling: PictureTelling = {}): Promise<unknown> {
  const { child, waiting } = (running ??= start());
  const id = ++asked;
  const stop = (): void => void child.send({ id, ask: "stop" } satisfies PictureMessage);
  telling.signal?.addEventListener("abort", stop, { once: true });
  const answer = new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject, telling });
  });
  holdOpen(child, true);
  child.send({ ...ask, id } satisfies PictureMessage, (error) => {
    if (error) end(child, waiting, error);
  });
  return answer.finally(() => {
    telling.signal?.removeEventListener("abort", stop);
    waiting.delete(id);
    if (waiting.size === 0) holdOpen(child, false);
  });
}

function start(args: readonly PictureStart[] = []): Running {
  const child = fork(join(packageRoot, "dist/build/pictures/worker.js"), args, {
    serialization: "advanced",
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  giveWay(child);
  const waiting = new Map<number, Waiting>();
  child.on("message", (answer) => {
    told(answer as PictureAnswer, waiting);
  });
  child.on("error", (error) => {
    end(child, waiting, error);
  });
  child.on("exit", () => {
    end(child, waiting);
  });
  holdOpen(child, false);
  process.off("beforeExit", atTheEnd).once("beforeExit", atTheEnd);
  return { child, waiting };
}

/**
 * Gives precedence to the rendering of pages. On Linux, a priority belongs to a thread, and the threads that it starts inherit
 * it: once its code has been loaded, the process could no longer set that of the threads which encode.
 */
function giveWay(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not allowed here, or the process has already ended: the work does not depend on it.
  }
}

/** Nothing else is left to do then. The time of the ended process counts in that of the build. */
function atTheEnd(): void {
  void endPictures();
}

/** An idle process does not keep this one from ending, and ends with it. */
function holdOpen(child: ChildProcess, isAsked: boolean): void {
  if (isAsked) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

function told(answer: PictureAnswer, waiting: ReadonlyMap<number, Waiting>): void {
  const one = waiting.get(answer.id);
  if (!one) return;
  if ("decodes" in answer) one.telling.onDecode?.(answer.decodes);
  else if ("written" in answer) one.telling.onWritten?.();
  else if ("failed" in answer) one.reject(errorOf(answer.failed));
  else one.resolve(answer.done);
}

/** The process was killed, perhaps for lack of memory, or crashed on the picture that it decoded. */
function end(child: ChildProcess, waiting: ReadonlyMap<number, Waiting>, cause?: Error): void {
  if (running?.child === child) running = undefined;
  for (const { reject } of waiting.values()) reject(new MachineError("EPICTURES", "", { cause }));
}
