// A process that publishes sample sites. Tests kill it, or it kills itself before its n-th change to the disk.
// Tests bundle it with the sources that it needs, since Node 20 does not read TypeScript.
import fs, { closeSync, existsSync, openSync, rmSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { MachineError } from "../../src/build/machine/machine-error.ts";
import { publish, recover } from "../../src/build/output/publish.ts";
import { sampleSite, STILL, writeSample } from "./sample-site.ts";

const [command = "", output = "", first = "1", pages = "5", filler = "0", keep = ""] = process.argv.slice(2);

/** Every change that Carnet makes to a disk goes through one of these. */
const CHANGES = [
  "chmodSync",
  "copyFileSync",
  "cpSync",
  "linkSync",
  "mkdirSync",
  "openSync",
  "renameSync",
  "rmSync",
  "rmdirSync",
  "symlinkSync",
  "unlinkSync",
  "writeFileSync",
  "writeSync",
] as const;

function killBefore(change: number): void {
  let done = 0;
  for (const name of CHANGES) {
    const original: unknown = fs[name];
    if (typeof original !== "function") throw new Error(name);
    Object.defineProperty(fs, name, {
      value: (...args: unknown[]): unknown => {
        done += 1;
        if (done === change) process.kill(process.pid, "SIGKILL");
        return Reflect.apply(original, fs, args);
      },
    });
  }
  syncBuiltinESMExports();
}

async function once(version: number): Promise<void> {
  // Small limits, for a test: few of many files, which are moved in, or many files, for which a thread works on the folders.
  const limits = { "few of many": { stay: 1, moved: 100 }, "by a thread": { stay: 1, moved: 0 } }[keep];
  let staged: string[] | undefined;
  const { recovered } = await publish({
    output,
    ...(limits && { limits, staged: () => staged }),
    render: async (folder, stay) => {
      // The lock must prevent two processes from rendering at once: only one of them could create the marker.
      const marker = `${output}.rendering`;
      if (command === "together") closeSync(openSync(marker, "wx"));
      const kept = keep === "" ? [] : STILL.filter((path) => existsSync(`${output}/${path}`));
      if (limits) {
        const all = [...sampleSite(version, Number(pages)).keys()];
        stay(kept, all.length);
        staged = all.filter((path) => !kept.includes(path)).sort();
      }
      writeSample(folder, version, Number(pages), kept);
      if (Number(filler) > 0) writeFileSync(`${folder}/filler`, "x".repeat(Number(filler)));
      if (command === "together") {
        await sleep(20);
        rmSync(marker);
      }
      return kept;
    },
    wait: { limit: 20_000, sleep: async (ms) => sleep(ms) },
  });
  process.stdout.write(`published ${String(version)} ${recovered ?? ""}\n`);
}

const killAt = Number(process.env["KILL_BEFORE"] ?? "0");
if (killAt > 0) killBefore(killAt);
try {
  if (command === "recover") process.stdout.write(`${String(await recover(output))}\n`);
  else if (command === "loop") for (let version = Number(first); ; version += 1) await once(version);
  else await once(Number(first));
} catch (error) {
  if (!(error instanceof MachineError)) throw error;
  process.stdout.write(`${error.kind} ${error.code} ${error.path}\n`);
  process.exitCode = 3;
}
