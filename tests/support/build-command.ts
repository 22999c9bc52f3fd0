// Runs `carnet build` in the process of the test, and tells whether it reused what an earlier build stored.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { build } from "../../src/cli/build.ts";
import { SILENT } from "./command.ts";
import { optionsFor } from "./in-process.ts";

export interface Ran {
  status: number;
  told: string;
  /** True if the site that an earlier build stored was reused or is still current. */
  resumed: boolean;
}

/**
 * Builds a site into its `_site`, after a pause that sets modification times apart.
 * `meanwhile` is called when the command prints, which it does once its site is published.
 */
export async function command(
  site: string,
  how: { now: string; search?: boolean },
  meanwhile = (): void => undefined,
): Promise<Ran> {
  await setTimeout(30);
  const before = leftAt(site);
  const told: string[] = [];
  const terminal = {
    ...SILENT,
    out(text: string): void {
      told.push(text);
      meanwhile();
    },
  };
  const from = process.cwd();
  process.chdir(site);
  try {
    // A quiet build would report only errors.
    const status = await build({ ...optionsFor(site, how), quiet: false }, terminal);
    return { status, told: told.join(""), resumed: before !== undefined && before === leftAt(site) };
  } finally {
    process.chdir(from);
  }
}

/** Modification time of the stored entries, which only a build that reads all texts writes. */
function leftAt(site: string): number | undefined {
  const folder = join(site, ".cache/outputs");
  try {
    const file = readdirSync(folder).find((name) => name.endsWith(".entries"));
    return file === undefined ? undefined : statSync(join(folder, file)).mtimeMs;
  } catch {
    return undefined;
  }
}
