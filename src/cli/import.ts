// `carnet import KIND OLD NEW`: converts an old blog to a site root, with a report of what was done and what is left to do.
import { lstatSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { dayOf } from "../content/dates.ts";
import { readSettings } from "../content/settings/settings.ts";
import { readTree } from "../content/tree.ts";
import { detectKinds, importSite } from "../importers/import-site.ts";
import { reportText } from "../importers/report.ts";
import { listSource } from "../importers/source.ts";
import { exists, packageRoot } from "../files.ts";
import { GENERATORS } from "../strings/generators.ts";
import { importWords } from "../strings/import.ts";
import { said } from "../strings/cli.ts";
import { startingWords } from "../strings/starting.ts";
import type { Options } from "./arguments.ts";
import { carnetPackage } from "./carnet-source.ts";
import type { ExitStatus } from "./main.ts";
import { filesAround, placeRemarks, writeNew } from "./new-site.ts";
import type { Terminal } from "./terminal.ts";

export function importBlog(options: Options, terminal: Terminal): ExitStatus {
  const { lang, url } = options;
  const words = importWords(lang);
  const fail = (text: string, status: ExitStatus): ExitStatus => {
    terminal.err(said(lang, text));
    return status;
  };
  const [written, source, destination] = options.operands;
  if (written === undefined || source === undefined || destination === undefined) return fail(words.usage, 2);
  const root = resolve(source);
  const dest = resolve(destination);
  const kind = GENERATORS.find((one) => one === written);
  if (!isFolder(root))
    return fail(kind === undefined ? words.unknownKind(written) : words.noSource(source), 2);
  const files = listSource(root, kind === "hugo" ? "public" : undefined);
  const kinds = detectKinds(files);
  if (kind === undefined) return fail(words.unknownKind(written, kinds[0]), 2);
  if (!kinds.includes(kind)) return fail(words.notThatKind(kind, source, kinds), 2);
  if (`${dest}/`.startsWith(`${root}/`) || `${root}/`.startsWith(`${dest}/`))
    return fail(words.inside(destination), 2);
  if (exists(dest) && (!isFolder(dest) || readdirSync(dest).length > 0))
    return fail(words.notEmpty(destination), 1);

  const report = importSite({ files, kind, dest, now: options.now(), ...(url !== undefined && { url }) });
  const text = reportText(report, lang, destination);
  writeFileSync(join(dest, "import-report.txt"), text);
  terminal.out(options.format === "json" ? `${JSON.stringify(report, null, 2)}\n` : text);
  addFrame(dest, options, terminal);
  return 0;
}

const isFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Adds what `carnet init` gives a new site, and lists it. */
function addFrame(root: string, { lang, now, quiet }: Options, terminal: Terminal): void {
  const carnet = carnetPackage(packageRoot);
  const title = readSettings(readTree(root).settings).site?.title;
  const day = dayOf(now(), "Europe/Paris");
  const files = filesAround({ lang, folder: basename(root), title, day, root, carnet });
  writeNew(root, files);
  if (quiet) return;
  terminal.err(`${startingWords(lang).framed([...files.keys()])}\n`);
  for (const remark of placeRemarks({ lang, carnet, root })) terminal.err(`${remark}\n`);
}
