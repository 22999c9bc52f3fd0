// A word that is no command → the command that was probably meant: by its spelling, or as other generators call it.
import { nearest } from "./options.ts";

/** Hugo, Jekyll, Eleventy, Astro and package scripts show a site, make it, look at it or begin it by these names. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  ...{ serve: "dev", server: "dev", start: "dev", watch: "dev", preview: "dev" },
  ...{ generate: "build", publish: "build", deploy: "build" },
  ...{ test: "check", lint: "check", validate: "check" },
  ...{ create: "init", post: "new", diff: "report", version: "--version" },
};

export function meantCommand(name: string, commands: readonly string[]): string | undefined {
  return Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : nearest(name, commands).suggestion;
}
