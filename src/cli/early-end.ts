// Detects when a site's own code ends the process (`process.exit` in `.eleventy.ts`), waits forever, or fails without a handler
// → one line that says so, and exit status 3. Otherwise a build that made nothing could end like a successful one, and a host
// would publish whatever there is.
import { inspect } from "node:util";
import { machineWords } from "../strings/machine.ts";
import { said } from "../strings/said.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Interruption } from "./interrupt.ts";

/** Higher statuses mean that a signal ended it. */
const HIGHEST_OF_OURS = 3;
/** Node's own status for a top-level `await` that never settles. */
const UNSETTLED = 13;

/** Call the returned function once the command has ended by itself. */
export function watchForEarlyEnd(lang: UiLang, interruption: Interruption | undefined): () => void {
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
