// The command line → its command and its arguments, as typed; or what is wrong with them.
import util from "node:util";
import { FORMATS, type Format } from "../problem-formats.ts";
import type { ValuedOption } from "../strings/usage.ts";
import type { UiLang } from "../ui-lang.ts";
import { meantWord } from "./meant-word.ts";

/** Names and types of all options; `--no-x` turns off a switch that is on by default. */
const OPTIONS = {
  site: { type: "string" },
  output: { type: "string" },
  url: { type: "string" },
  "base-path": { type: "string" },
  drafts: { type: "boolean" },
  future: { type: "boolean" },
  now: { type: "string" },
  "no-cache": { type: "boolean" },
  "no-search": { type: "boolean" },
  base: { type: "string" },
  strict: { type: "boolean" },
  format: { type: "string" },
  lang: { type: "string" },
  quiet: { type: "boolean" },
  port: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

export type OptionName = keyof typeof OPTIONS;

export const OPTION_NAMES = Object.keys(OPTIONS);

/** What is wrong with a command line; the key names a message of `strings/usage.ts`. */
export type UsageError =
  | { key: "unknownOption"; option: string; suggestion?: string }
  | { key: "missingValue"; option: string }
  | { key: "badValue"; option: ValuedOption; value: string }
  | { key: "badFormat"; value: string; formats: readonly Format[] }
  | { key: "notTaken"; option: string }
  | { key: "unwantedValue"; option: string }
  | { key: "extraArgument"; value: string };

/** The circumstances in which the command was typed. */
export interface Typed {
  /** Relative paths start here. */
  cwd: string;
  /** Supplies `now` if `--now` is absent. */
  clock: () => Date;
  /** True for a command whose output is a preview, whatever its options: never `_site` unless `--output` says so. */
  preview: boolean;
  /** Language of the environment; French by default. */
  spoken?: UiLang;
  /** Number of arguments that the command takes besides options; 0 by default. */
  operands?: number;
  /** Names of the options that the command takes; by default all, even if some have no effect. */
  options?: readonly OptionName[];
  /** Formats in which the command prints; by default all those of problems. */
  formats?: readonly Format[];
}

/** The name of the command, empty if there is none, and the remaining arguments: options may also precede the command. */
export function splitCommand(argv: readonly string[]): { name: string; rest: string[] } {
  const first = split(argv).tokens.find((token) => token.kind === "positional");
  if (first === undefined) return { name: "", rest: [...argv] };
  return { name: first.value, rest: argv.filter((_, index) => index !== first.index) };
}

export interface Arguments {
  values: Partial<Record<OptionName, string | boolean>>;
  /** Those that are not options. */
  operands: readonly string[];
  /** What is wrong first, if anything: an option that the command does not take, or not in this way. */
  fault: UsageError | undefined;
}

/** Reads the arguments other than the command. What the values of options say is not checked. */
export function readArguments(argv: readonly string[], typed: Typed): Arguments {
  const { values, positionals: operands, tokens } = split(argv);
  return { values, operands, fault: optionFault(tokens, typed) ?? operandFault(operands, typed) };
}

type Token = ReturnType<typeof split>["tokens"][number];

function split(argv: readonly string[]) {
  return util.parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
}

function optionFault(tokens: readonly Token[], typed: Typed): UsageError | undefined {
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { rawName: option } = token;
    if (!isOption(token.name)) return { key: "unknownOption", option, ...meant(token.name, typed) };
    const { type } = OPTIONS[token.name];
    // `--output --quiet`: the value was forgotten, and the next option must not be used as the value.
    const value = token.value ?? "";
    const forgotten = value === "" || (token.inlineValue === false && value.startsWith("--"));
    if (type === "string" && forgotten) return { key: "missingValue", option };
    if (type === "boolean" && token.value !== undefined) return { key: "unwantedValue", option };
    if (typed.options?.includes(token.name) === false) return { key: "notTaken", option };
  }
  return undefined;
}

function operandFault(operands: readonly string[], { operands: most = 0 }: Typed): UsageError | undefined {
  const extra = operands[most];
  return extra === undefined ? undefined : { key: "extraArgument", value: extra };
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

/** Other programs have an option for each format: `--json`. */
function meant(name: string, { formats = FORMATS }: Typed): { suggestion?: string } {
  const suggestion = formats.some((one) => one === name) ? `format ${name}` : meantWord(name, OPTION_NAMES);
  return suggestion === undefined ? {} : { suggestion };
}
