// Work that may never end → what it gives, or nothing once its time is over.
// A pattern that has lost its way in a text is stopped by nothing but the engine, which does so for a script.
import { Script } from "node:vm";

/** Where the script finds the work: nothing can be handed to one that runs among these globals. */
const globals = globalThis as { carnetWork?: () => void };
const script = new Script("carnetWork()");

/**
 * What `work` throws passes through. Undefined where it took longer than `milliseconds`: it was stopped on its way, and what
 * it had begun to change is left as it was.
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
