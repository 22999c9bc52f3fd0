// What code of a site's own may do to the process → a line that says so, and exit status 3: end it (`process.exit` in
// `.eleventy.ts`), wait for what never comes, or fail where nobody waits. Left alone, a build that made nothing could end
// as a good one does, and a host would publish what there is.
import { inspect } from "node:util";
import { machineWords } from "../strings/machine.ts";
import { said } from "../strings/said.ts";
import type { Interruption } from "./interrupt.ts";

/** Higher ones say that a signal ended it. */
const HIGHEST_OF_OURS = 3;
/** Node's own, where all that is left of a program waits. */
const UNSETTLED = 13;

/** Call what is returned once the command has ended by itself. */
export function watchForEarlyEnd(lang: "fr" | "en", interruption: Interruption | undefined): () => void {
  const words = machineWords(lang);
  let isOver = false;
  let isStuck = false;
  const say = (text: string): void => {
    isOver = true;
    process.stderr.write(said(lang, text));
  };
  process.on("beforeExit", () => {
    isStuck = true;
  });
  process.on("exit", (code) => {
    if (isOver || (code > HIGHEST_OF_OURS && code !== UNSETTLED)) return;
    say(isStuck ? words.stuck : words.ended);
    interruption?.abandon();
    process.exitCode = 3;
  });
  const fail = (error: unknown): void => {
    say(`${words.unforeseen}\n${inspect(error)}`);
    interruption?.abandon();
    process.exit(3);
  };
  process.on("uncaughtException", fail);
  return () => {
    isOver = true;
    process.removeListener("uncaughtException", fail);
  };
}
