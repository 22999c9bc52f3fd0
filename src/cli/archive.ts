// `carnet build --zip`: after publication, writes the same site as a ZIP that can be read offline.
// Its failure is reported separately from the site's, which is already published.
import { relative } from "node:path";
import { asMachineError } from "../build/machine/machine-error.ts";
import { archiveSite } from "../build/offline/archive.ts";
import type { Plan } from "../pages/types.ts";
import { cliWords } from "../strings/cli.ts";
import { said } from "../strings/said.ts";
import type { UiLang } from "../ui-lang.ts";
import { onInterrupt } from "./interrupt.ts";
import type { ExitStatus } from "./main.ts";
import type { Options } from "./options.ts";
import type { Terminal } from "./terminal.ts";

export async function writeArchive(
  plan: Plan,
  options: Options & { zip: string },
  lang: UiLang,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { zip, output, site, format, quiet } = options;
  const words = cliWords(lang);
  const inside = relative(site, zip);
  const shown = inside.startsWith("..") ? zip : inside;
  const { underWay, end } = onInterrupt(lang, terminal, words.zipStopped(shown));
  try {
    const { files, bytes, home } = await archiveSite({
      folder: output,
      plan,
      target: zip,
      underWay,
      onProgress: (done, total) => void terminal.progress(words.archive, done, total),
    });
    if (format === "text" && !quiet) terminal.out(`${words.zipped(shown, files, bytes, home)}\n`);
    return 0;
  } catch (error) {
    const failure = asMachineError(error);
    if (failure === undefined) throw error;
    terminal.err(said(lang, words.zipFailed(shown, failure.code)));
    return 3;
  } finally {
    end();
  }
}
