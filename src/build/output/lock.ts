// Lets one run at a time publish to an output. The lock names its process; others wait, or take it over if that process died.
// It is a symbolic link whose target is the text: created in one call, even on a full disk.
import {
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { errorCode, readText } from "../../files.ts";
import { MachineError } from "../machine-error.ts";

/** How to wait for another run. Times are in milliseconds; without this, a held lock fails at once. */
export interface Wait {
  limit: number;
  sleep(milliseconds: number): Promise<void>;
  /** Called once, when waiting begins. */
  announce?(holder: { pid: number; lock: string }): void;
}

const POLL = 200;

/**
 * Takes the lock, and returns the function that releases it. @throws MachineError of kind `locked` when the limit is reached.
 */
export async function takeLock(lock: string, wait?: Wait): Promise<() => void> {
  const mine = `${String(process.pid)} ${startOf(process.pid)}`.trimEnd();
  for (let waited = 0; ; waited += POLL) {
    // A stale lock can be followed by another (many runs killed in a row), but not by an endless series.
    for (let tries = 0; tries < 10; tries += 1) {
      if (make(lock, mine)) {
        sweep(lock);
        return () => {
          if (read(lock) === mine) unlinkSync(lock);
        };
      }
      const holder = read(lock);
      if (holder !== undefined && isAlive(holder)) break;
      if (holder !== undefined) setAside(lock, holder);
    }
    const pid = Number.parseInt(read(lock) ?? "", 10) || 0;
    if (wait === undefined || waited >= wait.limit) throw new MachineError("ELOCKED", lock, { pid });
    if (waited === 0) wait.announce?.({ pid, lock });
    await wait.sleep(POLL);
  }
}

/** Returns false if there is one already. */
function make(lock: string, text: string): boolean {
  try {
    symlinkSync(text, lock);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL"].includes(errorCode(error))) throw error;
  }
  // Windows without the right to create links, FAT: an ordinary file.
  try {
    writeFileSync(lock, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    // Left empty on a full disk, the file would pass for a lock that is being created, for ever.
    rmSync(lock, { force: true });
    throw error;
  }
}

function read(lock: string): string | undefined {
  try {
    return readlinkSync(lock);
  } catch (error) {
    return errorCode(error) === "ENOENT" ? undefined : readText(lock);
  }
}

/** Removes the lock of a dead process, unless another run has replaced it since it was read. */
function setAside(lock: string, seen: string): void {
  const aside = `${lock}.${String(process.pid)}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  const taken = read(aside);
  // Not by a hard link, which not every system can make to a symbolic link. If a third run took the lock meanwhile, it holds it.
  if (taken !== undefined && taken !== seen) make(lock, taken);
  rmSync(aside, { force: true });
}

/** Removes what a killed `setAside` left. */
function sweep(lock: string): void {
  const folder = dirname(lock);
  const prefix = `${basename(lock)}.`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix) && !isAlive(`${name.slice(prefix.length)} `))
      rmSync(join(folder, name), { force: true });
  }
}

function isAlive(holder: string): boolean {
  const [pid = "", start = ""] = holder.split(" ");
  if (!/^[1-9]\d*$/.test(pid)) return holder.trim() === "";
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    // EPERM: the process is alive, and belongs to another user.
    if (errorCode(error) === "ESRCH") return false;
  }
  const now = startOf(Number(pid));
  return start === "" || now === "" || start === now;
}

/** When a process started, in ticks since boot, to tell it from a later process with the same number; empty if unknown. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
