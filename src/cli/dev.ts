// `carnet dev`: serves the site, and at each save shows either the new pages, or the errors over the last good ones.
// It ends only on a signal (Ctrl+C), with status 0; an error in the content or a full disk does not end it.
import { untilSaved } from "../build/machine/busy.ts";
import { checkOutput } from "../build/output/check-output.ts";
import { portIsFree } from "../eleventy/free-port.ts";
import { serve, type Served } from "../eleventy/serve.ts";
import { watchSite, type SiteWatcher } from "../eleventy/watch.ts";
import { errorCode } from "../files.ts";
import { cliWords } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import { said } from "../strings/said.ts";
import { ENDINGS, onInterrupt, type Interruption } from "./interrupt.ts";
import { describeMachineError } from "./machine.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import { coverPage } from "./overlay.ts";
import { createRefresh } from "./refresh.ts";
import { refuseUse, sayTo, type Terminal } from "./terminal.ts";

export async function dev(
  options: Options,
  terminal: Terminal,
  interruption = onInterrupt(options.spoken, terminal),
): Promise<ExitStatus> {
  const lang = options.spoken;
  const refusal = checkOutput(options.output, options.site);
  if (refusal !== undefined)
    return refuseUse(terminal, lang, machineWords(lang).refusedOutput(refusal, options.output));
  // Tested first, since a large site takes a while to build.
  if (!(await portIsFree(options.port))) return portInUse(options, terminal);
  let told = false;
  // Watches before reading: a save during a long first build must count.
  const tellOnce = (): void => {
    if (!told) terminal.err(said(lang, cliWords(lang).watchLimit));
    told = true;
  };
  const watcher = await watchSite(options.site, tellOnce, Date.now);
  try {
    return await present(options, terminal, { watcher, interruption });
  } catch (error) {
    if (isPortInUse(error)) return portInUse(options, terminal);
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
  const refresh = createRefresh(options, terminal);
  // After the first build, Ctrl+C simply ends the command.
  const { underWay, end } = interruption;
  let shown = await refresh.build({ underWay }).finally(end);
  let { port } = options;
  const open = async (): Promise<Served> => {
    const opened = await serve({
      output: options.output,
      port,
      basePath: shown.basePath,
      cover: (page, isThere) =>
        shown.errors.length === 0 ? undefined : coverPage(page, shown.errors, shown.lang, isThere),
      rebound: cliWords(shown.lang).rebound,
      onError: (text) => {
        terminal.err(`${text}\n`);
      },
    });
    sayTo(terminal, options.format, `${cliWords(shown.lang).serving(opened.url)}\n`);
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
    } else if (!shown.isSame) served.renew({ files: shown.loadsOthers });
    await watcher.follow(refresh.watched());
  };
  await watcher.follow(refresh.watched());
  const ending = new AbortController();
  watcher.start((changed) =>
    // A failing disk must not end the watch: there may be room at the next save.
    untilSaved(() => update(changed), ending.signal).catch((error: unknown) => {
      terminal.err(said(shown.lang, describeMachineError(error, shown.lang, "serves")));
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

function isPortInUse(error: unknown): boolean {
  return errorCode(error) === "EADDRINUSE";
}

function portInUse(options: Options, terminal: Terminal): ExitStatus {
  terminal.err(said(options.spoken, cliWords(options.spoken).portInUse(options.port)));
  return 3;
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ENDINGS)
      process.once(signal, () => {
        resolve(signal);
      });
  });
}
