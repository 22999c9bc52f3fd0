// `carnet list [WORDS]`: the texts of the site with their state, date, title and file, drafts included.
// Reads front matter only, writes nothing, and refuses nothing: a text with an error is listed by its file.
import { listTexts } from "../content/listing.ts";
import { fold } from "../content/text.ts";
import { builtinLayouts } from "../files.ts";
import { printable, printableJson } from "../text.ts";
import { cliWords, said } from "../strings/cli.ts";
import type { Command } from "./commands.ts";
import { refuseSite } from "./output.ts";

export const list: Command = async (options, terminal) => {
  const { site: root, now, url, basePath, lang, operands, format } = options;
  const { texts: all, problems } = await listTexts({
    ...{ root, now: now(), builtinLayouts: builtinLayouts().names },
    ...(url !== undefined && { url }),
    ...(basePath !== undefined && { basePath }),
  });
  // Without a site, no address and no state is known.
  if (!all) return refuseSite(problems, options, terminal);
  const words = cliWords(lang).list;
  const keys = operands.map(fold).filter((key) => key !== "");
  const texts = all.filter(({ file, kind, state, title, address, tags, terms, authors, ...text }) => {
    const named = [file, kind, state, title, address, text.lang, words.states[state]];
    const line = ` ${fold([...named, ...tags, ...terms, ...authors].join(" "))}`;
    return keys.every((key) => line.includes(` ${key}`));
  });
  if (format === "json") terminal.out(printableJson(texts));
  else if (texts.length === 0)
    terminal.out(`${all.length === 0 ? words.none : words.noMatch(printable(operands.join(" ")))}\n`);
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
};
