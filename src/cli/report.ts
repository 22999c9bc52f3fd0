// `carnet report --base FOLDER`: what the built site changes in another for readers, as Markdown or JSON on standard output.
// Pages are compared by their words: a new stylesheet changes every page, but nothing for readers. Anyone may propose posts and
// their titles: addresses and titles are printed as code, in which nothing acts as Markdown, HTML or a mention.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { filesBelow } from "../files.ts";
import { reportWords } from "../strings/report.ts";
import type { Options } from "./arguments.ts";
import type { ExitStatus } from "./main.ts";
import { refuseUse, type Terminal } from "./terminal.ts";

export function report(options: Options, terminal: Terminal): ExitStatus {
  const { lang, base, output, format, url: preview } = options;
  const words = reportWords(lang);
  if (base === undefined) return refuseUse(terminal, lang, words.missingBase);
  for (const folder of [base, output])
    if (!existsSync(join(folder, "index.html"))) return refuseUse(terminal, lang, words.noFolder(folder));
  const comparison = compareSites(readSite(base), readSite(output));
  if (format === "json") {
    terminal.out(`${JSON.stringify(comparison, null, 2)}\n`);
    return 0;
  }
  const { lost, moved, added, changed } = comparison;
  const page = ({ url, title }: { url: string; title: string }): string => `${code(url)} ${code(title)}`;
  const lists: [keyof typeof words.lists, string[]][] = [
    ["lost", lost.map(code)],
    ["moved", moved.map(({ url, to }) => `${code(url)} → ${code(to)}`)],
    ["added", added.map(page)],
    ["changed", changed.map(page)],
  ];
  const blocks = lists.flatMap(([name, lines]) => {
    if (lines.length === 0) return [];
    const shown = lines.slice(0, MOST).map((line) => `- ${line}`);
    if (lines.length > MOST) shown.push(`- ${words.more(lines.length - MOST)}`);
    return [`### ${words.lists[name]} (${String(lines.length)})`, shown.join("\n")];
  });
  if (blocks.length === 0) blocks.push(words.noChange);
  if (preview !== undefined) blocks.push(words.preview(preview));
  terminal.out(`## ${words.title}\n\n${blocks.join("\n\n")}\n`);
  return 0;
}

/** Lines of a list: forges reject comments longer than 65,536 characters. */
const MOST = 50;

interface BuiltPage {
  title: string;
  /** The words of `main`, without scripts. */
  text: string;
  /** Where it redirects to; empty for a page to read. */
  target: string;
}

/** Pages and documents of a built site by address: those that visitors may have kept. */
function readSite(folder: string): Map<string, BuiltPage> {
  const passing =
    /^(?:assets|pagefind|media)\/|^(?:_headers|robots\.txt|404\.html|sitemap.*\.xml)$|(?:^|\/)\.|\.(?:jpe?g|png|gif|webp|avif|svg|ico)$/;
  const files = filesBelow(folder).filter((file) => !passing.test(file));
  return new Map(
    files.sort().map((file) => {
      const page = file.endsWith(".html") ? readPage(readFileSync(join(folder, file), "utf8")) : undefined;
      return [`/${file.replace(/(^|\/)index\.html$/, "$1")}`, page ?? { title: "", text: "", target: "" }];
    }),
  );
}

function readPage(html: string): BuiltPage {
  let [title, text, target] = ["", "", ""];
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push(name);
      if (name === "meta" && attributes["http-equiv"]?.toLowerCase() === "refresh")
        target = /url=\s*['"]?([^'"]*)/i.exec(attributes["content"] ?? "")?.[1] ?? "";
    },
    ontext(part) {
      if (open.at(-1) === "title" && !open.includes("svg")) title += part;
      if (open.includes("main") && !open.includes("script") && !open.includes("template")) text += part;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return { title, text: (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" "), target };
}

function compareSites(before: ReadonlyMap<string, BuiltPage>, after: ReadonlyMap<string, BuiltPage>) {
  const pages = [...after].map(([url, page]) => ({ url, ...page, old: before.get(url) }));
  const read = pages.filter(({ target }) => target === "");
  const named = ({ url, title }: { url: string; title: string }) => ({ url, title });
  return {
    lost: [...before.keys()].filter((url) => !after.has(url)),
    moved: pages
      .filter(({ target, old }) => target !== "" && old?.target === "")
      .map(({ url, target }) => ({ url, to: target })),
    added: read.filter(({ old }) => old === undefined).map(named),
    changed: read
      .filter(({ old, title, text }) => old && (old.title !== title || old.text !== text))
      .map(named),
  };
}

/** A single backtick suffices as delimiter: backticks are replaced. Characters that reverse the text after them are left out. */
function code(text: string): string {
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return `\`${line.length > 200 ? `${line.slice(0, 199)}…` : line}\``.replace(/(?!^)`(?!$)/g, "'");
}
