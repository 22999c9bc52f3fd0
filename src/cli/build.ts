// `carnet build`: reports at once if the published site is up to date, and otherwise builds it.
// The code that builds is loaded only then: loading it takes longer than inspecting a site of ten thousand texts.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkOutput } from "../build/output/check-output.ts";
import { layoutsVersion, runningVersion } from "../build/kept/code-version.ts";
import { startPictures } from "../build/pictures/process.ts";
import { readSeal, writeSeal, type SealOptions } from "../build/kept/seal.ts";
import { lookAtSources } from "../build/kept/sources.ts";
import { packageRoot } from "../package-root.ts";
import { machineWords } from "../strings/machine.ts";
import { onInterrupt } from "./interrupt.ts";
import { leftToBuild, toldAgain } from "./left-site.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import { printNext, printProblems, printSummary } from "./tell.ts";
import { refuseUse, type Terminal } from "./terminal.ts";

export async function build(
  asked: Options,
  terminal: Terminal,
  interruption = onInterrupt(asked.spoken, terminal),
): Promise<ExitStatus> {
  const started = performance.now();
  const now = asked.now();
  // One instant for the whole build: what was read before midnight may be wrong for the next day.
  const options = { ...asked, now: () => now };
  const refusal = refusalOf(options);
  if (refusal !== undefined) return refuseUse(terminal, options.spoken, refusal);
  const seal: SealOptions = {
    root: options.site,
    output: options.output,
    asked: askedOf(options),
    now,
  };
  // By the clock that files have their times from, which someone may set while a process runs.
  const sources = { ...lookAtSources(options.site), started: Date.now() };
  const mayStand = options.cache && existsSync(options.output);
  const found = mayStand ? readSeal(seal, sources) : undefined;
  const standing = found?.saved.length === 0 ? await toldAgain(found, options.strict) : undefined;
  if (standing) {
    printProblems(standing, options, terminal);
    printNext(standing, options, terminal);
    printSummary(standing, { changes: { pages: 0, written: 0, removed: 0 }, started }, options, terminal);
    return 0;
  }
  // A first build has pictures to make: their process starts while this one loads.
  if (!existsSync(options.output)) startPictures();
  const { makeSite } = await import("./make-site.ts");
  const taken = found && found.saved.length > 0 ? leftToBuild(found, sources) : undefined;
  const { status, made } = await makeSite(options, terminal, { started, interruption, taken });
  if (made) {
    const { also, left, ...how } = made;
    writeSeal(seal, { ...sources, also }, { ...left, ...how, names: found?.names });
  }
  return status;
}

/** Why nothing may be written there; undefined if it may. */
function refusalOf({ output, site, spoken }: Options): string | undefined {
  const refusal = checkOutput(output, site);
  return refusal === undefined ? undefined : machineWords(spoken).refusedOutput(refusal, output);
}

/** Everything other than the sources that decides what a build makes and reports. */
function askedOf(options: Options): string {
  const { url, basePath, drafts, future, pretended, search, strict, lang, spoken } = options;
  const asked = { url, basePath, drafts, future, pretended, search, strict, lang, spoken };
  return JSON.stringify([runningVersion(), layoutsVersion(join(packageRoot, "layouts")), asked]);
}
