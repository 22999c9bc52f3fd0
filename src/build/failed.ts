// An error of a thread → what structured cloning would not keep of it, and back.
import { codeOf, MachineError } from "./machine-error.ts";

export interface Failed {
  message: string;
  code: string;
  path: string;
  syscall?: string;
}

export function failedOf(error: unknown): Failed {
  const { path, syscall } = error as { path?: string; syscall?: string };
  const message = error instanceof Error ? error.message : String(error);
  const failed = { message, code: codeOf(error), path: path ?? "" };
  return error instanceof MachineError || syscall === undefined ? failed : { ...failed, syscall };
}

export function errorOf({ message, code, path, syscall }: Failed): Error {
  if (syscall !== undefined) return Object.assign(new Error(message), { code, path, syscall });
  return code === "" ? new Error(message) : new MachineError(code, path);
}
