// A value that a schema refuses → the values that its author may have meant, most likely first.
// They are only proposals: the caller keeps the first that the schema accepts.
import { nearest } from "../nearest.ts";
import { NO, YES } from "../flag-words.ts";
import { namedColour } from "./colour-names.ts";
import type { Expected } from "../strings/problems-yaml.ts";
import { calendar } from "./dates.ts";
import { commaParts, fold, slugOf } from "./text.ts";
import { isMap, type YamlMap } from "./yaml/parse.ts";

export interface Wanted {
  expected: readonly Expected[];
  options: readonly string[];
}

/** Other words that people write for a choice. */
const CHOICES: Readonly<Record<string, string>> = {
  warning: "warn",
  avertissement: "warn",
  erreur: "error",
  info: "note",
  non: "off",
  no: "off",
  demander: "ask",
  exemption: "exempt",
  twitter: "x",
  courriel: "mail",
  email: "mail",
  copier: "copy",
  lien: "copy",
};

const LANGUAGES: Readonly<Record<string, string>> = {
  francais: "fr",
  francaise: "fr",
  french: "fr",
  anglais: "en",
  anglaise: "en",
  english: "en",
  allemand: "de",
  german: "de",
  espagnol: "es",
  spanish: "es",
  italien: "it",
  italian: "it",
  breton: "br",
  occitan: "oc",
  basque: "eu",
  catalan: "ca",
  corse: "co",
};

type Mend = (text: string, wanted: Wanted) => unknown[];

const MENDS: Partial<Record<Expected, Mend>> = {
  choice: choices,
  number: numbers,
  whole: numbers,
  least: numbers,
  most: numbers,
  url: (text) => [
    ...clonedFrom(text),
    ...(/^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/\S*)?$/.test(text) ? [`https://${text}`] : []),
  ],
  email: (text) => [text.replace(/^mailto:/i, "").replace(/\s/g, "")],
  path: (text) => [`/${text.replace(/^[./]+/, "").replace(/^public\//, "")}`],
  colour: (text) => [
    ...ofChannels(text),
    namedColour(text) ?? "",
    `#${text.replace(/^#+/, "")}`,
    text.slice(0, 7),
  ],
  day: (text) => days(text),
  language: (text) => [languageCode(text)].filter((code) => code !== undefined),
  flag: (text) => flags(fold(text)),
  map: (text) => [
    { type: text },
    ...links([["", text]]),
    { label: text },
    { name: text },
    { title: text },
    termsNamed(commaParts(text)),
  ],
};

/** Of a list or a map, only its shape is mended. */
export function mended(found: unknown, wanted: Wanted): unknown[] {
  const { expected } = wanted;
  if (Array.isArray(found)) {
    const text = expected.includes("text") ? unlisted(found) : "";
    if (expected.includes("map")) return [...(text === "" ? [] : [text]), termsNamed(found)];
    // Where only a text will do, it may have to be an address: words could say nothing there.
    return ADDRESS.test(text) ? [text] : [];
  }
  if (isMap(found)) return expected.includes("list") ? [[found], links(Object.entries(found))] : [];
  if (typeof found !== "string" && typeof found !== "number" && typeof found !== "boolean") return [];
  const text = String(found).trim();
  if (text === "") return [];
  return [
    ...expected.flatMap((one) => MENDS[one]?.(text, wanted) ?? []),
    ...(expected.includes("text") && typeof found !== "string" ? [text] : []),
    ...(expected.includes("list") ? [commaParts(text), [text], [found], links([["", text]])] : []),
  ];
}

const ADDRESS = /^(?:\/|https?:)/;

/** A text that was written as a list: the first of several addresses, or words that a comma cut in two; empty for other values. */
function unlisted(items: readonly unknown[]): string {
  const texts = items.filter((one) => typeof one === "string");
  const [first = ""] = texts;
  if (texts.length < items.length) return "";
  return ADDRESS.test(first) ? first : texts.join(", ");
}

/** Terms, taxonomies or fields given only by their labels. */
function termsNamed(labels: readonly unknown[]): YamlMap {
  return Object.fromEntries(labels.map((label) => [slugOf(String(label)), { label: String(label) }]));
}

/** Links given as labels and addresses; one without a label is named by its host. */
function links(pairs: readonly (readonly [label: string, url: unknown])[]): unknown[] {
  return pairs.map(([label, url]) => ({ label: label || hostOf(url), url }));
}

function hostOf(url: unknown): string | undefined {
  return typeof url === "string" && /^https?:/.test(url) && URL.canParse(url) ? new URL(url).host : undefined;
}

/** The code of a language written as its name, or as its code in another form: `francais`, `FR`, `fr_CA`. */
export function languageCode(written: string): string | undefined {
  const named = LANGUAGES[fold(written)];
  if (named !== undefined) return named;
  const [, primary = "", region] = /^([a-z]{2,3})(?:[-_ ]([a-z]{2}))?$/i.exec(written.trim()) ?? [];
  if (primary === "") return undefined;
  return region === undefined ? primary.toLowerCase() : `${primary.toLowerCase()}-${region.toUpperCase()}`;
}

/** The address that visitors open, for one that Git clones from: `git@github.com:programme/blog.git`, or the same with `ssh://`. */
function clonedFrom(text: string): string[] {
  const [, host = "", path = ""] =
    /^(?:ssh:\/\/)?git@([\w.-]+)(?::\d+(?=\/))?[:/]\/?(\S+?)(?:\.git)?\/?$/.exec(text) ?? [];
  return host === "" ? [] : [`https://${host}/${path}`];
}

/** The choices that a value may have meant, likeliest first. */
export function choices(text: string, { options }: Pick<Wanted, "options">): string[] {
  const word = fold(text);
  const same = options.filter((one) => fold(one) === word);
  const [begun, another] = options.filter((one) => word.length > 2 && fold(one).startsWith(word));
  return [
    ...same,
    ...[
      CHOICES[word],
      nearest(text.toLowerCase(), options),
      another === undefined ? begun : undefined,
    ].filter((one) => one !== undefined),
  ];
}

/** A CSS colour with channels from 0 to 255, without its opacity: `rgb(85, 39, 155)`. */
function ofChannels(text: string): string[] {
  const channels =
    /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\b/i.exec(text)?.slice(1).map(Number) ?? [];
  if (channels.length === 0 || channels.some((one) => one > 255)) return [];
  return [`#${channels.map((one) => one.toString(16).padStart(2, "0")).join("")}`];
}

/** The only number of a text: `78 %`, `"12"`, `78,5`. */
function numbers(text: string): number[] {
  const [number, another] = text.match(/-?\d+(?:[.,]\d+)?/g) ?? [];
  return number === undefined || another !== undefined ? [] : [Number(number.replace(",", "."))];
}

/** The zone does not matter to a day. */
function days(text: string): string[] {
  const read = calendar("UTC").read(text);
  const day = read.ok ? read.day : read.suggestion?.slice(0, 10);
  return day === undefined ? [] : [day];
}

function flags(word: string): boolean[] {
  if ([...YES, "vrai", "1"].includes(word)) return [true];
  return [...NO, "faux", "0"].includes(word) ? [false] : [];
}

/** The flag that a value means, in any of the words above. */
export function meantFlag(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  return typeof value === "string" || typeof value === "number" ? flags(fold(String(value)))[0] : undefined;
}
