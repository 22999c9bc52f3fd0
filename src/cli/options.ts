// The command line → values: the site and the options; or what is wrong with it.
import { distance } from "fastest-levenshtein";
import { resolve } from "node:path";
import util from "node:util";
import { decodeAddress } from "../percent-codes.ts";
import { FORMATS, type Format } from "../problem-formats.ts";
import type { ValuedOption } from "../strings/usage.ts";

export interface Options {
  /** Absolute path of the site root. */
  site: string;
  /** The same as typed; absent for the current folder. */
  typedSite?: string;
  /** Absolute path of the output. */
  output: string;
  /** True if `--output` was not given. */
  usualOutput: boolean;
  url?: string;
  basePath?: string;
  drafts: boolean;
  future: boolean;
  /** The instant to build for: read again at each build of a long-running process, unless `--now` fixed it. */
  now: () => Date;
  /** True if `--now` set that instant. */
  pretended: boolean;
  strict: boolean;
  format: Format;
  /** Language of messages requested; if absent, the site's. */
  lang?: "fr" | "en";
  /** Language of messages before the site is read: the one requested, else the environment's. */
  spoken: "fr" | "en";
  quiet: boolean;
  cache: boolean;
  search: boolean;
  /** Ask other hosts whether links to them work (`check` only). */
  external: boolean;
  port: number;
  /** Absolute path of the built site to compare with (`report` only). */
  base?: string;
  /** Absolute path of the ZIP to write beside the site (`build` only). */
  zip?: string;
  /** Arguments of the command that are not options: the folder of `init`, the title of `new`, the words of `list`. */
  operands: readonly string[];
}

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
  external: { type: "boolean" },
  base: { type: "string" },
  zip: { type: "string" },
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

export type Parsed =
  | { ok: true; help: boolean; version: boolean; options: Options }
  | { ok: false; lang: "fr" | "en"; error: UsageError };

/** The circumstances in which the command was typed. */
export interface Typed {
  /** Relative paths start here. */
  cwd: string;
  /** Supplies `now` if `--now` is absent. */
  clock: () => Date;
  /** True for a command whose output is a preview, whatever its options: never `_site` unless `--output` says so. */
  preview: boolean;
  /** Language of the environment; French by default. */
  spoken?: "fr" | "en";
  /** Number of arguments that the command takes besides options; 0 by default. */
  operands?: number;
  /** Names of the options that the command takes; by default all, even if some have no effect. */
  options?: readonly OptionName[];
  /** Formats in which the command prints; by default all those of problems. */
  formats?: readonly Format[];
}

/** The name of the command, empty if there is none, and the remaining arguments: options may also precede the command. */
export function splitCommand(argv: readonly string[]): { name: string; rest: string[] } {
  const { tokens } = util.parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const first = tokens.find((token) => token.kind === "positional");
  if (first === undefined) return { name: "", rest: [...argv] };
  return { name: first.value, rest: argv.filter((_, index) => index !== first.index) };
}

/** Parses the arguments other than the command. */
export function parseOptions(argv: readonly string[], typed: Typed): Parsed {
  const { values, positionals, tokens } = util.parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const lang = values.lang === "en" || values.lang === "fr" ? values.lang : (typed.spoken ?? "fr");
  const fail = (error: UsageError): Parsed => ({ ok: false, lang, error });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const kind = Object.hasOwn(OPTIONS, token.name) ? OPTIONS[token.name as OptionName].type : undefined;
    if (kind === undefined)
      return fail({ key: "unknownOption", option: token.rawName, ...meant(token.name, typed) });
    // `--output --quiet`: the value was forgotten, and the next option must not be used as the value.
    const value = token.value ?? "";
    const forgotten = value === "" || (token.inlineValue === false && value.startsWith("--"));
    if (kind === "string" && forgotten) return fail({ key: "missingValue", option: token.rawName });
    if (kind === "boolean" && token.value !== undefined)
      return fail({ key: "unwantedValue", option: token.rawName });
    if (typed.options?.includes(token.name as OptionName) === false)
      return fail({ key: "notTaken", option: token.rawName });
  }
  const extra = positionals[typed.operands ?? 0];
  if (extra !== undefined) return fail({ key: "extraArgument", value: extra });
  return interpret(values, positionals, typed, fail);
}

type Values = Partial<Record<OptionName, string | boolean>>;

function interpret(
  values: Values,
  operands: readonly string[],
  { cwd, clock, preview: always, spoken = "fr", formats = FORMATS }: Typed,
  fail: (error: UsageError) => Parsed,
): Parsed {
  const text = (name: OptionName): string | undefined => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  const on = (name: OptionName): boolean => values[name] === true;
  const bad = (option: ValuedOption): Parsed => fail({ key: "badValue", option, value: text(option) ?? "" });

  const format = formats.find((one) => one === (text("format") ?? "text"));
  if (format === undefined) return fail({ key: "badFormat", value: text("format") ?? "", formats });
  const lang = text("lang");
  if (lang !== undefined && lang !== "fr" && lang !== "en") return bad("lang");
  const now = text("now") === undefined ? clock : fixed(text("now") ?? "");
  if (!now) return bad("now");
  const url = text("url");
  if (
    url !== undefined &&
    !(/^https?:\/\//.test(url) && URL.canParse(url) && decodeAddress(url) !== undefined)
  )
    return bad("url");
  const basePath = text("base-path");
  if (basePath !== undefined && !/^\/?(?:[\w.~-]+(?:\/|$))*$/.test(basePath)) return bad("base-path");
  const port = text("port") ?? "8080";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return bad("port");

  const typedSite = text("site");
  const site = resolve(cwd, typedSite ?? ".");
  const output = text("output");
  const base = text("base");
  const zip = text("zip");
  const preview = always || on("drafts") || on("future");
  return {
    ok: true,
    help: on("help"),
    version: on("version"),
    options: {
      site,
      ...(typedSite !== undefined && { typedSite }),
      usualOutput: output === undefined,
      output: output === undefined ? resolve(site, preview ? "_preview" : "_site") : resolve(cwd, output),
      ...(url !== undefined && { url }),
      ...(basePath !== undefined && { basePath }),
      ...(lang !== undefined && { lang }),
      spoken: lang ?? spoken,
      ...(base !== undefined && { base: resolve(cwd, base) }),
      ...(zip !== undefined && { zip: resolve(cwd, zip) }),
      drafts: on("drafts"),
      future: on("future"),
      now,
      pretended: now !== clock,
      strict: on("strict"),
      format,
      quiet: on("quiet"),
      cache: !on("no-cache"),
      search: !on("no-search"),
      external: on("external"),
      port: Number(port),
      operands,
    },
  };
}

/** An instant; undefined for a day that does not exist, which `Date` would move into the next month. */
function fixed(text: string): (() => Date) | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  const date = new Date(text);
  if (day === undefined || Number.isNaN(date.getTime())) return undefined;
  return new Date(day).toISOString().startsWith(day) ? () => date : undefined;
}

/** Other programs have an option for each format: `--json`. */
function meant(name: string, { formats = FORMATS }: Typed): { suggestion?: string } {
  return formats.some((one) => one === name) ? { suggestion: `format ${name}` } : nearest(name);
}

/** The option or command that was probably meant. */
export function nearest(word: string, known: readonly string[] = OPTION_NAMES): { suggestion?: string } {
  // A truncated word, as other programs allow: `--out`. A single letter has no other suggestion: `-p` is the port.
  const [only, second] = known.filter((name) => name.startsWith(word));
  if (only !== undefined && second === undefined) return { suggestion: only };
  if (word.length < 3) return {};
  const [best] = known.map((name) => ({ name, d: distance(word, name) })).sort((a, b) => a.d - b.d);
  return best && best.d <= Math.max(2, Math.floor(word.length / 3)) ? { suggestion: best.name } : {};
}
