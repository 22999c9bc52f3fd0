// The process that decodes and encodes pictures: started when one is first needed, it serves until this one ends.
// In the process that renders, each step of a picture would wait until a page is finished; and a thread cannot load sharp
// by itself (https://sharp.pixelplumbing.com/install#worker-threads).
import { fork, type ChildProcess } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../package-root.ts";
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

/** Starts the process, where it does not run: one that will be needed for a whole site had better be ready. */
export function startPictures(): void {
  running ??= start(["early"]);
}

/** Ends the process, where it runs and nothing is asked of it: once it ended, its time counts as this one's. */
export async function endPictures(): Promise<void> {
  if (!running || running.waiting.size > 0) return;
  const { child } = running;
  running = undefined;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.ref();
  child.disconnect();
  await ended;
}

/** Ends the process in the middle of its work: it writes nothing more, and what is asked next is asked of another. */
export function killPictures(): void {
  running?.child.kill("SIGKILL");
  running = undefined;
}

/**
 * What the process answers: for `decodable` and `drawable`, whether a picture is.
 * @throws what it threw, with the code and the path of a failing disk; MachineError `EPICTURES` where it ended by itself.
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
 * Pages are rendered meanwhile, and come first. On Linux a priority is a thread's own, and those that it starts have it
 * from then on: the process, once its code has been loaded, could no longer set that of the threads which encode.
 */
function giveWay(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not allowed here, or it has ended already: it does its work all the same.
  }
}

/** Nothing else is left to do then: whoever counts the time of a build counts that of its pictures too. */
function atTheEnd(): void {
  void endPictures();
}

/** A process that nothing is asked of does not keep this one from ending, and ends with it. */
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
  else if ("failed" in answer)
    one.reject(Object.assign(new Error(answer.failed.message), answer.failed.system));
  else one.resolve(answer.done);
}

/** Killed, for want of memory perhaps, or by the picture it decoded. */
function end(child: ChildProcess, waiting: ReadonlyMap<number, Waiting>, cause?: Error): void {
  if (running?.child === child) running = undefined;
  for (const { reject } of waiting.values()) reject(new MachineError("EPICTURES", "", { cause }));
}
