// `carnet dev`: serves the site, and at each save shows either the new pages, or the errors over the last good ones.
// It ends only on a signal (Ctrl+C), with status 0; an error in the content or a full disk does not end it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkOutput } from "../build/output/places.ts";
import type { Prepared } from "../build/prepare.ts";
import { Store } from "../build/store.ts";
import { longMoment } from "../content/dates.ts";
import { MARKDOWN } from "../content/file-names.ts";
import type { Entry } from "../content/types.ts";
import { OwnerCode } from "../eleventy/owner-config.ts";
import { serve, type Served } from "../eleventy/serve.ts";
import { watchSite } from "../eleventy/watch.ts";
import { errorCode } from "../files.ts";
import { escapeHtml } from "../text.ts";
import { isError } from "../problems.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { cliWords, said } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Options } from "./arguments.ts";
import type { Command } from "./commands.ts";
import { describeMachineError } from "./errors.ts";
import { publishSite } from "./make-site.ts";
import { printProblems } from "./output.ts";
import { refuseUse, sayTo, stopSignal, type Interruption, type Terminal } from "./terminal.ts";

export const dev: Command = async (options, terminal, interruption) => {
  const { lang, output, site, format, port } = options;
  const words = cliWords(lang);
  const complain = (text: string): void => {
    terminal.err(said(lang, text));
  };
  const refusal = checkOutput(output, site);
  if (refusal !== undefined)
    return refuseUse(terminal, lang, machineWords(lang).refusedOutput(refusal, output));
  let shown: Shown = { errors: [], basePath: options.basePath ?? "/", changes: 0 };
  let markReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (markReady = resolve));
  let served: Served;
  try {
    // Before building, since a large site takes a while.
    served = await serve({
      ...{ output, port, ready, basePath: () => shown.basePath, rebound: words.rebound },
      cover: (page, isThere) =>
        shown.errors.length === 0 ? undefined : coverPage(page, shown.errors, lang, isThere),
    });
  } catch (error) {
    if (errorCode(error) !== "EADDRINUSE") throw error;
    complain(words.portInUse(port));
    return 3;
  }
  let isLimitTold = false;
  const onLimit = (): void => {
    if (!isLimitTold) complain(words.watchLimit);
    isLimitTold = true;
  };
  // Watches before reading: a save during a long first build must count.
  const watcher = await watchSite(site, onLimit);
  const preview = createPreview(options, terminal);
  const update = async (saved: Saved): Promise<void> => {
    const before = shown;
    shown = await preview.build(saved);
    const url = `http://localhost:${String(served.port)}${shown.basePath}`;
    if (saved.changed === undefined || shown.basePath !== before.basePath)
      sayTo(terminal, format, `${words.serving(url)}\n`);
    markReady();
    if (before.errors.length + shown.errors.length + shown.changes > 0) served.reload();
    watcher.follow(preview.code.watched);
  };
  try {
    // After the first build, Ctrl+C simply ends the command.
    await update({ underWay: interruption.underWay }).finally(interruption.end);
    const updates = (async () => {
      for await (const changed of watcher.bursts())
        // A failing disk must not end the watch: there may be room at the next save.
        await update({ changed }).catch((error: unknown) => {
          complain(describeMachineError(error, lang));
        });
    })();
    const signal = await stopSignal();
    await watcher.stop();
    await updates;
    preview.store.save();
    // When its terminal is gone, Node aborts if it exits by itself, because it cannot restore the terminal.
    if (signal === "SIGHUP") process.kill(process.pid, signal);
    return 0;
  } finally {
    await watcher.stop();
    await served.close();
  }
};

/** The outcome of the last save. */
interface Shown {
  /** Errors because of which the last good pages stay; empty if the new ones are published. */
  errors: readonly ShownProblem[];
  basePath: string;
  /** Number of files of the site that it changed. */
  changes: number;
}

interface Saved {
  /** Paths of all sources written since the last call, if known. */
  changed?: readonly string[];
  underWay?: Interruption["underWay"];
}

/** What the process holds of the site, which it builds at each save. */
interface Preview {
  build: (saved: Saved) => Promise<Shown>;
  code: OwnerCode;
  store: Store;
}

export function createPreview(options: Options, terminal: Terminal): Preview {
  const { lang, format, quiet, output } = options;
  const words = cliWords(lang);
  const code = new OwnerCode();
  const store = new Store(options.site, { trust: options.cache, keep: true });
  /** What the last call prepared; absent if it, or this call, published nothing. */
  let before: Prepared | undefined;
  let basePath: string | undefined;
  /** Problems of the last call that checked all of the site, wherever they moved in their files. */
  let known = new Set<string>();

  /**
   * Builds the site once. Rejects on a system failure, never because of the content or a layout. The clock is read each time: a
   * post dated tomorrow appears after midnight, however long the server has run.
   */
  const build = async ({ changed, underWay }: Saved): Promise<Shown> => {
    const started = performance.now();
    // The site's own code hardly ever reads texts, which are saved all day.
    if (changed?.some((file) => !MARKDOWN.test(file))) code.runAgain();
    // The search index would be the slowest part of a save, for a page that is seldom viewed while writing.
    const since = before && changed && { before, files: changed };
    before = undefined;
    const how = { preview: true, lint: true, store, since, code, underWay };
    const { session, published } = await publishSite(options, terminal, how);
    if (published) before = session.prepared;
    // The same warnings at every save would hide what a save changed, which may be in another file: a heading that it renames
    // breaks links to it. Programs need a single list.
    const isNews = ({ file }: { file: string }): boolean => changed?.includes(file) !== false;
    const { shown, content } = session;
    if (content?.theme) code.watched.add(content.theme.folder);
    const idOf = ({ file, message }: ShownProblem): string => `${file}: ${message}`;
    const news = shown.filter((one) => isError(one) || isNews(one) || !known.has(idOf(one)));
    if (!session.refused) known = new Set(shown.map(idOf));
    printProblems(format === "text" ? news : shown, options, terminal);
    const errors = session.refused ? shown.filter(isError) : [];
    if (errors.length > 0)
      terminal.err(`${existsSync(join(output, "index.html")) ? words.kept : words.nothingKept}\n`);
    else if (!quiet) {
      const withheld = content?.withheld.filter(isNews) ?? [];
      if (format === "text") terminal.out(withheldLine(withheld, content?.site.timeZone ?? "", lang));
      sayTo(terminal, format, `${words.rebuilt(((performance.now() - started) / 1000).toFixed(2))}\n`);
    }
    // The last good pages keep their base path, whatever a refused site sets.
    if (errors.length === 0 || basePath === undefined)
      basePath = content?.site.basePath ?? options.basePath ?? "/";
    const { pages = 0, written = 0, removed = 0 } = published?.changes ?? {};
    return { errors, basePath, changes: pages + written + removed };
  };
  return { build, code, store };
}

/** Someone who saves a post and does not see it would look for a mistake where there is none. */
function withheldLine([first, ...others]: readonly Entry[], zone: string, lang: UiLang): string {
  if (first === undefined) return "";
  const { withheld, list } = cliWords(lang);
  const { file, unpublished = "draft" } = first;
  const isFuture = unpublished === "future";
  const state = list.states[isFuture ? "scheduled" : unpublished];
  const why = isFuture && first.kind === "post" ? `${state}, ${longMoment(first.date, zone, lang)}` : state;
  return `${withheld(file, why, others.length, isFuture ? "--future" : "--drafts")}\n`;
}

/**
 * The page with the errors over it: where, what, and the line to type instead; or the errors alone if there is no page. They come
 * first in the page and in its title, so that a screen reader announces them at the reload, whatever the theme does. `isThere`
 * is false for what the site shows at an address without a page.
 */
export function coverPage(
  page: string | undefined,
  errors: readonly ShownProblem[],
  lang: UiLang,
  isThere = true,
): string {
  const words = cliWords(lang);
  const items = errors.map(
    ({ file, line, message, hint }) =>
      `<li><code style="${MONO}">${escapeHtml(file)}, ${words.atLine(line)}</code><p style="${TEXT}">${escapeHtml(message)}</p>` +
      (hint ? `<pre style="${MONO};white-space:pre-wrap">${escapeHtml(hint)}</pre>` : "") +
      "</li>",
  );
  const title = `${escapeHtml(words.overlayTitle)} (${String(errors.length)})`;
  const note = page !== undefined && isThere ? words.overlayNote : words.overlayAlone;
  // Styled inline, since it must show over any theme, and focusable, so that the keyboard can scroll it.
  const overlay =
    `<section id="carnet-overlay" role="alert" tabindex="0" lang="${lang}" dir="ltr" aria-label="${title}" style="${BOX}">` +
    `<h2 style="${TEXT};font-weight:700">${title}</h2><ul style="margin:0;padding:0;list-style:none">${items.join("")}</ul>` +
    `<p style="${TEXT}">${escapeHtml(note)}</p></section>`;
  const empty =
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Carnet</title>` +
    '<meta name="viewport" content="width=device-width"></head><body style="margin:0"></body></html>';
  const marked = (page ?? empty)
    // The page's own policy would block the overlay's styles.
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, "")
    .replace(/<title>/i, (tag) => `${tag}${escapeHtml(words.overlayMark)}`);
  return /<body[^>]*>/i.test(marked)
    ? marked.replace(/<body[^>]*>/i, (body) => body + overlay)
    : overlay + marked;
}

const TEXT = "margin:.5rem 0;padding:0;border:0;max-inline-size:none;font:inherit;color:inherit";
const MONO =
  "margin:0;padding:0;border:0;font:600 .95rem/1.4 ui-monospace,monospace;color:#ffd0c9;background:none;overflow-wrap:anywhere";
const BOX =
  "position:sticky;inset-block-start:0;z-index:2147483647;box-sizing:border-box;inline-size:100%;max-inline-size:none;" +
  "max-block-size:70vh;overflow:auto;margin:0;padding:1.25rem;border:0;border-block-end:4px solid #ff8a7a;" +
  "background:#2a1215;color:#fff;font:16px/1.5 system-ui,sans-serif;text-align:start";
