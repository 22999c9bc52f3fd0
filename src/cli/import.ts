// `carnet import KIND OLD NEW`: converts an old blog to a site root, with a report of what was done and what is left to do.
import { lstatSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Store } from "../build/store.ts";
import { readSettings } from "../content/settings.ts";
import { readTree } from "../content/tree.ts";
import { addressKey } from "../content/permalinks.ts";
import { entriesOf } from "../content/collections.ts";
import { importSite } from "../importers/import-site.ts";
import { reportText } from "../importers/report.ts";
import type { SiteRead } from "../importers/settle.ts";
import { listSource } from "../importers/source.ts";
import { exists } from "../files.ts";
import { isError } from "../problems.ts";
import { GENERATORS, importWords } from "../strings/import.ts";
import type { Command } from "./commands.ts";
import { remarkSource, siteFiles, writeNew, type NewSite } from "./init.ts";
import type { Session } from "./make-site.ts";
import { refuseUse } from "./terminal.ts";

export const importBlog: Command = async (options, terminal) => {
  const { lang, url, operands, format, quiet, now } = options;
  const words = importWords(lang);
  const refuse = (text: string): 2 => refuseUse(terminal, lang, text);
  const [written, source, destination] = operands;
  const kind = GENERATORS.find((one) => one === written);
  if (kind === undefined || source === undefined || destination === undefined) return refuse(words.usage);
  const root = resolve(source);
  const dest = resolve(destination);
  if (!isFolder(root)) return refuse(words.noBlog(kind, source));
  if (`${dest}/`.startsWith(`${root}/`) || `${root}/`.startsWith(`${dest}/`))
    return refuse(words.inside(destination));
  if (exists(dest) && (!isFolder(dest) || readdirSync(dest).length > 0))
    return refuse(words.notEmpty(destination));

  const files = listSource(root, kind === "hugo" ? "public" : undefined);
  const store = new Store(dest, { trust: false, keep: false });
  // What `carnet build` would say of the new site, with nothing kept in it.
  const read = async (): Promise<SiteRead> => {
    const { openSession } = await import("./make-site.ts");
    const built = { ...options, site: dest, url: undefined, drafts: false, future: false, strict: false };
    return siteRead(await openSession(built, terminal, { store }));
  };
  const report = await importSite({ files, kind, dest, read, ...(url !== undefined && { url }) });
  if (report === undefined) {
    // The site may be one folder down, beside the programs that make it.
    const [, below] =
      /(?:^|\n)([^/\n]+)\/(?:content|_posts|posts|pages)\//.exec(files.files.join("\n")) ?? [];
    return refuse(words.noBlog(kind, source, below && join(source, below)));
  }
  const text = reportText(report, lang, destination);
  writeFileSync(join(dest, "import-report.txt"), text);
  terminal.out(format === "json" ? `${JSON.stringify(report, null, 2)}\n` : text);
  // What `carnet init` gives a new site, around its texts.
  const { title } = readSettings(dest, readTree(dest).settings).site ?? {};
  const site: NewSite = { lang, root: dest, title, now: now() };
  writeNew(dest, new Map([...siteFiles(site)].filter(([path]) => !/^(?:content|public)\//.test(path))));
  if (!quiet) remarkSource(lang, terminal);
  return report.builds ? 0 : 1;
};

/** What an import wants to know of the new site. */
export const siteRead = ({
  shown,
  content,
  prepared,
}: Pick<Session, "shown" | "content" | "prepared">): SiteRead => ({
  errors: shown.filter(isError),
  urls: new Map(content && entriesOf(content).map(({ file, url }) => [file, url])),
  answers: new Set(prepared?.plan.pages.map(({ url }) => addressKey(url))),
});

const isFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
