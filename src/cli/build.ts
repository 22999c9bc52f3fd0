// `carnet build`: reports at once if the published site is up to date, and otherwise makes it.
// The code that makes sites is loaded only then: loading it takes longer than inspecting a site of ten thousand texts.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { layoutsVersion } from "../build/code-version.ts";
import { lookAtSources, readLastRun, writeLastRun, type RunOptions } from "../build/last-run.ts";
import { checkOutput } from "../build/output/check-output.ts";
import { Store } from "../build/store.ts";
import { packageRoot } from "../files.ts";
import { machineWords } from "../strings/machine.ts";
import type { Options } from "./arguments.ts";
import { onInterrupt } from "./interrupt.ts";
import type { ExitStatus } from "./main.ts";
import { printProblems, printSummary, type Told } from "./output.ts";
import { refuseUse, type Terminal } from "./terminal.ts";

export async function build(
  asked: Options,
  terminal: Terminal,
  interruption = onInterrupt(asked.lang, terminal),
): Promise<ExitStatus> {
  const started = performance.now();
  const now = asked.now();
  // One instant for the whole build: what was read before midnight may be wrong for the next day.
  const options = { ...asked, now: () => now };
  const { site, output, lang } = options;
  const refusal = checkOutput(output, site);
  if (refusal !== undefined)
    return refuseUse(terminal, lang, machineWords(lang).refusedOutput(refusal, output));
  const run: RunOptions = { root: site, output, asked: askedOf(options), now };
  const store = new Store(site, { trust: options.cache, keep: true });
  // By the clock that files have their times from, which someone may set while a process runs.
  const sources = { sources: lookAtSources(site), started: Date.now() };
  const last = existsSync(output) ? readLastRun(store, run, sources.sources) : undefined;
  const isCurrent = last?.saved.length === 0;
  // Which pages the site has, only its plan knows.
  if (isCurrent && options.explain === undefined) {
    const told = last.told as Told;
    printProblems(told.shown, options, terminal, true);
    const changes = { pages: 0, written: 0, removed: 0 };
    printSummary(told, { changes, started }, options, terminal);
    return 0;
  }
  const { makeSite } = await import("./make-site.ts");
  const resume = last && !isCurrent ? { output, saved: last.saved, files: sources.sources.files } : undefined;
  const { status, made } = await makeSite(options, terminal, { started, interruption, store, resume });
  if (made) writeLastRun(store, run, { ...sources, ...made });
  return status;
}

/** Everything other than the sources that decides what a build makes and reports. */
function askedOf(options: Options): string {
  const { url, basePath, drafts, future, pretended, publishes, search, strict, lang } = options;
  const asked = { url, basePath, drafts, future, pretended, publishes, search, strict, lang };
  return JSON.stringify([layoutsVersion(join(packageRoot, "layouts")), asked]);
}
