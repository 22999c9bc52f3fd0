// Words for what is not the content's fault: the disk, permissions, another run; and for layouts that fail.
import { asMachineError, type MachineError } from "../build/machine/machine-error.ts";
import type { Wait } from "../build/output/lock.ts";
import { machineWords } from "../strings/machine.ts";
import type { Terminal } from "./terminal.ts";

export function isMachineError(error: unknown): boolean {
  return asMachineError(error) !== undefined;
}

/**
 * One line for a failure of the machine; an unknown error keeps its own words and its stack, so that it can be reported.
 * `command`: whether it makes a site, of which something is to be said too, writes files of its own, or shows the site on.
 */
export function describeMachineError(
  error: unknown,
  lang: "fr" | "en",
  command: "publishes" | "starts" | "serves" = "publishes",
): string {
  const machine = asMachineError(error);
  const words = machineWords(lang);
  if (machine && command === "starts") return words.unwritten(machine) ?? words.failure(machine);
  if (machine && command === "serves") return words.unshown(machine) ?? words.failure(machine);
  if (machine) return words.failure(machine) + reasonOf(machine);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What Pagefind's program, which is not Carnet's, said of itself: of a library that the machine lacks, say. */
function reasonOf({ code, cause }: MachineError): string {
  return code === "ESEARCH" && cause instanceof Error ? `\n  ${cause.message.replaceAll("\n", "\n  ")}` : "";
}

/** The messages of an error of Eleventy or Nunjucks, from the outside in, without stacks. */
export function describeLayoutError(error: unknown): string {
  const messages: string[] = [];
  let current = error;
  for (let depth = 0; depth < 8 && current instanceof Error; depth += 1) {
    const text = current.message.trim();
    if (text !== "" && !messages.some((message) => message.includes(text))) messages.push(text);
    current = "originalError" in current ? current.originalError : current.cause;
  }
  return messages.map((message, i) => `${"  ".repeat(i)}${message}`).join("\n");
}

/** How long a build waits for another one of the same site, and what it says meanwhile. */
export function waitFor(lang: "fr" | "en", terminal: Pick<Terminal, "err">): Wait {
  return {
    limit: 60_000,
    sleep: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
    announce: ({ pid }) => {
      terminal.err(`${machineWords(lang).waiting(pid)}\n`);
    },
  };
}
