// A word that is not a command → the command that was probably meant, by its spelling or by its name in other generators.
import { meantWord } from "./meant-word.ts";

/** What Hugo, Jekyll, Eleventy, Astro and package scripts call these commands. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  ...{ serve: "dev", server: "dev", start: "dev", watch: "dev", preview: "dev" },
  ...{ generate: "build", publish: "build", deploy: "build" },
  ...{ test: "check", lint: "check", validate: "check" },
  ...{ ls: "list", posts: "list", drafts: "list" },
  ...{ create: "init", post: "new", diff: "report", version: "--version" },
};

export function meantCommand(name: string, commands: readonly string[]): string | undefined {
  return Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : meantWord(name, commands);
}
