// The commands of Carnet and the options of each, as one table: help and refusals are read from it.
import { FORMATS, type Format } from "../shown-problems.ts";
import { usageWords } from "../strings/usage.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Options } from "./arguments.ts";
import type { Interruption, Terminal } from "./terminal.ts";

/** 0 success, 1 the content has errors (nothing published), 2 wrong usage, 3 system failure. */
export type ExitStatus = 0 | 1 | 2 | 3;

export type Command = (
  options: Options,
  terminal: Terminal,
  /** Handles signals, for a command that makes a site. */
  interruption: Interruption,
) => ExitStatus | Promise<ExitStatus>;

/** In the order of help. */
export const OPTIONS = {
  site: { type: "string" },
  in: { type: "string" },
  output: { type: "string" },
  base: { type: "string" },
  url: { type: "string" },
  theme: { type: "string" },
  "base-path": { type: "string" },
  drafts: { type: "boolean" },
  future: { type: "boolean" },
  now: { type: "string" },
  strict: { type: "boolean" },
  "no-cache": { type: "boolean" },
  "no-search": { type: "boolean" },
  explain: { type: "string" },
  port: { type: "string" },
  format: { type: "string" },
  lang: { type: "string" },
  quiet: { type: "boolean" },
  version: { type: "boolean", short: "v" },
  help: { type: "boolean", short: "h" },
} as const;

export type OptionName = keyof typeof OPTIONS;

export interface CommandRow {
  /** Its summary and operands are in `strings/commands.ts`. */
  name: keyof ReturnType<typeof usageWords>["help"]["commands"];
  /** Options that it uses, besides `--lang`, `--version` and `--help`, which all accept. */
  options: readonly OptionName[];
  /** What it prints with `--format`; by default the formats of problems. */
  formats?: readonly Format[];
  /** Number of words other than options; none by default. */
  operands?: number;
  /** `preview`: its output is never `_site` unless `--output` says so. `starts`: it writes sources, and publishes nothing. */
  kind?: "preview" | "starts";
  run: () => Promise<Command>;
}

const READING: readonly OptionName[] = ["site", "url", "base-path", "now", "no-cache"];
const SHOWING: readonly OptionName[] = [
  "output",
  "drafts",
  "future",
  "strict",
  "no-search",
  "format",
  "quiet",
];
const RESULTS: readonly Format[] = ["text", "json"];

export const COMMANDS: readonly CommandRow[] = [
  {
    name: "build",
    options: [...READING, ...SHOWING, "explain"],
    run: async () => (await import("./build.ts")).build,
  },
  {
    name: "dev",
    options: [...READING, ...SHOWING, "port"],
    kind: "preview",
    run: async () => (await import("./dev.ts")).dev,
  },
  { name: "check", options: [...READING, ...SHOWING], run: async () => (await import("./build.ts")).check },
  {
    name: "init",
    options: ["url", "theme", "now", "quiet"],
    operands: 1,
    kind: "starts",
    run: async () => (await import("./init.ts")).init,
  },
  {
    name: "new",
    options: ["site", "in", "now", "quiet"],
    // The title may be typed without quotation marks.
    operands: Infinity,
    kind: "starts",
    run: async () => (await import("./new.ts")).newPost,
  },
  {
    name: "import",
    options: ["url", "now", "format", "quiet"],
    formats: RESULTS,
    operands: 3,
    kind: "starts",
    run: async () => (await import("./import.ts")).importBlog,
  },
  {
    name: "report",
    options: ["site", "output", "base", "url", "format"],
    formats: RESULTS,
    run: async () => (await import("./report.ts")).report,
  },
  {
    name: "list",
    options: [...READING, "format"],
    formats: RESULTS,
    operands: Infinity,
    run: async () => (await import("./list.ts")).list,
  },
];

export function commandNamed(name: string): CommandRow | undefined {
  return COMMANDS.find((command) => command.name === name);
}

/** The options that a command accepts, in the order of help. */
export function optionsOf(command: CommandRow): OptionName[] {
  const own = new Set<string>([...command.options, "lang", "version", "help"]);
  return (Object.keys(OPTIONS) as OptionName[]).filter((name) => own.has(name));
}

/** The help of a command, or of all. */
export function helpText(lang: UiLang, command?: CommandRow): string {
  const words = usageWords(lang).help;
  if (command === undefined) {
    const rows = COMMANDS.map(({ name }): [string, string] => [name, words.commands[name]]);
    return `${words.intro}\n\n${words.usage} ${words.anyCommand} [options]\n\n${columns(rows)}\n${words.more}\n`;
  }
  const { name, formats = FORMATS } = command;
  const operands = new Map(Object.entries(words.operands)).get(name);
  const rows = optionsOf(command).map((option): [string, string] => {
    const row: { type: string; short?: string } = OPTIONS[option];
    const short = row.short === undefined ? "" : `-${row.short}, `;
    const said = name === "init" && option === "lang" ? words.langOfInit : words.options[option];
    const [about = "", value] = said.split("  ").reverse();
    const named = `${short}--${option}${value === undefined ? "" : ` ${value}`}`;
    return [named, option === "format" ? `${about} (${formats.join(", ")})` : about];
  });
  const usage = [words.usage, name, ...(operands === undefined ? [] : [operands]), "[options]"].join(" ");
  return `${usage}\n\n${words.commands[name]}\n\n${columns(rows)}`;
}

/** Two columns. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, about]) => `  ${name.padEnd(width)}${about}\n`).join("");
}
