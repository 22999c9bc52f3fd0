// The command line → a command with its options; or an answer to print; or why it is refused.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import util from "node:util";
import { nearest } from "../nearest.ts";
import { decodeAddress } from "../urls.ts";
import { FORMATS, type Format } from "../shown-problems.ts";
import { usageWords } from "../strings/usage.ts";
import { UI_LANGS, uiLang, type UiLang } from "../ui-lang.ts";
import {
  commandNamed,
  COMMANDS,
  completionScript,
  helpText,
  OPTIONS,
  optionsOf,
  type CommandRow,
  type OptionName,
} from "./commands.ts";
import { machineLang } from "./locale.ts";

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
  /** True in CI: a build there, of a site with a public address, publishes it, and notes its addresses. */
  publishes: boolean;
  strict: boolean;
  format: Format;
  /** Language of messages: the one requested, else the site's, else the machine's. */
  lang: UiLang;
  /** The one requested. */
  askedLang?: UiLang;
  quiet: boolean;
  cache: boolean;
  search: boolean;
  port: number;
  /** Absolute path of the built site to compare with. */
  base?: string;
  /** A page of which to say why it was made again, or was not. */
  explain?: string;
  /** Words that are not options: the folder of `init`, the title of `new`, the words of `list`. */
  operands: readonly string[];
}

export type Asked =
  | { command: CommandRow; options: Options }
  | { answer: string }
  | { refusal: string; lang: UiLang };

/** Where and when a command line was typed. */
export interface Typed {
  /** Relative paths start here; undefined if the folder was deleted after the terminal entered it. */
  cwd: string | undefined;
  /** Supplies `now` if `--now` is absent. */
  clock: () => Date;
  env: Readonly<Record<string, string | undefined>>;
  /** Version of the running Carnet. */
  version: string;
}

export function readCommandLine(argv: readonly string[], typed: Typed): Asked {
  const { values, positionals, tokens } = split(argv);
  const [name = "", ...operands] = positionals;
  const { cwd = "/" } = typed;
  const text = (option: OptionName): string | undefined =>
    typeof values[option] === "string" ? values[option] : undefined;
  const site = resolve(cwd, text("site") ?? ".");
  const askedLang = UI_LANGS.find((one) => one === text("lang"));
  const lang = askedLang ?? siteLang(site) ?? machineLang(typed.env);
  const words = usageWords(lang);
  const refuse = (refusal: string): Asked => ({ refusal, lang });

  if (typed.cwd === undefined) return refuse(words.noFolder);
  const command = commandNamed(name);
  const allowed = command ? optionsOf(command) : (Object.keys(OPTIONS) as OptionName[]);
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { rawName: option } = token;
    if (!isOption(token.name)) return refuse(words.unknownOption(option, meantWord(token.name, allowed)));
    const { type } = OPTIONS[token.name];
    // `--output --quiet`: the value was forgotten, and the next option must not be used as the value.
    const isForgotten = !token.value || (!token.inlineValue && token.value.startsWith("--"));
    if (type === "string" && isForgotten) return refuse(words.missingValue(option));
    if (type === "boolean" && token.value !== undefined) return refuse(words.unwantedValue(option));
    if (command && !allowed.includes(token.name)) return refuse(words.notTaken(option, name));
  }
  if (values["version"] === true) return { answer: `${typed.version}\n` };
  if (name === "help") return { answer: helpText(lang, commandNamed(operands[0] ?? "")) };
  if (values["help"] === true) return { answer: helpText(lang, command) };
  if (name === "completion") return { answer: completionScript() };
  if (name === "") return refuse(words.noCommand);
  if (!command) {
    const names = COMMANDS.map((one) => one.name);
    return refuse(words.unknownCommand(name, names, meantWord(name, names)));
  }
  const extra = operands[command.operands ?? 0];
  if (extra !== undefined) return refuse(words.extraArgument(extra, existsSync(resolve(cwd, extra)), name));
  for (const [option, isValid] of VALID) {
    const value = text(option);
    if (value !== undefined && !isValid(value)) return refuse(words.badValue(option, value));
  }
  const formats = command.formats ?? FORMATS;
  const asked = text("format") ?? "text";
  const format = formats.find((one) => one === asked);
  if (format === undefined) return refuse(words.badFormat(asked, formats));
  if (!isFolder(site)) return refuse(words.noSite(site));

  const on = (option: OptionName): boolean => values[option] === true;
  const [typedSite, output, url, basePath] = [text("site"), text("output"), text("url"), text("base-path")];
  const [base, explain, now] = [text("base"), text("explain"), instantNamed(text("now") ?? "")];
  const isPreview = command.kind === "preview" || on("drafts") || on("future");
  const options: Options = {
    site,
    ...(typedSite !== undefined && { typedSite }),
    output: output === undefined ? resolve(site, isPreview ? "_preview" : "_site") : resolve(cwd, output),
    usualOutput: output === undefined,
    ...(url !== undefined && { url }),
    ...(basePath !== undefined && { basePath }),
    drafts: on("drafts"),
    future: on("future"),
    now: now === undefined ? typed.clock : () => now,
    pretended: now !== undefined,
    publishes: !/^(?:|0|false)$/.test(typed.env["CI"] ?? ""),
    strict: on("strict"),
    format,
    lang,
    ...(askedLang !== undefined && { askedLang }),
    quiet: on("quiet"),
    cache: !on("no-cache"),
    search: !on("no-search"),
    port: Number(text("port") ?? "8080"),
    ...(base !== undefined && { base: resolve(cwd, base) }),
    ...(explain !== undefined && { explain }),
    operands,
  };
  return { command, options };
}

function split(argv: readonly string[]) {
  return util.parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
}

/** The values that each option accepts, as `strings/usage.ts` describes them. */
const VALID = [
  ["lang", (value: string) => UI_LANGS.some((lang) => lang === value)],
  ["now", (value: string) => instantNamed(value) !== undefined],
  [
    "url",
    (value: string) =>
      /^https?:\/\//.test(value) && URL.canParse(value) && decodeAddress(value) !== undefined,
  ],
  ["base-path", (value: string) => /^\/?(?:[\w.~-]+(?:\/|$))*$/.test(value)],
  ["port", (value: string) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535],
] as const;

/** An instant; undefined for a day that does not exist, which `Date` would move into the next month. */
function instantNamed(text: string): Date | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  const date = new Date(text);
  if (day === undefined || Number.isNaN(date.getTime())) return undefined;
  return new Date(day).toISOString().startsWith(day) ? date : undefined;
}

/** The language of the site's settings, also while they have errors; undefined where there is no site. */
function siteLang(site: string): UiLang | undefined {
  const content = join(site, "content");
  if (!isFolder(content)) return undefined;
  try {
    const settings = readFileSync(join(content, "site.yaml"), "utf8");
    const [, lang = "fr"] = /^lang:[ \t]*["']?([\w-]+)/m.exec(settings) ?? [];
    return uiLang(lang);
  } catch {
    return "fr";
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

/** A truncated word, as other programs allow (`--out`), or a misspelt one: names are few and unlike. */
function meantWord(word: string, known: readonly string[]): string | undefined {
  const [only, second] = known.filter((name) => name.startsWith(word));
  if (only !== undefined && second === undefined) return only;
  return word.length < 3 ? undefined : nearest(word, known, Math.max(2, Math.floor(word.length / 3)));
}
