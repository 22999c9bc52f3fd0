// `carnet list [WORDS]`: the texts of the site with their state, dates, authors and addresses, drafts included.
// Reads front matter only, writes nothing, and refuses nothing: a text with an error is listed by its file.
import { openHeadCache } from "../build/kept/heads.ts";
import { runningVersion } from "../build/kept/code-version.ts";
import { listTexts, STATES, type ListedText, type Listing } from "../content/listing.ts";
import { builtinLayouts } from "../eleventy/builtin-layouts.ts";
import { painter } from "../paint.ts";
import { printable, printableJson } from "../printable.ts";
import { formatProblems } from "../problem-formats.ts";
import type { Problem } from "../problems.ts";
import { listWords, type ListWords } from "../strings/list.ts";
import { said } from "../strings/said.ts";
import { uiLang } from "../ui-lang.ts";
import { asked } from "./list-remarks.ts";
import { sheet } from "./list-sheet.ts";
import { table } from "./list-table.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

export async function list(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const { listing, problems } = await readListing(options);
  if (!listing) return refuse(problems, options, terminal);
  const lang = options.lang ?? uiLang(listing.site.lang);
  const words = listWords(lang);
  const texts = listing.texts.filter(asked(options.operands, listing, words));
  terminal.out(
    options.format === "json" ? printableJson(texts) : inWords(texts, listing, { options, words, terminal }),
  );
  const unreadable = texts.filter(({ state }) => state === "unreadable").length;
  if (unreadable > 0) terminal.err(said(lang, words.unreadable(unreadable)));
  if (listing.unsettled) terminal.err(said(lang, words.unsettled));
  return 0;
}

function readListing({ site: root, now, url, basePath, cache }: Options): ReturnType<typeof listTexts> {
  const heads = openHeadCache(root, runningVersion(), { trust: cache, keep: false });
  return listTexts({
    ...{ root, now: now(), builtinLayouts: builtinLayouts().names },
    ...(url !== undefined && { url }),
    ...(basePath !== undefined && { basePath }),
    heads: (settings) => heads.under(settings),
  });
}

/** Without a site, or settings that can be read, no address and no state is known. */
async function refuse(problems: Problem[], options: Options, terminal: Terminal): Promise<ExitStatus> {
  // The messages of all problems take a while to load.
  const { show } = await import("../shown-problems.ts");
  const { spoken: lang } = options;
  terminal.err(formatProblems(show(problems, { lang }), { format: "text", lang, quiet: true, color: false }));
  return 1;
}

/** The sheet of a text if the words that were typed leave no other, else a table and how many there are. */
function inWords(
  texts: readonly ListedText[],
  listing: Listing,
  { options: { operands }, words, terminal }: { options: Options; words: ListWords; terminal: Terminal },
): string {
  const [only, second] = texts;
  if (only === undefined)
    return `${listing.texts.length === 0 ? words.none : words.noMatch(printable(operands.join(" ")))}\n`;
  if (second === undefined && operands.length > 0) return sheet(only, words);
  const paint = painter(terminal.color);
  const counts = STATES.map((state) => [state, texts.filter((one) => one.state === state).length] as const);
  const total = words.total(
    texts.length,
    counts.filter(([, count]) => count > 0),
  );
  return `${table(texts, listing, { words, paint, columns: terminal.columns })}\n${paint("bold", total)}\n`;
}
