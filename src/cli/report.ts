// `carnet report --base FOLDER`: what the built site changes in another for readers, as Markdown or JSON on standard output.
// Pages are compared by their words: a new stylesheet changes every page, but nothing for readers.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Parser } from "htmlparser2";
import { filesBelow } from "../files.ts";
import { cliWords } from "../strings/cli.ts";
import type { Command } from "./commands.ts";
import { refuseUse } from "./terminal.ts";

/** Lines of a list: forges reject comments longer than 65,536 characters. */
const MOST = 50;

export const report: Command = ({ lang, base, output, format, url: preview }, terminal) => {
  const words = cliWords(lang).report;
  if (base === undefined) return refuseUse(terminal, lang, words.missingBase);
  for (const folder of [base, output])
    if (!existsSync(join(folder, "index.html"))) return refuseUse(terminal, lang, words.noFolder(folder));
  const lists = compareSites(readSite(base), readSite(output));
  if (format === "json") {
    terminal.out(`${JSON.stringify(lists, null, 2)}\n`);
    return 0;
  }
  const blocks = Object.entries(words.lists).flatMap(([name, label]) => {
    const all = lists[name as keyof typeof lists];
    if (all.length === 0) return [];
    const shown = all.slice(0, MOST).map((item) => {
      const { url, to, title }: Listed = typeof item === "string" ? { url: item } : item;
      return `- ${code(url)}${to === undefined ? "" : ` → ${code(to)}`}${title === undefined ? "" : ` ${code(title)}`}`;
    });
    if (all.length > MOST) shown.push(`- ${words.more(all.length - MOST)}`);
    return [`### ${label} (${String(all.length)})`, shown.join("\n")];
  });
  if (blocks.length === 0) blocks.push(words.noChange);
  if (preview !== undefined) blocks.push(words.preview(preview));
  terminal.out(`## ${words.title}\n\n${blocks.join("\n\n")}\n`);
  return 0;
};

interface Listed {
  url: string;
  title?: string;
  to?: string;
}

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
    files.map((file) => {
      const page = file.endsWith(".html") ? readPage(readFileSync(join(folder, file), "utf8")) : undefined;
      return [`/${file.replace(/(^|\/)index\.html$/, "$1")}`, page ?? { title: "", text: "", target: "" }];
    }),
  );
}

function readPage(html: string): BuiltPage {
  let [title, text, target] = ["", "", ""];
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, { "http-equiv": kind = "", content = "" }) {
      open.push(name);
      if (kind.toLowerCase() === "refresh") target = /url=\s*['"]?([^'"]*)/i.exec(content)?.[1] ?? "";
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
  const readable = pages.filter(({ target }) => target === "");
  const changed = readable.filter(
    ({ old, title, text }) => old && (old.title !== title || old.text !== text),
  );
  const named = ({ url, title }: (typeof pages)[number]) => ({ url, title });
  return {
    lost: [...before.keys()].filter((url) => !after.has(url)),
    moved: pages
      .filter(({ target, old }) => target !== "" && old?.target === "")
      .map(({ url, target }) => ({ url, to: target })),
    added: readable.filter(({ old }) => old === undefined).map(named),
    changed: changed.map(named),
  };
}

/**
 * Anyone may propose posts and their titles: as code, nothing in them acts as Markdown, HTML or a mention. Backticks are replaced,
 * and characters that reverse the text after them are left out.
 */
function code(text: string): string {
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replaceAll("`", "'")
    .trim();
  return `\`${line.length > 200 ? `${line.slice(0, 199)}…` : line}\``;
}
