// An old blog in memory, as the readers of the import see its folder, and the import of one on the disk.
import { join } from "node:path";
import { prepare } from "../../../src/build/prepare.ts";
import { Store } from "../../../src/build/store.ts";
import { siteRead } from "../../../src/cli/import.ts";
import { builtinLayouts } from "../../../src/files.ts";
import { importSite } from "../../../src/importers/import-site.ts";
import type { OldSite } from "../../../src/importers/model.ts";
import type { Report } from "../../../src/importers/report.ts";
import { listSource, type SourceFiles } from "../../../src/importers/source.ts";
import type { SiteRead } from "../../../src/importers/settle.ts";
import { show } from "../../../src/shown-problems.ts";
import type { Generator } from "../../../src/strings/import.ts";
import { makeSite, type Files, type TestSite } from "../../support/site.ts";

export function inMemory(files: Readonly<Record<string, string>>): SourceFiles {
  const has = (file: string): boolean => Object.hasOwn(files, file);
  return { root: "", files: Object.keys(files).sort(), has, read: (file) => files[file], todo: [] };
}

/** A text with front matter, each line of which is given. */
export const headed = (...lines: string[]): string => `---\n${lines.join("\n")}\n---\nTexte.\n`;

/** Source → old address; a draft has none. */
export const addressesOf = ({ texts }: OldSite): Record<string, string | undefined> =>
  Object.fromEntries(texts.map(({ source, oldUrl }) => [source, oldUrl]));

export interface Imported {
  report: Report;
  site: TestSite;
  /** A file of the new site's `content/`. */
  read: (path: string) => string;
  /** Keys of the addresses that the new site answers. */
  answers: ReadonlySet<string>;
}

export async function imported(kind: Generator, files: Files, at = "2026-06-01"): Promise<Imported> {
  const site = makeSite(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text])),
  );
  const old = listSource(join(site.root, "old"));
  const dest = join(site.root, "new");
  let last: SiteRead | undefined;
  const read = async (): Promise<SiteRead> => {
    const now = new Date(`${at}T12:00:00Z`);
    const store = new Store(dest, { trust: false, keep: false });
    const found = await prepare({ root: dest, now, builtin: builtinLayouts(), store });
    return (last = siteRead({ ...found, shown: show(found.problems, { lang: "en" }) }));
  };
  const report = await importSite({ files: old, kind, dest, read });
  if (report === undefined) throw new Error("no post");
  const { answers } = last ?? { answers: new Set() };
  return { report, site, answers, read: (path) => site.read(`new/content/${path}`) };
}
