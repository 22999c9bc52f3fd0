// What the command prints may have nowhere to go. A reader who has seen enough (`carnet check | head`) changes nothing:
// the work goes on, and ends with its own status. A disk that takes no more of it is a failure of the machine.
import type { EventEmitter } from "node:events";

export interface Lost {
  /** Nobody reads any more. */
  gone?: () => void;
  /** The system refused to take it, with this code. */
  failed: (code: string) => void;
}

/** Keeps a failure of these streams from ending the process; tells of each kind once. */
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
