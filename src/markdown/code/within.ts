// Work that may never end → its result, or undefined if it runs out of time.
// Only the engine can stop a pattern that backtracks without end, and it does so for a script.
import { Script } from "node:vm";

/** Where the script finds the work: a script that runs among these globals takes no arguments. */
const globals = globalThis as { carnetWork?: () => void };
const script = new Script("carnetWork()");

/**
 * Undefined if `work` took longer than `milliseconds`: it was stopped midway, and what it had begun to change is left as it was
 * at that point.
 *
 * @throws whatever `work` throws.
 */
export function within<T>(milliseconds: number, work: () => T): T | undefined {
  let given: T | undefined;
  globals.carnetWork = () => {
    given = work();
  };
  try {
    script.runInThisContext({ timeout: milliseconds });
    return given;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return undefined;
    throw error;
  } finally {
    delete globals.carnetWork;
  }
}
