// `carnet build` in the process of the test, with what one build leaves to the next one.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { build } from "../../src/cli/build.ts";
import { SILENT } from "./command.ts";
import { optionsFor } from "./in-process.ts";

export interface Ran {
  status: number;
  told: string;
  /** True where the site that an earlier build left was taken up, or stands. */
  resumed: boolean;
}

/**
 * Builds the site of this root into its `_site`, once what was written last can be told from what is written now.
 * `meanwhile` is called when its site stands, and it has told so.
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
    // Not quiet, which tells of errors alone.
    const status = await build({ ...optionsFor(site, how), quiet: false }, terminal);
    return { status, told: told.join(""), resumed: before !== undefined && before === leftAt(site) };
  } finally {
    process.chdir(from);
  }
}

/** When what is left of the site was written. */
function leftAt(site: string): number | undefined {
  const folder = join(site, ".cache/outputs");
  try {
    const file = readdirSync(folder).find((name) => name.endsWith(".site"));
    return file === undefined ? undefined : statSync(join(folder, file)).mtimeMs;
  } catch {
    return undefined;
  }
}
