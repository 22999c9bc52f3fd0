// The thread of `build/kept/early-look.ts`: inspects the files of an output, then ends.
import { parentPort, workerData } from "node:worker_threads";
import { lookAtRemembered, type Remembering } from "./output-memory.ts";

if (!parentPort) throw new Error("This file runs as a worker thread of a build.");
parentPort.postMessage(lookAtRemembered(workerData as Remembering));
