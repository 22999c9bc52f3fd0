// A process that publishes sample sites. Tests kill it, or it kills itself before its n-th change to the disk, or it keeps, before
// each one, what it would leave if it were killed there.
// Tests bundle it with the sources that it needs, since Node 20 does not read TypeScript.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { dirname, join } from "node:path";
import { asMachineError } from "../../src/build/machine-error.ts";
import { recover } from "../../src/build/output/publish.ts";
import { publishSample } from "./sample-site.ts";

const [command = "", output = "", version = "1", pages = "5", keep = ""] = process.argv.slice(2);

/** Every change that Carnet makes to a disk goes through one of these. */
const CHANGES = [
  ...["chmodSync", "copyFileSync", "linkSync", "mkdirSync", "openSync", "renameSync", "rmSync", "rmdirSync"],
  ...["symlinkSync", "unlinkSync", "writeFileSync"],
] as const;

/** What is done before each change. */
let before = (): void => undefined;

for (const name of CHANGES) {
  const original: unknown = fs[name as keyof typeof fs];
  if (typeof original !== "function") throw new Error(name);
  Object.defineProperty(fs, name, {
    value: (...args: unknown[]): unknown => {
      before();
      return Reflect.apply(original, fs, args);
    },
  });
}
syncBuiltinESMExports();

/** Counts changes from now on. */
function eachChange(act: (change: number) => void): void {
  let done = 0;
  before = () => {
    done += 1;
    act(done);
  };
}

/** Copies a folder with its hard and symbolic links, which is no change that counts. */
function copy(folder: string, to: string): void {
  const counting = before;
  before = () => undefined;
  const copies = new Map<number, string>();
  const copyInto = (from: string, into: string): void => {
    fs.mkdirSync(into);
    for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
      const [path, place] = [join(from, entry.name), join(into, entry.name)];
      if (entry.isDirectory()) copyInto(path, place);
      else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(path), place);
      else {
        const { ino } = fs.statSync(path);
        const same = copies.get(ino);
        if (same === undefined) fs.copyFileSync(path, place);
        else fs.linkSync(same, place);
        copies.set(ino, place);
      }
    }
  };
  copyInto(folder, to);
  before = counting;
}

/** Recovers each output, and keeps what would be left if it were killed before this change. */
async function recoverEach(outputs: readonly [output: string, change: number][]): Promise<void> {
  for (const [one, last] of outputs) {
    const folder = dirname(one);
    eachChange((change) => {
      if (change === last) copy(folder, `${folder}-again`);
    });
    await recover(one);
  }
}

const { KILL_BEFORE = "0", KEEP_IN } = process.env;
if (Number(KILL_BEFORE) > 0)
  eachChange((change) => {
    if (change === Number(KILL_BEFORE)) process.kill(process.pid, "SIGKILL");
  });
if (KEEP_IN !== undefined)
  eachChange((change) => {
    copy(dirname(output), `${KEEP_IN}/${String(change)}`);
  });
try {
  if (command === "recover-each") await recoverEach(JSON.parse(output) as [string, number][]);
  else
    await publishSample(output, Number(version), Number(pages), {
      ...{ keeps: keep !== "", isAlone: command === "together" },
    });
} catch (error) {
  const failure = asMachineError(error);
  if (!failure) throw error;
  process.stdout.write(`${failure.kind} ${failure.code} ${failure.path}\n`);
  process.exitCode = 3;
}
