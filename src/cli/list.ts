// `carnet list [WORDS]`: the texts of the site with their state, date, title and file, drafts included.
// Reads front matter only, writes nothing, and refuses nothing: a text with an error is listed by its file.
import { listTexts, type ListedText } from "../content/listing.ts";
import { fold } from "../content/text.ts";
import { builtinLayouts } from "../eleventy/builtin-layouts.ts";
import { printable, printableJson } from "../text.ts";
import { listWords } from "../strings/list.ts";
import { said } from "../strings/cli.ts";
import type { Options } from "./arguments.ts";
import type { ExitStatus } from "./main.ts";
import { printProblems } from "./output.ts";
import type { Terminal } from "./terminal.ts";

export async function list(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const { site: root, now, url, basePath, lang, operands, format } = options;
  const { listing, problems } = await listTexts({
    ...{ root, now: now(), builtinLayouts: builtinLayouts().names },
    ...(url !== undefined && { url }),
    ...(basePath !== undefined && { basePath }),
  });
  if (!listing) {
    // Without a site, no address and no state is known.
    const { show } = await import("../shown-problems.ts");
    const beside = {
      ...terminal,
      out: (text: string) => {
        terminal.err(text);
      },
    };
    printProblems(show(problems, { lang }), { ...options, format: "text", quiet: true }, beside);
    return 1;
  }
  const words = listWords(lang);
  const keys = operands.map(fold).filter((key) => key !== "");
  const texts = listing.texts.filter((text) => {
    const line = ` ${fold([...wordsIn(text), words.states[text.state]].join(" "))}`;
    return keys.every((key) => line.includes(` ${key}`));
  });
  if (format === "json") terminal.out(printableJson(texts));
  else if (texts.length === 0)
    terminal.out(
      `${listing.texts.length === 0 ? words.none : words.noMatch(printable(operands.join(" ")))}\n`,
    );
  else {
    const width = Math.max(...texts.map(({ state }) => words.states[state].length));
    const lines = texts.map(({ state, date, title, file }) =>
      [words.states[state].padEnd(width), (date ?? "").padEnd(10), printable(title ?? ""), printable(file)]
        .filter((cell) => cell !== "")
        .join("  "),
    );
    terminal.out(`${lines.join("\n")}\n\n${words.total(texts.length)}\n`);
  }
  if (texts.some(({ state }) => state === "unreadable")) terminal.err(said(lang, words.unreadable));
  return 0;
}

/** What a text can be asked for by. */
function wordsIn({ file, kind, state, title, address, tags, terms, authors, lang }: ListedText): string[] {
  return [file, kind, state, title ?? "", address ?? "", lang ?? "", ...tags, ...terms, ...authors];
}
