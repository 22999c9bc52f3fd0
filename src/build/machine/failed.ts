// An error of a thread or process ↔ a plain value with what structured cloning would drop.
import { errorCode } from "../../files.ts";
import { MachineError } from "./machine-error.ts";

export interface Failed {
  message: string;
  code: string;
  path: string;
  syscall?: string;
  /** Message of the error's cause. */
  cause?: string;
}

export function failedOf(error: unknown): Failed {
  const { path, syscall, cause } = error as { path?: string; syscall?: string; cause?: unknown };
  const failed = { message: wordsOf(error), code: errorCode(error), path: path ?? "" };
  if (error instanceof MachineError)
    return cause === undefined ? failed : { ...failed, cause: wordsOf(cause) };
  return syscall === undefined ? failed : { ...failed, syscall };
}

export function errorOf({ message, code, path, syscall, cause }: Failed): Error {
  if (syscall !== undefined) return Object.assign(new Error(message), { code, path, syscall });
  return code === ""
    ? new Error(message)
    : new MachineError(code, path, { cause: cause && new Error(cause) });
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
