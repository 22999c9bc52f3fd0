// `carnet build`: reports at once if the published site is up to date, and otherwise makes it. `carnet check`: reports every
// problem of every file, and writes nothing.
// The code that makes sites is loaded only then: loading it takes longer than inspecting a site of ten thousand texts.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { digestOfFolder } from "../build/digest.ts";
import { lookAtSources, readLastRun, writeLastRun, type RunOptions } from "../build/last-run.ts";
import { checkOutput } from "../build/output/places.ts";
import { Store } from "../build/store.ts";
import { packageRoot } from "../files.ts";
import { cliWords } from "../strings/cli.ts";
import { machineWords } from "../strings/machine.ts";
import type { Command } from "./commands.ts";
import { printProblems, printSummary, type Told } from "./output.ts";
import { refuseUse } from "./terminal.ts";

export const build: Command = async (asked, terminal, interruption) => {
  const started = performance.now();
  const now = asked.now();
  // One instant for the whole build: what was read before midnight may be wrong for the next day.
  const options = { ...asked, now: () => now };
  const { site, output, lang } = options;
  const refusal = checkOutput(output, site);
  if (refusal !== undefined)
    return refuseUse(terminal, lang, machineWords(lang).refusedOutput(refusal, output));
  // Everything other than the sources that decides what a build makes and reports.
  const { url, basePath, drafts, future, pretended, publishes, search, strict } = options;
  const deciding = { url, basePath, drafts, future, pretended, publishes, search, strict, lang };
  const version = digestOfFolder(join(packageRoot, "layouts"));
  const run: RunOptions = { root: site, output, asked: JSON.stringify([version, deciding]), now };
  const store = new Store(site, { trust: options.cache, keep: true });
  // By the clock that files have their times from, which someone may set while a process runs.
  const sources = { ...lookAtSources(site), started: Date.now() };
  const told = existsSync(output) ? (readLastRun(store, run, sources) as Told | undefined) : undefined;
  if (told && options.explain === undefined) {
    printProblems(told.shown, options, terminal, true);
    const changes = { pages: 0, written: 0, removed: 0 };
    printSummary(told, { changes, started }, options, terminal);
    return 0;
  }
  const { makeSite } = await import("./make-site.ts");
  return makeSite(options, terminal, {
    ...{ started, interruption, store },
    note: (made) => {
      writeLastRun(store, run, sources, made);
    },
  });
};

export const check: Command = async (options, terminal) => {
  const { openSession, recover } = await import("./make-site.ts");
  const { lang, format, quiet } = options;
  const recovered = await recover(options.output);
  const { shown, refused, prepared } = await openSession(options, terminal, { lint: true });
  if (recovered) terminal.err(`${machineWords(lang).recovered[recovered]}\n`);
  printProblems(shown, options, terminal);
  if (refused) return 1;
  const posts = prepared?.plan.content.posts.length ?? 0;
  if (format === "text" && !quiet && shown.length === 0) terminal.out(`${cliWords(lang).clean(posts)}\n`);
  return 0;
};
