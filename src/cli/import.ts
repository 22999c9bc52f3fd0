// `carnet import KIND OLD NEW`: converts an old blog to a site root, with a report of what was done and what is left to do.
import { lstatSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readSettings } from "../content/settings.ts";
import { readTree } from "../content/tree.ts";
import { detectKinds, importSite } from "../importers/import-site.ts";
import { reportText } from "../importers/report.ts";
import { listSource } from "../importers/source.ts";
import { exists } from "../files.ts";
import { GENERATORS, importWords } from "../strings/import.ts";
import { said } from "../strings/cli.ts";
import { startingWords } from "../strings/starting.ts";
import type { Command, ExitStatus } from "./commands.ts";
import { remarkPlace, siteFiles, writeNew, type NewSite } from "./init.ts";

export const importBlog: Command = ({ lang, url, operands, format, quiet, now }, terminal) => {
  const words = importWords(lang);
  const fail = (text: string, status: ExitStatus = 2): ExitStatus => {
    terminal.err(said(lang, text));
    return status;
  };
  const [written, source, destination] = operands;
  if (written === undefined || source === undefined || destination === undefined) return fail(words.usage);
  const root = resolve(source);
  const dest = resolve(destination);
  const kind = GENERATORS.find((one) => one === written);
  if (!isFolder(root)) return fail(kind === undefined ? words.unknownKind(written) : words.noSource(source));
  const files = listSource(root, kind === "hugo" ? "public" : undefined);
  const kinds = detectKinds(files);
  if (kind === undefined) return fail(words.unknownKind(written, kinds[0]));
  if (!kinds.includes(kind)) return fail(words.notThatKind(kind, source, kinds));
  if (`${dest}/`.startsWith(`${root}/`) || `${root}/`.startsWith(`${dest}/`))
    return fail(words.inside(destination));
  if (exists(dest) && (!isFolder(dest) || readdirSync(dest).length > 0))
    return fail(words.notEmpty(destination), 1);

  const report = importSite({ files, kind, dest, now: now(), ...(url !== undefined && { url }) });
  const text = reportText(report, lang, destination);
  writeFileSync(join(dest, "import-report.txt"), text);
  terminal.out(format === "json" ? `${JSON.stringify(report, null, 2)}\n` : text);
  // What `carnet init` gives a new site, around its texts.
  const { title } = readSettings(readTree(dest).settings).site ?? {};
  const site: NewSite = { lang, root: dest, title, now: now() };
  const frame = new Map([...siteFiles(site)].filter(([path]) => !/^(?:content|public)\//.test(path)));
  writeNew(dest, frame);
  if (quiet) return 0;
  terminal.err(`${startingWords(lang).framed([...frame.keys()])}\n`);
  remarkPlace(site, terminal);
  return 0;
};

const isFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
