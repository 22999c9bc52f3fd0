// Code of a site's own that ends the process (`process.exit` in `.eleventy.ts`) → a line that says so, and exit status 3.
// Left alone, a build that made nothing would end as a good one does, and a host would publish what there is.
import { machineWords } from "../strings/machine.ts";

/** Higher ones say that a signal ended it, or that Node had nothing left to wait for. */
const HIGHEST_OF_OURS = 3;

/** Call what is returned once the command has ended by itself. */
export function watchForEarlyEnd(lang: "fr" | "en"): () => void {
  let isOver = false;
  const over = (): void => {
    isOver = true;
  };
  process.on("exit", (code) => {
    if (isOver || code > HIGHEST_OF_OURS) return;
    process.stderr.write(`carnet : ${machineWords(lang).ended}\n`);
    process.exitCode = 3;
  });
  // Node says itself what was thrown.
  process.on("uncaughtExceptionMonitor", over);
  return over;
}
