// The command line → a command with its options; or an answer to print; or why it is refused.
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { broughtThemes } from "../content/theme.ts";
import { readText } from "../files.ts";
import { nearest } from "../nearest.ts";
import { decodeAddress } from "../urls.ts";
import { FORMATS, type Format } from "../shown-problems.ts";
import { usageWords, type ValuedOption } from "../strings/usage.ts";
import { UI_LANGS, uiLang, type UiLang } from "../ui-lang.ts";
import { commandNamed, COMMANDS, helpText, OPTIONS, optionsOf, type OptionName } from "./commands.ts";
import { machineLang } from "./terminal.ts";

/** Where and when a command line was typed. */
export interface Typed {
  /** Relative paths start here. */
  cwd: string;
  /** Supplies `now` if `--now` is absent. */
  clock: () => Date;
  env: Readonly<Record<string, string | undefined>>;
  /** Version of the running Carnet. */
  version: string;
}

function read(argv: readonly string[], { cwd, clock, env, version }: Typed) {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const [name = "", ...operands] = positionals;
  const on = (option: OptionName): boolean => values[option] === true;
  const text = (option: OptionName): string | undefined =>
    typeof values[option] === "string" ? values[option] : undefined;
  const path = (option: OptionName): string | undefined => text(option) && resolve(cwd, text(option) ?? "");
  const site = path("site") ?? cwd;
  const askedLang = UI_LANGS.find((one) => one === text("lang"));
  const wantsHelp = argv.length === 0 || name === "help" || on("help");
  // Help is for the person, and what `init` makes is another site than the one around it.
  const lang = askedLang ?? (wantsHelp || name === "init" ? undefined : siteLang(site)) ?? machineLang(env);
  const words = usageWords(lang);
  const refuse = (refusal: string) => ({ refusal, lang });
  const print = (answer: string) => ({ answer });

  const command = commandNamed(name);
  const allowed: readonly string[] = command ? optionsOf(command) : Object.keys(OPTIONS);
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { rawName: option, value, inlineValue } = token;
    if (!isOption(token.name) || !allowed.includes(token.name))
      return refuse(words.unknownOption(option, nearest(token.name, allowed), command?.name));
    const { type } = OPTIONS[token.name];
    // `--output --quiet`: the value was forgotten, and the next option must not be used as the value.
    const isForgotten = !value || (!inlineValue && value.startsWith("--"));
    if (type === "string" && isForgotten) return refuse(words.missingValue(option));
    if (type === "boolean" && value !== undefined) return refuse(words.unwantedValue(option));
  }
  if (on("version")) return print(`${version}\n`);
  if (wantsHelp) return print(helpText(lang, name === "help" ? commandNamed(operands[0] ?? "") : command));
  if (!command) {
    const names = COMMANDS.map((one) => one.name);
    return refuse(words.unknownCommand(name, names, nearest(name, names)));
  }
  const extra = operands[command.operands ?? 0];
  if (extra !== undefined) return refuse(words.extraArgument(extra, name));
  for (const [option, isValid] of VALID) {
    const value = text(option);
    if (value !== undefined && !isValid(value))
      return refuse(words.badValue(option, value, words.values[option]));
  }
  const formats: readonly Format[] = command.formats ?? FORMATS;
  const format = formats.find((one) => one === (text("format") ?? "text"));
  if (format === undefined) return refuse(words.badValue("format", text("format") ?? "", formats.join(", ")));
  if (!isFolder(site)) return refuse(words.noSite(site));

  const now = instantNamed(text("now") ?? "");
  const isPreview = command.kind === "preview" || on("drafts") || on("future");
  const options = {
    /** Absolute path of the site root, and the same as typed. */
    site,
    typedSite: text("site"),
    /** Absolute path of the output, and whether `--output` did not name it. */
    output: path("output") ?? resolve(site, isPreview ? "_preview" : "_site"),
    usualOutput: text("output") === undefined,
    url: text("url"),
    theme: text("theme"),
    basePath: text("base-path"),
    drafts: on("drafts"),
    future: on("future"),
    /** The instant to build for: read again at each build of a long-running process, unless `--now` fixed it. */
    now: now === undefined ? clock : () => now,
    pretended: now !== undefined,
    /** True in CI: a build there, of a site with a public address, publishes it, and notes its addresses. */
    publishes: !/^(?:|0|false)$/.test(env["CI"] ?? ""),
    strict: on("strict"),
    format,
    /** Language of messages: the one requested, else the site's, else the machine's. */
    lang,
    askedLang,
    quiet: on("quiet"),
    cache: !on("no-cache"),
    search: !on("no-search"),
    /** The page of which the build says why it was made again. */
    explain: text("explain"),
    port: Number(text("port") ?? "8080"),
    /** Absolute path of the built site to compare with. */
    base: path("base"),
    /** The taxonomy in which `new` starts a term. */
    taxonomy: text("in"),
    /** Words that are not options: the folder of `init`, the title of `new`, the words of `list`. */
    operands,
  };
  return { command, options };
}

type Asked = ReturnType<typeof read>;
export type Options = Extract<Asked, { options: unknown }>["options"];
export const readCommandLine: (argv: readonly string[], typed: Typed) => Asked = read;

/** The values that each option accepts, as `strings/usage.ts` describes them. */
const VALID: readonly [ValuedOption, (value: string) => boolean][] = [
  ["lang", (value) => UI_LANGS.some((lang) => lang === value)],
  ["now", (value) => instantNamed(value) !== undefined],
  ["url", (value) => /^https?:\/\//.test(value) && URL.canParse(value) && decodeAddress(value) !== undefined],
  ["base-path", (value) => /^\/?(?:[\w.~-]+(?:\/|$))*$/.test(value)],
  ["theme", (value) => broughtThemes().includes(value)],
  ["port", (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535],
];

/** An instant; undefined for a day that does not exist, which `Date` would move into the next month. */
function instantNamed(text: string): Date | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  const date = new Date(text);
  if (day === undefined || Number.isNaN(date.getTime())) return undefined;
  return new Date(day).toISOString().startsWith(day) ? date : undefined;
}

/** The language of the site's settings, also while they have errors; undefined where there is no site. */
function siteLang(site: string): UiLang | undefined {
  if (!isFolder(join(site, "content"))) return undefined;
  const settings = readText(join(site, "content/site.yaml")) ?? "";
  return uiLang(/^lang:[ \t]*["']?([\w-]+)/m.exec(settings)?.[1] ?? "fr");
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name);
