// `carnet dev`: serves the site, and at each save shows either the new pages, or the errors over the last good ones.
// It ends only on a signal (Ctrl+C), with status 0; an error in the content or a full disk does not end it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { untilSaved } from "../build/machine/busy.ts";
import { checkOutput } from "../build/output/check-output.ts";
import { BrokenPictures } from "../build/pictures/publish.ts";
import { Memory } from "../build/prepare.ts";
import { Store } from "../build/store.ts";
import { longMoment } from "../content/dates.ts";
import { MARKDOWN } from "../content/file-names.ts";
import type { Content } from "../content/types.ts";
import { KeptModel } from "../eleventy/kept-model.ts";
import { portIsFree, serve, type Served } from "../eleventy/serve.ts";
import { watchSite, type SiteWatcher } from "../eleventy/watch.ts";
import { errorCode } from "../files.ts";
import { isError } from "../problems.ts";
import type { ShownProblem } from "../shown-problems.ts";
import { cliWords, said } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import type { UiLang } from "../ui-lang.ts";
import type { Options } from "./arguments.ts";
import { ENDINGS, onInterrupt, type Interruption, type UnderWay } from "./interrupt.ts";
import { describeMachineError } from "./machine.ts";
import type { ExitStatus } from "./main.ts";
import { printProblems } from "./output.ts";
import { coverPage } from "./overlay.ts";
import { openSession, publishSession, type Publication } from "./session.ts";
import { refuseUse, sayTo, type Terminal } from "./terminal.ts";

export async function dev(
  options: Options,
  terminal: Terminal,
  interruption = onInterrupt(options.lang, terminal),
): Promise<ExitStatus> {
  const { lang, output, site, port } = options;
  const refusal = checkOutput(output, site);
  if (refusal !== undefined)
    return refuseUse(terminal, lang, machineWords(lang).refusedOutput(refusal, output));
  const portInUse = (): ExitStatus => {
    terminal.err(said(lang, cliWords(lang).portInUse(port)));
    return 3;
  };
  // Tested first, since a large site takes a while to build.
  if (!(await portIsFree(port))) return portInUse();
  let isLimitTold = false;
  const onLimit = (): void => {
    if (!isLimitTold) terminal.err(said(lang, cliWords(lang).watchLimit));
    isLimitTold = true;
  };
  // Watches before reading: a save during a long first build must count.
  const watcher = await watchSite(site, onLimit, Date.now);
  try {
    return await present(options, terminal, { watcher, interruption });
  } catch (error) {
    if (errorCode(error) === "EADDRINUSE") return portInUse();
    throw error;
  } finally {
    await watcher.stop();
  }
}

/** Builds, serves, and repeats at each change until a signal comes. */
async function present(
  options: Options,
  terminal: Terminal,
  { watcher, interruption }: { watcher: SiteWatcher; interruption: Interruption },
): Promise<ExitStatus> {
  const { lang, output, format } = options;
  const words = cliWords(lang);
  const refresh = createRefresh(options, terminal);
  // After the first build, Ctrl+C simply ends the command.
  let shown = await refresh.build({ underWay: interruption.underWay }).finally(interruption.end);
  let { port } = options;
  const open = async (): Promise<Served> => {
    const opened = await serve({
      output,
      port,
      basePath: shown.basePath,
      cover: (page, isThere) =>
        shown.errors.length === 0 ? undefined : coverPage(page, shown.errors, lang, isThere),
      rebound: words.rebound,
    });
    sayTo(terminal, format, `${words.serving(opened.url)}\n`);
    port = opened.port;
    return opened;
  };
  let served = await open();
  const update = async (changed: readonly string[]): Promise<void> => {
    const before = shown.basePath;
    shown = await refresh.build({ changed });
    if (shown.basePath !== before) {
      await served.close();
      served = await open();
    } else if (!shown.isSame) served.reload();
    await watcher.follow(refresh.watched());
  };
  await watcher.follow(refresh.watched());
  const ending = new AbortController();
  watcher.start((changed) =>
    // A failing disk must not end the watch: there may be room at the next save.
    untilSaved(() => update(changed), ending.signal).catch((error: unknown) => {
      terminal.err(said(lang, describeMachineError(error, lang, "serves")));
    }),
  );
  const signal = await stopSignal();
  ending.abort();
  await watcher.stop();
  await served.close();
  refresh.end();
  // When its terminal is gone, Node aborts if it exits by itself, because it cannot restore the terminal.
  if (signal === "SIGHUP") process.kill(process.pid, signal);
  return 0;
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ENDINGS) process.once(signal, resolve);
  });
}

/** The outcome of the last save. */
interface Shown {
  /** Errors because of which the last good pages stay; empty if the new ones are published. */
  errors: readonly ShownProblem[];
  basePath: string;
  /** True if the pages are certainly the same as after the previous call. */
  isSame: boolean;
}

export interface Refresh {
  /**
   * Builds the site once. It rejects on a system failure, never because of the content or a layout. `changed`: paths of all
   * sources written since the last call, if known.
   */
  build(how?: { changed?: readonly string[]; underWay?: UnderWay }): Promise<Shown>;
  /** What the site's own code asked to watch at the last build, as written there. */
  watched(): readonly string[];
  /** Stores what this process knows for the next one. */
  end(): void;
}

/** The clock is read at each save: a post dated tomorrow appears after midnight, however long the server has run. */
export function createRefresh(options: Options, terminal: Terminal): Refresh {
  const { lang, format, quiet, output } = options;
  const words = cliWords(lang);
  const kept = new KeptModel();
  const store = new Store(options.site, { trust: options.cache, keep: true });
  const memory = new Memory(store, () => {
    kept.release();
  });
  const withheldLine = createWithheldLine();
  let basePath: string | undefined;
  // False during a call: what a rejected call has left is unknown.
  let isShown = false;
  const build: Refresh["build"] = async ({ changed, underWay } = {}) => {
    const started = performance.now();
    const wasShown = isShown;
    isShown = false;
    // The site's own code hardly ever reads texts, which are saved all day.
    if (changed?.some((file) => !MARKDOWN.test(file))) kept.runAgain();
    // The index would be the slowest part of a save, for a page that is seldom viewed while writing.
    const attempt = async (saved: readonly string[] | undefined): Promise<Publication> => {
      const session = await openSession(options, terminal, {
        indexed: false,
        memory,
        changed: saved,
        lint: true,
      });
      const how = { preview: true, memory, kept, underWay };
      return session.refused ? { session } : publishSession(session, options, terminal, how);
    };
    const done = await attempt(changed).catch((error: unknown) => {
      // They are known now.
      if (error instanceof BrokenPictures) return attempt(undefined);
      throw error;
    });
    const { session } = done;
    // The same warnings at every save would hide what a save changed. Programs need a single list.
    const isNews = (one: ShownProblem): boolean => isError(one) || changed?.includes(one.file) !== false;
    const { shown } = session;
    printProblems(format === "text" ? shown.filter(isNews) : shown, options, terminal);
    const errors = session.refused ? shown.filter(isError) : [];
    const content = session.prepared?.plan.content;
    if (errors.length > 0)
      terminal.err(`${existsSync(join(output, "index.html")) ? words.kept : words.nothingKept}\n`);
    else if (!quiet) {
      if (content !== undefined && format === "text") terminal.out(withheldLine(content, lang));
      sayTo(terminal, format, `${words.rebuilt(((performance.now() - started) / 1000).toFixed(2))}\n`);
    }
    // The last good pages keep their base path, whatever a refused site sets.
    if (errors.length === 0) basePath = content?.site.basePath;
    basePath ??= content?.site.basePath ?? options.basePath ?? "/";
    isShown = errors.length === 0;
    return { errors, basePath, isSame: wasShown && isShown && isUntouched(done) };
  };
  return {
    build,
    watched: () => kept.watched,
    end: () => {
      memory.save(options.output);
    },
  };
}

function isUntouched({ put }: Publication): boolean {
  if (!put || put.recovered) return false;
  const { pages, written, removed } = put.changes;
  return pages + written + removed === 0;
}

/**
 * The texts that a save does not show → a line on the first that was not withheld before, and how many others there are: someone
 * who saves a post and does not see it would look for a mistake where there is none.
 */
function createWithheldLine(): (content: Pick<Content, "withheld" | "site">, lang: UiLang) => string {
  let known: ReadonlySet<string> = new Set();
  return ({ withheld, site }, lang) => {
    const all = withheld.map((entry) => {
      const { file, unpublished: why = "draft" } = entry;
      const due =
        why === "future" && entry.kind === "post" ? longMoment(entry.date, site.timeZone, lang) : "";
      return { file, why, due, key: `${file} ${why} ${due}` };
    });
    const [first, ...others] = all.filter(({ key }) => !known.has(key));
    known = new Set(all.map(({ key }) => key));
    if (first === undefined) return "";
    return `${cliWords(lang).withheld[first.why](first.file, first.due, others.length)}\n`;
  };
}
