// `carnet build`: reports at once if the published site is up to date, and otherwise makes it.
// The code that makes sites is loaded only then: loading it takes longer than inspecting a site of ten thousand texts.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { layoutsVersion, runningVersion } from "../build/kept/code-version.ts";
import { readSeal, writeSeal, type SealOptions } from "../build/kept/seal.ts";
import { lookAtSources } from "../build/kept/sources.ts";
import { checkOutput } from "../build/output/check-output.ts";
import { startPictures } from "../build/pictures/process.ts";
import { packageRoot } from "../package-root.ts";
import { machineWords } from "../strings/machine.ts";
import type { Options } from "./arguments.ts";
import { onInterrupt } from "./interrupt.ts";
import { leftToBuild, toldAgain } from "./left-site.ts";
import type { ExitStatus } from "./main.ts";
import { printProblems, printSummary } from "./output.ts";
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
  const seal: SealOptions = { root: site, output, asked: askedOf(options), now };
  // By the clock that files have their times from, which someone may set while a process runs.
  const sources = { ...lookAtSources(site), started: Date.now() };
  const found = options.cache && existsSync(output) ? readSeal(seal, sources) : undefined;
  const standing = found?.saved.length === 0 ? await toldAgain(found, options) : undefined;
  if (standing) {
    printProblems(standing.shown, options, terminal, true);
    printSummary(standing, { changes: { pages: 0, written: 0, removed: 0 }, started }, options, terminal);
    return 0;
  }
  // A first build has pictures to make: their process starts while this one loads.
  if (!existsSync(output)) startPictures();
  const { makeSite } = await import("./make-site.ts");
  const taken = found && found.saved.length > 0 ? leftToBuild(found, sources) : undefined;
  const { status, made } = await makeSite(options, terminal, { started, interruption, taken });
  if (made) {
    const { also, left, ...how } = made;
    writeSeal(seal, { ...sources, also }, { ...left, ...how, names: found?.names });
  }
  return status;
}

/** Everything other than the sources that decides what a build makes and reports. */
function askedOf(options: Options): string {
  const { url, basePath, drafts, future, pretended, publishes, search, strict, lang } = options;
  const asked = { url, basePath, drafts, future, pretended, publishes, search, strict, lang };
  return JSON.stringify([runningVersion(), layoutsVersion(join(packageRoot, "layouts")), asked]);
}
