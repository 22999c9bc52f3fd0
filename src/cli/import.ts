// `carnet import KIND OLD NEW`: converts an old blog to a site root, with a report of what was done and what is left to do.
// Nothing is written if the destination contains anything that the import did not make, or that someone has changed since.
import { lstatSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { dayOf } from "../content/dates.ts";
import { readSettings } from "../content/settings/settings.ts";
import { readTree } from "../content/tree.ts";
import { builtinLayouts } from "../eleventy/builtin-layouts.ts";
import { detectKinds } from "../importers/detect.ts";
import { importSite } from "../importers/import-site.ts";
import { reportText } from "../importers/report/text.ts";
import { listSource } from "../importers/source-files.ts";
import { exists } from "../files.ts";
import { packageRoot } from "../package-root.ts";
import { GENERATORS } from "../strings/generators.ts";
import { importWords } from "../strings/import.ts";
import { said } from "../strings/said.ts";
import { startingWords } from "../strings/starting.ts";
import type { Options } from "./arguments.ts";
import { carnetPackage } from "./carnet-source.ts";
import type { ExitStatus } from "./main.ts";
import { filesAround, placeRemarks, writeNew } from "./new-site.ts";
import type { Terminal } from "./terminal.ts";

export async function importBlog(options: Options, terminal: Terminal): Promise<ExitStatus> {
  const lang = options.lang;
  const words = importWords(lang);
  const fail = (text: string, status: ExitStatus): ExitStatus => {
    terminal.err(said(lang, text));
    return status;
  };
  const [kindWritten, source, destination] = options.operands;
  if (kindWritten === undefined || source === undefined || destination === undefined)
    return fail(words.usage, 2);
  const root = resolve(source);
  const kind = GENERATORS.find((one) => one === kindWritten);
  const isThere = lstatSync(root, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isThere) return fail(kind === undefined ? words.unknownKind(kindWritten) : words.noSource(source), 2);
  const files = listSource(root, kindWritten === "hugo" ? ["public"] : []);
  const kinds = detectKinds(files);
  if (kind === undefined) return fail(words.unknownKind(kindWritten, kinds[0]), 2);
  if (!kinds.includes(kind)) return fail(words.notThatKind(kind, source, kinds), 2);
  const dest = resolve(destination);
  if (`${dest}/`.startsWith(`${root}/`) || `${root}/`.startsWith(`${dest}/`))
    return fail(words.inside(destination), 2);
  const stat = lstatSync(dest, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isDirectory()) return fail(words.notFolder(destination), 2);

  const outcome = await importSite({
    files,
    kind,
    dest,
    now: options.now(),
    lang,
    builtin: builtinLayouts(),
    onProgress: (step, done, total) => {
      terminal.progress(words.steps[step], done, total);
    },
  });
  if ("stopped" in outcome) {
    const { edited, foreign } = outcome.stopped;
    if (options.format === "json") terminal.out(`${JSON.stringify({ stopped: outcome.stopped }, null, 2)}\n`);
    return fail(foreign.length > 0 ? words.foreign(foreign) : words.edited(edited), 1);
  }
  if (options.format === "json") terminal.out(`${JSON.stringify(outcome.done, null, 2)}\n`);
  else terminal.out(reportText(outcome.done, lang, destination));
  addFrame(dest, options, terminal);
  return 0;
}

/** Adds what `carnet init` gives a new site, and lists it. A site with a `package.json` of its own is left as it is. */
function addFrame(root: string, { lang, now, quiet }: Options, terminal: Terminal): void {
  if (exists(join(root, "package.json"))) return;
  const carnet = carnetPackage(packageRoot);
  const title = readSettings(readTree(root).settings).site?.title;
  const day = dayOf(now(), "Europe/Paris");
  const files = filesAround({ lang, folder: basename(root), title, day, root, carnet });
  writeNew(root, files);
  if (quiet) return;
  terminal.err(`${startingWords(lang).framed([...files.keys()])}\n`);
  for (const remark of placeRemarks({ lang, carnet, root })) terminal.err(`${remark}\n`);
}
