// The command line → values: the site and the options; or what is wrong with it.
import { resolve } from "node:path";
import { decodeAddress } from "../percent-codes.ts";
import { FORMATS, type Format } from "../problem-formats.ts";
import type { ValuedOption } from "../strings/usage.ts";
import { UI_LANGS, type UiLang } from "../ui-lang.ts";
import { readArguments, type Arguments, type OptionName, type Typed, type UsageError } from "./arguments.ts";

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
  lang?: UiLang;
  /** Language of messages before the site is read: the one requested, else the environment's. */
  spoken: UiLang;
  quiet: boolean;
  cache: boolean;
  search: boolean;
  port: number;
  /** Absolute path of the built site to compare with (`report` only). */
  base?: string;
  /** Arguments of the command that are not options: the folder of `init`, the title of `new`, the words of `list`. */
  operands: readonly string[];
}

export type Parsed =
  | { ok: true; help: boolean; version: boolean; options: Options }
  | { ok: false; lang: UiLang; error: UsageError };

/** Parses the arguments other than the command. */
export function parseOptions(argv: readonly string[], typed: Typed): Parsed {
  const { formats = FORMATS, spoken = "fr" } = typed;
  const { values, operands, fault } = readArguments(argv, typed);
  const fail = (error: UsageError): Parsed => ({
    ok: false,
    lang: langNamed(textOf(values, "lang")) ?? spoken,
    error,
  });
  if (fault) return fail(fault);
  const asked = textOf(values, "format") ?? "text";
  const format = formats.find((one) => one === asked);
  if (format === undefined) return fail({ key: "badFormat", value: asked, formats });
  for (const [option, isSound] of SOUND) {
    const value = textOf(values, option);
    if (value !== undefined && !isSound(value)) return fail({ key: "badValue", option, value });
  }
  return {
    ok: true,
    help: values.help === true,
    version: values.version === true,
    options: { ...optionsOf(values, typed), format, operands },
  };
}

type Values = Arguments["values"];

function textOf(values: Values, name: OptionName): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** The values that each option accepts, as `strings/usage.ts` describes them. */
const SOUND: readonly (readonly [ValuedOption, (value: string) => boolean])[] = [
  ["lang", (value) => langNamed(value) !== undefined],
  ["now", (value) => instantNamed(value) !== undefined],
  ["url", (value) => /^https?:\/\//.test(value) && URL.canParse(value) && decodeAddress(value) !== undefined],
  ["base-path", (value) => /^\/?(?:[\w.~-]+(?:\/|$))*$/.test(value)],
  ["port", (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535],
];

function langNamed(text: string | undefined): UiLang | undefined {
  return UI_LANGS.find((lang) => lang === text);
}

/** An instant; undefined for a day that does not exist, which `Date` would move into the next month. */
function instantNamed(text: string): Date | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  const date = new Date(text);
  if (day === undefined || Number.isNaN(date.getTime())) return undefined;
  return new Date(day).toISOString().startsWith(day) ? date : undefined;
}

function optionsOf(
  values: Values,
  { cwd, clock, preview: always, spoken = "fr" }: Typed,
): Omit<Options, "format" | "operands"> {
  const text = (name: OptionName): string | undefined => textOf(values, name);
  const on = (name: OptionName): boolean => values[name] === true;
  const [typedSite, output, url, basePath] = [text("site"), text("output"), text("url"), text("base-path")];
  const base = text("base");
  const lang = langNamed(text("lang"));
  const now = instantNamed(text("now") ?? "");
  const site = resolve(cwd, typedSite ?? ".");
  const preview = always || on("drafts") || on("future");
  return {
    site,
    ...(typedSite !== undefined && { typedSite }),
    usualOutput: output === undefined,
    output: output === undefined ? resolve(site, preview ? "_preview" : "_site") : resolve(cwd, output),
    ...(url !== undefined && { url }),
    ...(basePath !== undefined && { basePath }),
    ...(lang !== undefined && { lang }),
    spoken: lang ?? spoken,
    ...(base !== undefined && { base: resolve(cwd, base) }),
    drafts: on("drafts"),
    future: on("future"),
    now: now === undefined ? clock : () => now,
    pretended: now !== undefined,
    strict: on("strict"),
    quiet: on("quiet"),
    cache: !on("no-cache"),
    search: !on("no-search"),
    port: Number(text("port") ?? "8080"),
  };
}
