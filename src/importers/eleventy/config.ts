// Eleventy's configuration and data → settings. The configuration is a program: it is read as text, never run.
// What only running it could show is reported as left to do.
import { posix } from "node:path";
import type { YamlMap } from "../../content/yaml/parse.ts";
import { copiesOf, type Copy } from "./copies.ts";
import { ignoredPaths } from "./ignored.ts";
import { literalModule } from "../js-literals.ts";
import type { Manual } from "../model.ts";
import type { SourceFiles } from "../source-files.ts";
import { readDataOrList } from "../source-text.ts";
import { at, count, defined, mail, map, rooted, text } from "../values.ts";

export interface EleventyConfig {
  file: string | undefined;
  input: string;
  data: string;
  includes: string;
  /** Folder to which Eleventy wrote, which may still be there. */
  output: string;
  base: string;
  copies: readonly Copy[];
  /** Patterns of files that Eleventy overlooked. */
  ignored: readonly RegExp[];
  /** Extensions of data files that the configuration added to Eleventy's own. */
  dataExtensions: readonly string[];
  /** The address of every text that sets none, if the configuration gives one. */
  permalink: unknown;
  /** Address and format of the feeds that the plugin makes. */
  feeds: readonly { address: string; isJson: boolean }[];
  /** Values of the data folder, by file name. */
  values: YamlMap;
}

const NAMES = [
  ".eleventy.js",
  "eleventy.config.js",
  "eleventy.config.mjs",
  "eleventy.config.cjs",
  "eleventy.config.ts",
  ".eleventy.ts",
];

export const eleventyConfigFile = (files: Pick<SourceFiles, "has">): string | undefined =>
  NAMES.find(files.has);

export function eleventyConfig(files: SourceFiles, manual: Manual[]): EleventyConfig {
  const file = eleventyConfigFile(files);
  const code = file === undefined ? "" : withoutComments(files.read(file) ?? "");
  const setting = (name: string): string | undefined =>
    // `dir: { input: "src" }`, or a separate call since version 3.
    new RegExp(String.raw`\b(?:${name}\s*:|set${name}(?:Directory)?\s*\()\s*["'\`]([^"'\`\n]*)["'\`]`, "i")
      .exec(code)?.[1]
      ?.replace(/^\.\/|\/$/g, "");
  const input = setting("input") ?? "";
  // Folders are relative to the input, even those beside it: `../_data`.
  const inside = (folder: string): string => posix.join(input, folder).replace(/^(?:\.\.?\/)+|\/$/g, "");
  const data = inside(setting("data") ?? "_data");
  const values: YamlMap = {};
  for (const one of files.files) {
    const name = one.startsWith(`${data}/`)
      ? /^([\w-]+)\.(json|ya?ml|toml|c?js|mjs|ts)$/.exec(one.slice(data.length + 1))
      : null;
    if (name === null) continue;
    const [, key = "", extension = ""] = name;
    if (/^(json|ya?ml|toml)$/.test(extension)) values[key] = readDataOrList(one, files.read(one));
    else if (key !== "eleventyDataSchema") values[key] = codeData(one, files.read(one) ?? "", key, manual);
  }
  return {
    file,
    input: input === "." ? "" : input,
    data,
    includes: inside(setting("includes") ?? "_includes"),
    output: setting("output") ?? "_site",
    base: rooted(setting("pathPrefix") ?? "").replace(/\/+$/, ""),
    copies: copiesOf(code, input === "." ? "" : input),
    ignored: ignoredPaths(files, code, input === "." ? "" : input),
    dataExtensions: [...code.matchAll(/addDataExtension\s*\(\s*["'`]([\w, ]+)["'`]/g)].flatMap(
      ([, ends = ""]) => ends.split(",").map((end) => end.trim()),
    ),
    permalink: globalPermalink(code),
    feeds: feedsOf(code),
    values,
  };
}

/** `addPlugin(feedPlugin, { type: "atom", outputPath: "/feed/feed.xml" })`. https://www.11ty.dev/docs/plugins/rss/ */
function feedsOf(code: string): { address: string; isJson: boolean }[] {
  const [, ...plugins] = code.split(/\baddPlugin\s*\(\s*/);
  return plugins.flatMap((plugin) => {
    const [, path] =
      /^\w*feed\w*\s*,[^]{0,2000}?\boutputPath["']?\s*:\s*["'`]([^"'`$\n]+)["'`]/i.exec(plugin) ?? [];
    const isJson = /\btype["']?\s*:\s*["'`]json\b/.test(plugin);
    return path === undefined ? [] : { address: rooted(path), isJson };
  });
}

/** The values of a data file in JavaScript; those that only running it could give are reported as left to do. */
export function codeData(file: string, code: string, found: string, manual: Manual[]): YamlMap {
  const whole = literalModule(code);
  if (whole === undefined && !manual.some((one) => one.file === file))
    manual.push({ kind: "code-data", file, line: 1, found });
  return whole ?? literals(code);
}

/** From a data file that is a program: plain strings, tags, and whether its texts are published. */
export function literals(code: string): YamlMap {
  const found: YamlMap = {};
  const bare = withoutComments(code);
  for (const [, key = "", , value = ""] of bare.matchAll(
    /\b([A-Za-z_]\w*)["']?\s*:\s*(["'`])((?:(?!\2)[^\\\n$]|\\.){0,500})\2/g,
  ))
    if (!Object.hasOwn(found, key)) found[key] = value.replace(/\\(["'`])/g, "$1");
  for (const [, key = "", value = ""] of bare.matchAll(
    /\b(draft|published)["']?\s*:\s*(true|false)\s*[,;}\n]/g,
  ))
    if (!Object.hasOwn(found, key)) found[key] = value === "true";
  if (!Object.hasOwn(found, "permalink")) Object.assign(found, computedPermalink(bare));
  for (const [, key = "", list = ""] of code.matchAll(/\b(tags)["']?\s*:\s*\[([^\]\n]{0,500})\]/g))
    found[key] = [...list.matchAll(/["'`]([^"'`]+)["'`]/g)].map(([, one = ""]) => one);
  return found;
}

/** An address that is not a string literal: `false` if it is written so, else a placeholder that cannot be filled in. */
function computedPermalink(code: string): YamlMap {
  const written = /\bpermalink["']?\s*(?::\s*(\w*)|\()/.exec(code);
  if (written === null || written[1] === "undefined" || written[1] === "null") return {};
  return { permalink: written[1] === "false" ? false : (filledIn(code) ?? "(data) => …") };
}

/** An arrow function, or one that only returns. */
const FILLED =
  /\bpermalink["']?\s*(?::\s*(?:\w+|\([^()]{0,100}\))\s*=>\s*(?:\{\s*return\s+)?|(?::\s*function\s*\w*\s*)?\([^()]{0,100}\)\s*\{\s*return\s+)`([^`\n]{0,500})`\s*[;,}\n]/;

/** A function that only fills in a text, as the template that means the same: `(data) => `/blog/${data.page.fileSlug}/``. */
function filledIn(code: string): string | undefined {
  const [, text] = FILLED.exec(code) ?? [];
  const filled = text?.replace(/\$\{\s*(?:data\.)?([a-z][\w.]*)\s*\}/gi, "{{ $1 }}");
  return filled?.includes("$") === true ? undefined : filled;
}

/** `addGlobalData("permalink", …)`, which Eleventy's documentation gives for addresses without a slash at their ends. */
function globalPermalink(code: string): unknown {
  const [, value] = /\baddGlobalData\s*\(\s*["'`]permalink["'`]\s*,([^]{0,1000})/.exec(code) ?? [];
  if (value === undefined) return undefined;
  const made = value.replace(/^\s*\(\)\s*=>\s*(?:\{\s*return\s+)?/, "");
  const plain = /^\s*["'`]([^"'`$\n]+)["'`]/.exec(made)?.[1];
  return plain ?? filledIn(`permalink: ${made}`) ?? "(data) => …";
}

// A path in a string, such as a pattern with two stars, may look like a comment.
function withoutComments(code: string): string {
  return code.replace(
    /(["'`])(?:\\.|(?!\1)[^\\\n]){0,2000}\1|\/\*[^]{0,5000}?\*\/|(^|[\s;{}(,])\/\/[^\n]*/g,
    (whole: string, quote: string | undefined, before = "") => (quote === undefined ? String(before) : whole),
  );
}

/** Usual names of the site's data files; if several set the same key, the first one counts. */
const SITE_DATA = ["metadata", "site", "meta", "config", "siteConfig", "siteinfo", "global"];

export function eleventySettings({ values, base }: EleventyConfig): {
  settings: Record<string, unknown>;
  lang: string;
} {
  const own = Object.fromEntries(SITE_DATA.toReversed().flatMap((name) => Object.entries(map(values[name]))));
  const url = text(own["url"]) ?? text(own["baseUrl"]) ?? text(own["siteUrl"]) ?? text(own["domain"]);
  const lang = (text(own["language"]) ?? text(own["lang"]) ?? text(own["locale"]) ?? "").replaceAll("_", "-");
  const whole = url === undefined || /^https?:/.test(url) ? url : `https://${url}`;
  return {
    lang,
    settings: defined({
      title: text(own["title"]) ?? text(own["name"]) ?? "Blog",
      description: text(own["description"])?.replace(/\s+/g, " "),
      url:
        whole !== undefined && URL.canParse(whole)
          ? whole.replace(/\/+$/, "") + (new URL(whole).pathname.length > 1 ? "" : base)
          : undefined,
      lang: lang === "" ? undefined : lang,
      postsPerPage: count(own["postsPerPage"]) ?? count(own["paginate"]),
      email: mail(text(own["email"]) ?? text(at(own, "author.email"))),
      publisher: text(at(own, "author.name")) ?? text(own["author"]),
    }),
  };
}
