// Failures of the machine (disk, permissions, another run) as one error with a kind, instead of Node's many codes.
// The command line adds a message in the user's language; this error's own message is for logs only.
import { errorCode } from "../files.ts";

export type MachineErrorKind = "disk-full" | "permission" | "locked" | "conflict" | "other";

/** Something failed on the machine: exit status 3, never a problem of the content. */
export class MachineError extends Error {
  override readonly name = "MachineError";
  /** Node's code (`ENOSPC`), or `ELOCKED` and `ECONFLICT` for Carnet's own. */
  readonly code: string;
  /** The file or folder concerned; empty when the system did not say. */
  readonly path: string;
  readonly kind: MachineErrorKind;
  /** The process that holds the lock, when the kind is `locked`. */
  readonly pid: number | undefined;

  constructor(code: string, path: string, options: { cause?: unknown; pid?: number } = {}) {
    super(`${code}: ${path}`, { cause: options.cause });
    this.code = code;
    this.path = path;
    this.kind = KINDS.get(code) ?? "other";
    this.pid = options.pid;
  }
}

const KINDS: ReadonlyMap<string, MachineErrorKind> = new Map([
  ["ENOSPC", "disk-full"],
  ["EDQUOT", "disk-full"],
  ["EACCES", "permission"],
  ["EPERM", "permission"],
  ["EROFS", "permission"],
  ["ELOCKED", "locked"],
  ["ECONFLICT", "conflict"],
]);

/**
 * The machine's failure inside an error, however deep a library wrapped it (`cause`, `originalError`); `undefined` if the error
 * is something else, such as a mistake in a layout.
 */
export function asMachineError(error: unknown): MachineError | undefined {
  for (const current of chainOf(error)) {
    if (current instanceof MachineError) return current;
    const code = errorCode(current);
    const call = "syscall" in current && typeof current.syscall === "string" ? current.syscall : "";
    // A port in use or a host not found also has a code, but is not a failure of the disk.
    if (/^E[A-Z0-9]+$/.test(code) && call !== "" && !/^(listen|bind|connect|getaddrinfo)/.test(call)) {
      return new MachineError(code, pathOf(current), { cause: error });
    }
  }
  return undefined;
}

/** Most errors inside one another that are looked at: an owner's error may contain itself. */
const DEEPEST = 8;

/** An error and those inside it, outermost first: Nunjucks and Eleventy wrap errors. */
export function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error && chain.length < DEEPEST;) {
    chain.push(at);
    at = "originalError" in at ? at.originalError : at.cause;
  }
  return chain;
}

function pathOf(error: Error): string {
  return "path" in error && typeof error.path === "string" ? error.path : "";
}
