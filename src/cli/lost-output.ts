// Handles output that cannot be printed. If its reader has stopped reading (`carnet check | head`), the work goes on, and ends
// with its own status. If a disk refuses more of it, that is a system failure.
import type { EventEmitter } from "node:events";

export interface Lost {
  /** Nobody reads the output any more. */
  gone?: () => void;
  /** The system refused to write it, with this code. */
  failed: (code: string) => void;
}

/** Prevents a failure of these streams from ending the process; reports each kind once. */
export function outliveOutput(streams: readonly Pick<EventEmitter, "on">[], { gone, failed }: Lost): void {
  const told = new Set<string>();
  for (const stream of streams)
    stream.on("error", ({ code = "" }: NodeJS.ErrnoException) => {
      if (told.has(code)) return;
      told.add(code);
      if (code === "EPIPE") gone?.();
      else failed(code);
    });
}
