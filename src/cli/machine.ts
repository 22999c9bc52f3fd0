// Messages for what is not a fault of the content: the disk, permissions, another run; and for layouts that fail.
import { asMachineError, chainOf, type MachineError } from "../build/machine/machine-error.ts";
import type { Wait } from "../build/output/lock.ts";
import { machineWords } from "../strings/machine.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Terminal } from "./terminal.ts";

/**
 * One line for a system failure; an unknown error keeps its message and stack, so that it can be reported.
 * `command`: whether it publishes a site, whose state the message then mentions, writes new files, or keeps serving the site.
 */
export function describeMachineError(
  error: unknown,
  lang: UiLang,
  command: "publishes" | "starts" | "serves" = "publishes",
): string {
  const machine = asMachineError(error);
  const words = machineWords(lang);
  if (machine && command === "starts") return words.unwritten(machine) ?? words.failure(machine);
  if (machine && command === "serves") return words.unshown(machine) ?? words.failure(machine);
  if (machine) return words.failure(machine) + reasonOf(machine);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What Pagefind's program, which is not part of Carnet, printed: for example, that the machine lacks a library. */
function reasonOf({ code, cause }: MachineError): string {
  return code === "ESEARCH" && cause instanceof Error ? `\n  ${cause.message.replaceAll("\n", "\n  ")}` : "";
}

/** The messages of an error of Eleventy or Nunjucks, outermost first, without stacks. */
export function describeLayoutError(error: unknown): string {
  const messages: string[] = [];
  for (const { message: said } of chainOf(error)) {
    const text = said.trim();
    if (text !== "" && !messages.some((message) => message.includes(text))) messages.push(text);
  }
  return messages.map((message, i) => `${"  ".repeat(i)}${message}`).join("\n");
}

/** How long a build waits for another one of the same site, and what it prints meanwhile. */
export function waitFor(lang: UiLang, terminal: Pick<Terminal, "err">): Wait {
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
